import RelireAccessibility
import RelireDocuments
import RelireModel

/// A page whose declared language does not exist.
public struct InvalidLanguage: ElementRule {
  public static let metadata = RuleMetadata(
    id: "language/invalid",
    severity: .error,
    summary: Message(
      fr: "La langue déclarée de la page n’existe pas.",
      en: "The page’s declared language does not exist."),
    rationale: Message(
      fr: "Un code inconnu équivaut à aucune langue\u{A0}: le lecteur d’écran garde la sienne.",
      en: "An unknown code is as good as none: a screen reader keeps its own language."),
    references: [.rgaa("8.4.1"), .wcag("3.1.1"), .act("bf051a")],
    examples: [
      Example("<html lang=⟦francais⟧><body>a</body></html>", format: .html),
      Example("<html lang=fr-NC><body>a</body></html>", format: .html),
    ])

  public static let elements: [ElementName] = [.html]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    guard let lang = page.document.attribute(.lang, of: element), !lang.value.trimmingSpaces.isEmpty else { return }
    switch LanguageSubtag.check(primaryOf: lang.value) {
    case .valid: break
    case .unknown: findings.report(lang.valueRange, .unknown)
    case .hasShorterForm(let code): findings.report(lang.valueRange, .shorter(code), verdict: .review)
    }
  }
}

extension Message {
  fileprivate static let unknown = Message(
    fr: "Ce code de langue n’existe pas\u{A0}: pour le français, écrivez «\u{A0}fr\u{A0}».",
    en: "This language code does not exist: for French, write “fr”.")

  fileprivate static func shorter(_ code: String) -> Message {
    Message(
      fr: "Ce code à trois lettres est toléré par le RGAA, mais les navigateurs attendent «\u{A0}\(code)\u{A0}».",
      en: "RGAA tolerates this three-letter code, but browsers expect “\(code)”.")
  }
}
