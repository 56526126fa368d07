import RelireDocuments
import RelireModel

extension SiteIndex {
  /// Where a link within a page leads.
  public enum Target: Sendable, Hashable {
    /// To another site, or where files cannot tell.
    case elsewhere
    /// To a file of the site, relative to its root: a generated page, a source page, an asset.
    case file(String, fragment: String?)
    /// To a source page, relative to the site's root, that Hugo does not publish; with the address that it would have.
    case unpublished(String, address: String, Publication)
    /// To an address that a page had once (`aliases`): its source page, and the address as it should be written.
    case redirected(to: String, address: String)
    /// Nowhere: the path from the top of the site, and the address of the file that was most likely meant.
    case missing(String, nearest: String?)
  }

  /// Resolves the address of a link, an image or another file that a page uses.
  ///
  /// - Parameters:
  ///   - page: relative to the site's root.
  ///   - base: the `href` of the page's `base` element.
  public func target(of address: String, from page: String, frontMatter: FrontMatter?, base: String? = nil) -> Target {
    // Most links lead elsewhere, and most others are those of the theme, the same on every page.
    if isForeign(address) { return .elsewhere }
    let isGenerated = site.isPublished(page)
    guard isGenerated, address.utf8.first == UInt8(ascii: "/") else {
      return resolve(address, from: page, isGenerated: isGenerated, frontMatter, base)
    }
    return commonTargets.value(address) { resolve(address, from: page, isGenerated: true, frontMatter, base) }
  }

  /// Whether an address names another host, as far as its first bytes tell.
  private func isForeign(_ address: String) -> Bool {
    for prefix in ["https://", "http://"] where address.hasPrefix(prefix) {
      guard let host else { return true }
      let rest = address.utf8.dropFirst(prefix.utf8.count)
      return !rest.prefix(host.utf8.count).elementsEqual(host.utf8) { $0 == $1 || $0 | 0x20 == $1 }
    }
    return false
  }

  private func resolve(
    _ address: String, from page: String, isGenerated: Bool, _ frontMatter: FrontMatter?, _ base: String?
  ) -> Target {
    if Self.isComputed(address) { return .elsewhere }
    let link = LinkAddress(address)
    if link.scheme == nil, link.host == nil, link.path.isEmpty {
      return base == nil ? .file(page, fragment: link.fragment) : .elsewhere
    }
    if let scheme = link.scheme, scheme != "http", scheme != "https" { return .elsewhere }
    if link.scheme != nil, link.host == nil { return .elsewhere }
    if let host = link.host, host != self.host { return .elsewhere }
    let isAbsolute = link.host != nil || link.path.hasPrefix("/")
    if isGenerated { return published(link, address, from: page, isAbsolute: isAbsolute, base: base) }
    let target = written(link, address, from: page, frontMatter, isAbsolute: isAbsolute)
    guard case .file(let source, _) = target, source != page, case let publication = publication(of: source),
      publication != .published
    else { return target }
    return .unpublished(source, address: self.address(of: source) ?? "/" + source, publication)
  }

  /// Whether the generator will still compute something of an address: a template's braces, or a masked shortcode.
  public static func isComputed(_ address: String) -> Bool {
    let bytes = address.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "%"): if index > 0, bytes[index - 1] == UInt8(ascii: "{") { return true }
      case 0x1A: return true
      // The end of U+FFFC.
      case 0xBC: if index > 1, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Generated pages

  private func published(
    _ link: LinkAddress, _ address: String, from page: String, isAbsolute: Bool, base: String?
  ) -> Target {
    guard let folder = site.publishedFolder, let below = Path.below(folder, page) else { return .elsewhere }
    var path = link.path
    if !isAbsolute {
      var start = basePath + Path.parent(below)
      if let base {
        let base = LinkAddress(base)
        // A base on another host, or relative to the page, is too rare to be worth an error.
        guard base.path.hasPrefix("/"), base.host == nil || base.host == host else { return .elsewhere }
        start = base.path.hasSuffix("/") ? base.path : Path.parent(base.path)
      }
      path = start + "/" + path
    }
    guard let inner = belowBase(path) else { return withoutBase(link, address) }
    if let addresses = preparedAddresses, let now = addresses.aliases[inner] ?? addresses.aliases[inner + "/"] {
      return redirected(link, address, to: now, addresses)
    }
    if let file = publishedFile(inner) { return .file(file, fragment: link.fragment) }
    return .missing(inner, nearest: nearest(inner, in: folder, link, address))
  }

  /// An address from the top of the host, of a site that is published below it: nothing is there when the path is that
  /// of a page or file of the site, and the way to the site was forgotten.
  private func withoutBase(_ link: LinkAddress, _ address: String) -> Target {
    let path = Path.normalised(fromTop: link.path)
    guard link.host == nil, link.path.hasPrefix("/"), !path.isEmpty, !path.hasPrefix(".."),
      publishedFile("/" + path + (link.path.hasSuffix("/") ? "/" : "")) != nil
    else { return .elsewhere }
    return .missing(
      link.path,
      nearest: String(address[..<link.pathRange.lowerBound]) + basePath.dropLast()
        + String(address[link.pathRange.lowerBound...]))
  }

  /// The address with the path that it should have: below the base URL’s, where the old one was.
  private func redirected(_ link: LinkAddress, _ address: String, to now: String, _ addresses: Addresses) -> Target {
    let isBelowBase = basePath != "/" && link.path.hasPrefix(basePath)
    let path = (isBelowBase ? basePath.dropLast() : "") + now.replacing(" ", with: "%20")
    return .redirected(
      to: addresses.pages[now] ?? now,
      address: String(address[..<link.pathRange.lowerBound]) + path + String(address[link.pathRange.upperBound...]))
  }

  /// The path without that of the base URL; nil outside it.
  private func belowBase(_ path: String) -> String? {
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
    // Browsers stay at the top of the host, however many `..` a link has.
    let parts = Path.normalised(fromTop: path).split(separator: "/").drop { $0 == ".." }
    let normal = "/" + parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
    let base = basePath
    if base == "/" { return normal }
    if normal + "/" == base { return "/" }
    return normal.hasPrefix(base) ? "/" + normal.dropFirst(base.count) : nil
  }

  /// The generated file for a path from the top of the site. Servers find `x/index.html` for `x`, and many `x.html`.
  private func publishedFile(_ path: String) -> String? {
    guard let folder = site.publishedFolder else { return nil }
    let file = Path.join(folder, Path.normalised(fromTop: path))
    let index = Path.join(file, "index.html")
    if path.hasSuffix("/") { return isFile(index) ? index : nil }
    if isFile(file) { return file }
    if isFile(index) { return index }
    return isFile(file + ".html") ? file + ".html" : nil
  }

  // MARK: Source pages

  private func written(
    _ link: LinkAddress, _ address: String, from page: String, _ frontMatter: FrontMatter?, isAbsolute: Bool
  ) -> Target {
    guard let source = self.page(page) else { return .elsewhere }
    if !isAbsolute {
      let beside = Path.join(Path.parent(page), link.path)
      if let file = sourceFile(Path.normalised(fromTop: beside), source.language) {
        return .file(file, fragment: link.fragment)
      }
    }
    var path = link.path
    if !isAbsolute {
      guard let url = url(of: source, frontMatter: frontMatter) else { return .elsewhere }
      // The page's resources, and links as the browser will see them.
      path = basePath + (url.hasSuffix("/") ? url : Path.parent(url) + "/") + path
      guard let below = belowBase(path) else { return .elsewhere }
      path = below
    } else if let below = belowBase(path) {
      path = below
    } else if link.host != nil {
      return .elsewhere
    }
    let isFolder = path.hasSuffix("/")
    let normal = Path.normalised(fromTop: path)
    if let file = site.files(normal, of: .files).first(where: isFile) { return .file(file, fragment: link.fragment) }
    func inContent() -> Target? { self.inContent(normal, source.language).map { .file($0, fragment: link.fragment) } }
    func atAddress() -> Target? { self.atAddress(normal, link, address) }
    // Hugo looks for a path from the top among the pages of the same language; browsers know addresses alone. Those of
    // all pages take long to find out, and with one folder of content both lead to the same page.
    let isOfContent = isAbsolute || site.contentRoots.count == 1
    if let target = isOfContent ? inContent() ?? atAddress() : atAddress() ?? inContent() { return target }
    if let file = publishedFile("/" + normal + (isFolder ? "/" : "")) { return .file(file, fragment: link.fragment) }
    if let file = hooked(link.path, from: page, isAbsolute: isAbsolute) {
      return .file(file, fragment: link.fragment)
    }
    if isUnknowable(normal) || isBelowAdapter(normal) { return .elsewhere }
    return .missing(
      "/" + normal + (isFolder && !normal.isEmpty ? "/" : ""), nearest: nearestSource(link, address, from: page))
  }

  private func inContent(_ path: String, _ language: String) -> String? {
    for root in site.contentRoots where root.language == nil || root.language == language {
      guard let below = Path.below(root.target, path) else { continue }
      if let file = root.isFile ? root.folder : sourceFile(Path.join(root.folder, below), language) { return file }
    }
    return nil
  }

  private func atAddress(_ path: String, _ link: LinkAddress, _ address: String) -> Target? {
    let addresses = addresses
    for path in ["/" + path, "/" + path + "/", "/" + path + ".html"] {
      if let file = addresses.pages[path] { return .file(file, fragment: link.fragment) }
      if let now = addresses.aliases[path] { return redirected(link, address, to: now, addresses) }
    }
    return nil
  }

  /// A file, or the page of a folder or of a name without its extension; of a page in several languages that of one.
  private func sourceFile(_ path: String, _ language: String) -> String? {
    if hasLanguages {
      let base = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
      for start in ["", "/_index", "/index"] {
        let candidate = base + start + "." + language + ".md"
        if isFile(candidate) { return candidate }
      }
    }
    if isFile(path) { return path }
    for candidate in ["/_index.md", "/index.md", ".md"] where isFile(path + candidate) { return path + candidate }
    // A section without a page of its own is listed all the same.
    guard isFolder(path), site.contentRoots.contains(where: { Path.below($0.folder, path) != nil }) else {
      return nil
    }
    return path
  }

  /// What a theme that is not at hand, or Hugo itself, may provide.
  private func isUnknowable(_ path: String) -> Bool {
    guard let configuration = site.configuration else {
      // All that a generator made is there; without it, only sources can be told.
      return site.publishedFolder == nil && !path.hasSuffix(".md")
    }
    let parts = path.split(separator: "/").map(String.init)
    let first = parts.first.flatMap { configuration.language($0) } == nil ? parts.first : parts.dropFirst().first
    if let first, configuration.taxonomies.values.contains(first) { return true }
    if ["xml", "json", "css", "js"].contains(path.split(separator: ".").last.map(String.init) ?? "") { return true }
    return Path.name(path).contains(".") && !path.hasSuffix(".md")
      && (!site.hasAllThemes || !configuration.mounts.isEmpty)
  }

  // MARK: Nearest

  /// The address with its last part replaced by the nearest name beside it.
  private func nearest(_ path: String, in folder: String, _ link: LinkAddress, _ address: String) -> String? {
    let normal = Path.normalised(fromTop: path)
    guard let names = names(in: Path.join(folder, Path.parent(normal))) else { return nil }
    return replacing(Path.name(normal), among: names.keys.filter { $0 != "index.html" }, link, address)
  }

  private func nearestSource(_ link: LinkAddress, _ address: String, from page: String) -> String? {
    let folder =
      link.path.hasPrefix("/")
      ? site.contentFolders.first.map { Path.join($0, Path.parent(Path.normalised(fromTop: link.path))) }
      : Path.normalised(fromTop: Path.join(Path.parent(page), Path.parent(Path.normalised(fromTop: link.path))))
    guard let folder, let names = names(in: folder) else { return nil }
    let name = Path.name(Path.normalised(fromTop: link.path))
    let isPage = !name.contains(".")
    let language = self.page(page)?.language
    let near = names.compactMap { name, isFolder -> String? in
      guard !isFolder, let page = self.page(Path.join(folder, name)), page.kind != .resource else { return name }
      if page.isBundle || page.language != language { return nil }
      return isPage && name.hasSuffix(".md") ? page.name : name
    }
    return replacing(name, among: near, link, address)
  }

  private func replacing(
    _ name: String, among names: [String], _ link: LinkAddress, _ address: String
  ) -> String? {
    // Comparing with very many names for each of very many links would take too long.
    guard !name.isEmpty, names.count <= 2_000, let found = NearestNames.of(name, among: names, atMost: 1).first,
      found != name
    else { return nil }
    var path = String(address[link.pathRange])
    let isFolder = path.hasSuffix("/")
    if isFolder { path.removeLast() }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let written = found.replacing(" ", with: "%20")
    return address[..<link.pathRange.lowerBound] + parent + written + (isFolder ? "/" : "")
      + address[link.pathRange.upperBound...]
  }
}
