import RelireModel

/// Feeds a document builder from runs of HTML: a whole page, or the HTML blocks and tags inside Markdown.
///
/// One scanner serves a whole document. An element that opens in one run may close in another one, with
/// Markdown between; elements that Markdown has opened are never closed by a tag.
struct HTMLFragmentScanner {
  private var scanner = HTMLTagScanner()
  private(set) var constructor: HTMLTreeConstructor

  /// A page with more problems than this is not read by anybody.
  private static let maximumProblems = 1000

  init(isPage: Bool = false) { constructor = HTMLTreeConstructor(isPage: isPage) }

  /// Reads a run of HTML. Linear.
  ///
  /// - Parameters:
  ///   - bytes: the source, or a copy of the same length in which constructs are masked that are not HTML.
  ///   - text: called instead of `HTMLFragmentScanner.text` with each run of text, to find what is masked in it.
  mutating func feed(
    _ range: SourceRange, of bytes: UnsafeBufferPointer<UInt8>, into builder: inout DocumentBuilder,
    text: ((SourceRange, inout DocumentBuilder) -> Void)? = nil
  ) {
    var textStart = range.start
    if Self.isRawText(builder.stack.top) {
      textStart = feedRawText(from: range.start, range.end, bytes, into: &builder, text)
    }
    var offset = textStart
    while offset < range.end {
      let start = HTMLTagScanner.offset(of: UInt8(ascii: "<"), bytes, from: offset, range.end)
      if start < range.end {
        scanner.scan(bytes, at: start, end: range.end, inForeignContent: builder.stack.top.foreignRoot != 0)
        if scanner.kind == .text {
          offset = start + 1
          continue
        }
      }
      if start > textStart { feedText(SourceRange(textStart, start), bytes, into: &builder, text) }
      guard start < range.end else { return }
      offset = feedMarkup(range.end, bytes, into: &builder, text)
      textStart = offset
    }
    if range.end > textStart { feedText(SourceRange(textStart, range.end), bytes, into: &builder, text) }
  }

  // MARK: Text

  private mutating func feedText(
    _ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout DocumentBuilder,
    _ text: ((SourceRange, inout DocumentBuilder) -> Void)?
  ) {
    guard let start = constructor.textStart(range, in: bytes, &builder) else { return }
    let range = SourceRange(start, range.end)
    if let text { text(range, &builder) } else { Self.text(range, of: bytes, into: &builder) }
  }

  /// Gives the builder a run of text, with its character references resolved.
  static func text(
    _ range: SourceRange, of bytes: UnsafeBufferPointer<UInt8>, into builder: inout DocumentBuilder
  ) {
    guard HTMLTagScanner.offset(of: UInt8(ascii: "&"), bytes, from: range.start, range.end) < range.end else {
      return builder.text(range)
    }
    CharacterReferences.forEachPiece(of: range, in: bytes, isAttribute: false) { piece in
      switch piece {
      case .verbatim(let range): builder.text(range)
      case .escape(let characters, let range): builder.text(characters, spelledBy: range)
      }
    }
  }

  /// As above, of text in which constructs are masked: these become objects.
  ///
  /// - Parameter next: the first construct that may be in the text.
  static func text(
    _ range: SourceRange, of bytes: UnsafeBufferPointer<UInt8>, masking pieces: [MaskedText.Piece], _ next: inout Int,
    into builder: inout DocumentBuilder
  ) {
    var start = range.start
    while next < pieces.count, pieces[next].mask.range.start < range.end {
      let piece = pieces[next]
      next += 1
      guard piece.mask.range.start >= start else { continue }
      if piece.mask.range.start > start {
        text(SourceRange(start, piece.mask.range.start), of: bytes, into: &builder)
      }
      start = min(piece.mask.range.end, range.end)
      builder.object(SourceRange(piece.mask.range.start, start), isVisible: piece.isVisible)
    }
    if start < range.end { text(SourceRange(start, range.end), of: bytes, into: &builder) }
  }

  // MARK: Markup

  /// Handles what the scanner has scanned, and the raw text after it.
  /// - Returns: the offset after it.
  private mutating func feedMarkup(
    _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout DocumentBuilder,
    _ text: ((SourceRange, inout DocumentBuilder) -> Void)?
  ) -> Int {
    let range = scanner.range
    switch scanner.kind {
    case .startTag:
      let name = builder.elementName(scanner.name, in: bytes)
      addAttributes(bytes, to: &builder)
      let wasForeign = builder.stack.top.foreignRoot != 0
      constructor.startTag(name, range, isSelfClosing: scanner.isSelfClosing, in: &builder)
      let top = builder.stack.top
      if !wasForeign, top.name == name, builder[top.node].startTag == range, Self.isRawText(top) {
        return feedRawText(from: range.end, end, bytes, into: &builder, text)
      }
    case .endTag:
      constructor.endTag(builder.elementName(scanner.name, in: bytes), range, in: &builder)
    case .comment:
      constructor.willAddLeaf()
      builder.comment(range)
    case .characterData:
      constructor.willAddLeaf()
      builder.verbatim(range)
    case .unfinishedTag: builder.problems.append(.unfinishedTag(range))
    case .doctype, .text: break
    }
    return range.end
  }

  private func addAttributes(_ bytes: UnsafeBufferPointer<UInt8>, to builder: inout DocumentBuilder) {
    guard !scanner.attributes.isEmpty else { return }
    for raw in scanner.attributes {
      let name = builder.attributeName(raw.name, in: bytes)
      if builder.hasAttribute(name) {
        if builder.problems.count < Self.maximumProblems {
          builder.problems.append(.duplicateAttribute(raw.name, in: builder.source))
        }
        continue
      }
      // The value comes from the source itself: what is masked in it belongs to it.
      let value =
        raw.value.isEmpty
        ? ""
        : builder.source.bytes.withUnsafeBufferPointer {
          CharacterReferences.text(of: raw.value, in: $0, isAttribute: true)
        }
      builder.addAttribute(
        Attribute(name: name, nameRange: raw.name, valueRange: raw.value, value: value, quote: raw.quote))
    }
  }

  // MARK: Raw text

  private static func isRawText(_ entry: OpenElements.Entry) -> Bool {
    entry.foreignRoot == 0 && !HTMLElementTraits.of(entry.name).isDisjoint(with: [.rawText, .escapableRawText])
  }

  /// Reads the text of the innermost open element up to its end tag, or to the end when there is none.
  private mutating func feedRawText(
    from start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout DocumentBuilder,
    _ text: ((SourceRange, inout DocumentBuilder) -> Void)?
  ) -> Int {
    let name = builder.stack.top.name
    var offset = start
    while offset < end, name != .plaintext {
      offset = HTMLTagScanner.offset(of: UInt8(ascii: "<"), bytes, from: offset, end)
      guard offset < end else { break }
      if Self.endTag(name, startsAt: offset, end, bytes) {
        scanner.scan(bytes, at: offset, end: end)
        break
      }
      offset += 1
    }
    if name == .plaintext { offset = end }
    if offset > start {
      let range = SourceRange(start, offset)
      if let text {
        text(range, &builder)
      } else if HTMLElementTraits.of(name).contains(.rawText) {
        builder.text(range)
      } else {
        Self.text(range, of: bytes, into: &builder)
      }
    }
    guard offset < end else { return end }
    if scanner.kind == .endTag { constructor.endTag(name, scanner.range, in: &builder) }
    return scanner.range.end
  }

  /// Whether `</name` with an end after it stands at `offset`.
  private static func endTag(
    _ name: ElementName, startsAt offset: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "/") else { return false }
    var position = offset + 2
    for byte in name.knownSpelling.utf8 {
      guard position < end, bytes[position].asciiLowercased == byte else { return false }
      position += 1
    }
    guard position < end else { return false }
    return bytes[position].isHTMLSpace || bytes[position] == UInt8(ascii: ">") || bytes[position] == UInt8(ascii: "/")
  }
}
