import RelireModel

/// What Hugo makes of paths in links and images before browsers see them, and what it makes pages of besides files.
///
/// Source: Hugo’s documentation of render hooks and content adapters, and its embedded hooks.
extension SiteIndex {
  /// Whether pages exist in several languages.
  var hasLanguages: Bool { (site.configuration?.languages.count ?? 0) > 1 }

  /// The file that a path in a link or an image means to a render hook, when it is no address: a page by its path in the
  /// content, or a file of the site’s assets.
  func hooked(_ path: String, from page: String, isAbsolute: Bool) -> String? {
    guard let configuration = site.configuration else { return nil }
    let hooks = renderHooks
    let byDefault = hasLanguages && configuration.languages.allSatisfy { $0.baseURL == nil }
    let hasLinkHook = hooks.link || configuration.markup.hasLinkHook ?? byDefault
    let hasImageHook = hooks.image || configuration.markup.hasImageHook ?? byDefault
    if hasLinkHook, let page = self.page(named: path, from: page) { return page }
    // Templates publish assets at addresses of the same paths: without the generated pages, nobody can tell which.
    guard hasLinkHook || hasImageHook || isAbsolute && site.publishedFolder == nil else { return nil }
    let below = Path.withoutClimb(path)
    return site.files(below, of: .assets).first(where: isFile)
  }

  /// Whether the site or its themes have render hooks of their own.
  struct RenderHooks: Sendable {
    var link = false
    var image = false
  }

  /// Looked for once.
  private var renderHooks: RenderHooks {
    lazyRenderHooks.value {
      var hooks = RenderHooks()
      for folder in site.layoutFolders {
        for inner in ["_markup", "_default/_markup"] {
          for name in (names(in: Path.join(folder, inner)) ?? [:]).keys {
            if name.hasPrefix("render-link") { hooks.link = true }
            if name.hasPrefix("render-image") { hooks.image = true }
          }
        }
      }
      return hooks
    }
  }

  // MARK: Content adapters

  /// Whether a program in a folder above a path (`_content.gotmpl`) may make the page of it.
  func isBelowAdapter(_ path: String) -> Bool {
    guard let configuration = site.configuration else { return false }
    var path = path
    if let first = path.split(separator: "/").first, configuration.language(String(first)) != nil {
      path = String(path.dropFirst(first.utf8.count + 1))
    }
    return site.contentRoots.contains { root in
      guard !root.isFile, let below = Path.below(root.target, path) else { return false }
      var folder = Path.join(root.folder, below)
      while Path.below(root.folder, folder) != nil {
        if hasAdapter(folder) { return true }
        if folder.isEmpty || folder == root.folder { break }
        folder = Path.parent(folder)
      }
      return false
    }
  }

  private func hasAdapter(_ folder: String) -> Bool {
    names(in: folder)?.keys.contains { $0.hasPrefix("_content.") && $0.hasSuffix(".gotmpl") } ?? false
  }

  /// Whether there is such a program anywhere. Lists all folders of the content, once, when a fault hangs on it.
  var hasAdapters: Bool { lazyHasAdapters.value(findsAdapter) }

  private func findsAdapter() -> Bool {
    var folders = site.contentFolders
    var count = 0
    while let folder = folders.popLast(), count < 100_000 {
      if hasAdapter(folder) { return true }
      count += 1
      folders += (names(in: folder) ?? [:]).filter(\.value).keys.map { Path.join(folder, $0) }
    }
    return false
  }
}
