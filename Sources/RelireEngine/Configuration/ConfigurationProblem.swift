import RelireModel

/// A fault in `.relire.yml`, with its place.
public struct ConfigurationProblem: Error, Sendable {
  public let path: String
  public let range: PositionRange
  public let message: Message
  /// The faulty line.
  public let excerpt: Excerpt

  init(path: String, range: SourceRange, message: Message, in bytes: [UInt8], _ lines: LineIndex) {
    self.path = path
    self.range = lines.positions(of: range)
    self.message = message
    excerpt = Excerpt(of: range, in: bytes, lines)
  }

  init(path: String, range: SourceRange, message: Message, in bytes: [UInt8]) {
    self.init(path: path, range: range, message: message, in: bytes, LineIndex(bytes))
  }

  /// `file:line:column: message`, the faulty line, and a caret under the fault.
  public func text(in language: MessageLanguage) -> String {
    let head = "\(path):\(range.start.line):\(range.start.column): \(message[language])"
    // A file that could not be read has no lines.
    if excerpt.text.isEmpty { return head }
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let visible = String(String.UnicodeScalarView(excerpt.text.unicodeScalars.map(Self.harmless)))
    let before = Self.scalarCount(in: excerpt.text, bytes: range.start.offset - excerpt.offset)
    let marked = Self.scalarCount(in: excerpt.text, bytes: range.end.offset - excerpt.offset) - before
    return """
      \(head)
       \(number) | \(visible)
       \(margin) | \(String(repeating: " ", count: before))\(String(repeating: "^", count: max(1, marked)))
      """
  }

  private static func scalarCount(in text: String, bytes: Int) -> Int {
    String(decoding: text.utf8.prefix(max(0, bytes)), as: UTF8.self).unicodeScalars.count
  }

  /// Control characters could rewrite the terminal; tabs would push the caret aside.
  private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
  }
}

/// A configuration that cannot be used: all that is wrong with it.
public struct ConfigurationError: Error, Sendable {
  public let problems: [ConfigurationProblem]

  public func text(in language: MessageLanguage) -> String {
    problems.map { $0.text(in: language) }.joined(separator: "\n")
  }
}
