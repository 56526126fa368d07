import RelireDocuments
import RelireModel

/// What sections say of the pages below them, and whether pages are published.
extension SiteIndex {
  /// The front matter that counts for a page.
  func head(of page: SitePage, _ frontMatter: FrontMatter?) -> PageHead {
    guard let configuration = site.configuration else { return PageHead(frontMatter?.root) }
    var cascades: [Cascade] = []
    var folders = page.kind == .section ? page.folders + [page.name] : page.folders
    while true {
      cascades += section(folders.joined(separator: "/"), page.language).cascades
      if folders.popLast() == nil { break }
    }
    cascades += configuration.cascades
    if cascades.isEmpty { return PageHead(frontMatter?.root) }
    let kind = site.kind(of: page)
    return PageHead(
      frontMatter?.root, inherited: cascades.lazy.filter { $0.concerns(page, kind: kind) }.map(\.values))
  }

  /// What the page of a folder says, in a language.
  ///
  /// - Parameter folder: below the content, by its names as written; empty at the top.
  func section(_ folder: String, _ language: String) -> SectionHead {
    lazySections.value(language + ":" + folder) {
      guard let index = index(of: folder, language) else { return SectionHead() }
      let frontMatter = frontMatter(of: index)
      return SectionHead(
        hasPage: true, slug: frontMatter?["slug"]?.scalarText.flatMap { $0.isEmpty ? nil : $0 },
        title: frontMatter?["title"]?.scalarText, cascades: Cascade.all(frontMatter?["cascade"]))
    }
  }

  private func index(of folder: String, _ language: String) -> String? {
    for root in site.contentRoots {
      guard !root.isFile, let below = Path.below(root.target, folder) else { continue }
      let folder = Path.join(root.folder, below)
      let found = names(in: folder)?.keys.filter { $0.hasPrefix("_index.") }.sorted()
        .map { Path.join(folder, $0) }.first { page($0)?.language == language }
      if let found { return found }
    }
    return nil
  }

  /// Whether a source page, relative to the site's root, is published; of other files nothing is known to the contrary.
  public func publication(of path: String) -> Publication {
    if let addresses = lazyAddresses.made { return addresses.unpublished[path] ?? .published }
    return lazyPublications.value(path) {
      guard isFile(path), let page = page(path), page.kind != .resource else { return .published }
      return publication(of: page, frontMatter(of: path))
    }
  }

  /// The same of a page that was read.
  public func publication(of page: SitePage, _ frontMatter: FrontMatter?) -> Publication {
    site.publication(head(of: page, frontMatter), today: today)
  }

  /// The address of a source page from the top of the site, not percent-encoded; nil for what has none.
  public func address(of path: String) -> String? {
    page(path).flatMap { $0.kind == .resource ? nil : url(of: $0, frontMatter: frontMatter(of: path)) }
  }
}
