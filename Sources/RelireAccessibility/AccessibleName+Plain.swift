import RelireDocuments

// The short ways to a name: most links and headings have one by a text that nothing interrupts.
extension AccessibilityTree {
  /// Whether the element has an accessible name, by the shortest way: any text that is heard is enough where content
  /// names, and so is an attribute that names whatever else there is; so is a framework that does. Linear in what comes
  /// before that text.
  public func isNamed(_ node: NodeID) -> Bool {
    if RoleFacts.isNamedByContent(role(node)), hasHeardContent(node) { return true }
    return hasHeardAttribute(node) || !name(of: node).text.isSilent || isNamedByFramework(node)
  }

  /// Whether text that is not hidden stands in the element, or an image with one, and no reference inside takes its
  /// place.
  private func hasHeardContent(_ root: NodeID) -> Bool {
    let nodes = document.nodes
    let bytes = document.prose.bytes
    /// Whether what an image says is heard where it stands.
    var holdsImages = true
    for index in (Int(root.index) + 1)..<max(Int(root.index) + 1, Int(nodes[Int(root.index)].subtreeEnd)) {
      switch nodes[index].kind {
      case .text:
        guard states[index].flags.isDisjoint(with: [.isUnrendered, .isInvisible, .isAriaHidden]) else { continue }
        let text = nodes[index].text
        for offset in Int(text.lowerBound)..<Int(text.upperBound) where bytes[offset] > 0x20 && bytes[offset] < 0x80 {
          return true
        }
      case .element:
        let name = nodes[index].name
        if name.holdsOwnText { holdsImages = false }
        guard !nodes[index].attributes.isEmpty else { continue }
        // What names an element in another way is not told by its text.
        if document.attribute(.ariaLabelledby, of: NodeID(index)) != nil { return false }
        if name == .img, holdsImages, owners.isEmpty, !isHiddenForNames(NodeID(index)),
          !isPresentational(NodeID(index)), hasHeardAttribute(NodeID(index))
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether an attribute names the element where nothing else does.
  private func hasHeardAttribute(_ node: NodeID) -> Bool {
    let element = document.nodes[Int(node.index)]
    for number in element.attributes {
      switch document.attributes[Int(number)].name {
      case .ariaLabel, .title: break
      case .alt where element.name == .img || element.name == .area: break
      default: continue
      }
      if document.attributes[Int(number)].value.isHeard { return true }
    }
    return false
  }

  /// The name of a link or a heading with no more than text, plain phrases and images in it, empty where these say
  /// nothing; nil for any other element.
  func plainText(of node: NodeID) -> String? {
    let nodes = document.nodes
    let root = nodes[Int(node.index)]
    guard root.kind == .element, root.name == .a || root.name.isHeading, RoleFacts.isNamedByContent(role(node)),
      owners.isEmpty, isPlain(root, butFor: .title)
    else { return nil }
    // As much as any name is made of.
    guard root.subtreeEnd - node.index <= 1000 else { return nil }
    let prose = document.prose.bytes
    var text: [UInt8] = []
    text.reserveCapacity(root.text.count + 32)
    var index = Int(node.index) + 1
    while index < Int(root.subtreeEnd) {
      let inner = nodes[index]
      switch inner.kind {
      case .text: text += prose[Int(inner.text.lowerBound)..<Int(inner.text.upperBound)]
      case .comment: break
      case .element:
        if isHiddenForNames(NodeID(index)) {
          index = Int(inner.subtreeEnd)
          continue
        }
        guard inner.name == .img || inner.name.isPhrase, isPlain(inner, butFor: .alt) else { return nil }
        if inner.name == .img, let alternative = document.value(.alt, of: NodeID(index)) {
          text += alternative.collapsingSpaces.utf8
        }
      case .root, .verbatim, .object: return nil
      }
      index += 1
    }
    let name = String(decoding: text, as: UTF8.self).collapsingSpaces
    // A title takes the place of a content that says nothing.
    return name.isEmpty && document.attribute(.title, of: node) != nil ? nil : name
  }

  /// Whether no attribute but one changes what an element is or says.
  private func isPlain(_ element: Node, butFor exception: AttributeName) -> Bool {
    for number in element.attributes {
      let name = document.attributes[Int(number)].name
      if name == exception { continue }
      if name.isAria || name == .title || name == .role || name == .alt { return false }
    }
    return true
  }
}

extension ElementName {
  /// Whether something else than its content is heard of the element.
  fileprivate var holdsOwnText: Bool {
    switch self {
    case .svg, .canvas, .object, .video, .audio, .iframe, .textarea, .select: true
    default: false
    }
  }

  /// Whether the element, without attributes, is no more than its text.
  fileprivate var isPhrase: Bool {
    switch self {
    case .span, .strong, .em, .b, .i, .u, .s, .small, .mark, .abbr, .cite, .q, .sub, .sup, .time, .bdi, .bdo: true
    default: false
    }
  }
}

extension String {
  /// Whether there is nothing in it but characters without a shape, such as the soft hyphen, and spaces.
  fileprivate var isSilent: Bool {
    !isHeard && unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint || $0.properties.isWhitespace }
  }

  /// Whether a sign or letter of ASCII stands in it, so that it is more than spaces.
  fileprivate var isHeard: Bool {
    let bytes = utf8.span
    for offset in bytes.indices where bytes[offset] > 0x20 && bytes[offset] < 0x7F { return true }
    return false
  }
}
