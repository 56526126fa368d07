import RelireDocuments
import RelireLexicon
import RelireModel

/// More than one main heading on a page.
public struct MultipleH1: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/multiple-h1",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "La page a plusieurs titres principaux.", en: "The page has several main headings."),
    rationale: Message(
      fr:
        "Le titre de niveau 1 dit de quoi parle la page entière. Dans Hugo, le titre de l’en-tête en devient un\u{A0}: "
        + "une ligne qui commence par un seul `#` en ajoute un second.",
      en:
        "The level 1 heading says what the whole page is about. Hugo makes one of the front matter’s title: a line that "
        + "begins with a single `#` adds a second one."),
    exceptions: Message(
      fr:
        "Hors d’un site connu, rien ne dit que le titre de l’en-tête est affiché\u{A0}: le verdict revient à une personne.",
      en: "Outside a known site nothing tells that the front matter’s title is shown: the verdict is left to a person."),
    references: [
      .wcag("1.3.1"),
      .goodPractice(
        Message(
          fr: "un seul titre de niveau 1 par page\u{202F}; RGAA 9.1 ne l’exige pas",
          en: "one level 1 heading a page; RGAA 9.1 does not ask for it")),
    ],
    examples: [
      Example(
        "---\ntitle: Les licences\n---\n\n⟦# Les licences⟧\n\nDeux licences existent.\n",
        fixed: "---\ntitle: Les licences\n---\n\nDeux licences existent.\n"),
      Example("---\ntitle: Les licences\n---\n\n⟦# Choisir une licence⟧\n"),
      Example("# Les licences\n\n⟦# Les formats⟧\n"),
      Example("<h1>Les licences</h1>⟦<h1 id=formats>⟧Les formats</h1>", format: .html),
      Example("---\ntitle: Les licences\n---\n\n## Choisir une licence\n"),
      Example("# Les licences\n\n## Choisir une licence\n"),
      Example("<h1 hidden>Les licences</h1><h1>Les licences</h1>", format: .html),
      Example("<h1>Les licences</h1><dialog><h1>Choisir</h1></dialog>", format: .html),
      Example("<h1>Les licences</h1><div role=dialog aria-label=A><h1>Choisir</h1></div>", format: .html),
      Example("<h1>Les licences</h1><div class=fr-modal><h1>Choisir</h1></div>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let main = page.outline.headings.filter { $0.level == 1 }
    guard main.count > 1, let first = main.first else { return }
    let document = page.document
    for heading in main.dropFirst() where !heading.text.isEmpty {
      // A window opens over the page with a title of its own.
      if document.format == .html, let node = heading.node, document.window(around: node) != nil { continue }
      let repeats = FoldedText(heading.string(in: document)) == FoldedText(first.string(in: document))
      let isCertain = first.node != nil || page.place.role != .loose
      findings.report(
        heading.range(in: document),
        repeats ? first.node == nil ? .repeatedTitle : .repeated : .another(Self.second(heading, document)),
        fix: repeats ? removal(of: heading, from: document) : nil,
        verdict: isCertain ? .fault : .review)
    }
  }

  /// How a heading of level 2 is written there.
  private static func second(_ heading: Heading, _ document: Document) -> String {
    guard document.format == .html else { return "##" }
    return heading.node.map { document[$0].name.isHeading } ?? true ? "h2" : "aria-level=\"2\""
  }

  private func removal(of heading: Heading, from document: Document) -> Fix? {
    guard let node = heading.node, let edit = document.removalOfHeading(node) else { return nil }
    return Fix(.remove, .unsafe, [edit])
  }
}

extension Message {
  fileprivate static func another(_ second: String) -> Message {
    Message(
      fr: "La page a déjà un titre principal\u{A0}: donnez à celui-ci le niveau 2 (`\(second)`).",
      en: "The page has a main heading already: make this one level 2 (`\(second)`).")
  }

  fileprivate static let repeatedTitle = Message(
    fr: "Ce titre répète celui de l’en-tête (`title`), qui est déjà le titre principal de la page\u{A0}: retirez-le.",
    en: "This heading repeats the front matter’s `title`, which is the page’s main heading already: remove it.")

  fileprivate static let repeated = Message(
    fr: "Ce titre répète le titre principal de la page\u{A0}: retirez-le.",
    en: "This heading repeats the page’s main one: remove it.")

  fileprivate static let remove = Message(fr: "Retirer le titre répété", en: "Remove the repeated heading")
}
