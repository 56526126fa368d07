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
    if [AttributeName.alt, .ariaLabel, .title, .placeholder, .ariaDescription].contains(where: { says($0, node) }) {
      return true
    }
    switch document[node].name {
    case .option, .optgroup, .track: return says(.label, node)
    // What is written on a button; elsewhere what a reader is to change.
    case .input: return ["button", "submit", "reset"].contains(inputType(node)) && says(.value, node)
    default: return false
    }
  }

  private func says(_ attribute: AttributeName, _ node: NodeID) -> Bool {
    document.value(attribute, of: node)?.collapsingSpaces.isEmpty == false
  }
}
