import RelireModel

extension MarkdownTree {
  /// Reads the rest of a link's markup and gives the element its attributes.
  mutating func endLink(_ span: OpenSpan) {
    switch span.markerLength == 0 ? 0 : text[span.start] {
    case UInt8(ascii: "["):
      let target = endTarget(labelStart: span.start + 1)
      guard span.node != .none, let target else { return }
      addAttributes(of: target, .href, to: span.node)
      if let mask = piece(at: cursor)?.mask, mask.kind == .attributeList { addAttributes(in: mask.range) }
      builder.assignAttributes(to: span.node)
    case UInt8(ascii: "<"):
      let content = SourceRange(span.start + 1, max(span.start + 1, cursor))
      if cursor < text.count, text[cursor] == UInt8(ascii: ">") { cursor += 1 }
      assignAddress(content, to: span.node)
    default: assignAddress(SourceRange(span.start, max(span.start, cursor)), to: span.node)
    }
  }

  /// An image is one object: its element is made when all of it is known.
  mutating func endImage(_ span: OpenSpan) {
    imageDepth -= 1
    let contentEnd = cursor
    let target = span.markerLength == 0 ? nil : endTarget(labelStart: span.start + 2)
    guard imageDepth == 0 else { return }
    let node = builder.open(.img, startTag: SourceRange(span.start, max(span.start, cursor)))
    let label = SourceRange(min(span.start + span.markerLength, contentEnd), contentEnd)
    builder.addAttribute(
      Attribute(
        name: .alt, nameRange: SourceRange(at: label.start), valueRange: label,
        value: MarkdownEscapes.text(of: alternative, in: builder.source.bytes), quote: 0))
    if !alternative.isEmpty { builder.prose(.alternative, of: node, pieces: alternative) }
    alternative = []
    if let target { addAttributes(of: target, .src, to: node) }
    builder.assignAttributes(to: node)
    builder.close(end: max(span.start, cursor))
  }

  /// Moves the cursor past `](destination "title")`, `][label]`, `[]` or a mere `]`.
  /// - Returns: the target, of a reference the one in its definition.
  private mutating func endTarget(labelStart: Int) -> LinkScanner.Target? {
    guard cursor < text.count, text[cursor] == UInt8(ascii: "]") else { return nil }
    let label = SourceRange(labelStart, max(labelStart, cursor))
    cursor += 1
    defer { skipPieces(before: cursor) }
    if let target = LinkScanner.inline(text, at: cursor) {
      cursor = target.end
      return target
    }
    let own = definitions.target(of: label, in: text)
    guard cursor < text.count, text[cursor] == UInt8(ascii: "["), let end = LinkScanner.labelEnd(text, cursor + 1)
    else { return own }
    let reference = SourceRange(cursor + 1, end)
    let target = reference.isEmpty ? own : definitions.target(of: reference, in: text)
    // Without a definition of that name the brackets after a defined one are text.
    if target != nil || own == nil { cursor = end + 1 }
    return target ?? own
  }

  /// Adds the destination and the title to the attributes that the element is given next.
  private mutating func addAttributes(of target: LinkScanner.Target, _ name: AttributeName, to node: NodeID) {
    let destination = target.destination
    builder.addAttribute(
      Attribute(
        name: name, nameRange: SourceRange(at: destination.start), valueRange: destination,
        value: MarkdownEscapes.text(of: destination, in: builder.source.bytes), quote: 0))
    guard let title = target.title else { return }
    let source = builder.source.bytes
    let pieces = MarkdownEscapes.pieces(of: title, in: source)
    if !pieces.isEmpty { builder.prose(.attribute, of: node, pieces: pieces) }
    builder.addAttribute(
      Attribute(
        name: .title, nameRange: SourceRange(at: title.start), valueRange: title,
        value: MarkdownEscapes.text(of: pieces, in: source), quote: source[title.start - 1]))
  }

  /// Adds what the braces after a link say of it, as far as rules ask for that.
  private mutating func addAttributes(in braces: SourceRange) {
    let bytes = builder.source.bytes
    for pair in AttributeList.pairs(bytes, braces) {
      let name = bytes.withUnsafeBufferPointer { builder.attributeName(pair.key, in: $0) }
      guard [.target, .rel, .title, .ariaLabel].contains(name), !builder.hasAttribute(name) else { continue }
      builder.addAttribute(
        Attribute(
          name: name, nameRange: pair.key, valueRange: pair.value, value: builder.source.string(pair.value),
          quote: pair.quote))
    }
  }

  /// Where an address that is its own link ends in a text of it: before a no-break space, a quotation mark or other
  /// punctuation beyond ASCII, and the punctuation that this follows. md4c takes all of it for a part of the address,
  /// Goldmark does not.
  /// - Returns: nil where all of the text belongs to the address.
  func addressEnd(_ start: Int, _ end: Int) -> Int? {
    guard let span = spans.last, case .link = span.kind, span.markerLength == 0, span.node != .none else { return nil }
    let stop = (start..<end).first { text[$0] > 0x7F && isForeignPunctuation($0) }
    guard var end = stop else { return nil }
    // Parentheses that were opened before the address.
    var surplus = text[span.start..<end].reduce(0) {
      $0 + ($1 == UInt8(ascii: ")") ? 1 : 0) - ($1 == UInt8(ascii: "(") ? 1 : 0)
    }
    while end > start {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): end -= 1
      case UInt8(ascii: ")") where surplus > 0:
        end -= 1
        surplus -= 1
      default: return end
      }
    }
    return end
  }

  /// Whether U+00A0, `«`, `»` or a character of the block of general punctuation stands at an offset.
  private func isForeignPunctuation(_ offset: Int) -> Bool {
    guard offset + 1 < text.count else { return false }
    let next = text[offset + 1]
    return text[offset] == 0xE2 ? next == 0x80 : text[offset] == 0xC2 && (next == 0xA0 || next == 0xAB || next == 0xBB)
  }

  /// Ends the innermost span, such an address, before md4c does.
  mutating func endAddress(at end: Int) {
    guard let span = spans.last else { return }
    let textEnd = cursor
    cursor = end
    endLink(span)
    builder.close(toDepth: span.depth, end: end)
    spans[spans.count - 1].node = .none
    linkDepth -= 1
    cursor = textEnd
  }

  /// An address that is its own link.
  private mutating func assignAddress(_ range: SourceRange, to node: NodeID) {
    guard node != .none else { return }
    var value = builder.source.string(range)
    if value.hasPrefix("www.") {
      value = "http://" + value
    } else if !value.utf8.contains(UInt8(ascii: ":")), value.utf8.contains(UInt8(ascii: "@")) {
      value = "mailto:" + value
    }
    builder.addAttribute(
      Attribute(name: .href, nameRange: SourceRange(at: range.start), valueRange: range, value: value, quote: 0))
    builder.assignAttributes(to: node)
  }
}
