import RelireDocuments
import RelireModel

/// A site: where its pages, its templates and its generated HTML are. Made once a run.
///
/// All paths are relative to `root`, `/`-separated, unless they are said to be otherwise.
public struct Site: Sendable {
  /// A folder whose pages belong to the site.
  struct ContentRoot: Sendable {
    /// Or the only file, where `isFile` says so.
    let folder: String
    /// The code of the language of all its pages, unless a file's name says another.
    let language: String?
    /// Where its pages appear below the top.
    let target: String
    var isFile = false
    /// The folder belongs to a theme: the site's own pages go before its.
    var isOfTheme = false
    var included: [HugoGlob] = []
    var excluded: [HugoGlob] = []

    /// - Parameter below: the path of a file from the folder.
    func holds(_ below: String) -> Bool {
      if included.isEmpty, excluded.isEmpty { return true }
      let below = below.lowercased()
      return (included.isEmpty || included.contains { $0.matches(below) }) && !excluded.contains { $0.matches(below) }
    }
  }

  /// The site's folder, as it was found: in the form of the path that the search began with.
  public let root: String
  /// nil for the sites of other generators.
  public let configuration: HugoConfiguration?
  /// nil for Hugo.
  public let generator: OtherGenerator?
  /// Where everything lies, the site's own before the themes'. Of a site that is not Hugo's, what keeps texts.
  let mounts: [Mount]
  let contentRoots: [ContentRoot]
  /// The folder of the generated HTML; nil when there is none on disk.
  public private(set) var publishedFolder: String?
  /// Whether all themes and modules that the configuration names are on disk.
  let hasAllThemes: Bool
  /// Whether pages begin with their title, drawn by the theme.
  public var titleIsHeading = true

  // MARK: Finding

  /// The site that encloses a folder, else the first one found a few folders below it.
  ///
  /// - Parameter start: a folder, absolute or relative; only an absolute one can be searched upwards.
  public static func find(from start: String, in tree: FileTree) throws(SiteFault) -> Site? {
    if let site = try enclosing(start, in: tree) { return site }
    var level = [start]
    for _ in 0..<3 {
      var next: [String] = []
      for folder in level.prefix(500) {
        for entry in tree.entries(folder) ?? [] where entry.isFolder && !isPassedOver(entry.name) {
          let inner = Path.join(folder, entry.name)
          if isRoot(inner, tree), let site = try read(root: inner, in: tree) { return site }
          next.append(inner)
        }
      }
      level = next
    }
    return nil
  }

  /// The site that a folder is, or lies in.
  public static func enclosing(_ start: String, in tree: FileTree) throws(SiteFault) -> Site? {
    var folder = start
    while true {
      if isRoot(folder, tree), let site = try read(root: folder, in: tree) { return site }
      // A repository is a world of its own.
      if tree.entries(Path.join(folder, ".git")) != nil { return nil }
      guard folder.hasPrefix("/"), folder.count > 1 else { return nil }
      let parent = Path.parent(folder)
      folder = parent.isEmpty ? "/" : parent
    }
  }

  /// Whether a folder holds tools, themes or results rather than what somebody wrote.
  static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || ["node_modules", "themes", "public", "vendor", "_vendor", "resources"].contains(name)
  }

  /// `config.*` is a name that many tools use: something of Hugo's must stand beside it.
  private static func isRoot(_ folder: String, _ tree: FileTree) -> Bool {
    guard let entries = tree.entries(folder) else { return false }
    if Path.name(Path.parent(folder)) == "themes" { return false }
    let folders = Set(entries.lazy.filter(\.isFolder).map(\.name))
    if let file = HugoConfiguration.mainFile(in: entries) {
      if file.hasPrefix("hugo.") { return true }
      if !folders.isDisjoint(with: ["content", "archetypes", "themes", "layouts"]) { return true }
    }
    guard folders.contains("config") else { return false }
    return HugoConfiguration.mainFile(in: tree.entries(Path.join(folder, "config/_default")) ?? []) != nil
  }

  /// The site in a folder that is known to be one; nil when Hugo would find no configuration there.
  public static func read(root: String, in tree: FileTree) throws(SiteFault) -> Site? {
    guard let configuration = try HugoConfiguration.read(root: root, in: tree) else { return nil }
    var site = Site(root: root, configuration: configuration, in: tree)
    site.titleIsHeading = TitleSurvey.titleIsHeading(site, in: tree)
    return site
  }

  init(root: String, configuration: HugoConfiguration, in tree: FileTree) {
    self.root = root
    self.configuration = configuration
    generator = nil
    let themes = Self.themes(configuration, root, tree)
    hasAllThemes = themes.isComplete
    mounts = Self.mounts(configuration, themes, root, tree)
    // The innermost folder decides.
    contentRoots = mounts.compactMap { Self.contentRoot($0, root, tree) }
      .sorted { $0.folder.utf8.count > $1.folder.utf8.count }
    let published = configuration.publishDir
    publishedFolder = tree.isFolder(Path.join(root, published)) ? published : nil
  }

  /// The site of any generator, by the folders of its pages and of its HTML.
  ///
  /// - Parameters:
  ///   - content: relative to the root; empty for all of it.
  ///   - published: the first one that is on disk counts.
  public init(root: String, content: [String], published: [String], in tree: FileTree) {
    self.root = root
    configuration = nil
    let generator = OtherGenerator(of: root, in: tree)
    self.generator = generator
    contentRoots = (content.isEmpty ? [generator.contentFolder] : content)
      .map { ContentRoot(folder: Path.normalised(fromTop: $0), language: nil, target: "") }
      .sorted { $0.folder.utf8.count > $1.folder.utf8.count }
    mounts = [Mount("assets", .assets), Mount("data", .data), Mount("i18n", .i18n)]
    hasAllThemes = true
    publish(in: published, tree)
    titleIsHeading = TitleSurvey.titleIsHeading(self, in: tree)
  }

  /// Looks for the generated HTML elsewhere than where the generator's configuration says.
  ///
  /// - Parameter folders: relative to the root; the first one that is on disk counts, and without any nothing changes.
  public mutating func publish(in folders: [String], _ tree: FileTree) {
    let found = folders.map { Path.normalised(fromTop: $0) }.first { tree.isFolder(Path.join(root, $0)) }
    if let found { publishedFolder = found }
  }

  // MARK: Folders

  /// The folders, or single files, of the site's own source pages, each once.
  public var contentFolders: [String] { folders(of: { !$0.isOfTheme }) }

  /// Those of pages that come with themes.
  var themeContentFolders: [String] { folders(of: \.isOfTheme) }

  private func folders(of isMeant: (ContentRoot) -> Bool) -> [String] {
    Set(contentRoots.lazy.filter(isMeant).map(\.folder)).sorted()
  }

  /// The folders, or single files, of a kind of files, in the order in which Hugo looks into them.
  public func folders(of component: Mount.Component) -> [String] { mounts(of: component).map(\.source) }

  func mounts(of component: Mount.Component) -> [Mount] { mounts.filter { $0.target(in: component) != nil } }

  /// The folders of templates.
  public var layoutFolders: [String] {
    if let generator {
      return contentFolders.flatMap { folder in generator.templateFolders.map { Path.join(folder, $0) } }
    }
    return folders(of: .layouts)
  }

  /// Whether a file is a template that makes HTML, by its name.
  public static func isTemplate(_ name: String) -> Bool {
    [".html", ".njk", ".liquid"].contains { name.hasSuffix($0) }
  }

  // MARK: Pages

  /// Whether straight quotation marks of page bodies are turned into typographic ones.
  public var hasTypographer: Bool { configuration?.markup.hasTypographer ?? generator?.hasTypographer ?? false }

  private static let pageExtensions: Set<String> = [
    "md", "markdown", "mdown", "html", "htm", "adoc", "asciidoc", "ad", "rst", "org", "pandoc", "pdc",
  ]

  /// Whether a file can be a page, by its extension.
  static func isPageName(_ name: String) -> Bool {
    name.lastIndex(of: ".").map { pageExtensions.contains(name[name.index(after: $0)...].lowercased()) } ?? false
  }

  /// What a source file is; nil when it is no page of the site's content.
  ///
  /// - Parameter hasIndex: whether a folder of the content, given relative to the root, holds an `index.md` of
  ///   any language, which makes its other files resources.
  public func page(_ path: String, hasIndex: (String) -> Bool = { _ in false }) -> SitePage? {
    guard let configuration else { return otherPage(path) }
    guard let (root, below) = contentRoot(of: path) else { return nil }
    var folders = below.split(separator: "/").map(String.init)
    guard root.holds(below), let file = folders.popLast(), !HugoIgnoreRules.isIgnoredName(file),
      let dot = file.lastIndex(of: "."), dot != file.startIndex, Self.isPageName(file)
    else { return nil }
    var name = String(file[..<dot])
    var language = root.language ?? configuration.mainLanguage.code
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      let code = name[name.index(after: dot)...].lowercased()
      if configuration.disabledLanguages.contains(code) { return nil }
      if configuration.language(code) != nil {
        language = code
        name = String(name[..<dot])
      }
    }
    let target = root.target.split(separator: "/").map(String.init)
    folders = (root.isFile ? target.dropLast() : target) + folders
    if isResource(path, named: name, in: root, hasIndex) {
      return SitePage(kind: .resource, language: language, folders: folders, name: name, isBundle: false)
    }
    return page(name, in: folders, language)
  }

  /// Whether a file belongs to the nearest folder that is a page of its own.
  private func isResource(
    _ path: String, named name: String, in root: ContentRoot, _ hasIndex: (String) -> Bool
  ) -> Bool {
    var folder = Path.parent(path)
    // The page itself is none of its resources, but may be one of a folder above.
    if name == "index" || name == "_index", isInside(folder, root) { folder = Path.parent(folder) }
    while isInside(folder, root) {
      if hasIndex(folder) { return true }
      folder = Path.parent(folder)
    }
    return false
  }

  private func isInside(_ folder: String, _ root: ContentRoot) -> Bool {
    !folder.isEmpty && Path.below(root.folder, folder) != nil && !(root.target.isEmpty && folder == root.folder)
  }

  /// - Parameter name: of a file, without its language and extension.
  private func page(_ name: String, in folders: [String], _ language: String) -> SitePage {
    var folders = folders
    switch name {
    case "_index":
      guard let own = folders.popLast() else {
        return SitePage(kind: .home, language: language, folders: [], name: "", isBundle: true)
      }
      return SitePage(kind: .section, language: language, folders: folders, name: own, isBundle: true)
    case "index":
      let own = folders.popLast() ?? ""
      return SitePage(
        kind: own.isEmpty ? .home : .page, language: language, folders: folders, name: own, isBundle: true)
    default:
      return SitePage(kind: .page, language: language, folders: folders, name: name, isBundle: false)
    }
  }

  /// A source page of another generator. `index.md` is that of its folder.
  private func otherPage(_ path: String) -> SitePage? {
    guard !isPublished(path), let below = contentRoot(of: path)?.below,
      !layoutFolders.contains(where: { Path.below($0, path) != nil })
    else { return nil }
    var folders = below.split(separator: "/").map(String.init)
    guard let file = folders.popLast(), !HugoIgnoreRules.isIgnoredName(file), let dot = file.lastIndex(of: "."),
      Self.pageExtensions.contains(file[file.index(after: dot)...].lowercased())
    else { return nil }
    let name = String(file[..<dot])
    guard name == "index" else {
      return SitePage(kind: .page, language: "", folders: folders, name: name, isBundle: false)
    }
    guard let own = folders.popLast() else {
      return SitePage(kind: .home, language: "", folders: [], name: "", isBundle: true)
    }
    return SitePage(kind: .section, language: "", folders: folders, name: own, isBundle: true)
  }

  /// Whether a file is a generated one. Sources and generated pages may share their folders.
  public func isPublished(_ path: String) -> Bool {
    guard let publishedFolder, Path.below(publishedFolder, path) != nil else { return false }
    guard generator != nil, contentRoots.contains(where: { Path.below(publishedFolder, $0.folder) != nil }) else {
      return true
    }
    return path.hasSuffix(".html") || path.hasSuffix(".htm")
  }

  private func contentRoot(of path: String) -> (ContentRoot, below: String)? {
    for root in contentRoots {
      if root.isFile {
        if root.folder == path { return (root, Path.name(root.target)) }
      } else if let below = Path.below(root.folder, path), !below.isEmpty {
        return (root, below)
      }
    }
    return nil
  }

  /// Where a page, source or generated, stands.
  public func place(of path: String, hasIndex: (String) -> Bool = { _ in false }) -> PagePlace {
    if let published = publishedFolder, isPublished(path), let below = Path.below(published, path) {
      return placeOfGenerated(below)
    }
    guard let page = page(path, hasIndex: hasIndex), page.kind != .resource else {
      return PagePlace(role: .loose, titleIsHeading: titleIsHeading)
    }
    return PagePlace(
      role: page.kind == .home ? .home : .content, titleIsHeading: titleIsHeading,
      language: generator == nil ? page.language : nil, section: page.section)
  }

  /// - Parameter path: below the published folder.
  private func placeOfGenerated(_ path: String) -> PagePlace {
    var parts = path.split(separator: "/").map(String.init)
    var language = configuration?.mainLanguage.code
    if let first = parts.first, let known = configuration?.language(first) {
      language = known.code
      parts.removeFirst()
    }
    if parts.last == "index.html" { parts.removeLast() }
    let role: PagePlace.Role =
      if parts.isEmpty {
        .home
      } else if isGenerated(parts) {
        .generated
      } else {
        .content
      }
    return PagePlace(
      role: role, titleIsHeading: titleIsHeading, language: language, section: parts.count > 1 ? parts[0] : "")
  }

  private func isGenerated(_ parts: [String]) -> Bool {
    if parts.count == 1, parts[0] == "404.html" { return true }
    if let first = parts.first, configuration?.taxonomies.values.contains(first) ?? false { return true }
    // Further pages of a list: `…/page/2/`.
    let pager =
      configuration?.data["pagination"]?["path"]?.string ?? configuration?.data["paginatePath"]?.string ?? "page"
    return parts.count >= 2 && parts[parts.count - 2] == pager && Int(parts[parts.count - 1]) != nil
  }
}
