import RelireModel

extension MarkdownTree {
  // MARK: Text

  /// A piece of text that stands in the source.
  mutating func text(_ kind: MarkdownText, _ start: Int, _ end: Int) {
    switch kind {
    case .html: return addHTML(start, end)
    case .code:
      // Code is taken as a whole when it ends.
      if place == .inText { cursor = end }
      return
    case .normal, .reference, .softBreak, .hardBreak: break
    }
    flushHTML()
    // Around a code span that ends after a line end, md4c gives its last mark as text again.
    var start = place == .inText ? max(start, cursor) : start
    guard start < end else { return }
    let isEscaped =
      start > 0 && text[start - 1] == UInt8(ascii: "\\") && end == start + 1 && text[start].isPunctuation
      && (place != .inText || start > cursor)
    if isEscaped { start -= 1 }
    if place != .inText {
      if isMerelyMark(start, end) { return }
      startText(at: start)
    }
    isAfterBreak = false
    cursor = max(cursor, end)
    if isEscaped {
      add(String(UnicodeScalar(text[end - 1])), spelledBy: SourceRange(start, end))
    } else if kind == .reference {
      reference(start, end)
    } else {
      var start = start
      if !spans.isEmpty, let addressEnd = addressEnd(start, end) {
        if start < addressEnd { prose(start, addressEnd) }
        endAddress(at: addressEnd)
        start = addressEnd
      }
      prose(start, end)
    }
  }

  /// Comes to the first inline content of a block.
  private mutating func startText(at start: Int?) {
    if start == nil { seek() }
    var start = start ?? min(lines.offset, text.count)
    emitPieces(before: start)
    let mark = blockMark(at: start)
    if let mark { start = text.skipBlanks(mark.range.end) }
    openParagraph(at: start, isAlertTitle: isAlertTitle || mark?.kind == .alert)
    isAlertTitle = false
    cursor = start
    place = .inText
    isAfterBreak = false
  }

  /// The mark of a footnote or an alert that begins a paragraph without being part of it.
  @inline(__always)
  private func blockMark(at start: Int) -> Mask? {
    guard nextPiece < pieces.count else { return nil }
    let mask = pieces[nextPiece].mask
    switch mask.kind {
    case .alert, .footnoteDefinition, .abbreviation: return mask.range.contains(start) ? mask : nil
    default: return nil
    }
  }

  /// Passes over a text that is such a mark and nothing else: what follows begins the paragraph.
  private mutating func isMerelyMark(_ start: Int, _ end: Int) -> Bool {
    guard let mark = blockMark(at: start), text.skipBlanks(mark.range.end) >= end else { return false }
    seek()
    lines.advance(text, to: end)
    cursor = end
    isAlertTitle = mark.kind == .alert
    isAfterMark = true
    nextPiece += 1
    return true
  }

  private mutating func reference(_ start: Int, _ end: Int) {
    let reference = text.withUnsafeBufferPointer {
      CharacterReferences.reference(in: $0, at: start, end: end, isAttribute: false)
    }
    if let reference, reference.length == end - start {
      add(reference.text, spelledBy: SourceRange(start, end))
    } else {
      prose(start, end)
    }
  }

  /// Text, in which constructs may be masked.
  private mutating func prose(_ start: Int, _ end: Int) {
    guard nextPiece < pieces.count, pieces[nextPiece].mask.range.start < end else {
      return add(SourceRange(start, end))
    }
    var start = start
    while nextPiece < pieces.count, pieces[nextPiece].mask.range.start < end {
      let piece = pieces[nextPiece]
      let range = piece.mask.range
      if range.start > start { add(SourceRange(start, range.start)) }
      if range.end > start, imageDepth == 0, piece.mask.kind.isContent {
        builder.object(SourceRange(max(start, range.start), min(range.end, end)), isVisible: piece.isVisible)
      }
      start = max(start, min(range.end, end))
      if hasOwnBlanks(piece.mask) { start = min(text.skipBlanks(start), end) }
      nextPiece += 1
    }
    if start < end { add(SourceRange(start, end)) }
  }

  /// Whether the blanks after a construct are no part of the text.
  private func hasOwnBlanks(_ mask: Mask) -> Bool {
    switch mask.kind {
    // Those before it are, where there are some.
    case .attributeList: mask.range.start > 0 && text[mask.range.start - 1].isWhiteSpace
    case .changeMark: false
    default: !mask.kind.isContent
    }
  }

  private mutating func add(_ range: SourceRange) {
    if imageDepth == 0 { builder.text(range) } else { alternative.append(.verbatim(range)) }
  }

  private mutating func add(_ characters: String, spelledBy range: SourceRange) {
    if imageDepth == 0 {
      builder.text(characters, spelledBy: range)
    } else {
      alternative.append(.escape(characters, spelledBy: range))
    }
  }

  // MARK: Line ends

  /// What md4c says with a text of its own: a line end, or indentation in code.
  mutating func lineBreak(_ kind: MarkdownText, _ byte: UInt8) {
    switch kind {
    case .softBreak: softBreak()
    case .hardBreak: hardBreak()
    case .code, .html: if byte == 0x0A { lineCount += 1 }
    case .normal, .reference: break
    }
  }

  private mutating func softBreak() {
    flushHTML()
    let lineEnd = text.skipBlanks(cursor)
    guard place == .inText, lineEnd < text.count, text[lineEnd].isLineEnd else { return }
    let next = text.afterLineEnd(lineEnd)
    isAfterBreak = true
    if splitDepth > 0, splitParagraph(at: contentStart(next)) {
      cursor = next
      return
    }
    cursor = next
    // In CR LF the LF alone is the line end that is read; a lone CR is read as one.
    if text[next - 1] == 0x0A {
      add(SourceRange(next - 1, next))
    } else {
      add("\n", spelledBy: SourceRange(lineEnd, next))
    }
  }

  private mutating func hardBreak() {
    // After a footnote's mark alone there is nothing to break.
    if isAfterMark, place != .inText, lines.offset < text.count, text[lines.offset].isLineEnd { return }
    meetMarkup()
    let start = cursor
    let lineEnd = text.lineEnd(cursor)
    let next = text.afterLineEnd(lineEnd)
    cursor = next
    isAfterBreak = true
    if imageDepth == 0 {
      builder.open(.br, startTag: SourceRange(start, next))
      builder.close(end: next)
    } else if lineEnd < next {
      alternative.append(.escape("\n", spelledBy: SourceRange(lineEnd, next)))
    }
  }

  /// The first byte of a continued line that is neither white space nor the mark of a quotation.
  @inline(__always)
  private func contentStart(_ offset: Int) -> Int {
    var offset = text.skipWhiteSpace(offset)
    for _ in 0..<lines.quotationDepth {
      guard offset < text.count, text[offset] == UInt8(ascii: ">") else { break }
      offset = text.skipWhiteSpace(offset + 1)
    }
    return offset
  }

  /// Brings the cursor to the inline markup that opens or closes here.
  private mutating func meetMarkup() {
    flushHTML()
    if place != .inText { startText(at: nil) }
    guard isAfterBreak else { return }
    cursor = contentStart(cursor)
    isAfterBreak = false
  }

  // MARK: HTML

  private mutating func addHTML(_ start: Int, _ end: Int) {
    if case .html = blocks.last?.kind {
      passQuoteMarks(before: start)
    } else {
      if place != .inText { startText(at: start) }
      isAfterBreak = false
      cursor = end
    }
    pendingHTML = pendingHTML.map { SourceRange($0.start, end) } ?? SourceRange(start, end)
  }

  /// In a quotation the lines of a block of HTML begin with `>`, which is no HTML.
  private mutating func passQuoteMarks(before start: Int) {
    guard lines.quotationDepth > 0, let end = pendingHTML?.end else { return }
    let lineStart = text.afterLineEnd(text.lineEnd(end))
    guard lineStart < start else { return }
    for offset in lineStart..<start { text[offset] = 0x20 }
    quoteMarks.append(SourceRange(lineStart, start))
  }

  /// Gives the scanner the HTML that was read. On most pages there is none.
  @inline(__always)
  mutating func flushHTML() {
    if let range = pendingHTML { flushHTML(range) }
  }

  @inline(never)
  private mutating func flushHTML(_ range: SourceRange) {
    pendingHTML = nil
    if case .html = blocks.last?.kind {
      emitPieces(before: range.start)
      place = .afterBlock
    }
    cursor = range.end
    guard imageDepth == 0 else { return skipPieces(before: range.end) }
    let pieces = self.pieces
    let quoteMarks = self.quoteMarks
    var next = nextPiece
    var nextMark = 0
    let bytes = text
    bytes.withUnsafeBufferPointer { buffer in
      html.feed(range, of: buffer, into: &builder) { text, builder in
        var start = text.start
        while nextMark < quoteMarks.count, quoteMarks[nextMark].start < text.end {
          let mark = quoteMarks[nextMark]
          nextMark += 1
          guard mark.start >= start else { continue }
          HTMLFragmentScanner.text(
            SourceRange(start, mark.start), of: buffer, masking: pieces, &next, into: &builder)
          start = mark.end
        }
        if start < text.end {
          HTMLFragmentScanner.text(
            SourceRange(start, text.end), of: buffer, masking: pieces, &next, into: &builder)
        }
      }
    }
    self.quoteMarks.removeAll()
    skipPieces(before: range.end)
  }

  // MARK: Spans

  mutating func enter(_ span: MarkdownSpan) {
    meetMarkup()
    let start = cursor
    let length = markerLength(span)
    cursor += length
    // Where md4c takes something else for a link, there is none.
    let isOpened =
      imageDepth == 0 && (length > 0 || start >= text.count || text[start] != UInt8(ascii: "!"))
      && !(length == 0 && isAddressInLink(span))
    let depth = builder.depth
    var node = NodeID.none
    if isOpened, let name = Self.element(span) { node = builder.open(name, startTag: SourceRange(start, cursor)) }
    switch span {
    case .image:
      if isOpened { alternative = [] }
      imageDepth += 1
    case .link where node != .none: linkDepth += 1
    default: break
    }
    spans.append(OpenSpan(kind: span, node: node, depth: depth, start: start, markerLength: length))
  }

  /// Whether a link that has no mark is within another one: an address in a link's text is text, for Goldmark.
  private func isAddressInLink(_ span: MarkdownSpan) -> Bool {
    guard case .link = span else { return false }
    return linkDepth > 0
  }

  private static func element(_ span: MarkdownSpan) -> ElementName? {
    switch span {
    case .emphasis: .em
    case .strong: .strong
    case .deletion: .del
    case .code: .code
    case .link: .a
    // Opened when its alternative is known.
    case .image: nil
    }
  }

  /// Bytes of the opening marker at the cursor; 0 for an address that is a link by itself.
  @inline(__always)
  private func markerLength(_ span: MarkdownSpan) -> Int {
    guard cursor < text.count else { return 0 }
    let mark = text[cursor]
    switch span {
    case .emphasis: return mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") ? 1 : 0
    case .strong: return mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") ? min(2, text.count - cursor) : 0
    case .deletion: return min(2, text.runEnd(of: UInt8(ascii: "~"), cursor) - cursor)
    case .code: return text.runEnd(of: UInt8(ascii: "`"), cursor) - cursor
    case .link: return mark == UInt8(ascii: "[") || mark == UInt8(ascii: "<") ? 1 : 0
    case .image: return text.has("![", at: cursor) ? 2 : 0
    }
  }

  mutating func leaveSpan() {
    if pendingHTML != nil || isAfterBreak { meetMarkup() }
    guard let span = spans.popLast() else { return }
    switch span.kind {
    case .emphasis, .strong, .deletion: cursor = min(cursor + span.markerLength, text.count)
    case .code: endCode(span)
    case .link:
      endLink(span)
      if span.node != .none { linkDepth -= 1 }
    case .image: return endImage(span)
    }
    if span.node != .none { builder.close(toDepth: span.depth, end: cursor) }
  }

  private mutating func endCode(_ span: OpenSpan) {
    let contentStart = span.start + span.markerLength
    var offset = contentStart
    while let run = text.find("`", from: offset) {
      offset = text.runEnd(of: UInt8(ascii: "`"), run)
      guard offset - run == span.markerLength else { continue }
      cursor = offset
      if span.node != .none { builder.verbatim(SourceRange(contentStart, run)) }
      break
    }
    skipPieces(before: cursor)
  }
}
