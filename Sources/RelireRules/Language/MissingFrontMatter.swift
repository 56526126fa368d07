import RelireModel
import RelireSite

/// A translation whose front matter lacks what that of the translated page says.
public struct MissingFrontMatter: SiteRule {
  public static let metadata = RuleMetadata(
    id: "language/missing-front-matter",
    severity: .warning,
    summary: Message(
      fr: "L’en-tête d’une traduction n’a pas toutes les clés de celui de la page traduite.",
      en: "The front matter of a translation lacks keys that the translated page has."),
    rationale: Message(
      fr: "La description, le rang ou les objectifs manquent alors dans une langue seulement.",
      en: "The description, the rank or the objectives are then missing in one language only."),
    exceptions: Message(
      fr:
        "Les clés qui valent pour une langue (`slug`, `url`, `aliases`, `date`, `lastmod`, `draft`…) ne sont pas comparées.",
      en: "Keys that belong to one language (`slug`, `url`, `aliases`, `date`, `lastmod`, `draft`…) are not compared."),
    references: [.usage(Message(fr: "une traduction suit l’original", en: "a translation follows the original"))],
    examples: [
      Example(
        "---\ntitle: ⟦Homepage⟧\n---\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\ndescription: Tout sur l’eau\n---\n"]),
      Example(
        "---\ntitle: Homepage\ndescription: About water\n---\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\ndescription: Tout sur l’eau\naliases: [/x/]\n---\n"]),
      Example(
        "---\ntitle: Homepage\n---\n", path: "content/accueil.en.md",
        others: ["@content/accueil.md\n---\ntitle: Accueil\nprev: /a/\nsidebar:\n  open: true\n---\n"]),
    ])

  private static let ofOneLanguage: Set<String> = [
    "aliases", "slug", "url", "date", "lastmod", "publishdate", "expirydate", "draft", "translationkey", "linktitle",
    "relire-ignore", "keywords", "author", "authors",
    // What they say is said to the generator or the theme.
    "prev", "next", "sidebar", "cascade", "layout", "type", "build", "_build", "outputs", "markup", "menu", "menus",
  ]

  public init() {}

  public func collect(from page: Page) -> TranslationFacts? { page.translationFacts }

  public func judge(_ pages: [PageEvidence<TranslationFacts>], _ findings: inout SiteFindings) {
    for (source, target) in pages.translations(findings.site) {
      let own = Set(target.value.keys)
      let missing = source.value.keys.filter { !own.contains($0) && !Self.ofOneLanguage.contains($0) }
      if !missing.isEmpty { findings.report(page: target.page, target.value.place, .missing(missing)) }
    }
  }
}

extension Message {
  fileprivate static func missing(_ keys: [String]) -> Message {
    let list = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return Message(
      fr: "L’en-tête de la page traduite donne aussi \(list)\u{A0}: "
        + (keys.count == 1 ? "ajoutez-le ici, traduit." : "ajoutez-les ici, traduits."),
      en: "The front matter of the page that this translates also gives \(list): "
        + (keys.count == 1 ? "add it here, translated." : "add them here, translated."))
  }
}
