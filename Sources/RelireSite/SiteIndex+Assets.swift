import RelireDocuments
import RelireModel

/// Which files of the site are not pages, and which of them its own texts name.
extension SiteIndex {
  /// A file that the site publishes as it is, or may have published.
  public struct Asset: Sendable {
    /// Relative to the site's root.
    public let path: String
    /// The file that it becomes among the generated ones, there or not; nil where nobody can tell.
    public let published: String?
  }

  /// The site's own files that are published as they are, and those in the folders of its pages, in order of path.
  /// Those that templates may choose without naming them are left out.
  public var assets: [Asset] {
    guard site.configuration != nil else { return [] }
    var assets: [Asset] = []
    func add(_ component: Mount.Component) {
      for mount in site.mounts(of: component) where mount.isOwn {
        forEachFile(in: mount.source) { path in
          let below = Path.join(mount.target(in: component) ?? "", Path.below(mount.source, path) ?? "")
          assets.append(Asset(path: path, published: published(below)))
        }
      }
    }
    add(.files)
    let choices = templateChoices
    if !choices.chooseResources {
      for folder in site.contentFolders {
        forEachFile(in: folder) { path in
          guard page(path).map({ $0.kind == .resource }) ?? !Site.isPageName(path) else { return }
          assets.append(Asset(path: path, published: publishedResource(path)))
        }
      }
    }
    if !choices.chooseAssets { add(.assets) }
    return assets.sorted { $0.path < $1.path }
  }

  private func published(_ path: String) -> String? { site.publishedFolder.map { Path.join($0, path) } }

  /// Beside the page of the nearest folder that is one.
  private func publishedResource(_ path: String) -> String? {
    guard let published = site.publishedFolder else { return nil }
    var folder = Path.parent(path)
    while site.contentRoots.contains(where: { Path.below($0.folder, folder) != nil }) {
      let owner = names(in: folder)?.keys.filter { $0.hasPrefix("index.") || $0.hasPrefix("_index.") }.sorted().first
      if let owner, let address = address(of: Path.join(folder, owner)), let below = Path.below(folder, path) {
        return Path.join(published, Path.normalised(fromTop: Path.join(address, below)))
      }
      folder = Path.parent(folder)
      if folder.isEmpty { break }
    }
    return nil
  }

  private func forEachFile(in start: String, _ body: (String) -> Void) {
    var folders = [start]
    var count = 0
    while let folder = folders.popLast(), count < 1_000_000 {
      for (name, isFolder) in (names(in: folder) ?? [:]).sorted(by: { $0.key < $1.key }) {
        if HugoIgnoreRules.isIgnoredName(name) { continue }
        count += 1
        if isFolder { folders.append(Path.join(folder, name)) } else { body(Path.join(folder, name)) }
      }
    }
  }

  // MARK: Texts

  /// Whether templates take files by patterns, or all of a page's.
  private var templateChoices: (chooseResources: Bool, chooseAssets: Bool) {
    var choices = (chooseResources: false, chooseAssets: false)
    for layouts in site.layoutFolders {
      forEachFile(in: layouts) { path in
        guard let bytes = read(path) else { return }
        if bytes.contains(Array(".Resources".utf8)) { choices.chooseResources = true }
        if bytes.contains(Array("resources.Match".utf8)) || bytes.contains(Array("resources.ByType".utf8)) {
          choices.chooseAssets = true
        }
      }
    }
    return choices
  }

  private static let textExtensions: Set<String> = [
    "html", "htm", "xml", "css", "scss", "sass", "less", "js", "mjs", "cjs", "ts", "jsx", "tsx", "json", "webmanifest",
    "toml",
    "yaml", "yml", "csv", "txt", "md", "markdown", "svg",
  ]

  /// The hashes of all names of files that templates, styles, scripts, data and configuration mention, and those
  /// source pages that are not among the ones given.
  ///
  /// - Parameter pages: whose own mentions are known already.
  public func mentionedNames(besides pages: Set<String>) -> Set<UInt32> {
    var names: Set<UInt32> = []
    forEachText(besides: pages) { MentionedNames.insert(from: $0, into: &names) }
    return names
  }

  /// The hashes of all anchors that something in the site's sources may aim at.
  public var mentionedAnchors: Set<UInt32> {
    var anchors: Set<UInt32> = []
    forEachText(besides: []) { MentionedAnchors.insert(from: $0, into: &anchors) }
    return anchors
  }

  private func forEachText(besides pages: Set<String>, _ body: ([UInt8]) -> Void) {
    func read(_ path: String) {
      let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard Self.textExtensions.contains(suffix), let bytes = self.read(path), bytes.count < 4_000_000 else { return }
      body(bytes)
    }
    let components: [Mount.Component] = [.files, .i18n, .archetypes, .assets, .data]
    for folder in site.layoutFolders + components.flatMap({ site.folders(of: $0) }) { forEachFile(in: folder, read) }
    for path in site.configuration?.files ?? [] { read(path) }
    forEachPageOfAll { path, _ in if !pages.contains(path) { read(path) } }
  }
}
