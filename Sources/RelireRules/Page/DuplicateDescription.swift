import RelireModel

/// One description for several pages.
public struct DuplicateDescription: SiteRule {
  public static let metadata = RuleMetadata(
    id: "page/duplicate-description",
    severity: .warning,
    summary: Message(
      fr: "Plusieurs pages ont la même description.", en: "Several pages have the same description."),
    rationale: Message(
      fr:
        "La description s’affiche sous le titre dans les moteurs de recherche et les cartes du site\u{A0}: copiée d’une "
        + "autre page, elle annonce autre chose que ce que le lecteur trouvera.",
      en:
        "The description shows below the title in search engines and on the site’s cards: copied from another page it "
        + "announces something else than what the reader will find."),
    references: [
      .goodPractice(
        Message(fr: "une description propre à chaque page", en: "a description of its own for every page"))
    ],
    examples: [
      Example(
        "---\ntitle: Les licences\ndescription: ⟦Tout savoir⟧\n---\n",
        others: ["---\ntitle: Les formats\ndescription: Tout savoir.\n---\n"]),
      Example(
        "---\ntitle: Les licences\ndescription: Choisir une licence\n---\n",
        others: ["---\ntitle: Les formats\ndescription: Choisir un format\n---\n"]),
    ])

  public init() {}

  public func collect(from page: Page) -> ComparedText? { ComparedText(page.description, of: page) }

  public func judge(_ pages: [PageEvidence<ComparedText>], _ findings: inout SiteFindings) {
    for group in pages.duplicates() {
      for page in group {
        let other = group.first { $0.page != page.page }
        findings.report(page: page.page, page.value.range, .duplicate(other?.path ?? "", group.count - 1))
      }
    }
  }
}

extension Message {
  fileprivate static func duplicate(_ path: String, _ count: Int) -> Message {
    count == 1
      ? Message(
        fr: "Cette description est aussi celle de `\(path)`\u{A0}: dites ce que l’on trouve sur cette page-ci.",
        en: "This description is that of `\(path)` too: say what is to be found on this page.")
      : Message(
        fr: "Cette description est aussi celle de \(count) autres pages, dont `\(path)`\u{A0}: "
          + "dites ce que l’on trouve sur cette page-ci.",
        en: "This description is that of \(count) other pages too, `\(path)` among them: "
          + "say what is to be found on this page.")
  }
}
