import RelireDocuments

extension AccessibilityTree {
  /// Whether any text is in the language that an element declares: in it, and in no element that declares another.
  /// Linear in the content, inner languages left out.
  public func hasTextInLanguage(of element: NodeID) -> Bool {
    if hasTextInAttributes(element) { return true }
    var index = Int(element.index) + 1
    let end = Int(document[element].subtreeEnd)
    while index < end {
      let node = NodeID(index)
      let content = document[node]
      guard content.kind == .element else {
        if isReached(content.parent), !document.plainText(of: node).collapsingSpaces.isEmpty { return true }
        index += 1
        continue
      }
      let isLeftOut = document.attribute(.lang, of: node) != nil || content.name == .script || content.name == .style
      if isLeftOut {
        index = Int(content.subtreeEnd)
      } else {
        if hasTextInAttributes(node) { return true }
        index += 1
      }
    }
    return false
  }

  private func hasTextInAttributes(_ node: NodeID) -> Bool {
    guard !document[node].attributes.isEmpty, isReached(node) else { return false }
    return [AttributeName.alt, .ariaLabel, .title].contains {
      document.value($0, of: node)?.collapsingSpaces.isEmpty == false
    }
  }

  /// Whether somebody meets the element: by eye or by ear.
  private func isReached(_ node: NodeID) -> Bool { isVisible(node) || isExposed(node) }
}
