import RelireDocuments
import RelireLexicon
import RelireModel

/// A required section that does not stand where the site wants it.
public struct SectionOrder: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/section-order",
    severity: .warning,
    summary: Message(
      fr: "Une section n’est pas à la place que le site lui donne.",
      en: "A section does not stand where the site wants it."),
    rationale: Message(
      fr: "Le lecteur qui connaît une page du site cherche la même chose au même endroit sur les autres.",
      en: "Readers who know one page of the site look for the same thing in the same place on the others."),
    exceptions: Message(
      fr: "Une section tenue dans l’en-tête n’a pas de place dans le texte\u{A0}: le site la dispose.",
      en: "A section kept in the front matter has no place in the text: the site puts it where it belongs."),
    references: [.conventionOfTheSite],
    examples: [
      Example("## Délais\n\nDeux mois.\n\n⟦## Public⟧\n\nTous.\n", sections: ["Public=first"]),
      Example("⟦## Contact⟧\n\nLa mairie.\n\n## Délais\n\nDeux mois.\n", sections: ["Contact=last"]),
      Example(
        "<h2>Délais</h2><p>Deux mois.</p>⟦<h2>⟧Public</h2><p>Tous.</p>", format: .html, sections: ["Public=first"]),
      Example(
        "## Contact\n\nLa mairie.\n\n⟦## Public⟧\n\nTous.\n", sections: ["Contact", "Public=before Contact"]),
      Example("## Public\n\nTous.\n\n## Contact\n\nLa mairie.\n", sections: ["Contact", "Public=before Contact"]),
      Example("## Public\n\nTous.\n\n## Délais\n\nDeux mois.\n", sections: ["Public=first"]),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let sections = page.settings.sections
    guard sections.contains(where: { $0.position != .anywhere }) else { return }
    // The first place in the text of each section, in any order.
    let places = sections.map { section in FoundSection.all(section, on: page).first { $0.node != nil } }
    for (section, place) in zip(sections, places) where section.position != .anywhere {
      guard let place, let node = place.node, section.pages.matches(page) else { continue }
      /// Whether the other section is there and on the wrong side.
      func isMisplaced(_ other: String, _ isWrong: (NodeID) -> Bool) -> Bool {
        guard let index = sections.firstIndex(where: { $0.isTitle(FoldedText(other)) }) else { return false }
        return places[index]?.node.map(isWrong) ?? false
      }
      let isWrong =
        switch section.position {
        case .anywhere: false
        case .first: hasHeading(page) { $0 < node }
        case .last: hasHeading(page, besideBelow: place) { $0 > node }
        case .before(let other): isMisplaced(other) { $0 < node }
        case .after(let other): isMisplaced(other) { $0 > node }
        }
      if isWrong { findings.report(place.range, .misplaced(section), severity: section.severity) }
    }
  }

  /// Whether a part of the page (a heading below the main one) is where the condition says.
  private func hasHeading(_ page: Page, _ condition: (NodeID) -> Bool) -> Bool {
    page.outline.headings.contains { heading in
      heading.level > 1 && !heading.text.isEmpty && (heading.node.map(condition) ?? false)
    }
  }

  /// As above, headings inside the section itself left out.
  private func hasHeading(_ page: Page, besideBelow place: FoundSection, _ condition: (NodeID) -> Bool) -> Bool {
    let level = page.outline.headings.first { $0.node == place.node }?.level ?? 6
    return page.outline.headings.contains { heading in
      heading.level <= level && !heading.text.isEmpty && (heading.node.map(condition) ?? false)
    }
  }
}

extension Message {
  fileprivate static func misplaced(_ section: SectionModel) -> Message {
    let target: Message =
      switch section.position {
      case .anywhere: Message(fr: "", en: "")
      case .first: Message(fr: "avant toutes les autres parties", en: "before all other parts")
      case .last: Message(fr: "après toutes les autres parties", en: "after all other parts")
      case .before(let other): Message(fr: "avant «\u{A0}\(other)\u{A0}»", en: "before “\(other)”")
      case .after(let other): Message(fr: "après «\u{A0}\(other)\u{A0}»", en: "after “\(other)”")
      }
    return Message(
      fr: "La section «\u{A0}\(section.title)\u{A0}» n’est pas à sa place\u{A0}: mettez-la \(target.french).",
      en: "The section “\(section.title)” is out of place: put it \(target.english).")
  }
}
