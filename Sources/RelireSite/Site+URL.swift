import RelireDocuments
import RelireModel

/// Where pages are published, as Hugo computes it. The tests compare with Hugo itself.
extension Site {
  /// The path of a page's URL from the top of the site, `/`-led and not percent-encoded; nil when it is not published
  /// at a place of its own.
  ///
  /// - Parameter section: what the page of a folder says, the folder given by its names joined by `/`.
  func url(of page: SitePage, _ head: PageHead, section: @escaping (String) -> SectionHead = { _ in SectionHead() })
    -> String?
  {
    guard let configuration, page.kind != .resource else { return nil }
    let prefix = languagePrefix(page.language)
    let permalink = Permalink(page, head, self, section)
    if let url = head.text("url") {
      let path = permalink.expand(url)
      // A slash at the front leaves the language out.
      return withSlash(path.hasPrefix("/") ? path : prefix + path)
    }
    let isUgly = configuration.hasUglyURLs(in: page.section)
    if page.kind == .home { return isUgly ? prefix + "index.html" : prefix }
    if let pattern = configuration.permalink(kind: kind(of: page), section: page.section, language: page.language) {
      let path = permalink.expand(pattern)
      return withSlash(prefix + (path.hasPrefix("/") ? String(path.dropFirst()) : path))
    }
    var folder = ""
    var parts: [String] = []
    for name in page.folders {
      folder = Path.join(folder, name)
      parts.append(section(folder).slug.map { slug($0) } ?? self.name(name))
    }
    parts.append(head.text("slug").map { slug($0) } ?? name(page.name))
    let path = prefix + parts.joined(separator: "/")
    guard isUgly else { return path + "/" }
    return page.kind == .page ? path + ".html" : path + "/index.html"
  }

  /// The paths that a page's URL may have, the most likely one first: one for Hugo, which leaves nothing open.
  func urls(
    of page: SitePage, _ frontMatter: FrontMatter?, _ head: PageHead,
    section: @escaping (String) -> SectionHead = { _ in SectionHead() }
  ) -> [String] {
    if let generator { return generator.addresses(of: page, frontMatter) }
    return url(of: page, head, section: section).map { [$0] } ?? []
  }

  /// What Hugo calls the kind of a page.
  func kind(of page: SitePage) -> String {
    switch page.kind {
    case .home: "home"
    case .page, .resource: "page"
    case .section:
      if let configuration, configuration.taxonomies.values.contains(page.section) {
        page.folders.isEmpty ? "taxonomy" : "term"
      } else {
        "section"
      }
    }
  }

  /// The file below the published folder that a URL's path leads to.
  public func publishedFile(of url: String) -> String {
    let path = url.hasPrefix("/") ? String(url.dropFirst()) : url
    if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
    return path
  }

  /// The paths of the redirections that lead to a page, in the form of `url(of:)`.
  public func aliases(of page: SitePage, frontMatter: FrontMatter?) -> [String] {
    let prefix = languagePrefix(page.language)
    return (frontMatter?[generator == nil ? "aliases" : "redirect_from"]?.texts ?? []).map { alias in
      if alias.hasPrefix("/") { return withSlash(prefix + alias.dropFirst()) }
      // As seen from the folder that the page is in.
      let folders = page.folders.map { name($0) }.joined(separator: "/")
      let path = Path.normalised(fromTop: Path.join(folders, alias)).split(separator: "/").drop { $0 == ".." }
      return withSlash(prefix + path.joined(separator: "/"))
    }
  }

  /// `/`, or `/fr/` for a language that has a folder of its own.
  public func languagePrefix(_ language: String) -> String {
    guard let configuration else { return "/" }
    let isMain = language == configuration.mainLanguage.code
    return isMain && !configuration.isDefaultLanguageInSubfolder ? "/" : "/" + language + "/"
  }

  var baseURL: String { configuration?.baseURL ?? generator?.baseURL ?? "" }

  /// The path of the base URL: `/`, or `/guide/` for a site that is published below the top of its host.
  public var basePath: String {
    let rest = baseURL.firstRange(of: "://").map { baseURL[$0.upperBound...] } ?? (generator == nil ? "" : baseURL[...])
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    let path = String(rest[slash...])
    return path.hasSuffix("/") ? path : path + "/"
  }

  // MARK: Parts

  func name(_ text: String) -> String {
    HugoPath.name(
      text, keepsCase: configuration?.keepsPathCase ?? false, removesAccents: configuration?.removesPathAccents ?? false
    )
  }

  func slug(_ text: String) -> String {
    HugoPath.slug(
      text, keepsCase: configuration?.keepsPathCase ?? false, removesAccents: configuration?.removesPathAccents ?? false
    )
  }

  /// A folder ends with a slash, a file has an extension.
  private func withSlash(_ path: String) -> String {
    let path = path.hasPrefix("/") ? path : "/" + path
    return path.hasSuffix("/") || Path.name(path).contains(".") ? path : path + "/"
  }
}
