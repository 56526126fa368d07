import RelireDocuments
import RelireModel

/// What a Hugo site says of itself, as far as it matters to its pages. Keys that Hugo knows by several
/// names over its versions are read by all of them.
public struct HugoConfiguration: Sendable {
  public struct Language: Sendable {
    /// The key in `languages`: `fr`, `pt-br`.
    public let code: String
    /// The BCP 47 tag of the pages, when it is given (`locale`, formerly `languageCode`).
    public let locale: String?
    public let weight: Int
    /// Relative to the site's root; nil for the site's.
    public let contentDir: String?
    public let baseURL: String?

    /// Whether the site names it, rather than leaving Hugo's default of `en`.
    let isDeclared: Bool

    /// The BCP 47 tag of the pages; nil when the site names no language at all.
    public var tag: String? { locale ?? (isDeclared ? code : nil) }
  }

  /// What Goldmark is told.
  public struct Markup: Sendable {
    /// Whether `'`, `...`, `--` and `"` of page bodies are turned into typographic forms.
    public var hasTypographer = true
    public var hasTitleAttributes = true
    public var hasHeadingIDs = true
    public var headingIDs = HeadingIDs.github
    /// What is passed through to the page as it is.
    public var formulas: FormulaDelimiters = []
    /// Whether Hugo itself turns paths in links and images into addresses; nil where that hangs on the languages.
    var hasLinkHook: Bool?
    var hasImageHook: Bool?

    public enum HeadingIDs: String, Sendable {
      case github
      /// Accents removed.
      case githubASCII = "github-ascii"
      case blackfriday
    }
  }

  /// All of it, later files merged over earlier ones. Ranges refer to the file that a value came from.
  public let data: DataNode
  /// The files it was read from, in order, relative to the site's root.
  public let files: [String]
  public let baseURL: String
  /// Those in use, by weight and code; the default one at least.
  public let languages: [Language]
  public let disabledLanguages: Set<String>
  public let defaultLanguage: String
  public let isDefaultLanguageInSubfolder: Bool
  public let contentDir: String
  public let publishDir: String
  public let themesDir: String
  public let themes: [String]
  /// Those that are written.
  let mounts: [Mount]
  public let keepsPathCase: Bool
  public let removesPathAccents: Bool
  /// What `uglyURLs` says of a section; under `""` of those that it does not name.
  private let uglyURLs: [String: Bool]
  /// Regular expressions (Go's) on paths of files that Hugo passes over.
  public let ignoreFiles: [String]
  public let markup: Markup
  /// Name in the front matter and in URLs, singular and plural.
  public let taxonomies: [String: String]
  public let buildsDrafts: Bool
  public let buildsFuture: Bool
  public let buildsExpired: Bool
  /// Front matter that holds for pages all over the site.
  let cascades: [Cascade]
  /// Patterns by kind of page and section; under the code of a language, those that it has of its own.
  private let permalinks: [String: [String: [String: String]]]

  init(_ data: DataNode, files: [String]) {
    self.data = data
    self.files = files
    baseURL = data["baseURL"]?.scalarText ?? ""
    contentDir = Path.normalised(fromTop: data["contentDir"]?.scalarText ?? "content")
    publishDir = Path.normalised(fromTop: data["publishDir"]?.scalarText ?? "public")
    themesDir = Path.normalised(fromTop: data["themesDir"]?.scalarText ?? "themes")
    let imports = data["module"]?["imports"]?.items?.compactMap { $0["path"]?.string } ?? []
    themes = (data["theme"]?.texts ?? []) + imports
    mounts = Self.mounts(data["module"]?["mounts"])
    keepsPathCase = data["disablePathToLower"]?.bool ?? false
    removesPathAccents = data["removePathAccents"]?.bool ?? false
    uglyURLs = Self.uglyURLs(data["uglyURLs"])
    ignoreFiles = data["ignoreFiles"]?.texts ?? []
    markup = Self.markup(data["markup"]?["goldmark"])
    taxonomies = Self.taxonomies(data["taxonomies"])
    buildsDrafts = data["buildDrafts"]?.bool ?? false
    buildsFuture = data["buildFuture"]?.bool ?? false
    buildsExpired = data["buildExpired"]?.bool ?? false
    cascades = Cascade.all(data["cascade"])
    permalinks = Self.permalinks(ofLanguages: data)
    isDefaultLanguageInSubfolder = data["defaultContentLanguageInSubdir"]?.bool ?? false
    defaultLanguage = data["defaultContentLanguage"]?.scalarText?.lowercased() ?? "en"
    disabledLanguages = Self.disabledLanguages(data)
    languages = Self.languages(data, besides: disabledLanguages, default: defaultLanguage)
  }

  public func language(_ code: String) -> Language? { languages.first { $0.code == code.lowercased() } }

  /// The language of pages that say none.
  public var mainLanguage: Language {
    language(defaultLanguage) ?? languages[0]
  }

  // MARK: Addresses

  /// - Parameter section: the first folder, as written; empty for pages at the top.
  func hasUglyURLs(in section: String) -> Bool {
    uglyURLs[section.lowercased()] ?? uglyURLs[""] ?? false
  }

  /// The pattern of the addresses of a section's pages.
  func permalink(kind: String, section: String, language: String) -> String? {
    let section = section.isEmpty ? "/" : section.lowercased()
    return permalinks[language]?[kind]?[section] ?? permalinks[""]?[kind]?[section]
  }

  // MARK: Languages

  private static func disabledLanguages(_ data: DataNode) -> Set<String> {
    let switchedOff = (data["languages"]?.entries ?? []).filter { $0.value["disabled"]?.bool == true }.map(\.key)
    return Set((switchedOff + (data["disableLanguages"]?.texts ?? [])).map { $0.lowercased() })
  }

  private static func languages(
    _ data: DataNode, besides disabled: Set<String>, default code: String
  ) -> [Language] {
    let written = (data["languages"]?.entries ?? []).map { entry in
      Language(entry, rootLocale: entry.key.lowercased() == code ? locale(data, besides: entry.key) : nil)
    }.filter { !disabled.contains($0.code) }
    // Hugo puts languages without a weight last.
    guard written.isEmpty else {
      return written.sorted {
        ($0.weight == 0 ? Int.max : $0.weight, $0.code) < ($1.weight == 0 ? Int.max : $1.weight, $1.code)
      }
    }
    return [
      Language(
        DataNode.Entry(key: code, keyRange: data.range, value: DataNode(.null, data.range)),
        rootLocale: locale(data, besides: data["defaultContentLanguage"]?.scalarText),
        isDeclared: data["defaultContentLanguage"] != nil)
    ]
  }

  /// The tag that the site gives at its top. Hugo takes it for the default language alone.
  ///
  /// - Parameter code: of that language, where the site names it. New sites say `en-us` until somebody cares: a language
  ///   that is named is more to be believed, and one of several is what it says.
  private static func locale(_ data: DataNode, besides code: String?) -> String? {
    guard let locale = data.givenLocale, let code, code.utf8.count == 2 else { return data.givenLocale }
    let given = LanguageTag(locale).primary
    let isForgotten = given != code.lowercased() && (given == "en" || (data["languages"]?.entries.count ?? 0) > 1)
    return isForgotten ? nil : locale
  }

  // MARK: Parts

  private static func uglyURLs(_ node: DataNode?) -> [String: Bool] {
    if let all = node?.bool { return ["": all] }
    return Dictionary((node?.entries ?? []).map { ($0.key.lowercased(), $0.value.bool ?? false) }) { $1 }
  }

  private static func mounts(_ node: DataNode?) -> [Mount] {
    (node?.items ?? []).compactMap { mount in
      guard let source = mount["source"]?.string, let target = mount["target"]?.string else { return nil }
      let matrix = mount["sites"]?["matrix"]?["languages"]?.texts
      let files = mount["files"]?.texts ?? []
      return Mount(
        source: Path.normalised(fromTop: source), target: Path.normalised(fromTop: target),
        language: mount["lang"]?.string?.lowercased() ?? (matrix?.count == 1 ? matrix?.first : nil),
        included: ((mount["includeFiles"]?.texts ?? []) + files.filter { !$0.hasPrefix("!") }).map(HugoGlob.init),
        excluded: ((mount["excludeFiles"]?.texts ?? [])
          + files.filter { $0.hasPrefix("!") }.map {
            String($0.dropFirst().drop { $0 == " " })
          }).map(HugoGlob.init))
    }
  }

  private static func markup(_ goldmark: DataNode?) -> Markup {
    var markup = Markup()
    guard let goldmark else { return markup }
    switch goldmark["extensions"]?["typographer"] {
    case let node? where node.bool != nil: markup.hasTypographer = node.bool ?? true
    case let node?: markup.hasTypographer = !(node["disable"]?.bool ?? false)
    case nil: break
    }
    if let passthrough = goldmark["extensions"]?["passthrough"], passthrough["enable"]?.bool == true {
      markup.formulas = formulas(passthrough["delimiters"])
    }
    // Hugo leaves copies of a page’s files in each language alone.
    let hooks = goldmark["renderHooks"]
    let copies = goldmark["duplicateResourceFiles"]?.bool == true
    markup.hasLinkHook = hasHook(hooks?["link"]) ?? (copies ? false : nil)
    markup.hasImageHook = hasHook(hooks?["image"]) ?? (copies ? false : nil)
    let parser = goldmark["parser"]
    markup.hasHeadingIDs = parser?["autoHeadingID"]?.bool ?? true
    let type = parser?["autoIDType"]?.string ?? parser?["autoHeadingIDType"]?.string
    markup.headingIDs = type.flatMap { Markup.HeadingIDs(rawValue: $0.lowercased()) } ?? .github
    markup.hasTitleAttributes = parser?["attribute"]?["title"]?.bool ?? true
    return markup
  }

  /// Those of blocks and those within a line alike: pairs of an opening and a closing sign.
  private static func formulas(_ delimiters: DataNode?) -> FormulaDelimiters {
    let pairs = [delimiters?["block"], delimiters?["inline"]].compactMap { $0?.items }.joined()
    return FormulaDelimiters(pairs.compactMap { $0.items?.first?.string.flatMap(FormulaDelimiters.init(opening:)) })
  }

  private static func hasHook(_ hook: DataNode?) -> Bool? {
    switch hook?["useEmbedded"]?.string?.lowercased() {
    case "always", "fallback": true
    case "never": false
    default: hook?["enableDefault"]?.bool
    }
  }

  private static func taxonomies(_ node: DataNode?) -> [String: String] {
    guard let node else { return ["tag": "tags", "category": "categories"] }
    return Dictionary(node.entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 }
  }

  private static func permalinks(ofLanguages data: DataNode) -> [String: [String: [String: String]]] {
    var result = ["": permalinks(data["permalinks"])]
    for entry in data["languages"]?.entries ?? [] {
      if let own = entry.value["permalinks"] { result[entry.key.lowercased()] = permalinks(own) }
    }
    return result
  }

  /// `posts = "…"` holds for pages and taxonomy terms; `[permalinks.page]` names the kind.
  private static func permalinks(_ node: DataNode?) -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for entry in node?.entries ?? [] {
      if let pattern = entry.value.string {
        result["page", default: [:]][entry.key.lowercased()] = pattern
        result["term", default: [:]][entry.key.lowercased()] = pattern
      } else {
        for inner in entry.value.entries {
          inner.value.string.map { result[entry.key.lowercased(), default: [:]][inner.key.lowercased()] = $0 }
        }
      }
    }
    return result
  }
}

extension HugoConfiguration.Language {
  fileprivate init(_ entry: DataNode.Entry, rootLocale: String?, isDeclared: Bool = true) {
    self.isDeclared = isDeclared
    let value = entry.value
    code = entry.key.lowercased()
    locale = value.givenLocale ?? rootLocale
    weight = if case .integer(let weight)? = value["weight"]?.value { weight } else { 0 }
    contentDir = value["contentDir"]?.scalarText.map { Path.normalised(fromTop: $0) }
    baseURL = value["baseURL"]?.scalarText
  }
}

extension DataNode {
  /// The BCP 47 tag of the site, or of a language of it, where it is written.
  fileprivate var givenLocale: String? {
    (self["locale"] ?? self["languageCode"])?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A text, or what Hugo would make one of.
  var scalarText: String? {
    switch value {
    case .string(let string): string.text
    case .integer(let integer): String(integer)
    case .double(let double): String(double)
    case .bool(let bool): String(bool)
    case .date(let date): date
    case .null, .sequence, .mapping: nil
    }
  }

  /// One text or a list of texts.
  public var texts: [String]? { items.map { $0.compactMap(\.scalarText) } ?? scalarText.map { [$0] } }
}
