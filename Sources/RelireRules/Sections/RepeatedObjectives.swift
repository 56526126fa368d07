import RelireDocuments
import RelireLexicon
import RelireModel

/// Objectives copied from another page.
public struct RepeatedObjectives: SiteRule {
  public static let metadata = RuleMetadata(
    id: "sections/repeated-objectives",
    severity: .warning,
    summary: Message(
      fr: "Plusieurs pages énoncent les mêmes objectifs.", en: "Several pages state the same objectives."),
    rationale: Message(
      fr: "Des objectifs copiés d’une autre page annoncent au lecteur autre chose que ce qu’il va trouver.",
      en: "Objectives copied from another page announce something else than what the reader will find."),
    exceptions: Message(
      fr: "Des textes d’attente identiques sont l’affaire de la règle `sections/empty-objectives`.",
      en: "Identical placeholders are what `sections/empty-objectives` is for."),
    references: [.conventionOfTheSite],
    examples: [
      Example(
        "---\ntitle: Les licences\n⟦objectifs⟧:\n- Choisir une licence\n---\n",
        others: ["---\ntitle: Les formats\nobjectifs:\n- Choisir une licence.\n---\n"]),
      Example(
        "---\ntitle: Les licences\nobjectifs:\n- Choisir une licence\n---\n",
        others: ["---\ntitle: Les formats\nobjectifs:\n- Choisir un format\n---\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> ComparedText? {
    guard page.document.format != .html, page.hasFoundSections else { return nil }
    for section in page.settings.sections where section.isObjectives && section.isRequired(on: page) {
      guard section.emptyPlace(on: page) == nil, let found = FoundSection.all(section, on: page).first else { continue }
      let text = found.items.map(\.text).joined(separator: " / ")
      return ComparedText(PageText(text: text, range: found.range), of: page)
    }
    return nil
  }

  public func judge(_ pages: [PageEvidence<ComparedText>], _ findings: inout SiteFindings) {
    for group in pages.duplicates() {
      for page in group {
        let other = group.first { $0.page != page.page }
        findings.report(page: page.page, page.value.range, .repeated(other?.path ?? ""))
      }
    }
  }
}

extension Message {
  fileprivate static func repeated(_ path: String) -> Message {
    Message(
      fr: "Ces objectifs sont aussi ceux de `\(path)`\u{A0}: dites ce que le lecteur saura faire après cette page-ci.",
      en: "These objectives are those of `\(path)` too: say what the reader will be able to do after this page.")
  }
}
