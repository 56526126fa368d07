import RelireDocuments
import RelireModel

/// A heading more than one level below the one before it.
public struct SkippedLevel: DocumentRule, SiteRule {
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
        + "Le premier titre d’une page n’est pas jugé, ni celui que précède un code court (shortcode) qui peut écrire un "
        + "titre\u{A0}: la page générée l’est. Un titre que le modèle du site répète n’est signalé qu’une fois.",
      en: "The front matter’s title counts as level 1. Going up several levels is fine. A page’s first heading is "
        + "not judged, nor is one after a shortcode that may print a heading: its generated page is. A heading that the "
        + "theme repeats is reported once."),
    references: [
      .wcag("1.3.1"),
      .goodPractice(
        Message(
          fr:
            "RGAA 4.1.2, glossaire, «\u{A0}Titre\u{A0}»\u{A0}: la hiérarchie est recommandée, un saut de niveau n’est pas une "
            + "non-conformité au critère 9.1",
          en:
            "RGAA 4.1.2, glossary, “Titre”: the hierarchy is recommended; a skipped level does not fail criterion 9.1"
        )),
    ],
    examples: [
      Example(
        "## Déposer une demande\n\n⟦#### Les pièces⟧\n\nUne copie suffit.\n",
        fixed: "## Déposer une demande\n\n### Les pièces\n\nUne copie suffit.\n"),
      Example(
        "---\ntitle: Déposer une demande\n---\n\n⟦### Les pièces⟧\n\n### Les délais\n",
        fixed: "---\ntitle: Déposer une demande\n---\n\n## Les pièces\n\n## Les délais\n"),
      Example(
        "<h1>Déposer une demande</h1>⟦<h5 class=carte>⟧Les délais</h5>", format: .html,
        others: ["<h1>Renouveler</h1><h5 class=carte>Les pièces</h5>"]),
      Example("<h2>Les pièces</h2>⟦<div role=heading aria-level=4>⟧Les copies</div>", format: .html),
      Example("---\ntitle: Déposer une demande\n---\n\n## Les pièces\n\n### Les copies\n\n## Les délais\n"),
      Example("<h1>Déposer</h1><h5 hidden>Menu</h5><h2>Les pièces</h2>", format: .html),
      Example("### Les copies\n\n## Les pièces\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.document.format != .html else { return }
    let headings = page.outline.headings
    for (index, above) in Self.jumps(in: headings) {
      let heading = headings[index]
      if Self.mayFollowAnother(headings[index - 1], heading, page) { continue }
      findings.report(
        heading.range(in: page.document), .skippedLevel(heading.level, after: above),
        fix: fix(index, to: above + 1, headings, page.document))
    }
  }

  /// The headings that skip a level, by index, with the level of the one before.
  private static func jumps(in headings: [Heading]) -> [(index: Int, above: Int)] {
    headings.indices.dropFirst().compactMap { index in
      let above = headings[index - 1].level
      return headings[index].level > above + 1 ? (index, above) : nil
    }
  }

  /// Whether a shortcode between two headings may print one: only the generated page shows the outline.
  private static func mayFollowAnother(_ before: Heading, _ heading: Heading, _ page: Page) -> Bool {
    let document = page.document
    let start = before.node.map { document[$0].range.end } ?? document.frontMatter?.range.end ?? 0
    let end = heading.range(in: document).start
    return document.masks.contains { mask in
      guard mask.kind == .shortcode, mask.range.start >= start, mask.range.end <= end else { return false }
      return page.site?.templates.mayPrintHeading(mask.name, call: document.source.string(mask.range)) ?? true
    }
  }

  // MARK: The published site

  /// A jump on a published page: most are the theme's, the same on all pages.
  public struct Jump: Sendable {
    let range: SourceRange
    let level: Int
    let above: Int
    /// What makes two headings of different pages one heading of the theme.
    let signature: String
  }

  public func collect(from page: Page) -> [Jump]? {
    guard page.document.format == .html else { return nil }
    var headings = page.outline.headings
    var found = Self.jumps(in: headings)
    if found.isEmpty { return nil }
    // Closed windows are no part of what is read.
    headings.removeAll { $0.node.map { page.document.isClosedByFramework($0) } ?? false }
    found = Self.jumps(in: headings)
    let jumps = found.map { index, above in
      let heading = headings[index]
      return Jump(
        range: heading.range(in: page.document), level: heading.level, above: above,
        signature: heading.signature(in: page.document))
    }
    return jumps.isEmpty ? nil : jumps
  }

  public func judge(_ pages: [PageEvidence<[Jump]>], _ findings: inout SiteFindings) {
    var groups: [String: [(page: Int, jump: Jump)]] = [:]
    for page in pages {
      for jump in page.value { groups[jump.signature, default: []].append((page.page, jump)) }
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      let pageCount = Set(group.map(\.page)).count
      if pageCount > 1, let first = group.first {
        let levels = Set(group.map(\.jump.above)).sorted()
        findings.report(
          page: first.page, first.jump.range, .repeated(first.jump.level, after: levels, pageCount),
          pages: pageCount)
      } else {
        for (page, jump) in group {
          findings.report(page: page, jump.range, .skippedLevel(jump.level, after: jump.above))
        }
      }
    }
  }

  // MARK: Fix

  /// Raises the heading and all that stands below it or beside it, so that the outline keeps its shape.
  private func fix(_ index: Int, to level: Int, _ headings: [Heading], _ document: Document) -> Fix? {
    let rise = headings[index].level - level
    var edits = TextEdits()
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

  fileprivate static func repeated(_ level: Int, after levels: [Int], _ pageCount: Int) -> Message {
    func list(_ or: String) -> String {
      let names = levels.map { String($0) }
      return names.count < 2
        ? names.joined() : names.dropLast().joined(separator: ", ") + " \(or) \(names[names.count - 1])"
    }
    let english = list("or")
    return Message(
      fr: "Sur \(pageCount) pages, ce titre de niveau \(level) suit un titre de niveau \(list("ou"))\u{A0}: "
        + "corrigez-le une fois, dans le modèle du site.",
      en: "On \(pageCount) pages this level \(level) heading follows a level \(english) one: "
        + "correct it once, in the site’s template.")
  }

  fileprivate static func raise(to level: Int) -> Message {
    Message(
      fr: "Passer ce titre, et ceux de la même partie, au niveau \(level)",
      en: "Raise this heading, and those of the same part, to level \(level)")
  }
}
