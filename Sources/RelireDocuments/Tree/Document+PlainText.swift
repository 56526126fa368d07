import RelireModel

extension Document {
  /// What a text, a piece of code or another leaf says, its character references resolved, its tags left out.
  public func plainText(of leaf: NodeID) -> String {
    let node = self[leaf]
    switch node.kind {
    case .text: return text(of: leaf)
    case .verbatim where format == .html:
      return source.bytes.withUnsafeBufferPointer {
        CharacterReferences.text(of: node.range, in: $0, isAttribute: false)
      }
    case .verbatim: return source.string(node.range)
    case .object: return "\u{FFFC}"
    case .root, .element, .comment: return ""
    }
  }
}

extension ElementName {
  /// `h1` to `h6`.
  public var isHeading: Bool { rawValue >= ElementName.h1.rawValue && rawValue <= ElementName.h6.rawValue }

  /// Whether the element is set apart from what surrounds it, so that its text does not run on.
  public var formsBlock: Bool {
    switch Display.of(self) {
    case .block, .verbatimBlock, .lineBreak: true
    case .inline, .object, .hidden: false
    }
  }
}
