import RelireDocuments
import RelireModel

/// Where the parts of a Hugo site lie: its own folders, its themes, and what mounts put elsewhere.
extension Site {
  struct Themes {
    /// In the order in which Hugo looks into them.
    var folders: [String] = []
    var isComplete = true
    /// By the folders of the themes that have mounts of their own, paths from the theme.
    var mounts: [String: [Mount]] = [:]
  }

  /// The folders of the themes, those that themes bring in themselves after them, and whether all are there.
  static func themes(_ configuration: HugoConfiguration, _ root: String, _ tree: FileTree) -> Themes {
    var themes = Themes()
    var names = configuration.themes[...]
    var seen: Set<String> = []
    while let name = names.popFirst(), seen.count < 100 {
      guard seen.insert(name).inserted else { continue }
      let candidates = [Path.join(configuration.themesDir, name), Path.join("_vendor", name)]
      guard let folder = candidates.first(where: { tree.isFolder(Path.join(root, $0)) }) else {
        themes.isComplete = false
        continue
      }
      themes.folders.append(folder)
      let own = try? HugoConfiguration.read(root: Path.join(root, folder), in: tree)
      names += own?.themes ?? []
      if let mounts = own?.mounts, !mounts.isEmpty { themes.mounts[folder] = mounts }
    }
    return themes
  }

  /// Where everything lies: for each kind of files what is mounted, else the usual folders, and then the themes'.
  ///
  /// Source: Hugo’s documentation of mounts; what it leaves open was asked of Hugo 0.168.
  static func mounts(
    _ configuration: HugoConfiguration, _ themes: Themes, _ root: String, _ tree: FileTree
  ) -> [Mount] {
    let written = configuration.mounts
    // One anywhere below the folder of a kind replaces the usual folders of that kind.
    let usual = configuration.usualMounts.filter { usual in
      !written.contains { Path.below(usual.target, $0.target) != nil }
    }
    let ofThemes = themes.folders.flatMap { theme in
      // A theme with any mount has nothing else.
      (themes.mounts[theme] ?? usualMounts(ofTheme: theme, root, tree)).map { $0.within(theme) }
    }
    return written + usual + ofThemes
  }

  private static func usualMounts(ofTheme theme: String, _ root: String, _ tree: FileTree) -> [Mount] {
    let components: [Mount.Component] = [.archetypes, .assets, .data, .files, .i18n, .layouts]
    let content = Mount.Component.content.rawValue
    let hasPages = tree.isFolder(Path.join(root, Path.join(theme, content)))
    return (components + (hasPages ? [.content] : [])).map { Mount($0.rawValue, $0) }
  }

  static func contentRoot(_ mount: Mount, _ root: String, _ tree: FileTree) -> ContentRoot? {
    mount.target(in: .content).map { target in
      ContentRoot(
        folder: mount.source, language: mount.language, target: target,
        isFile: !target.isEmpty && isPageName(mount.source) && !tree.isFolder(Path.join(root, mount.source)),
        isOfTheme: mount.isOfTheme, included: mount.included, excluded: mount.excluded)
    }
  }

  /// Where a file of a kind may lie, given by its path below the top of the kind; the site's own before the themes'.
  func files(_ path: String, of component: Mount.Component) -> [String] {
    mounts.compactMap { mount in
      mount.target(in: component).flatMap { Path.below($0, path) }.map { Path.join(mount.source, $0) }
    }
  }
}

extension HugoConfiguration {
  /// The folders of each kind of files where nothing is mounted.
  fileprivate var usualMounts: [Mount] {
    let ofLanguages = (data["languages"]?.entries ?? []).flatMap { $0.value["staticDir"]?.texts ?? [] }
    let files = (data["staticDir"]?.texts ?? ["static"]) + ofLanguages
    return contentMounts + files.map { Mount(Path.normalised(fromTop: $0), .files) } + [
      Mount(folder("archetypeDir", "archetypes"), .archetypes), Mount(folder("assetDir", "assets"), .assets),
      Mount("data", .data), Mount(folder("i18nDir", "i18n"), .i18n), Mount(folder("layoutDir", "layouts"), .layouts),
    ]
  }

  private func folder(_ key: String, _ usual: String) -> String {
    Path.normalised(fromTop: data[key]?.scalarText ?? usual)
  }

  private var contentMounts: [Mount] {
    let folders = languages.map { $0.contentDir ?? contentDir }
    var mounts: [Mount] = []
    for (language, folder) in zip(languages, folders) where !mounts.contains(where: { $0.source == folder }) {
      let isShared = folders.count { $0 == folder } > 1
      mounts.append(
        Mount(
          source: folder, target: Mount.Component.content.rawValue, language: isShared ? nil : language.code))
    }
    return mounts
  }
}
