import RelireModel

/// A block of a generator's own Markdown that CommonMark takes for a paragraph. A line is judged by its first bytes
/// alone, unless these are such a block's.
///
/// Sources: Python-Markdown (admonitions), PyMdown Extensions (details, tabs, snippets), mkdocstrings, MDX (ESM), MyST
/// (directives), MDC (block components), HackMD (tags).
enum DialectBlock {
  /// The syntax before the title of a block, and the quotation mark after the title.
  case title(mark: SourceRange, close: SourceRange)
  /// Lines that are no text, without the last one's end.
  case lines(SourceRange)

  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "i"), UInt8(ascii: "e"):
      true
    default: false
    }
  }

  /// Whether a line that begins at `offset`, its indentation left out, may be such a block.
  static func isCandidate(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset < bytes.count, mayBegin(bytes[offset]) else { return false }
    return heads.contains { bytes.has($0, at: offset) }
  }

  /// The options of MyST follow a line of colons.
  private static let heads: [StaticString] = [
    "!!!", "???", "===", "--8<--", "@import ", "import ", "export ", "::", "###### tags",
  ]

  /// - Parameter startsBlock: whether the line follows no other one of its paragraph, list item or quotation.
  static func find(_ bytes: [UInt8], at offset: Int, startsBlock: Bool) -> DialectBlock? {
    switch bytes[offset] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard bytes.has("!!!", at: offset) || bytes.has("???", at: offset) else { return nil }
      return title(bytes, offset, typeStart: offset + (bytes.has("???+", at: offset) ? 4 : 3))
    case UInt8(ascii: "="):
      guard bytes.has("===", at: offset) else { return nil }
      var type = bytes.runEnd(of: UInt8(ascii: "="), offset)
      while type < bytes.count, bytes[type] == UInt8(ascii: "!") || bytes[type] == UInt8(ascii: "+") { type += 1 }
      let quote = bytes.skipBlanks(type)
      guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") else { return nil }
      return title(bytes, offset, typeStart: type)
    case UInt8(ascii: "-"): return snippet(bytes, offset)
    case UInt8(ascii: "@"):
      guard startsBlock, bytes.has("@import \"", at: offset) || bytes.has("@import '", at: offset) else { return nil }
      return .lines(line(bytes, offset))
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return startsBlock ? module(bytes, offset) : nil
    case UInt8(ascii: ":"): return bytes.has("::", at: offset) ? component(bytes, offset) : options(bytes, offset)
    case UInt8(ascii: "#"): return bytes.has("###### tags:", at: offset) ? .lines(line(bytes, offset)) : nil
    default: return nil
    }
  }

  // MARK: Titles

  /// `!!! type "Title"`, `??? "Title"`, `=== "Title"`; one without a title is left alone.
  private static func title(_ bytes: [UInt8], _ start: Int, typeStart: Int) -> DialectBlock? {
    let end = line(bytes, start).end
    guard let open = bytes.find("\"", from: typeStart, to: end), open + 1 < end, bytes[end - 1] == UInt8(ascii: "\"")
    else { return nil }
    for offset in typeStart..<open {
      let byte = bytes[offset]
      let isType =
        byte.isASCIIAlphanumeric || byte.isBlank || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte >= 0x80
      guard isType else { return nil }
    }
    // A block that has no title on purpose.
    if open + 2 == end { return .lines(SourceRange(start, end)) }
    return .title(mark: SourceRange(start, open + 1), close: SourceRange(end - 1, end))
  }

  // MARK: Lines

  /// `--8<-- "file"`, or the names of files between two lines of `--8<--`.
  private static func snippet(_ bytes: [UInt8], _ start: Int) -> DialectBlock? {
    guard bytes.has("--8<--", at: start) else { return nil }
    let first = line(bytes, start)
    if first.end > start + 6 { return .lines(first) }
    guard let close = bytes.find("--8<--", from: first.end, to: first.end + 2000), bytes[close - 1].isLineEnd else {
      return .lines(first)
    }
    return .lines(SourceRange(start, close + 6))
  }

  /// The imports and exports of a page that is a module, up to an empty line that no bracket spans.
  private static func module(_ bytes: [UInt8], _ start: Int) -> DialectBlock? {
    guard bytes.has("import ", at: start) || bytes.has("export ", at: start) else { return nil }
    var end = paragraphEnd(bytes, start)
    guard isModule(bytes, start, end) else { return nil }
    while isOpen(bytes, start..<end), end < bytes.count, end - start < 4000 {
      end = paragraphEnd(bytes, bytes.skipWhiteSpace(end))
    }
    return .lines(SourceRange(start, end))
  }

  private static func isModule(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let word = start + 7
    if bytes[start] == UInt8(ascii: "i") {
      if bytes.has("\"", at: word) || bytes.has("'", at: word) { return true }
      return bytes.find(" from \"", from: word, to: end) != nil || bytes.find(" from '", from: word, to: end) != nil
    }
    guard exported.contains(where: { bytes.has($0, at: word) }) else { return false }
    return codeMarks.contains { bytes.find($0, from: word, to: end) != nil }
  }

  private static let exported: [StaticString] = [
    "const ", "let ", "var ", "function ", "async function ", "class ", "default ", "{", "* from ",
  ]
  private static let codeMarks: [StaticString] = ["= ", "(", "{", ";"]

  private static func isOpen(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var depth = 0
    for offset in range {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  // MARK: Colons

  /// `::name` with data between two lines of dashes, `::: module.name` with options that are indented.
  private static func component(_ bytes: [UInt8], _ start: Int) -> DialectBlock? {
    let first = line(bytes, start)
    let next = bytes.afterLineEnd(bytes.lineEnd(first.end))
    let name = bytes.runEnd(of: UInt8(ascii: ":"), start)
    guard next < bytes.count else { return nil }
    if name < bytes.count, bytes[name].isBlank { return identifier(bytes, first, next) }
    guard name < bytes.count, bytes[name].isASCIILetter, bytes.has("---", at: next),
      bytes.skipBlanks(next + 3) == bytes.lineEnd(next),
      let close = bytes.find("\n---", from: next + 3), bytes.skipBlanks(close + 4) == bytes.lineEnd(close + 4)
    else { return nil }
    return .lines(SourceRange(start, close + 4))
  }

  private static func identifier(_ bytes: [UInt8], _ first: SourceRange, _ next: Int) -> DialectBlock? {
    let key = bytes.skipBlanks(next)
    guard key - next >= 4, key < bytes.count, bytes[key].isASCIILetter else { return nil }
    var keyEnd = key
    while keyEnd < bytes.count, bytes[keyEnd].isASCIIAlphanumeric || bytes[keyEnd] == UInt8(ascii: "_") { keyEnd += 1 }
    guard keyEnd < bytes.count, bytes[keyEnd] == UInt8(ascii: ":") else { return nil }
    var end = first.end
    var lineStart = next
    while lineStart < bytes.count {
      let content = bytes.skipBlanks(lineStart)
      guard content - lineStart >= 4, content < bytes.count, !bytes[content].isLineEnd else { break }
      end = line(bytes, content).end
      lineStart = bytes.afterLineEnd(bytes.lineEnd(content))
    }
    return .lines(SourceRange(first.start, end))
  }

  /// `:name: value` in the lines after `:::{directive}`.
  private static func options(_ bytes: [UInt8], _ start: Int) -> DialectBlock? {
    var nameEnd = start + 1
    while nameEnd < bytes.count, bytes[nameEnd].isASCIIAlphanumeric || bytes[nameEnd] == UInt8(ascii: "-") {
      nameEnd += 1
    }
    guard nameEnd > start + 1, nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ":"),
      nameEnd + 1 == bytes.count || bytes[nameEnd + 1].isWhiteSpace
    else { return nil }
    var lineStart = start
    // Past the options that come before: a directive has few.
    for _ in 0..<20 {
      while lineStart > 0, !bytes[lineStart - 1].isLineEnd { lineStart -= 1 }
      guard lineStart > 0 else { return nil }
      lineStart -= 1
      if lineStart > 0, bytes[lineStart] == 0x0A, bytes[lineStart - 1] == 0x0D { lineStart -= 1 }
      while lineStart > 0, !bytes[lineStart - 1].isLineEnd { lineStart -= 1 }
      let content = bytes.skipBlanks(lineStart)
      // One that was hidden before.
      if bytes[content].isLineEnd { continue }
      guard bytes[content] == UInt8(ascii: ":") else { return nil }
      let colons = bytes.runEnd(of: UInt8(ascii: ":"), content)
      if colons - content >= 3 { return bytes.has("{", at: colons) ? .lines(line(bytes, start)) : nil }
    }
    return nil
  }

  // MARK: Ends

  /// The line from `start` on, blanks at its end left out.
  private static func line(_ bytes: [UInt8], _ start: Int) -> SourceRange {
    var end = bytes.lineEnd(start)
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return SourceRange(start, end)
  }

  /// The end of the last line before an empty one.
  private static func paragraphEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = bytes.lineEnd(start)
    while end < bytes.count {
      let next = bytes.afterLineEnd(end)
      let content = bytes.skipBlanks(next)
      if content >= bytes.count || bytes[content].isLineEnd { break }
      end = bytes.lineEnd(content)
    }
    return end
  }
}
