import RelireModel
import RelireSite

/// How far a site is translated: each page in each language.
public struct TranslationTable: Sendable {
  public enum State: String, Sendable {
    /// The page in the main language.
    case source
    case current
    /// Older than the source.
    case outdated
    /// With other headings, links, images, tables or shortcodes.
    case different
    /// With passages that were left in the source’s language.
    case incomplete
    case missing
    /// In this language alone: the main one lacks it.
    case alone
  }

  public struct Cell: Sendable {
    public let language: String
    public let state: State
    /// Relative to the site’s root; nil for a page that is missing.
    public let path: String?
  }

  public struct Row: Sendable {
    /// What the versions of the page have in common: its path without language and extension.
    public let page: String
    /// In the order of `languages`.
    public let cells: [Cell]
  }

  /// The main one first.
  public let languages: [String]
  public let rows: [Row]

  public init(_ facts: [TranslationFacts], of site: SiteIndex) {
    let main = site.site.configuration?.mainLanguage.code ?? ""
    languages = [main] + (site.site.configuration?.languages ?? []).map(\.code).filter { $0 != main }
    var byKey: [String: [String: TranslationFacts]] = [:]
    for page in facts { byKey[page.key, default: [:]][page.language] = page }
    var rows: [Row] = []
    for (key, versions) in byKey.sorted(by: { $0.key < $1.key }) {
      let source = versions[main]
      let cells = languages.map { language in
        guard let page = versions[language] else { return Cell(language: language, state: .missing, path: nil) }
        let state = language == main ? .source : source.map { Self.state(page, of: $0, site) } ?? .alone
        return Cell(language: language, state: state, path: page.path)
      }
      rows.append(Row(page: key, cells: cells))
    }
    self.rows = rows
  }

  private static func state(_ page: TranslationFacts, of source: TranslationFacts, _ site: SiteIndex) -> State {
    let known = Set(source.texts.map(\.hash))
    if page.texts.contains(where: { known.contains($0.hash) }) { return .incomplete }
    if page.differences(from: source).contains(where: { $0.isSure }) { return .different }
    let days = page.changed == nil || source.changed == nil ? site.changeDays : [:]
    if let old = page.changed ?? days[page.path], let new = source.changed ?? days[source.path], old < new {
      return .outdated
    }
    return .current
  }
}
