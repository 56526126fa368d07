import RelireDocuments
import RelireLexicon
import RelireModel

/// A page whose first heading says its title over again.
public struct RepeatedTitle: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/repeated-title",
    severity: .info,
    fix: .unsafe,
    summary: Message(
      fr: "Le premier titre de la page répète son titre.", en: "The page’s first heading repeats its title."),
    rationale: Message(
      fr: "Le site affiche déjà le titre de l’en-tête en haut de la page\u{A0}: le lecteur le lit deux fois de suite.",
      en: "The site shows the front matter’s title at the top of the page already: the reader meets it twice in a row."),
    exceptions: Message(
      fr: "Un titre de niveau 1 répété est l’affaire de la règle `headings/multiple-h1`.",
      en: "A repeated level 1 heading is what `headings/multiple-h1` is for."),
    references: [
      .usage(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example(
        "---\ntitle: Les licences\n---\n\n⟦## Les licences⟧\n\nDeux licences existent.\n",
        fixed: "---\ntitle: Les licences\n---\n\nDeux licences existent.\n"),
      Example("---\ntitle: Les licences\n---\n\n## Choisir une licence\n"),
      Example("---\ntitle: Les licences\n---\n\nDeux licences existent.\n\n## Les licences\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    let headings = page.outline.headings
    guard headings.count > 1, case .title = headings[0].origin, let node = headings[1].node, headings[1].level > 1,
      // Only where nothing stands before it.
      document.children(of: .root).first(where: { document[$0].kind == .element }) == node
    else { return }
    let title = FoldedText(headings[0].string(in: document))
    guard !title.isEmpty, title == FoldedText(headings[1].string(in: document)) else { return }
    findings.report(
      headings[1].range(in: document), .repeated,
      fix: document.removalOfHeading(node).map { Fix(.remove, .unsafe, [$0]) }, verdict: .review)
  }
}

extension Message {
  fileprivate static let repeated = Message(
    fr: "Ce premier titre répète celui de la page\u{A0}: retirez-le.",
    en: "This first heading repeats the page’s title: remove it.")

  fileprivate static let remove = Message(fr: "Retirer le titre répété", en: "Remove the repeated heading")
}
