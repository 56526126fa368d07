import RelireDocuments
import RelireModel
import RelireRules
import TestSupport
import Testing

/// What holds for the fixes of all typographic rules together.
@Suite struct TypographyFixTests {
  private static let rules = RuleRegistry.rules.filter { $0.id.family == "typography" }

  private static let pieces = [
    "mot", "Mot", "l", "qu", "Etat", "été", "données", "12", "3", "1500", "2024", "M.", "Mme", "art", "n°", "etc", "km",
    "€",
    " ", " ", " ", " ", "  ", "\u{A0}", "\u{202F}", ".", "..", "...", "…", ",", ";", ":", "!", "?", "?!", "'", "’",
    "\"", "“", "”",
    "«", "»", "(", ")", "[", "]", "-", "--", "–", "—", "%", "h", "/", "x", "<b>", "</b>", "*", "**", "\u{200B}",
    "e\u{301}", "\t",
  ]

  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 3...16, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  private func fixes(_ text: String, _ format: Document.Format, locale: String, onlySafe: Bool) -> [Fix] {
    Checking.findings(Self.rules, on: Checking.page(text, format, locale: locale)).compactMap(\.appliedFix)
      .filter { !onlySafe || $0.safety == .safe }
  }

  @Test(arguments: ["fr-FR", "fr-CA", "fr-CH"], [Document.Format.text, .html, .markdown])
  func fixingComesToAnEnd(locale: String, format: Document.Format) {
    for text in Self.texts(120, seed: 3) {
      let fixed = Edits.converge(text, rounds: 12) { fixes($0, format, locale: locale, onlySafe: false) }
      #expect(fixed != nil, "\(Visible.text(text))")
    }
  }

  @Test(arguments: [Document.Format.text, .html, .markdown])
  func safeFixesKeepEveryLetter(format: Document.Format) {
    // Combining marks stay: `e` + U+0301 and `é` are the same letter for `==`.
    func letters(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.value &- 0x30 < 10
              || $0.properties.canonicalCombiningClass != .notReordered
          }))
    }
    for text in Self.texts(200, seed: 11) {
      let fixed = Edits.apply(fixes(text, format, locale: "fr-FR", onlySafe: true), to: text)
      #expect(letters(fixed) == letters(text), "\(Visible.text(text))")
    }
  }
}
