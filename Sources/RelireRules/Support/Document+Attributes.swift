import RelireDocuments

extension Document {
  /// The number in `attributes` of an element's first attribute of that name: to look at one without a copy of it.
  func attributeNumber(_ name: AttributeName, of node: NodeID) -> Int? {
    for number in nodes[Int(node.index)].attributes where attributes[Int(number)].name == name { return Int(number) }
    return nil
  }

  /// Whether the element has an attribute of that name.
  func hasAttribute(_ name: AttributeName, of node: NodeID) -> Bool { attributeNumber(name, of: node) != nil }
}
