import RelireDocuments
import RelireModel

/// Objectives that are announced and not given.
public struct EmptyObjectives: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/empty-objectives",
    severity: .warning,
    summary: Message(
      fr: "Les objectifs de la page sont annoncés mais vides.",
      en: "The page’s objectives are announced but empty."),
    rationale: Message(
      fr: "Une clé `objectifs` sans valeur, un libellé que rien ne suit ou des objectifs «\u{A0}à compléter\u{A0}» ne "
        + "disent rien au lecteur, et le site n’affiche rien ou affiche l’attente.",
      en: "An `objectifs` key without a value, a label with nothing after it, or objectives “to be completed” tell the "
        + "reader nothing; the site shows nothing, or shows the placeholder."),
    references: [.conventionOfTheSite],
    examples: [
      Example("---\ntitle: Le glossaire\n⟦objectifs⟧:\n---\n"),
      Example("---\ntitle: Le glossaire\n⟦objectifs⟧:\n- À compléter.\n---\n"),
      Example("---\ntitle: Le glossaire\n---\n\n⟦**_Objectifs:_**⟧\n_A compléter_\n"),
      Example("---\ntitle: Le glossaire\n---\n\n⟦## Objectifs⟧\n\n## Définitions\n"),
      Example("<div>⟦<strong>⟧Objectifs :</strong></div><p></p>", format: .html),
      Example("---\ntitle: Le glossaire\nobjectifs:\n- Retrouver une définition\n---\n"),
      Example("---\ntitle: Le glossaire\nobjectifs: Retrouver une définition\n---\n"),
      Example("<div><strong>Objectifs :</strong><ul><li>Retrouver une définition</li></ul></div>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    for section in page.settings.sections where section.isObjectives {
      guard let empty = section.emptyPlace(on: page) else { continue }
      findings.report(
        empty.range, empty.items.isEmpty ? .empty : .onlyPlaceholder, severity: section.severity)
    }
  }
}

extension Message {
  fileprivate static let empty = Message(
    fr: "Les objectifs sont annoncés mais vides\u{A0}: écrivez ce que le lecteur saura faire après la page.",
    en: "The objectives are announced but empty: write what the reader will be able to do after the page.")

  fileprivate static let onlyPlaceholder = Message(
    fr: "Les objectifs ne sont qu’un texte d’attente\u{A0}: écrivez ce que le lecteur saura faire après la page.",
    en: "The objectives are only a placeholder: write what the reader will be able to do after the page.")
}
