import RelireDocuments
import RelireModel

/// A page that does not say what it is for.
public struct MissingObjectives: SiteRule {
  public static let metadata = RuleMetadata(
    id: "sections/missing-objectives",
    severity: .warning,
    summary: Message(
      fr: "La page n’énonce pas ses objectifs.", en: "The page does not state its objectives."),
    rationale: Message(
      fr:
        "Les objectifs disent d’emblée ce que le lecteur saura ou saura faire après la page\u{A0}: il sait s’il est au "
        + "bon endroit sans tout lire.",
      en:
        "Objectives tell at once what the reader will know or be able to do after the page: whether this is the right "
        + "place, without reading it all."),
    exceptions: Message(
      fr: "La page d’accueil, les pages que Hugo génère seul et les fichiers isolés sans en-tête n’ont pas à en avoir, "
        + "à moins que la configuration n’en demande à ces derniers. Un site dont aucune page n’énonce d’objectifs "
        + "reçoit un seul avis. Trois formes sont admises\u{A0}: la liste `objectifs` de l’en-tête, un titre "
        + "«\u{A0}Objectifs\u{A0}», un libellé en gras «\u{A0}Objectifs\u{A0}:\u{A0}»\u{202F}; une page en anglais "
        + "dit «\u{A0}Objectives\u{A0}».",
      en: "The home page, pages that Hugo makes by itself and loose files without a front matter need none, unless the "
        + "configuration asks for them in the latter. A site none of whose pages states any gets one notice. Three "
        + "forms are accepted: the front matter’s `objectifs` list, a heading “Objectifs”, a bold label “Objectifs :”; "
        + "a page in English says “Objectives”."),
    references: [.conventionOfTheSite],
    examples: [
      Example("---\ntitle: ⟦Les licences⟧\n---\n\nDeux licences existent.\n"),
      Example("---\ntitle: Les licences\nobjectifs:\n- Choisir une licence\n---\n"),
      Example("---\ntitle: Les licences\n---\n\n## Objectifs\n\n- Choisir une licence\n"),
      Example("---\ntitle: Les licences\n---\n\n**Objectifs\u{A0}:** choisir une licence.\n"),
      Example("Deux licences existent.\n"),
    ])

  public init() {}

  public func collect(from page: Page) -> SectionCensus.Evidence? {
    SectionCensus.collect(from: page, objectives: true)
  }

  public func judge(_ pages: [PageEvidence<SectionCensus.Evidence>], _ findings: inout SiteFindings) {
    SectionCensus.judge(pages, &findings)
  }
}
