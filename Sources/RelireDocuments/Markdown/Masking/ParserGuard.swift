import RelireModel

/// Keeps md4c's running time linear.
///
/// md4c 0.4.8 looks up the line of every bracket from the start of its paragraph, and writes every
/// missing cell of every row of a table: 800 KB of `[a](b)` lines in one paragraph take 8 s, 200 KB
/// of a wide table 6 s. Beyond bounds that no honest page reaches, brackets and table rules are
/// read as text.
struct ParserGuard {
  private static let lineLimit = 1000
  private static let columnLimit = 128

  private var lines = 0
  private var indent = 0
  private var isTable = false
  private var hasReported = false

  /// A blank line or a list item begins a new paragraph.
  mutating func startParagraph(indent: Int) {
    // Deep within a paragraph, what looks like a list item may be its text.
    guard lines == 0 || indent < self.indent + 6 else { return }
    lines = 0
    isTable = false
    self.indent = indent
  }

  /// Another line of text whose content begins at `offset`.
  mutating func line(_ text: inout MaskedText, at offset: Int, indent: Int) {
    lines += 1
    if lines == 1 { self.indent = indent }
    if lines == 2 { tableRule(&text, at: offset) }
  }

  /// Lines that an inline construct spans.
  mutating func lines(_ count: Int) { lines += count }

  var neutralisesBrackets: Bool { lines > Self.lineLimit && !isTable }

  mutating func neutralise(_ text: inout MaskedText, at offset: Int) {
    text.rewrite(".", at: offset)
    report(&text, at: offset)
  }

  private mutating func tableRule(_ text: inout MaskedText, at offset: Int) {
    var columns = 0
    var end = offset
    scan: while end < text.bytes.count {
      switch text.bytes[end] {
      case UInt8(ascii: "|"): columns += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: break scan
      }
      end += 1
    }
    guard columns > 0, end == text.bytes.count || text.bytes[end].isLineEnd else { return }
    isTable = true
    guard columns > Self.columnLimit else { return }
    text.rewrite(".", at: offset)
    report(&text, at: offset)
    isTable = false
  }

  private mutating func report(_ text: inout MaskedText, at offset: Int) {
    guard !hasReported else { return }
    hasReported = true
    text.problems.append(
      ReadingProblem(
        .markup, SourceRange(offset, offset + 1),
        Message(
          fr: "Ce paragraphe ou ce tableau est démesuré\u{A0}: à partir d’ici, ses liens et ses colonnes ne sont pas lus.",
          en: "This paragraph or table is excessively long: from here on its links and columns are not read.")))
  }
}
