import RelireDocuments
import RelireModel

/// A heading more than one level below the one before it.
public struct SkippedLevel: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/skipped-level",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "Un titre saute un ou plusieurs niveaux.", en: "A heading skips one level or more."),
    rationale: Message(
      fr: "Les personnes qui naviguent de titre en titre avec un lecteur d’écran croient qu’une partie manque quand "
        + "un titre de niveau 4 suit un titre de niveau 2. Le niveau dit la place du titre dans le plan, jamais sa "
        + "taille à l’écran.",
      en: "People who move from heading to heading with a screen reader think that a part is missing when a level 4 "
        + "heading follows a level 2 one. The level tells a heading’s place in the outline, never its size."),
    exceptions: Message(
      fr: "Le titre d’en-tête de la page compte comme titre de niveau 1. Remonter de plusieurs niveaux est normal. "
        + "Le premier titre d’une page n’est pas jugé.",
      en: "The front matter’s title counts as level 1. Going up several levels is fine. A page’s first heading is "
        + "not judged."),
    references: [
      .wcag("1.3.1"),
      .goodPractice(
        Message(
          fr: "RGAA 4.1.2, glossaire, «\u{A0}Titre\u{A0}»\u{A0}: la hiérarchie est recommandée, un saut de niveau n’est pas une "
            + "non-conformité au critère 9.1.",
          en: "RGAA 4.1.2, glossary, “Titre”: the hierarchy is recommended; a skipped level does not fail criterion 9.1."
        )),
    ],
    examples: [
      Example(
        "## Déposer une demande\n\n⟦#### Les pièces⟧\n\nUne copie suffit.\n",
        fixed: "## Déposer une demande\n\n### Les pièces\n\nUne copie suffit.\n"),
      Example(
        "---\ntitle: Déposer une demande\n---\n\n⟦### Les pièces⟧\n\n### Les délais\n",
        fixed: "---\ntitle: Déposer une demande\n---\n\n## Les pièces\n\n## Les délais\n"),
      Example("<h1>Déposer une demande</h1>⟦<h5 class=carte>⟧Les délais</h5>", format: .html),
      Example("<h2>Les pièces</h2>⟦<div role=heading aria-level=4>⟧Les copies</div>", format: .html),
      Example("---\ntitle: Déposer une demande\n---\n\n## Les pièces\n\n### Les copies\n\n## Les délais\n"),
      Example("<h1>Déposer</h1><h5 hidden>Menu</h5><h2>Les pièces</h2>", format: .html),
      Example("### Les copies\n\n## Les pièces\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let headings = page.outline.headings
    for (index, heading) in headings.enumerated().dropFirst() {
      let above = headings[index - 1].level
      guard heading.level > above + 1 else { continue }
      findings.report(
        heading.range(in: page.document), .skippedLevel(heading.level, after: above),
        fix: fix(index, to: above + 1, headings, page.document))
    }
  }

  /// Raises the heading and all that stands below it or beside it, so that the outline keeps its shape.
  private func fix(_ index: Int, to level: Int, _ headings: [Heading], _ document: Document) -> Fix? {
    let rise = headings[index].level - level
    var edits: [TextEdit] = []
    for heading in headings[index...] {
      guard heading.level >= headings[index].level else { break }
      guard let node = heading.node, let marker = document.headingMarker(node) else { return nil }
      edits.append(TextEdit(SourceRange(marker.start, marker.start + rise), ""))
    }
    return Fix(.raise(to: level), .unsafe, edits)
  }
}

extension Message {
  fileprivate static func skippedLevel(_ level: Int, after above: Int) -> Message {
    Message(
      fr: "Ce titre de niveau \(level) suit un titre de niveau \(above)\u{A0}: "
        + "donnez-lui le niveau \(above + 1), ou ajoutez le titre qui manque.",
      en: "This level \(level) heading follows a level \(above) one: "
        + "give it level \(above + 1), or add the heading that is missing.")
  }

  fileprivate static func raise(to level: Int) -> Message {
    Message(
      fr: "Passer ce titre, et ceux de la même partie, au niveau \(level)",
      en: "Raise this heading, and those of the same part, to level \(level)")
  }
}
