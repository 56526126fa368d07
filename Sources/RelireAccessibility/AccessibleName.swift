import RelireDocuments

/// The name by which assistive technologies call an element (Accessible Name and Description Computation 1.2).
public struct AccessibleName: Sendable, Hashable {
  public enum Origin: Sendable {
    case labelledby, label, native, content, title, placeholder
    /// The browser's own, as “Submit”.
    case browser
    case nothing
  }

  /// White space collapsed. An unknown text, such as a shortcode's, is U+FFFC.
  public let text: String
  public let origin: Origin

  public var isEmpty: Bool { text.isEmpty }
}

extension AccessibilityTree {
  /// The accessible name of an element. Linear in its content, of which no more than a thousand nodes are read.
  public func name(of node: NodeID) -> AccessibleName {
    if let text = plainText(of: node) { return AccessibleName(text: text, origin: text.isEmpty ? .nothing : .content) }
    let referenced = elements(.ariaLabelledby, of: node)
    if !referenced.isEmpty {
      let text = referenced.map { ownName(of: $0, asReferenced: true).text }.joined(separator: " ").collapsingSpaces
      if !text.isEmpty { return AccessibleName(text: text, origin: .labelledby) }
    }
    return ownName(of: node, asReferenced: false)
  }

  /// The description that `aria-describedby`, `aria-description` or a left-over `title` gives; empty when none does.
  public func description(of node: NodeID) -> String {
    let referenced = elements(.ariaDescribedby, of: node)
    if !referenced.isEmpty {
      return referenced.map { ownName(of: $0, asReferenced: true).text }.joined(separator: " ").collapsingSpaces
    }
    if let text = document.value(.ariaDescription, of: node)?.collapsingSpaces, !text.isEmpty { return text }
    guard let title = document.value(.title, of: node)?.collapsingSpaces, name(of: node).text != title else {
      return ""
    }
    return title
  }

  /// The name from everything but `aria-labelledby`.
  /// - Parameters:
  ///   - isReferenced: `aria-labelledby` of another element points here: any content names it, hidden or not.
  ///   - isInner: asked for while another name is computed: neither references nor labels are followed any further,
  ///     so that circles end.
  private func ownName(of node: NodeID, asReferenced isReferenced: Bool, isInner: Bool = false) -> AccessibleName {
    if let label = document.value(.ariaLabel, of: node)?.collapsingSpaces, !label.isEmpty {
      return AccessibleName(text: label, origin: .label)
    }
    if let native = nativeName(of: node, isInner: isInner) { return native }
    if isReferenced, let value = fieldValue(of: node)?.collapsingSpaces, !value.isEmpty {
      return AccessibleName(text: value, origin: .content)
    }
    if isReferenced || RoleFacts.isNamedByContent(role(node)) || document[node].name == .summary {
      let text = content(of: node, evenHidden: isReferenced && isHiddenForNames(node), isInner: isInner)
        .collapsingSpaces
      if !text.isEmpty { return AccessibleName(text: text, origin: .content) }
    }
    if let title = document.value(.title, of: node)?.collapsingSpaces, !title.isEmpty {
      return AccessibleName(text: title, origin: .title)
    }
    if isTextField(node) {
      let placeholder = document.value(.placeholder, of: node) ?? document.value(.ariaPlaceholder, of: node)
      if let text = placeholder?.collapsingSpaces, !text.isEmpty {
        return AccessibleName(text: text, origin: .placeholder)
      }
    }
    // An empty value makes an empty button.
    if document[node].name == .input, document.attribute(.value, of: node) == nil,
      let text = Self.browserNames[inputType(node)]
    {
      return AccessibleName(text: text, origin: .browser)
    }
    return AccessibleName(text: "", origin: .nothing)
  }

  private static let browserNames = ["submit": "Submit", "reset": "Reset"]

  func inputType(_ node: NodeID) -> String { document.value(.type, of: node)?.lowercased() ?? "text" }

  private func isTextField(_ node: NodeID) -> Bool {
    // A list that drops down has no place for one.
    if document.isElement(node, .select) { return false }
    return switch role(node) {
    case .textbox, .searchbox, .combobox, .spinbutton: true
    default: false
    }
  }

  /// What is entered in a field to which the name of another element points.
  private func fieldValue(of node: NodeID) -> String? {
    switch document[node].name {
    case .input: isTextField(node) ? document.value(.value, of: node) : nil
    case .select: selectedOption(of: node)
    default: nil
    }
  }

  // MARK: Native names

  /// The name that the element's own attributes or parts give (HTML Accessibility API Mappings 1.0, 4.1).
  private func nativeName(of node: NodeID, isInner: Bool) -> AccessibleName? {
    func named(_ text: String?) -> AccessibleName? {
      guard let text = text?.collapsingSpaces, !text.isEmpty else { return nil }
      return AccessibleName(text: text, origin: .native)
    }
    if isPresentational(node) { return nil }
    switch document[node].name {
    case .input:
      if !isInner, let name = named(labelText(of: node)) { return name }
      switch inputType(node) {
      case "button", "submit", "reset": return named(document.value(.value, of: node))
      case "image": return named(document.value(.alt, of: node))
      default: return nil
      }
    case .select, .textarea, .meter, .progress, .output, .button: return isInner ? nil : named(labelText(of: node))
    case .img, .area: return named(document.value(.alt, of: node))
    // HTML makes an `img` of it, a drawing describes it by its title.
    case .image: return named(document.value(.alt, of: node)) ?? named(part(.title, of: node))
    case .fieldset: return named(part(.legend, of: node))
    case .table: return named(part(.caption, of: node))
    case .figure: return named(part(.figcaption, of: node))
    case .optgroup, .track: return named(document.value(.label, of: node))
    default: return isSVG(node) ? named(part(.title, of: node)) : nil
    }
  }

  /// Whether `role` says that the element is none: its markup then names nothing.
  func isPresentational(_ node: NodeID) -> Bool { hasExplicitRole(node) && role(node) == .none }

  /// Whether the element is drawn by SVG: `svg` itself or what is in it.
  private func isSVG(_ node: NodeID) -> Bool {
    document[node].name == .svg || role(node) == .graphicsSymbol || role(node) == .graphicsObject
      || (document[node].name.isCustom && document.ancestor(.svg, of: node) != nil)
  }

  private func part(_ name: ElementName, of node: NodeID) -> String? {
    guard let child = document.children(of: node).first(where: { document.isElement($0, name) }) else { return nil }
    return content(of: child, evenHidden: false)
  }

  private func labelText(of node: NodeID) -> String? {
    labels[node].map { $0.map { text(ofLabel: $0, of: node) }.joined(separator: " ") }
  }

  /// What a label says: it may have a name of its own, and be hidden as a whole.
  private func text(ofLabel label: NodeID, of control: NodeID) -> String {
    if let name = document.value(.ariaLabel, of: label), !name.isBlank { return name }
    let text = content(of: label, evenHidden: isHiddenForNames(label), leavingOut: control)
    return text.isBlank ? document.value(.title, of: label) ?? "" : text
  }

  // MARK: Content

  /// More than this of an element's content is not read for its name.
  private static let maximumNodes = 1000

  /// The text of an element's content, with the names of what is in it.
  func content(
    of root: NodeID, evenHidden: Bool, leavingOut excluded: NodeID = .none, isInner: Bool = false
  ) -> String {
    var text = ""
    /// Elements whose `title` names them if nothing in them does, or that may say anything then.
    var titled: [(end: Int, length: Int, title: String)] = []
    /// Where blocks end.
    var blockEnds: [Int] = []
    var index = Int(root.index) + 1
    let end = min(Int(document[root].subtreeEnd), index + Self.maximumNodes)
    while index < end {
      closeParts(before: index, &titled, &blockEnds, &text)
      let node = NodeID(index)
      guard document[node].kind == .element else {
        text += document.plainText(of: node)
        index += 1
        continue
      }
      let subtreeEnd = Int(document[node].subtreeEnd)
      if node == excluded || isLeftOut(node, evenHidden: evenHidden) {
        index = subtreeEnd
        continue
      }
      if document[node].name.formsBlock {
        text += " "
        blockEnds.append(subtreeEnd)
      }
      if let inner = embeddedName(of: node, isInner: isInner) {
        text += inner
        index = subtreeEnd
        continue
      }
      if let title = document.value(.title, of: node), !title.trimmingSpaces.isEmpty {
        titled.append((subtreeEnd, text.utf8.count, title))
      } else if isComponent(node) {
        titled.append((subtreeEnd, text.utf8.count, "\u{FFFC}"))
      }
      index += 1
    }
    closeParts(before: .max, &titled, &blockEnds, &text)
    guard !isInner else { return text }
    for owned in elements(.ariaOwns, of: root) where owners[owned] == root && owned != root {
      text += " " + ownName(of: owned, asReferenced: true, isInner: true).text
    }
    return text
  }

  /// Whether a script says what the element shows where its content says nothing (a name with a hyphen).
  func isComponent(_ node: NodeID) -> Bool {
    document[node].kind == .element && document[node].name.isCustom
      && document.spelling(document[node].name).utf8.contains(UInt8(ascii: "-"))
  }

  private func isLeftOut(_ node: NodeID, evenHidden: Bool) -> Bool {
    switch document[node].name {
    case .script, .style, .noscript: return true
    case .template: return isHiddenForNames(node)
    // Part of the name of the `svg` it is in, which is asked for there.
    case .desc: return true
    // Parts of drawings that are only drawn where others use them.
    case let name where name.isCustom && Self.undrawn.contains(document.spelling(name)): return true
    default: return (!evenHidden && isHiddenForNames(node)) || owners[node] != nil
    }
  }

  private static let undrawn: Set<String> = ["clippath", "defs", "mask", "metadata", "pattern", "symbol"]

  private func closeParts(
    before index: Int, _ titled: inout [(end: Int, length: Int, title: String)], _ blockEnds: inout [Int],
    _ text: inout String
  ) {
    while let last = titled.last, last.end <= index {
      titled.removeLast()
      if text.utf8.dropFirst(last.length).allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
        text += last.title
      }
    }
    while let last = blockEnds.last, last <= index {
      blockEnds.removeLast()
      text += " "
    }
  }

  /// The name of an element inside another one's content, where it has one of its own; nil to read its content.
  private func embeddedName(of node: NodeID, isInner: Bool) -> String? {
    let element = document[node]
    if !element.attributes.isEmpty {
      let referenced = isInner ? [] : elements(.ariaLabelledby, of: node)
      if !referenced.isEmpty {
        return referenced.map { ownName(of: $0, asReferenced: true, isInner: true).text }.joined(separator: " ")
      }
      if let label = document.value(.ariaLabel, of: node), !label.trimmingSpaces.isEmpty { return label }
    }
    switch element.name {
    case .img, .area, .image: return ownName(of: node, asReferenced: false, isInner: true).text
    case .svg:
      if let name = nativeName(of: node, isInner: true) { return name.text }
      // A drawing that is an image is read as one; the words of another one are text.
      return hasExplicitRole(node) && role(node) == .img ? "" : nil
    case .input: return embeddedValue(of: node)
    case .textarea: return content(of: node, evenHidden: false, isInner: true)
    case .select: return selectedOption(of: node)
    case .iframe, .object, .video, .audio: return document.value(.title, of: node) ?? ""
    default:
      guard hasExplicitRole(node) else { return nil }
      switch role(node) {
      case .slider, .spinbutton, .progressbar, .meter, .scrollbar:
        return document.value(.ariaValuetext, of: node) ?? document.value(.ariaValuenow, of: node) ?? ""
      default: return nil
      }
    }
  }

  private func embeddedValue(of node: NodeID) -> String? {
    switch inputType(node) {
    case "checkbox", "radio", "hidden", "file": ""
    case "image", "button", "submit", "reset": ownName(of: node, asReferenced: false, isInner: true).text
    default: document.value(.value, of: node) ?? ""
    }
  }

  private func selectedOption(of node: NodeID) -> String {
    var first: NodeID?
    for inner in document.descendants(of: node).prefix(1000) where document.isElement(inner, .option) {
      if document.attribute(.selected, of: inner) != nil { return content(of: inner, evenHidden: false, isInner: true) }
      first = first ?? inner
    }
    return first.map { content(of: $0, evenHidden: false, isInner: true) } ?? ""
  }
}
