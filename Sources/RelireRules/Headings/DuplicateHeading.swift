import RelireDocuments
import RelireLexicon
import RelireModel

/// Two headings with the same text in the same part of the page.
public struct DuplicateHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/duplicate",
    severity: .warning,
    summary: Message(
      fr: "Deux titres d’une même partie portent le même texte.",
      en: "Two headings of the same part have the same text."),
    rationale: Message(
      fr: "Dans un sommaire ou une liste de titres, rien ne distingue deux lignes identiques, et un lien vers l’une "
        + "mène toujours à la première.",
      en: "In a table of contents or a list of headings nothing tells two identical lines apart, and a link to either "
        + "leads to the first."),
    exceptions: Message(
      fr: "Le même titre peut revenir dans des parties différentes («\u{A0}Exemple\u{A0}» sous chacune).",
      en: "The same heading may come back in different parts (“Example” under each)."),
    references: [.rgaa("9.1.2"), .wcag("2.4.6")],
    examples: [
      Example("## Les pièces\n\n## Les délais\n\n⟦## Les pièces⟧\n"),
      Example("<h2>Les pièces</h2><h2>Les délais</h2>⟦<h2>⟧Les pièces</h2>", format: .html),
      Example("## Le dépôt\n\n### Les pièces\n\n## Le retrait\n\n### Les pièces\n"),
      Example("<h2>Les pièces</h2><div hidden><h2>Les pièces</h2></div>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let headings = page.outline.headings
    guard headings.count > 1 else { return }
    /// The hashes of the texts met so far at each open level.
    var open: [(level: Int, texts: Set<UInt64>)] = []
    for heading in headings where heading.node != nil {
      while let last = open.last, last.level > heading.level { open.removeLast() }
      if open.last?.level != heading.level { open.append((heading.level, [])) }
      guard !heading.text.isEmpty, heading.text.count <= 400,
        let text = FoldedText.hash(utf8: page.document.prose.bytes[heading.text])
      else { continue }
      if !open[open.count - 1].texts.insert(text).inserted { findings.report(heading.range(in: page.document), .duplicate) }
    }
  }
}

extension Message {
  fileprivate static let duplicate = Message(
    fr: "Un titre de la même partie porte déjà ce texte\u{A0}: dites ce qui distingue celui-ci.",
    en: "A heading of the same part has this text already: say what sets this one apart.")
}
