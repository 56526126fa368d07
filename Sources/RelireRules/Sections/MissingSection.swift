import RelireDocuments
import RelireModel

/// A page without a section that the site's configuration asks for.
public struct MissingSection: SiteRule {
  public static let metadata = RuleMetadata(
    id: "sections/missing-section",
    severity: .warning,
    summary: Message(
      fr: "Une section que le site demande manque à la page.", en: "A section that the site asks for is missing."),
    rationale: Message(
      fr: "Des pages bâties sur le même plan se parcourent sans réfléchir\u{A0}: le lecteur sait où trouver à qui "
        + "s’adresse la page, ce qu’il faut préparer, à qui écrire.",
      en:
        "In pages built on one plan readers find their way without thinking: they know where it says whom the page is "
        + "for, what to prepare, whom to write to."),
    exceptions: Message(
      fr: "Seules les sections de la clé `sections` de la configuration sont demandées, et aux pages qu’elle désigne. "
        + "Les objectifs ont leur propre règle.",
      en: "Only the sections under `sections` in the configuration are asked for, of the pages that it names. "
        + "Objectives have a rule of their own."),
    references: [.conventionOfTheSite],
    examples: [
      Example("---\ntitle: ⟦Déposer une demande⟧\n---\n\nUne copie suffit.\n", sections: ["Contact"]),
      Example("---\ntitle: Déposer une demande\ncontact: mairie@exemple.nc\n---\n", sections: ["Contact"]),
      Example("---\ntitle: Déposer une demande\n---\n\n## Contact\n\nLa mairie.\n", sections: ["Contact"]),
    ])

  public init() {}

  public func collect(from page: Page) -> SectionCensus.Evidence? {
    SectionCensus.collect(from: page, objectives: false)
  }

  public func judge(_ pages: [PageEvidence<SectionCensus.Evidence>], _ findings: inout SiteFindings) {
    SectionCensus.judge(pages, &findings)
  }
}
