import RelireDocuments
import RelireModel

/// Too few or too many items in a required section.
public struct ItemCount: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/item-count",
    severity: .warning,
    summary: Message(
      fr: "Une section a trop peu ou trop d’éléments.", en: "A section has too few or too many items."),
    rationale: Message(
      fr:
        "Au-delà d’une poignée, des objectifs ou des étapes ne se retiennent plus\u{202F}; le site fixe combien il en veut.",
      en: "Beyond a handful, objectives or steps are not remembered; the site sets how many it wants."),
    references: [.conventionOfTheSite],
    examples: [
      Example(
        "---\ntitle: Déposer\n⟦étapes⟧:\n- Remplir\n- Signer\n- Envoyer\n---\n", sections: ["Étapes=1..2"]),
      Example("⟦## Étapes⟧\n\n- Remplir\n\n## Délais\n", sections: ["Étapes=2..4"]),
      Example("<h2>Délais</h2>⟦<h2>⟧Étapes</h2><ul><li>Remplir</li></ul>", format: .html, sections: ["Étapes=2..4"]),
      Example("## Étapes\n\n- Remplir\n- Signer\n", sections: ["Étapes=2..4"]),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    for section in page.settings.sections where section.pages.matches(page) {
      guard section.minimum > 1 || section.maximum != nil,
        let found = FoundSection.all(section, on: page).first(where: { !$0.items.isEmpty })
      else { continue }
      let count = found.items.count
      if count < section.minimum {
        findings.report(found.range, .tooFew(section.title, count, section.minimum), severity: section.severity)
      } else if let maximum = section.maximum, count > maximum {
        findings.report(found.range, .tooMany(section.title, count, maximum), severity: section.severity)
      }
    }
  }
}

extension Message {
  fileprivate static func tooFew(_ title: String, _ count: Int, _ minimum: Int) -> Message {
    Message(
      fr:
        "La section «\u{A0}\(title)\u{A0}» a \(count) élément\(count > 1 ? "s" : "")\u{A0}: il en faut au moins \(minimum).",
      en: "The section “\(title)” has \(count) item\(count > 1 ? "s" : ""): at least \(minimum) are wanted.")
  }

  fileprivate static func tooMany(_ title: String, _ count: Int, _ maximum: Int) -> Message {
    Message(
      fr: "La section «\u{A0}\(title)\u{A0}» a \(count) éléments\u{A0}: gardez-en \(maximum) au plus.",
      en: "The section “\(title)” has \(count) items: keep \(maximum) at most.")
  }
}
