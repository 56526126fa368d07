import RelireDocuments
import RelireModel

/// A front matter that does not end or does not parse.
public struct BrokenFrontMatter: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "file/broken-front-matter",
    severity: .error,
    summary: Message(
      fr: "L’en-tête de la page ne peut pas être lu.", en: "The page’s front matter cannot be read."),
    rationale: Message(
      fr: "Hugo refuse de générer le site tant que l’en-tête (YAML, TOML ou JSON) d’une page est mal formé.",
      en: "Hugo refuses to build the site while a page’s front matter (YAML, TOML or JSON) is malformed."),
    references: [.specification("Hugo, Front matter")],
    examples: [
      Example("---\ntitle: \"Accueil\"\n---\nBienvenue.\n")
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for problem in page.document.problems where problem.kind == .frontMatter {
      findings.report(problem.range, problem.message)
    }
  }
}
