import RelireDocuments
import RelireModel

/// Markup that cannot be read as it is meant.
public struct BrokenMarkup: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "file/broken-markup",
    severity: .warning,
    summary: Message(
      fr: "Le balisage est mal formé.", en: "The markup is malformed."),
    rationale: Message(
      fr: "Chaque navigateur répare à sa façon un balisage mal formé\u{A0}: la page peut s’afficher de travers.",
      en: "Every browser mends malformed markup in its own way: the page may come out wrong."),
    references: [.specification("HTML, 13.2.2")],
    examples: [
      Example("<p>Une page <em>bien</em> formée.</p>", format: .html)
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for problem in page.document.problems where problem.kind == .markup {
      findings.report(problem.range, problem.message, fix: problem.fix, severity: problem.severity)
    }
  }
}
