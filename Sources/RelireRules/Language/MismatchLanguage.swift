import RelireAccessibility
import RelireDocuments
import RelireModel

/// A page that declares two languages at once.
public struct MismatchLanguage: ElementRule {
  public static let metadata = RuleMetadata(
    id: "language/mismatch",
    severity: .error,
    summary: Message(
      fr: "Les attributs lang et xml:lang de la page se contredisent.",
      en: "The page’s lang and xml:lang attributes disagree."),
    rationale: Message(
      fr: "Selon le logiciel, la page est lue dans une langue ou dans l’autre.",
      en: "Depending on the software the page is read in one language or the other."),
    references: [.rgaa("8.4.1"), .wcag("3.1.1"), .act("5b7ae0")],
    examples: [
      Example("<html lang=fr xml:lang=⟦en⟧><body>a</body></html>", format: .html),
      Example("<html lang=fr xml:lang=fr-FR><body>a</body></html>", format: .html),
    ])

  public static let elements: [ElementName] = [.html]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard let lang = document.value(.lang, of: element), let xml = document.attribute(.xmlLang, of: element),
      !lang.trimmingSpaces.isEmpty, !xml.value.trimmingSpaces.isEmpty,
      LanguageSubtag.check(primaryOf: lang) != .unknown,
      LanguageTag(lang.trimmingSpaces).primary != LanguageTag(xml.value.trimmingSpaces).primary
    else { return }
    findings.report(xml.valueRange, .differs)
  }
}

extension Message {
  fileprivate static let differs = Message(
    fr: "lang et xml:lang disent deux langues différentes\u{A0}: gardez lang seul.",
    en: "lang and xml:lang state two different languages: keep lang alone.")
}
