import RelireModel

/// Hides footnote marks, attributes, emoji codes and formulas in running text, and leaves code spans, escapes and
/// comments alone.
struct InlineMasker {
  /// Bytes at which something may begin or a line ends.
  private static let special: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\n\r\\`<[{:$".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// Between which everything is a formula.
  private let formulas: FormulaDelimiters
  /// Whether the page may be written in a Markdown that is not Hugo's.
  let hasDialects: Bool
  /// For backtick runs of up to 31: no run of that length stands before this offset.
  private var missingTicks = InlineArray<32, Int>(repeating: 0)
  private var missingComment = 0
  /// From where on to where its end is known.
  private var paragraph = 0..<0
  private var missingDisplay = 0

  init(_ options: ReadingOptions) {
    formulas = options.formulas
    hasDialects = options.hasDialects
  }

  /// Masks up to the next line end that no construct spans, and gives its offset.
  mutating func mask(
    _ text: inout MaskedText, from first: Int, start: Int, guardian: inout ParserGuard
  ) -> Int {
    var offset = first
    let count = text.bytes.count
    while true {
      offset = Self.nextSpecial(text.bytes, offset)
      guard offset < count else { return count }
      let end: Int
      switch text.bytes[offset] {
      case 0x0A, 0x0D: return offset
      case UInt8(ascii: "\\"): end = escape(&text, offset, start)
      case UInt8(ascii: "`"): end = codeSpan(text.bytes, offset)
      case UInt8(ascii: "<"): end = comment(text.bytes, offset)
      case UInt8(ascii: "["):
        end = bracket(&text, offset)
        if guardian.neutralisesBrackets, text.bytes[offset] == UInt8(ascii: "[") {
          guardian.neutralise(&text, at: offset)
        }
      case UInt8(ascii: "{"): end = brace(&text, offset)
      case UInt8(ascii: ":"): end = Self.emoji(&text, offset)
      default: end = dollar(&text, offset, start)
      }
      if end > offset + 2 { guardian.lines(Self.lineEnds(text.bytes, offset, end)) }
      offset = end
    }
  }

  /// The hot loop: unchecked, since `offset` stays below the count and a byte below the table's 256.
  @inline(__always)
  private static func nextSpecial(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      special.withUnsafeBufferPointer { special in
        var offset = start
        while offset < bytes.count, !special[Int(bytes[offset])] { offset += 1 }
        return offset
      }
    }
  }

  private static func lineEnds(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var result = 0
    for offset in start..<end where bytes[offset] == 0x0A { result += 1 }
    return result
  }

  /// Where the paragraph ends at the latest: at the next empty line. Kept, so that many constructs in one
  /// paragraph look for it once.
  private mutating func paragraphEnd(_ bytes: [UInt8], from offset: Int) -> Int {
    if offset >= paragraph.upperBound || offset < paragraph.lowerBound {
      paragraph = offset..<Self.emptyLine(bytes, after: offset)
    }
    return paragraph.upperBound
  }

  private static func emptyLine(_ bytes: [UInt8], after offset: Int) -> Int {
    var lineEnd = bytes.lineEnd(offset)
    while lineEnd < bytes.count {
      let next = bytes.afterLineEnd(lineEnd)
      var content = next
      while content < bytes.count, bytes[content].isBlank || bytes[content] == UInt8(ascii: ">") { content += 1 }
      if content >= bytes.count || bytes[content].isLineEnd { return lineEnd }
      lineEnd = bytes.lineEnd(content)
    }
    return lineEnd
  }

  // MARK: Code and comments

  private mutating func codeSpan(_ bytes: [UInt8], _ start: Int) -> Int {
    let open = bytes.runEnd(of: UInt8(ascii: "`"), start)
    let length = open - start
    guard length < missingTicks.count, open >= missingTicks[length] else { return open }
    let limit = paragraphEnd(bytes, from: open)
    var offset = open
    while let run = bytes.find("`", from: offset, to: limit) {
      let end = bytes.runEnd(of: UInt8(ascii: "`"), run)
      if end - run == length { return end }
      offset = end
    }
    missingTicks[length] = limit
    return open
  }

  private mutating func comment(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start >= missingComment, bytes.has("<!--", at: start) else { return start + 1 }
    let limit = paragraphEnd(bytes, from: start)
    if let end = bytes.find("-->", from: start + 4, to: limit) { return end + 3 }
    missingComment = limit
    return start + 1
  }

  // MARK: Footnotes and emoji

  /// The offset of the `]` after a footnote's label, or nil.
  static func labelEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var offset = start
    while offset < bytes.count, offset - start < 200 {
      switch bytes[offset] {
      case UInt8(ascii: "]"): return offset > start ? offset : nil
      case UInt8(ascii: "["), 0x00...0x20: return nil
      default: offset += 1
      }
    }
    return nil
  }

  private func bracket(_ text: inout MaskedText, _ start: Int) -> Int {
    guard hasDialects, let end = DialectInline.bracketEnd(text.bytes, at: start) else {
      return Self.footnote(&text, start)
    }
    // `![[file]]` is one, too.
    let isEmbedded = start > 0 && text.bytes[start - 1] == UInt8(ascii: "!")
    Self.hide(&text, .templateTag, SourceRange(isEmbedded ? start - 1 : start, end))
    return end
  }

  private func brace(_ text: inout MaskedText, _ start: Int) -> Int {
    // The bytes are not held here: to be written to, they would be copied.
    guard start + 1 < text.bytes.count else { return start + 1 }
    if text.bytes[start + 1] == UInt8(ascii: ":") {
      guard let end = AttributeList.colonEnd(text.bytes, start) else { return start + 1 }
      return Self.attributes(&text, SourceRange(start, end))
    }
    guard hasDialects else { return start + 1 }
    if let range = Self.attributeList(text.bytes, start) { return Self.attributes(&text, range) }
    switch DialectInline.brace(text.bytes, at: start) {
    case .whole(let range, let isVisible):
      text.record(.templateTag, range, isVisible: isVisible)
      text.blankOrHide(range, from: 0)
      return range.end
    case .marks(let open, let close):
      for mark in [open, close] {
        text.record(.changeMark, mark)
        text.stop(mark)
      }
      return open.end
    case nil: return start + 1
    }
  }

  /// `{#id .class key=value}` next to the link, the image or the emphasis that it is about.
  private static func attributeList(_ bytes: [UInt8], _ start: Int) -> SourceRange? {
    guard start > 0 else { return nil }
    switch bytes[start - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "`"):
      guard let close = bytes.find("}", from: start, to: min(bytes.lineEnd(start), start + 500)),
        AttributeList.id(bytes, SourceRange(start, close + 1)) != nil
      else { return nil }
      return SourceRange(start, close + 1)
    default: return nil
    }
  }

  private static func attributes(_ text: inout MaskedText, _ range: SourceRange) -> Int {
    let id = AttributeList.id(text.bytes, range) ?? SourceRange(at: range.end)
    text.record(.attributeList, range, name: String(decoding: text.bytes[id.bounds], as: UTF8.self))
    text.stop(range)
    return range.end
  }

  private static func footnote(_ text: inout MaskedText, _ start: Int) -> Int {
    guard start + 1 < text.bytes.count, text.bytes[start + 1] == UInt8(ascii: "^"),
      let close = labelEnd(text.bytes, start + 2)
    else { return start + 1 }
    hide(&text, .footnoteReference, SourceRange(start, close + 1), name: (start + 2)..<close)
    return close + 1
  }

  private static func emoji(_ text: inout MaskedText, _ start: Int) -> Int {
    guard let end = emojiEnd(text.bytes, start) else { return start + 1 }
    hide(&text, .emoji, SourceRange(start, end + 1), name: (start + 1)..<end)
    return end + 1
  }

  /// The second colon of `:name:` standing alone; times (`10:30:45`), namespaces and addresses have a
  /// letter or digit before.
  static func emojiEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 2 < bytes.count, isBoundary(bytes, start - 1) else { return nil }
    var end = start + 1
    let isVote =
      (bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-")) && bytes[end + 1] == UInt8(ascii: "1")
    if isVote {
      end += 2
    } else if bytes[end] &- 0x61 < 26 {
      while end < bytes.count, end - start < 40, isEmojiByte(bytes[end]) { end += 1 }
    }
    guard end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: ":"),
      // French has a no-break space before a mark: `:tada:\u{202F}!`.
      isBoundary(bytes, end + 1) || bytes.noBreakSpace(at: end + 1) != nil
    else { return nil }
    return end
  }

  private static func isEmojiByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset >= 0, offset < bytes.count else { return true }
    let byte = bytes[offset]
    return !byte.isASCIIAlphanumeric && byte < 0x80 && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "/")
  }

  private static func hide(_ text: inout MaskedText, _ kind: Mask.Kind, _ range: SourceRange, name: Range<Int> = 0..<0)
  {
    text.record(kind, range, name: String(decoding: text.bytes[name], as: UTF8.self), isVisible: true)
    text.hide(range)
  }

  // MARK: Formulas

  private func escape(_ text: inout MaskedText, _ start: Int, _ textStart: Int) -> Int {
    let next = start + 1 < text.bytes.count ? text.bytes[start + 1] : 0x0A
    let end: Int?
    switch next {
    case UInt8(ascii: "("): end = delimitedEnd(text.bytes, start, "\\(", "\\)", .parentheses)
    case UInt8(ascii: "["): end = delimitedEnd(text.bytes, start, "\\[", "\\]", .brackets)
    default: return next.isPunctuation ? start + 2 : start + 1
    }
    guard let end else { return start + 2 }
    Self.formula(&text, SourceRange(start, end), textStart)
    return end
  }

  /// The end of `\(…\)` or `\[…\]`, when it holds a formula: `\[Ministère\]` is how a bracket is written.
  private func delimitedEnd(
    _ bytes: [UInt8], _ start: Int, _ open: StaticString, _ close: StaticString, _ delimiters: FormulaDelimiters
  ) -> Int? {
    var end = start + 2
    var lineEnds = 0
    while end < bytes.count, end - start < 2000, !bytes.has(open, at: end) {
      if bytes.has(close, at: end) { return isFormula(bytes, (start + 2)..<end, delimiters) ? end + 2 : nil }
      // A paragraph ends at an empty line.
      lineEnds = bytes[end] == 0x0A ? lineEnds + 1 : (bytes[end].isWhiteSpace ? lineEnds : 0)
      if lineEnds > 1 { return nil }
      end += 1
    }
    return nil
  }

  private mutating func dollar(_ text: inout MaskedText, _ start: Int, _ textStart: Int) -> Int {
    let run = text.bytes.runEnd(of: UInt8(ascii: "$"), start)
    let end: Int?
    switch run - start {
    case 1: end = inlineEnd(text.bytes, start)
    case 2: end = displayEnd(text.bytes, start)
    default: end = nil
    }
    guard let end else { return run }
    Self.formula(&text, SourceRange(start, end), textStart)
    return end
  }

  private func inlineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, !bytes[start + 1].isWhiteSpace,
      start == 0 || !(bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] >= 0x80)
    else { return nil }
    var end = start + 1
    // The bound keeps a line of openings without a close linear.
    while end < bytes.count, end - start < 300, !bytes[end].isLineEnd {
      if bytes[end] == UInt8(ascii: "\\") {
        end += 2
        continue
      }
      if bytes[end] == UInt8(ascii: "$"), !bytes[end - 1].isBlank {
        let after = end + 1 < bytes.count ? bytes[end + 1] : 0x20
        // `$5 et US$10`, `$A/$B` are amounts and variables.
        if !(after.isASCIIAlphanumeric || after == UInt8(ascii: "{") || after == UInt8(ascii: "$")) {
          return isFormula(bytes, (start + 1)..<end, .dollar) ? end + 1 : nil
        }
      }
      end += 1
    }
    return nil
  }

  private mutating func displayEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start >= missingDisplay else { return nil }
    let limit = paragraphEnd(bytes, from: start)
    guard let close = bytes.find("$$", from: start + 2, to: limit) else {
      missingDisplay = limit
      return nil
    }
    let isAlone = bytes[bytes.skipBlanks(start + 2)].isLineEnd
    return isAlone || isFormula(bytes, (start + 2)..<close, .twoDollars) ? close + 2 : nil
  }

  private func isFormula(_ bytes: [UInt8], _ range: Range<Int>, _ delimiters: FormulaDelimiters) -> Bool {
    formulas.contains(delimiters) || FormulaShape.isFormula(bytes, range)
  }

  private static func formula(_ text: inout MaskedText, _ range: SourceRange, _ textStart: Int) {
    text.blankOrHide(range, from: textStart)
    text.record(.formula, range, isVisible: text.bytes[range.start] == MaskedText.substitute)
  }
}
