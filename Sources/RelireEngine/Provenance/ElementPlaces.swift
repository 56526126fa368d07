import RelireDocuments

/// From source offsets to elements.
struct ElementPlaces {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The innermost element that holds a source offset. A binary search, then as many steps as elements close before it.
  func element(at offset: Int) -> NodeID {
    let after = document.nodes.partitionPoint { $0.range.start > offset }
    var node = NodeID(max(0, after - 1))
    while node != .root,
      document[node].kind != .element || offset >= max(document[node].range.end, document[node].range.start + 1)
    {
      node = document[node].parent
    }
    return node
  }
}
