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
    let options = ReadingOptions(language: LanguageTag(path?.hasSuffix(".en.md") == true ? "en" : locale))
    let document = DocumentReader.read(SourceText(text), format: format, options: options)
    let site = path.flatMap { ExampleSite.index(of: $0) }
    let conventions = Conventions.of(Conventions.Locale(rawValue: locale) ?? .france)
    return Page(
      document: document, path: path ?? "page.\(format.fileExtension)",
      settings: settings ?? RuleSettings(conventions: conventions, today: CalendarDate(year: 2025, month: 6, day: 1)),
      place: site.map { $0.place(of: path ?? "") } ?? PagePlace(), site: site)
  }

  /// What the rules find on the first page, with the others around it.
  static func findings(_ rules: [any Rule.Type], on page: Page, among others: [Page] = []) -> [Finding] {
    let runner = RuleRunner(rules)
    let results = ([page] + others).map { runner.check($0) }
    var judge = SiteJudge(site: page.site)
    for (index, result) in results.enumerated() { judge.add(result.evidence, page: index, path: "\(index)") }
    let site = judge.judge().findings(on: 0)
    return (Array(results[0].items) + site.items).map(\.finding).sorted { $0.range < $1.range }
  }

  static func findings(_ rule: any Rule.Type, in example: Example, text: String) -> [Finding] {
    var settings = RuleSettings(
      conventions: .of(Conventions.Locale(rawValue: example.locale) ?? .france),
      today: CalendarDate(year: 2025, month: 6, day: 1))
    if !example.sections.isEmpty { settings.sections = example.sections.map { SectionModel(example: $0) } }
    let pages = [text] + example.others
    let read = pages.map { text in
      // `@path`, on a line of its own before the text, says where another page lies.
      let parts = text.hasPrefix("@") ? text.dropFirst().split(separator: "\n", maxSplits: 1) : []
      let path = parts.first.map(String.init) ?? example.path
      return page(
        parts.count == 2 ? String(parts[1]) : text, path?.hasSuffix(".html") == true ? .html : example.format.document,
        locale: example.locale, path: path, settings: settings)
    }
    let source = example.source.map { text in
      page(text, locale: example.locale, path: "content/guide/demande.md", settings: settings)
    }
    return findings([rule], on: read[0], among: read.dropFirst() + (source.map { [$0] } ?? []))
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

extension SectionModel {
  /// As examples write it: `Contact`, `Contact=last`, `Étapes=2..4`.
  init(example: String) {
    let parts = example.split(separator: "=").map(String.init)
    self.init(title: parts[0], keys: [parts[0].lowercased()], titles: [parts[0]])
    guard parts.count > 1 else { return }
    let words = parts[1].split(separator: " ").map(String.init)
    switch words[0] {
    case "first": position = .first
    case "last": position = .last
    case "before": position = .before(words[1])
    case "after": position = .after(words[1])
    default:
      let bounds = parts[1].split(separator: "..").compactMap { Int($0) }
      minimum = bounds.first ?? 1
      maximum = bounds.last
    }
  }
}
