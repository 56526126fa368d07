import RelireModel
import RelireSite

/// A translation that is older than the page that it translates.
public struct OutdatedTranslation: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/outdated-translation",
    severity: .warning,
    summary: Message(
      fr: "Une traduction est plus ancienne que la page traduite.",
      en: "A translation is older than the page that it translates."),
    rationale: Message(
      fr: "Les lecteurs de l’autre langue suivent une démarche qui n’a plus cours.",
      en: "Readers of the other language follow a procedure that no longer holds."),
    exceptions: Message(
      fr:
        "Les dates sont celles de la clé `lastmod`\u{202F}; quand une des deux pages n’en a pas, celles de Git, et le verdict "
        + "revient alors à une personne.",
      en:
        "The dates are those of the key `lastmod`; where one of the pages has none, those of Git, and the verdict is then "
        + "left to a person."),
    references: [.usage(Message(fr: "une traduction suit l’original", en: "a translation follows the original"))],
    examples: [
      Example(
        "---\ntitle: ⟦Homepage⟧\nlastmod: 2024-01-01\n---\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\nlastmod: 2024-03-01\n---\n"]),
      Example(
        "---\ntitle: Homepage\nlastmod: 2024-03-01\n---\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\nlastmod: 2024-03-01\n---\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> TranslationFacts? { page.translationFacts }

  public func judge(_ pages: [PageEvidence<TranslationFacts>], _ findings: inout SiteFindings) {
    for (source, target) in pages.translations(findings.site) {
      if let old = target.value.changed, let new = source.value.changed {
        if old < new { findings.report(page: target.page, target.value.place, .outdated(old, new)) }
      } else if let days = findings.site?.changeDays, let old = target.value.changed ?? days[target.value.path],
        let new = source.value.changed ?? days[source.value.path], old < new
      {
        findings.report(page: target.page, target.value.place, .outdated(old, new), verdict: .review)
      }
    }
  }
}

extension Message {
  fileprivate static func outdated(_ old: CalendarDate, _ new: CalendarDate) -> Message {
    Message(
      fr: "La page traduite a changé le \(new.standard), cette traduction le \(old.standard)\u{A0}: mettez-la à jour.",
      en:
        "The page that this translates was changed on \(new.standard), this translation on \(old.standard): bring it up to date."
    )
  }
}
