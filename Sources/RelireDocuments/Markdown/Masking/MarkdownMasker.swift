import RelireModel

/// Hides what Goldmark knows and md4c does not: footnotes, definition lists, attributes, emoji codes,
/// formulas and alerts; and what other Markdowns know: abbreviations, admonitions, modules.
///
/// Walks the page line by line with just enough of its block structure to leave code and comments
/// alone. Where that is wrong, in strange nestings, a construct is hidden in code, which is no prose
/// anyway. Linear: bytes without a meaning here are skipped by a table.
struct MarkdownMasker: ~Copyable {
  private struct Fence {
    let mark: UInt8
    let length: Int
    let quoteDepth: Int
    /// Columns of the list item around it.
    let indent: Int
  }

  private enum Previous {
    case blank, paragraph, definition, other
  }

  private var text: MaskedText
  private let start: Int
  private var offset: Int

  // The line being read.
  private var quoteDepth = 0
  private var indent = 0

  // The block structure so far.
  private var fence: Fence?
  private var previous = Previous.blank
  /// Where the paragraph began that the next line may continue, or that a `:` line may define.
  private var paragraphStart: Int?
  private var paragraphQuoteDepth = 0
  /// Columns at which the contents begin of the list item around it.
  private var paragraphItem = 0
  /// Whether the last item that was opened is a definition: another one may follow.
  private var isInDefinition = false
  /// As `paragraphItem`, of that definition's list.
  private var definitionItem = 0
  private var blankLines = 0
  /// Columns at which the contents of the open list items begin.
  private var itemIndents: [Int] = []
  private var guardian = ParserGuard()
  private var inline: InlineMasker
  private var mayHaveConflict = true

  static func mask(_ text: inout MaskedText, from start: Int, _ options: ReadingOptions) {
    var masker = MarkdownMasker(text: text, start: start, options)
    text = MaskedText([])
    masker.run()
    text = masker.text
  }

  private init(text: MaskedText, start: Int, _ options: ReadingOptions) {
    self.text = text
    self.start = start
    offset = start
    inline = InlineMasker(options)
  }

  private mutating func run() {
    while offset < text.bytes.count { line() }
  }

  // MARK: Lines

  private mutating func line() {
    readPrefix()
    guard offset < text.bytes.count, !text.bytes[offset].isLineEnd else { return blankLine() }
    if inFence() { return skipLine() }

    if previous != .paragraph {
      leaveItems()
      if indent - (itemIndents.last ?? 0) >= 4 { return otherLine() }
    }
    let content = offset
    readItemMarkers()
    guard offset < text.bytes.count, !text.bytes[offset].isLineEnd else {
      previous = .other
      return skipLine()
    }
    block(isItem: offset > content)
  }

  /// Passes over white space and `>`.
  private mutating func readPrefix() {
    quoteDepth = 0
    indent = 0
    readQuoteMarks()
  }

  private mutating func readQuoteMarks() {
    while offset < text.bytes.count {
      switch text.bytes[offset] {
      case 0x20: indent += 1
      case 0x09: indent += 4 - indent % 4
      case UInt8(ascii: ">") where indent < 4 || !itemIndents.isEmpty:
        quoteDepth += 1
        indent = 0
        if offset + 1 < text.bytes.count, text.bytes[offset + 1] == 0x20 { offset += 1 }
      default: return
      }
      offset += 1
    }
  }

  /// Closes the items that the line's indentation does not belong to.
  private mutating func leaveItems() {
    while let last = itemIndents.last, last > indent { itemIndents.removeLast() }
  }

  private mutating func readItemMarkers() {
    while offset < text.bytes.count {
      // Within a paragraph, a deep line is its text, and so is a number other than 1.
      let isText = previous == .paragraph && indent >= (itemIndents.last ?? 0)
      if isText, indent >= (itemIndents.last ?? 0) + 4 { return }
      var end = offset
      switch text.bytes[offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < text.bytes.count, end - offset < 10, text.bytes[end].isDigit { end += 1 }
        guard end < text.bytes.count, text.bytes[end] == UInt8(ascii: ".") || text.bytes[end] == UInt8(ascii: ")")
        else { return }
        if isText, end - offset > 1 || text.bytes[offset] != UInt8(ascii: "1") { return }
        end += 1
      default: return
      }
      guard end == text.bytes.count || text.bytes[end].isWhiteSpace else { return }
      let after = text.bytes.skipBlanks(end)
      let width = after - end
      if isText, after == text.bytes.count || text.bytes[after].isLineEnd { return }
      leaveItems()
      indent += end - offset + (width > 4 ? 1 : width)
      itemIndents.append(indent)
      offset = after
      previous = .other
      paragraphStart = nil
      isInDefinition = false
      guardian.startParagraph(indent: indent)
      readQuoteMarks()
    }
  }

  private mutating func blankLine() {
    skipLine()
    blankLines += 1
    if previous == .other || blankLines > 1 { paragraphStart = nil }
    if previous != .definition || blankLines > 1 { previous = .blank }
    guardian.startParagraph(indent: 0)
  }

  private mutating func otherLine() {
    skipLine()
    isInDefinition = false
    leaveParagraph(.other)
  }

  private mutating func leaveParagraph(_ kind: Previous) {
    previous = kind
    paragraphStart = nil
    blankLines = 0
  }

  private mutating func skipLine() {
    offset = text.bytes.afterLineEnd(text.bytes.lineEnd(offset))
  }

  // MARK: Fences

  private mutating func inFence() -> Bool {
    guard let fence else { return false }
    // A fence ends with the quotation or the list item around it.
    guard quoteDepth >= fence.quoteDepth, indent >= fence.indent else {
      self.fence = nil
      return false
    }
    if text.bytes[offset] == fence.mark {
      let end = text.bytes.runEnd(of: fence.mark, offset)
      let after = text.bytes.skipBlanks(end)
      if end - offset >= fence.length, after == text.bytes.count || text.bytes[after].isLineEnd { self.fence = nil }
    }
    leaveParagraph(.other)
    return true
  }

  private mutating func opensFence() -> Bool {
    let mark = text.bytes[offset]
    let end = text.bytes.runEnd(of: mark, offset)
    guard end - offset >= 3 else { return false }
    if mark == UInt8(ascii: "`"), text.bytes.find("`", from: end, to: text.bytes.lineEnd(end)) != nil { return false }
    fence = Fence(mark: mark, length: end - offset, quoteDepth: quoteDepth, indent: itemIndents.last ?? 0)
    return true
  }

  // MARK: Blocks

  private mutating func block(isItem: Bool) {
    if inline.hasDialects, DialectBlock.mayBegin(text.bytes[offset]), dialectBlock(isItem: isItem) { return }
    let first = offset
    switch text.bytes[offset] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if opensFence() { return otherLine() }
    case UInt8(ascii: "#"):
      if headingLine() { return }
    case UInt8(ascii: "="), UInt8(ascii: "-"):
      if underline() { return otherLine() }
    case UInt8(ascii: "["):
      if footnoteDefinition() { return }
      alert()
    case UInt8(ascii: ":"):
      if definition() { return }
    case UInt8(ascii: "{"):
      if !isItem, attributeLine() { return otherLine() }
    case UInt8(ascii: "*"):
      if abbreviation() { return }
    case UInt8(ascii: "<"):
      if text.bytes.has("<!--", at: offset) {
        let end = text.bytes.find("-->", from: offset + 4).map { $0 + 3 } ?? text.bytes.count
        offset = end
        return otherLine()
      }
      if conflict() { return otherLine() }
    default: break
    }
    if previous != .paragraph {
      paragraphStart = first
      paragraphQuoteDepth = quoteDepth
      paragraphItem = itemIndents.last ?? 0
      if paragraphItem <= definitionItem { isInDefinition = false }
    }
    previous = .paragraph
    blankLines = 0
    guardian.line(&text, at: offset, indent: indent)
    inlines()
  }

  /// Reads the line's text, and the next lines' as far as a construct goes on there.
  private mutating func inlines() {
    offset = inline.mask(&text, from: offset, start: start, guardian: &guardian)
    offset = text.bytes.afterLineEnd(offset)
  }

  private mutating func headingLine() -> Bool {
    let hashes = text.bytes.runEnd(of: UInt8(ascii: "#"), offset)
    guard hashes - offset <= 6, hashes == text.bytes.count || text.bytes[hashes].isWhiteSpace else { return false }
    trailingAttributes(from: hashes, to: text.bytes.lineEnd(hashes))
    offset = hashes
    inlines()
    leaveParagraph(.other)
    return true
  }

  /// The line of `=` or `-` under a heading; what follows the heading's text may be attributes.
  private mutating func underline() -> Bool {
    guard previous == .paragraph, let paragraphStart else { return false }
    let run = text.bytes.skipBlanks(text.bytes.runEnd(of: text.bytes[offset], offset))
    guard run == text.bytes.count || text.bytes[run].isLineEnd else { return false }
    var lineStart = offset
    while lineStart > start, !text.bytes[lineStart - 1].isLineEnd { lineStart -= 1 }
    guard lineStart > start else { return true }
    var end = lineStart - 1
    if end > start, text.bytes[end - 1] == 0x0D { end -= 1 }
    // Without a text before them they are the text.
    if end > paragraphStart, text.bytes[paragraphStart] != UInt8(ascii: "{") {
      trailingAttributes(from: paragraphStart, to: end)
    }
    return true
  }

  /// `{#id .class key="value"}` at the end of a heading.
  private mutating func trailingAttributes(from start: Int, to lineEnd: Int) {
    var end = lineEnd
    while end > start, text.bytes[end - 1].isBlank { end -= 1 }
    guard end > start, text.bytes[end - 1] == UInt8(ascii: "}") else { return }
    var open = end - 1
    while open > start, text.bytes[open] != UInt8(ascii: "{"), !text.bytes[open].isLineEnd { open -= 1 }
    guard text.bytes[open] == UInt8(ascii: "{") else { return }
    attributes(SourceRange(open, end))
  }

  /// A line of attributes for the block above it.
  private mutating func attributeLine() -> Bool {
    let lineEnd = text.bytes.lineEnd(offset)
    var end = lineEnd
    while end > offset, text.bytes[end - 1].isBlank { end -= 1 }
    return end > offset + 1 && text.bytes[end - 1] == UInt8(ascii: "}") && attributes(SourceRange(offset, end))
  }

  @discardableResult
  private mutating func attributes(_ range: SourceRange) -> Bool {
    guard let id = AttributeList.id(text.bytes, range) else { return false }
    text.record(.attributeList, range, name: String(decoding: text.bytes[id.bounds], as: UTF8.self))
    text.blank(range)
    return true
  }

  // MARK: Footnotes, definitions, alerts

  /// `[^1]: note` becomes a list item, which holds the note's blocks as a footnote does.
  private mutating func footnoteDefinition() -> Bool {
    guard text.bytes.has("[^", at: offset) else {
      if previous != .paragraph { text.definitions.append(offset) }
      return false
    }
    guard let close = InlineMasker.labelEnd(text.bytes, offset + 2) else { return false }
    guard text.bytes.has("]:", at: close) else { return brokenFootnote(close) }
    return note(.footnoteDefinition, SourceRange(offset, close + 2), name: (offset + 2)..<close)
  }

  /// `[^1] :`, which for the reader is a text that begins with a reference: it is read as what it was meant for.
  private mutating func brokenFootnote(_ close: Int) -> Bool {
    guard previous != .paragraph, close < text.bytes.count else { return false }
    var colon = close + 1
    while colon < text.bytes.count {
      guard let width = text.bytes[colon].isBlank ? 1 : text.bytes.noBreakSpace(at: colon) else { break }
      colon += width
    }
    guard colon > close + 1, text.bytes.has(": ", at: colon) else { return false }
    text.problems.append(.spacedFootnote(SourceRange(offset, colon + 1), space: SourceRange(close + 1, colon)))
    return note(.footnoteDefinition, SourceRange(offset, colon + 1), name: (offset + 2)..<close)
  }

  /// `*[SIGLE]: words`; with another `*` on its line it is an emphasis.
  private mutating func abbreviation() -> Bool {
    guard text.bytes.has("*[", at: offset), let close = LinkScanner.labelEnd(text.bytes, offset + 2),
      close > offset + 2, text.bytes.has("]:", at: close), close + 2 < text.bytes.count,
      text.bytes[close + 2].isBlank
    else { return false }
    let lineEnd = text.bytes.lineEnd(offset)
    guard close < lineEnd, text.bytes.find("*", from: offset + 1, to: lineEnd) == nil else { return false }
    return note(.abbreviation, SourceRange(offset, close + 2), name: (offset + 2)..<close)
  }

  /// Makes a list item of what `mark` begins: it holds blocks, and may follow a paragraph.
  private mutating func note(_ kind: Mask.Kind, _ mark: SourceRange, name: Range<Int>) -> Bool {
    text.record(kind, mark, name: String(decoding: text.bytes[name], as: UTF8.self))
    text.hide(mark)
    text.rewrite("1) ", at: mark.start)
    leaveParagraph(.other)
    itemIndents.append(indent + 3)
    guardian.startParagraph(indent: indent + 3)
    offset = mark.end
    inlines()
    return true
  }

  // MARK: Other Markdowns

  private mutating func dialectBlock(isItem: Bool) -> Bool {
    let startsBlock = previous != .paragraph && !isItem && quoteDepth == 0
    switch DialectBlock.find(text.bytes, at: offset, startsBlock: startsBlock) {
    case .title(let mark, let close):
      text.record(.alert, mark)
      text.record(.alert, close)
      text.hide(mark)
      text.stop(close)
      offset = mark.end
      leaveParagraph(.paragraph)
      inlines()
      return true
    case .lines(let range):
      text.record(.templateTag, range)
      text.blank(range)
      offset = range.end
      otherLine()
      return true
    case nil: return false
    }
  }

  /// Git's marks between two versions are told once and hidden: both versions are read.
  private mutating func conflict() -> Bool {
    guard mayHaveConflict, MergeConflict.begins(text.bytes, at: offset) else { return false }
    guard let conflict = MergeConflict(text.bytes, at: offset) else {
      mayHaveConflict = false
      return false
    }
    text.problems.append(.mergeConflict(conflict.lines[0]))
    for line in conflict.lines {
      text.record(.templateTag, line)
      text.blank(line)
    }
    return true
  }

  /// `: definition` after a paragraph becomes a list item as well.
  private mutating func definition() -> Bool {
    guard offset + 1 < text.bytes.count, text.bytes[offset + 1].isBlank else { return false }
    let content = text.bytes.skipBlanks(offset + 1)
    guard content < text.bytes.count, !text.bytes[content].isLineEnd else { return false }
    let isBesideParagraph =
      blankLines <= 1 && paragraphQuoteDepth == quoteDepth && paragraphItem == itemIndents.last ?? 0
      && paragraphItem <= indent
    if let paragraphStart, isBesideParagraph {
      text.terms.append(paragraphStart)
    } else if !isInDefinition {
      return false
    }
    text.record(.definitionMarker, SourceRange(offset, offset + 1))
    text.rewrite("+", at: offset)
    let width = content - offset
    leaveItems()
    definitionItem = itemIndents.last ?? 0
    indent += width > 5 ? 2 : width
    itemIndents.append(indent)
    guardian.startParagraph(indent: indent)
    offset = content
    inlines()
    leaveParagraph(.definition)
    isInDefinition = true
    return true
  }

  /// `[!NOTE]` at the head of a quotation.
  private mutating func alert() {
    guard quoteDepth > 0, previous != .paragraph, text.bytes.has("[!", at: offset) else { return }
    var end = offset + 2
    while end < text.bytes.count, text.bytes[end].isASCIILetter { end += 1 }
    let name = (offset + 2)..<end
    guard !name.isEmpty, end < text.bytes.count, text.bytes[end] == UInt8(ascii: "]") else { return }
    end += 1
    let isFolded =
      end < text.bytes.count && (text.bytes[end] == UInt8(ascii: "+") || text.bytes[end] == UInt8(ascii: "-"))
    if isFolded { end += 1 }
    guard end == text.bytes.count || text.bytes[end].isWhiteSpace else { return }
    let range = SourceRange(offset, end)
    text.record(.alert, range, name: String(decoding: text.bytes[name], as: UTF8.self))
    text.blankOrHide(range, from: start)
    offset = end
  }
}
