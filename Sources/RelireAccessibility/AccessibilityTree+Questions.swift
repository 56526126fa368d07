import RelireDocuments

/// What several rules ask.
extension AccessibilityTree {
  public func isImageButton(_ node: NodeID) -> Bool {
    document[node].name == .input && inputType(node) == "image"
  }

  /// Whether the element is a field, such as one for a date or a file, to which HTML gives no role.
  public func isFieldWithoutRole(_ node: NodeID) -> Bool {
    guard document[node].name == .input, role(node) == .generic else { return false }
    let type = inputType(node)
    return type != "hidden" && type != "image"
  }

  /// Whether the element is `svg` or in one.
  public func isInDrawing(_ node: NodeID) -> Bool {
    var outer = node
    while outer != .none, outer != .root {
      if document[outer].name == .svg { return true }
      // HTML begins again in it.
      if document[outer].name == .foreignObject { return false }
      outer = document[outer].parent
    }
    return false
  }

  /// Whether `aria-label` or `aria-labelledby` names the element.
  public func hasAriaName(_ node: NodeID) -> Bool {
    for number in document.nodes[Int(node.index)].attributes {
      switch document.attributes[Int(number)].name {
      case .ariaLabel: if !document.attributes[Int(number)].value.isBlank { return true }
      case .ariaLabelledby: if !elements(.ariaLabelledby, of: node).isEmpty { return true }
      default: break
      }
    }
    return false
  }

  /// The text that is seen inside an element, or on a button that has its text in `value`. Linear in the content.
  /// - Parameter heedsClasses: whether to leave out what well-known class names hide from the eye or make a drawing.
  public func visibleText(of node: NodeID, heedsClasses: Bool = false) -> String {
    if document[node].name == .input {
      switch inputType(node) {
      case "button", "submit", "reset": return document.value(.value, of: node) ?? ""
      default: return ""
      }
    }
    if heedsClasses, let style = document.value(.style, of: node), InlineStyle.hidesText(style) { return "" }
    var text = ""
    var index = Int(node.index) + 1
    let end = min(Int(document[node].subtreeEnd), index + 1000)
    while index < end {
      let inner = NodeID(index)
      let content = document[inner]
      guard content.kind == .element else {
        text += document.plainText(of: inner)
        index += 1
        continue
      }
      switch content.name {
      case _ where !isVisible(inner) || (heedsClasses && showsNoText(inner)), .svg, .script, .style, .select, .textarea:
        index = Int(content.subtreeEnd)
      default:
        if content.name.formsBlock { text += " " }
        index += 1
      }
    }
    return text
  }

  /// The first text that is seen in the element's labels; hints and marks may follow it.
  public func leadingLabel(of node: NodeID) -> String {
    for label in labels[node, default: []] {
      for part in document.descendants(of: label).prefix(100)
      where document[part].kind == .text && isVisible(document[part].parent) && !showsNoText(document[part].parent) {
        let text = document.plainText(of: part)
        if !text.isBlank { return String(text.prefix { $0 != "(" }) }
      }
    }
    return ""
  }

  /// Whether nobody meets the element: it is out of reach of assistive technologies, seen or not.
  public func isHiddenFromAll(_ node: NodeID) -> Bool { isHiddenForNames(node) }

  /// Whether somebody meets the element: by ear, or by eye where no style keeps it from that. Linear in the depth, for
  /// what is not for ears.
  public func isReached(_ node: NodeID) -> Bool {
    if isExposed(node) { return true }
    guard isVisible(node) else { return false }
    var outer = node
    while outer != .none, outer != .root {
      if styles.cuts(outer, in: document) { return false }
      if let style = document.value(.style, of: outer), InlineStyle.keepsFromEye(style) { return false }
      outer = document[outer].parent
    }
    return true
  }

  /// Whether an element's text is the name of a drawing in an icon font.
  public func isIcon(_ node: NodeID) -> Bool {
    (document.value(.class, of: node) ?? "").lowercased().spaceSeparated.contains { Self.isOfIcons($0) }
  }

  private static func isOfIcons(_ name: Substring) -> Bool {
    name.hasPrefix("material-icons") || name.hasPrefix("material-symbols")
  }

  /// Whether the text of an element is kept for ears, is the name of a drawing in an icon font, or is what a component
  /// makes of it.
  private func showsNoText(_ node: NodeID) -> Bool {
    if document[node].name.isCustom || styles.cuts(node, in: document) { return true }
    if let style = document.value(.style, of: node), InlineStyle.keepsFromEye(style) { return true }
    return (document.value(.class, of: node) ?? "").lowercased().spaceSeparated.contains { name in
      Self.classesForEars.contains(name) || Self.isOfIcons(name)
    }
  }

  /// And classes that hide it from everybody.
  private static let classesForEars: Set<Substring> = [
    "fr-sr-only", "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "d-none", "fr-hidden", "hidden",
  ]
}
