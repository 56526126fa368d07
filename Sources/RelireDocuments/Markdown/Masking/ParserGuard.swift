import RelireModel

/// Keeps md4c's running time linear.
///
/// md4c 0.4.8 looks up the line of every bracket from the start of its paragraph, and writes every
/// missing cell of every row of a table: 800 KB of `[a](b)` lines in one paragraph take 8 s, 200 KB
/// of a wide table 6 s. Beyond bounds that no honest page reaches, brackets and table rules are
/// read as text.
struct ParserGuard {
  static let lineLimit = 1000
  private static let columnLimit = 128

  private var lines = 0
  private var indent = 0
  private var firstLine = 0
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
    if lines == 1 {
      self.indent = indent
      firstLine = offset
    }
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
    guard let rule = TableRule(text.bytes, at: offset) else { return }
    // md4c does not ask for this, GitHub and Goldmark do.
    guard rule.columns == TableRule.cellCount(text.bytes, at: firstLine) else {
      return text.rewrite(".", at: offset)
    }
    guard rule.columns <= Self.columnLimit else { return neutralise(&text, at: offset) }
    text.widenings += rule.widenings
    isTable = true
  }

  private mutating func report(_ text: inout MaskedText, at offset: Int) {
    guard !hasReported else { return }
    hasReported = true
    text.problems.append(
      ReadingProblem(
        .markup, SourceRange(offset, offset + 1),
        Message(
          fr: "Ce paragraphe ou ce tableau est démesuré\u{A0}: à partir d’ici, ses liens et ses colonnes ne sont pas "
            + "lus.",
          en: "This paragraph or table is excessively long: from here on its links and columns are not read.")))
  }
}
