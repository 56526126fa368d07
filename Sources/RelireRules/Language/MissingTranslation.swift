import RelireDocuments
import RelireModel
import RelireSite

/// A page that a site in several languages has in some of them only.
public struct MissingTranslation: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "language/missing-translation",
    severity: .info,
    summary: Message(
      fr: "Une page n’est pas traduite dans une langue du site.",
      en: "A page is not translated into one of the site’s languages."),
    rationale: Message(
      fr: "Qui change de langue sur cette page tombe sur l’accueil, ou sur une erreur.",
      en: "Whoever changes the language on this page lands on the home page, or on an error."),
    exceptions: Message(
      fr: "Une langue dans laquelle moins de la moitié des pages existent n’est pas comptée, ni une page que "
        + "`translationKey` relie à une autre.",
      en:
        "A language in which fewer than half of the pages exist does not count, nor does a page that `translationKey` "
        + "ties to another one."),
    references: [.specification("Hugo, Multilingual mode")],
    examples: [
      Example("---\ntitle: ⟦Les licences⟧\n---\n", path: "content/licences.fr.md"),
      Example("---\ntitle: Les formats\n---\n", path: "content/formats.fr.md"),
      Example("---\ntitle: Les licences\ntranslationKey: licence\n---\n", path: "content/licences.fr.md"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let frontMatter = page.document.frontMatter
    guard page.document.format == .markdown, let site = page.site, (site.site.configuration?.languages.count ?? 0) > 1,
      page.isReadPage, !page.isNotAPage,
      frontMatter?["translationKey"] == nil, let source = site.page(page.path), source.kind != .resource
    else { return }
    let missing = site.languagesWithout(source)
    guard !missing.isEmpty, site.publication(of: page.path) == .published else { return }
    findings.report(page.document.titlePlace, .missing(missing), verdict: .review)
  }
}

extension Message {
  fileprivate static func missing(_ languages: [String]) -> Message {
    let list = languages.map { "`\($0)`" }.joined(separator: ", ")
    return Message(
      fr:
        "Cette page n’existe pas dans une langue du site (\(list))\u{A0}: traduisez-la, ou vérifiez que rien n’y mène.",
      en:
        "This page does not exist in a language of the site (\(list)): translate it, or check that nothing leads there."
    )
  }
}
