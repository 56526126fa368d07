import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules
import RelireSite

/// Reads a text as a page and checks it by some rules.
enum Checking {
  static func page(
    _ text: String, _ format: Document.Format = .markdown, locale: String = "fr-FR", path: String? = nil,
    settings: RuleSettings? = nil
  ) -> Page {
    let options = ReadingOptions(language: LanguageTag(locale))
    let document = DocumentReader.read(SourceText(text), format: format, options: options)
    let site = path.flatMap { $0.hasPrefix("content/") || $0.hasPrefix("public/") ? ExampleSite.index : nil }
    let conventions = Conventions.of(Conventions.Locale(rawValue: locale) ?? .france)
    return Page(
      document: document, path: path ?? "page.\(format.fileExtension)",
      settings: settings ?? RuleSettings(conventions: conventions, today: "2025-06-01"),
      place: site.map { $0.place(of: path ?? "") } ?? PagePlace(), site: site)
  }

  /// What the rules find on the first page, with the others around it.
  static func findings(_ rules: [any Rule.Type], on page: Page, among others: [Page] = []) -> [Finding] {
    let runner = RuleRunner(rules)
    let results = ([page] + others).map { runner.check($0) }
    var judge = SiteJudge()
    for (index, result) in results.enumerated() { judge.add(result.evidence, page: index, path: "\(index)") }
    let site = judge.judge().byPage[0]?.items ?? []
    return (results[0].items + site).map(\.finding).sorted { $0.range < $1.range }
  }

  static func findings(_ rule: any Rule.Type, in example: Example, text: String) -> [Finding] {
    let others = example.others.map { page($0, example.format.document, locale: example.locale) }
    return findings(
      [rule], on: page(text, example.format.document, locale: example.locale, path: example.path), among: others)
  }
}

extension Finding {
  /// The fix, unless it is only a suggestion.
  var appliedFix: Fix? { fix?.safety == .suggestion ? nil : fix }
}

extension Example.Format {
  var document: Document.Format {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    }
  }
}

extension Document.Format {
  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
