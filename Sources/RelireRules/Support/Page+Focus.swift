import RelireAccessibility
import RelireDocuments

extension Page {
  /// The elements that the Tab key reaches, in document order; those of templates, which are not drawn, left out.
  var tabbableElements: some Sequence<NodeID> {
    let tree = accessibility
    return document.nodes.indices.lazy.filter { self.document.nodes[$0].kind == .element }.map { NodeID($0) }
      .filter { tree.isTabbable($0) && !tree.isInTemplate($0) }
  }
}
