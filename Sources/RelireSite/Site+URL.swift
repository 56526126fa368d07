import RelireDocuments

/// Where pages are published, as Hugo computes it. The tests compare with Hugo itself.
extension Site {
  /// The path of a page's URL from the top of the site, `/`-led and not percent-encoded; nil when it is not published
  /// at a place of its own.
  ///
  /// - Parameter sectionSlug: the `slug` of a section's `_index.md`, by its folders joined by `/`.
  public func url(
    of page: SitePage, frontMatter: FrontMatter?, sectionSlug: (String) -> String? = { _ in nil }
  ) -> String? {
    guard let configuration, page.kind != .resource else { return nil }
    let prefix = languagePrefix(page.language)
    if let url = frontMatter?["url"]?.scalarText, !url.isEmpty {
      let path = expand(url, page, frontMatter)
      // A slash at the front leaves the language out.
      return withSlash(path.hasPrefix("/") ? path : prefix + path)
    }
    if page.kind == .home { return configuration.hasUglyURLs ? prefix + "index.html" : prefix }
    let slug = frontMatter?["slug"]?.scalarText.flatMap { $0.isEmpty ? nil : self.slug($0) }
    if let pattern = permalink(for: page) {
      let path = expand(pattern, page, frontMatter)
      return withSlash(prefix + (path.hasPrefix("/") ? String(path.dropFirst()) : path))
    }
    var folder = ""
    var parts: [String] = []
    for name in page.folders {
      folder = SitePath.join(folder, name)
      parts.append(sectionSlug(folder).map { self.slug($0) } ?? self.name(name))
    }
    parts.append(slug ?? name(page.name))
    let path = prefix + parts.joined(separator: "/")
    guard configuration.hasUglyURLs else { return path + "/" }
    return page.kind == .section ? path + "/index.html" : path + ".html"
  }

  /// The paths that a page's URL may have, the most likely one first: one for Hugo, which leaves nothing open.
  func urls(
    of page: SitePage, frontMatter: FrontMatter?, sectionSlug: (String) -> String? = { _ in nil }
  ) -> [String] {
    if let generator { return generator.addresses(of: page, frontMatter) }
    return url(of: page, frontMatter: frontMatter, sectionSlug: sectionSlug).map { [$0] } ?? []
  }

  /// The file below the published folder that a URL's path leads to.
  public func publishedFile(of url: String) -> String? {
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
      let path = SitePath.normalised(SitePath.join(folders, alias)).split(separator: "/").drop { $0 == ".." }
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

  private func name(_ text: String) -> String {
    HugoPath.name(
      text, keepsCase: configuration?.keepsPathCase ?? false, removesAccents: configuration?.removesPathAccents ?? false)
  }

  private func slug(_ text: String) -> String {
    HugoPath.slug(
      text, keepsCase: configuration?.keepsPathCase ?? false, removesAccents: configuration?.removesPathAccents ?? false)
  }

  /// A folder ends with a slash, a file has an extension.
  private func withSlash(_ path: String) -> String {
    let path = path.hasPrefix("/") ? path : "/" + path
    return path.hasSuffix("/") || SitePath.name(path).contains(".") ? path : path + "/"
  }

  // MARK: Permalinks

  private func permalink(for page: SitePage) -> String? {
    let kind = page.kind == .section ? "section" : "page"
    return configuration?.permalinks[kind]?[page.section.lowercased()]
  }

  private func expand(_ pattern: String, _ page: SitePage, _ frontMatter: FrontMatter?) -> String {
    var result = ""
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      var token = String(rest.prefix { $0.isLetter })
      rest = rest.dropFirst(token.count)
      if rest.first == "[", let close = rest.firstIndex(of: "]") {
        token += rest[...close]
        rest = rest[rest.index(after: close)...]
      }
      result += value(of: token, page, frontMatter) ?? ":" + token
    }
    result += rest
    // A token without a value leaves no empty part.
    while let double = result.firstRange(of: "//") { result.replaceSubrange(double, with: "/") }
    return result
  }

  /// In English whatever the language, in lower case as all of a path.
  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private func value(of token: String, _ page: SitePage, _ frontMatter: FrontMatter?) -> String? {
    let date = (frontMatter?["date"] ?? frontMatter?["publishDate"])?.scalarText ?? ""
    let slugText = frontMatter?["slug"]?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
    switch token {
    case "year": return String(date.prefix(4))
    case "monthname":
      guard let month = Int(date.dropFirst(5).prefix(2)), (1...12).contains(month) else { return nil }
      return Self.monthNames[month - 1]
    case "month": return String(date.dropFirst(5).prefix(2))
    case "day": return String(date.dropFirst(8).prefix(2))
    case "section": return name(page.section)
    case "sections": return page.folders.map { name($0) }.joined(separator: "/")
    case "title": return slug(frontMatter?["title"]?.scalarText ?? "")
    case "slug": return slug(slugText ?? frontMatter?["title"]?.scalarText ?? page.name)
    case "filename", "contentbasename": return name(page.name)
    case "slugorfilename", "slugorcontentbasename": return slugText.map { slug($0) } ?? name(page.name)
    default: return nil
    }
  }
}
