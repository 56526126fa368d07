import RelireDocuments

/// From source offsets to elements.
struct ElementPlaces {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The innermost element that holds a source offset. A binary search, then as many steps as elements close before it.
  func element(at offset: Int) -> NodeID {
    var low = 0
    var high = document.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if document.nodes[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    var node = NodeID(max(0, low - 1))
    while node != .root,
      document[node].kind != .element || offset >= max(document[node].range.end, document[node].range.start + 1)
    {
      node = document[node].parent
    }
    return node
  }
}
