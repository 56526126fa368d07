import RelireDocuments
import RelireModel
import RelireSite

/// A link to an address that a page had once.
public struct RedirectedByAlias: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/redirected-by-alias",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "Un lien vise l’ancienne adresse d’une page.", en: "A link targets the former address of a page."),
    rationale: Message(
      fr:
        "Le lecteur passe par une page de redirection, plus lente, qui perd ce qui suit «\u{A0}#\u{A0}» dans l’adresse et "
        + "disparaîtra avec la clé `aliases` de la page.",
      en:
        "The reader goes through a redirection, which is slower, loses what follows '#' in the address, and will be gone "
        + "with the page’s key `aliases`."),
    exceptions: Message(
      fr: "Dans les pages générées, seules sont jugées celles dont les sources sont vérifiées avec elles.",
      en: "Of generated pages only those whose sources are checked with them are judged."),
    references: [.specification("Hugo, Aliases")],
    examples: [
      Example("Voir [la démarche](⟦/ancienne-demande/⟧).\n", path: "content/accueil.md"),
      Example("Voir [les pièces](⟦/ancienne-demande/#pieces⟧).\n", path: "content/accueil.md"),
      Example("Voir [la démarche](/guide/demande/).\n", path: "content/accueil.md"),
    ])

  public static let isOfAddress = true

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.site != nil, page.place.role != .loose else { return }
    for resolved in page.targets {
      guard case .redirected(_, let address) = resolved.target else { continue }
      let use = resolved.use
      let fix = use.isWhole ? Fix(.aim(at: address), .suggestion, [TextEdit(use.range, address)]) : nil
      findings.report(use.range, .redirected(address), fix: fix)
    }
  }
}

extension Message {
  fileprivate static func redirected(_ address: String) -> Message {
    Message(
      fr: "Ce lien vise l’ancienne adresse d’une page\u{A0}: visez la nouvelle, `\(address)`.",
      en: "This link targets the former address of a page: use the new one, `\(address)`.")
  }

  fileprivate static func aim(at address: String) -> Message {
    Message(fr: "Viser `\(address)`", en: "Aim at `\(address)`")
  }
}
