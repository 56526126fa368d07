import RelireModel

/// One title for several pages.
public struct DuplicateTitle: SiteRule {
  public static let metadata = RuleMetadata(
    id: "page/duplicate-title",
    severity: .warning,
    summary: Message(
      fr: "Plusieurs pages portent le même titre.", en: "Several pages have the same title."),
    rationale: Message(
      fr: "Rien ne distingue ces pages dans les onglets, les signets et les résultats de recherche.",
      en: "Nothing tells these pages apart in tabs, bookmarks and search results."),
    exceptions: Message(
      fr: "Hors d’un site connu, le verdict revient à une personne. Les pages de langues différentes ne sont pas "
        + "comparées.",
      en: "Outside a known site the verdict is left to a person. Pages in different languages are not compared."),
    references: [.rgaa("8.6.1"), .wcag("2.4.2")],
    examples: [
      Example("---\ntitle: ⟦Les licences⟧\n---\n", others: ["---\ntitle: « Les licences »\n---\n"]),
      Example(
        "<html lang=fr><head><title>⟦Les licences⟧</title></head></html>", format: .html,
        others: ["<html lang=fr><head><title>Les licences</title></head></html>"]),
      Example("---\ntitle: Les licences\n---\n", others: ["---\ntitle: Les formats\n---\n"]),
      Example("---\ntitle: Les marches\n---\n", others: ["---\ntitle: Les marchés\n---\n"]),
      Example(
        "---\ntitle: Contact\n---\n", path: "content/contact.fr.md",
        others: ["@content/contact.en.md\n---\ntitle: Contact\n---\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> ComparedText? { ComparedText(page.title, of: page) }

  public func judge(_ pages: [PageEvidence<ComparedText>], _ findings: inout SiteFindings) {
    for group in pages.duplicates() {
      for page in group {
        let other = group.first { $0.page != page.page }
        findings.report(
          page: page.page, page.value.range, .duplicate(other?.path ?? "", group.count - 1),
          verdict: page.value.isLoose ? .review : .fault)
      }
    }
  }
}

extension Message {
  fileprivate static func duplicate(_ path: String, _ count: Int) -> Message {
    count == 1
      ? Message(
        fr: "La page `\(path)` porte le même titre\u{A0}: dites ce qui distingue celle-ci.",
        en: "The page `\(path)` has the same title: say what sets this one apart.")
      : Message(
        fr: "\(count) autres pages portent le même titre, dont `\(path)`\u{A0}: dites ce qui distingue celle-ci.",
        en: "\(count) other pages have the same title, `\(path)` among them: say what sets this one apart.")
  }
}
