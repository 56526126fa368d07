/// Text as YAML writes it.
enum YAMLText {
  /// Plain where that reads back as the same text, else between double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : FrontMatterList.quoted(text) }

  private static let reserved: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf",
  ]

  /// Whether a plain scalar in a block sequence is this text (YAML 1.2, 7.3.3), and a string by the older rules of
  /// YAML 1.1 too.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if "-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) || first.value <= 0x20 || last.value <= 0x20 {
      return false
    }
    if last == ":" || text.contains(": ") || text.contains(" #") { return false }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\u{FEFF}" || $0 == "\u{85}" }
    ) {
      return false
    }
    // Numbers and dates.
    if first.properties.numericType != nil || "+.".unicodeScalars.contains(first) { return false }
    return !reserved.contains(text.lowercased())
  }
}
