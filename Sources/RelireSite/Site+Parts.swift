import RelireDocuments

/// Where the parts of a Hugo site lie: its own folders, its themes, and what mounts put elsewhere.
extension Site {
  struct Themes {
    /// In the order in which Hugo looks into them.
    var folders: [String] = []
    var isComplete = true
    /// By the folders of the themes that have mounts of their own, paths from the theme.
    var mounts: [String: [HugoConfiguration.Mount]] = [:]
  }

  /// The folders of the themes, those that themes bring in themselves after them, and whether all are there.
  static func themes(_ configuration: HugoConfiguration, _ root: String, _ tree: FileTree) -> Themes {
    var themes = Themes()
    var names = configuration.themes[...]
    var seen: Set<String> = []
    while let name = names.popFirst(), seen.count < 100 {
      guard seen.insert(name).inserted else { continue }
      let candidates = [SitePath.join(configuration.themesDir, name), SitePath.join("_vendor", name)]
      guard let folder = candidates.first(where: { tree.isFolder(SitePath.join(root, $0)) }) else {
        themes.isComplete = false
        continue
      }
      themes.folders.append(folder)
      let own = try? HugoConfiguration.read(root: SitePath.join(root, folder), in: tree)
      names += own?.themes ?? []
      if let mounts = own?.mounts, !mounts.isEmpty { themes.mounts[folder] = mounts }
    }
    return themes
  }

  static func parts(
    _ configuration: HugoConfiguration, _ themes: Themes, _ root: String, _ tree: FileTree
  ) -> (content: [ContentRoot], files: [StaticRoot]) {
    func content(_ mounts: [HugoConfiguration.Mount]) -> [ContentRoot] {
      mounts.compactMap { contentRoot($0, root, tree) }
    }
    var pages = content(configuration.mounts)
    // Mounts of a kind of files replace the folders of that kind.
    if pages.isEmpty { pages = contentRoots(configuration) }
    var files = configuration.mounts.compactMap { staticRoot($0) }
    if files.isEmpty { files = configuration.staticDirs.map { StaticRoot(folder: $0, target: "") } }
    for theme in themes.folders {
      let mounts = (themes.mounts[theme] ?? []).map { $0.within(theme) }
      var ofTheme = content(mounts)
      let folder = SitePath.join(theme, "content")
      if mounts.isEmpty, tree.isFolder(SitePath.join(root, folder)) {
        ofTheme = [ContentRoot(folder: folder, language: nil, target: "")]
      }
      pages += ofTheme.map { root in
        var root = root
        root.isOfTheme = true
        return root
      }
      let mounted = mounts.compactMap { staticRoot($0) }
      files += (mounted.isEmpty ? [StaticRoot(folder: SitePath.join(theme, "static"), target: "")] : mounted).map {
        StaticRoot(folder: $0.folder, target: $0.target, isOfTheme: true)
      }
    }
    return (pages, files)
  }

  private static func contentRoot(_ mount: HugoConfiguration.Mount, _ root: String, _ tree: FileTree) -> ContentRoot? {
    SitePath.below("content", mount.target).map { target in
      ContentRoot(
        folder: mount.source, language: mount.language, target: target,
        isFile: !target.isEmpty && isPageName(mount.source) && !tree.isFolder(SitePath.join(root, mount.source)),
        included: mount.included, excluded: mount.excluded)
    }
  }

  private static func staticRoot(_ mount: HugoConfiguration.Mount) -> StaticRoot? {
    SitePath.below("static", mount.target).map { StaticRoot(folder: mount.source, target: $0) }
  }

  private static func contentRoots(_ configuration: HugoConfiguration) -> [ContentRoot] {
    var roots: [ContentRoot] = []
    for language in configuration.languages {
      let folder = language.contentDir ?? configuration.contentDir
      if roots.contains(where: { $0.folder == folder }) { continue }
      let isShared = configuration.languages.filter { ($0.contentDir ?? configuration.contentDir) == folder }.count > 1
      roots.append(ContentRoot(folder: folder, language: isShared ? nil : language.code, target: ""))
    }
    return roots
  }

  /// The file that is published at a path from the top of the site, of those that are published as they are.
  func staticFiles(for path: String) -> [String] {
    staticRoots.compactMap { root in SitePath.below(root.target, path).map { SitePath.join(root.folder, $0) } }
  }
}

extension HugoConfiguration.Mount {
  /// The mount of a theme as seen from the site.
  fileprivate func within(_ theme: String) -> HugoConfiguration.Mount {
    HugoConfiguration.Mount(
      source: SitePath.join(theme, source), target: target, language: language, included: included, excluded: excluded)
  }
}
