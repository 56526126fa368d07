import RelireDocuments

/// Where a page has the elements that several rules look for, in document order: found in one walk for all of them.
struct ElementIndex: Sendable {
  /// `a` and `area`, those without any attribute left out.
  private(set) var links: [NodeID] = []
  /// `strong` and `b`.
  private(set) var bold: [NodeID] = []
  /// `ul` and `ol`.
  private(set) var lists: [NodeID] = []
  /// `iframe`.
  private(set) var frames: [NodeID] = []

  init(_ document: Document) {
    let nodes = document.nodes
    for index in nodes.indices where nodes[index].kind == .element {
      switch nodes[index].name {
      case .a, .area: if !nodes[index].attributes.isEmpty { links.append(NodeID(index)) }
      case .strong, .b: bold.append(NodeID(index))
      case .ul, .ol: lists.append(NodeID(index))
      case .iframe: frames.append(NodeID(index))
      default: break
      }
    }
  }
}
