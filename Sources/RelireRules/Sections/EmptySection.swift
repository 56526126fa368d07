import RelireDocuments
import RelireModel

/// A required section that is announced and not given.
public struct EmptySection: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/empty-section",
    severity: .warning,
    summary: Message(
      fr: "Une section que le site demande est vide.", en: "A section that the site asks for is empty."),
    rationale: Message(
      fr:
        "Un titre que rien ne suit, une clé sans valeur ou un texte d’attente promettent ce que la page ne donne pas.",
      en: "A heading with nothing below it, a key without a value or a placeholder promise what the page does not give."
    ),
    exceptions: Message(
      fr: "Les objectifs ont leur propre règle.", en: "Objectives have a rule of their own."),
    references: [.conventionOfTheSite],
    examples: [
      Example(
        "---\ntitle: Déposer une demande\n---\n\n⟦## Contact⟧\n\n## Délais\n\nDeux mois.\n", sections: ["Contact"]),
      Example("---\ntitle: Déposer une demande\n⟦contact⟧:\n---\n", sections: ["Contact"]),
      Example("<h2>Délais</h2>⟦<h2>⟧Contact</h2><p>À compléter</p>", format: .html, sections: ["Contact"]),
      Example("---\ntitle: Déposer une demande\n---\n\n## Contact\n\nLa mairie.\n", sections: ["Contact"]),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    for section in page.settings.sections where !section.isObjectives && section.pages.matches(page) {
      guard let empty = section.emptyPlace(on: page) else { continue }
      findings.report(empty.range, .empty(section.title), severity: section.severity)
    }
  }
}

extension Message {
  fileprivate static func empty(_ title: String) -> Message {
    Message(
      fr:
        "La section «\u{A0}\(title)\u{A0}» est vide\u{A0}: écrivez-la, ou retirez-la si cette page n’en a pas besoin.",
      en: "The section “\(title)” is empty: write it, or remove it if this page does not need it.")
  }
}
