import RelireModel

/// What stands in running text of other generators' Markdown and is no text: expressions, marks of changes, links
/// between pages, citations.
///
/// Sources: MDX (expressions), CriticMarkup, Pandoc (citations), Obsidian and other wikis (links).
enum DialectInline {
  enum Found {
    /// Hidden as a whole; whether something is seen in its place.
    case whole(SourceRange, isVisible: Bool)
    /// Two marks around a text.
    case marks(SourceRange, SourceRange)
  }

  /// Longer ones are not looked for the end of: it keeps a page of openings linear.
  private static let longest = 500

  // MARK: Braces

  /// What opens with the `{` at `start`.
  static func brace(_ bytes: [UInt8], at start: Int) -> Found? {
    guard start + 2 < bytes.count else { return nil }
    switch (bytes[start + 1], bytes[start + 2]) {
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      return find("*/}", bytes, start).map { .whole(SourceRange(start, $0 + 3), isVisible: false) }
    case (UInt8(ascii: ">"), UInt8(ascii: ">")):
      return find("<<}", bytes, start).map { .whole(SourceRange(start, $0 + 3), isVisible: false) }
    case (UInt8(ascii: "~"), UInt8(ascii: "~")):
      guard let end = find("~~}", bytes, start), bytes.find("~>", from: start + 3, to: end) != nil else { return nil }
      return .whole(SourceRange(start, end + 3), isVisible: true)
    case (UInt8(ascii: "+"), UInt8(ascii: "+")): return marks("++}", bytes, start)
    case (UInt8(ascii: "-"), UInt8(ascii: "-")): return marks("--}", bytes, start)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): return marks("==}", bytes, start)
    default: return expressionEnd(bytes, start).map { .whole(SourceRange(start, $0), isVisible: true) }
    }
  }

  private static func find(_ close: StaticString, _ bytes: [UInt8], _ start: Int) -> Int? {
    bytes.find(close, from: start + 3, to: start + longest)
  }

  private static func marks(_ close: StaticString, _ bytes: [UInt8], _ start: Int) -> Found? {
    guard let end = find(close, bytes, start), end > start + 3, !hasEmptyLine(bytes, start..<end) else { return nil }
    return .marks(SourceRange(start, start + 3), SourceRange(end, end + 3))
  }

  private static func hasEmptyLine(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].contains(0x0A) && range.contains { bytes[$0] == 0x0A && isEmptyLine(bytes, $0 + 1) }
  }

  private static func isEmptyLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    let content = bytes.skipBlanks(start)
    return content >= bytes.count || bytes[content].isLineEnd
  }

  /// The end of the expression that opens at `start`; nil where the braces may well hold a text. A string, a call or an
  /// operator makes an expression, a name alone does not.
  private static func expressionEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var isCode = false
    var depth = 0
    var offset = start
    let limit = min(bytes.count, start + longest)
    while offset < limit {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return isCode ? offset + 1 : nil }
      case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"):
        // `{l'eau}` has an apostrophe.
        if byte == UInt8(ascii: "'"), bytes[offset - 1].isASCIIAlphanumeric || bytes[offset - 1] >= 0x80 { break }
        guard let close = stringEnd(bytes, offset, limit) else { return nil }
        isCode = true
        offset = close
      case UInt8(ascii: "("):
        if bytes[offset - 1].isASCIIAlphanumeric { isCode = true }
      case UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "|"):
        let next = offset + 1 < limit ? bytes[offset + 1] : 0
        if next == UInt8(ascii: ">") || next == byte { isCode = true }
      case UInt8(ascii: "?"):
        if bytes[offset - 1] == 0x20, bytes.find(" : ", from: offset, to: min(limit, bytes.lineEnd(offset))) != nil,
          isName(bytes, start + 1, offset - 1)
        {
          isCode = true
        }
      case 0x0A:
        if isEmptyLine(bytes, offset + 1) { return nil }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private static func stringEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var offset = start + 1
    while offset < limit, bytes[offset] != bytes[start] {
      if bytes[offset].isLineEnd, bytes[start] != UInt8(ascii: "`") { return nil }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return offset < limit ? offset : nil
  }

  /// Whether there is one name and no word beside it: `a`, `props.a`.
  private static func isName(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    start < end
      && bytes[start..<end].allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "!")
      }
  }

  // MARK: Brackets

  /// The end of `[[page]]` or of `[@key]` that opens at `start`; nil where it is something else, or a link's text.
  static func bracketEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 2 < bytes.count else { return nil }
    let isWiki = bytes[start + 1] == UInt8(ascii: "[")
    let isCitation =
      bytes[start + 1] == UInt8(ascii: "@")
      || (bytes[start + 1] == UInt8(ascii: "-") && bytes[start + 2] == UInt8(ascii: "@"))
    guard isWiki || isCitation else { return nil }
    let content = start + (isWiki ? 2 : 1)
    var hasLetter = false
    var end = content
    let limit = min(bytes.count, start + longest)
    while end < limit, bytes[end] != UInt8(ascii: "]") {
      if bytes[end] == UInt8(ascii: "[") || bytes[end].isLineEnd || bytes[end] == UInt8(ascii: "^") { return nil }
      if bytes[end].isASCIILetter { hasLetter = true }
      end += 1
    }
    // `[[1]]` is the number of a note.
    guard end < limit, hasLetter else { return nil }
    end += 1
    if isWiki {
      guard end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
      end += 1
    }
    let isLinked =
      end < bytes.count
      && (bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: ":"))
    return isLinked ? nil : end
  }
}
