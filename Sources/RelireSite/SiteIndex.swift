import RelireDocuments
import Synchronization

/// A site and what is known of its files. Folders are listed once, when they are first asked about, so that
/// checking one page of a large site does not read all of it. Safe to use on many threads.
public final class SiteIndex: Sendable {
  public let site: Site
  private let tree: FileTree
  /// By folder, relative to the site's root: the names in it, and whether each is a folder. nil for no folder.
  private let listings = Mutex<[String: [String: Bool]?]>([:])

  /// Made when first asked for.
  private let knownAddresses = Mutex<[String: String]?>(nil)

  /// Of the base URL, lower case; nil when the site does not say where it is published.
  let host: String?
  let basePath: String
  /// Where addresses lead that mean the same on every generated page: those of menus are on all of them.
  let commonTargets = Mutex<[String: Target]>([:])

  public init(_ site: Site, tree: FileTree) {
    self.site = site
    host = site.configuration.flatMap { LinkAddress($0.baseURL).host }
    basePath = site.basePath
    self.tree = tree
  }

  /// The names in a folder, relative to the site's root; nil when there is none.
  func names(in folder: String) -> [String: Bool]? {
    if let known = listings.withLock({ $0[folder] }) { return known }
    let entries = tree.entries(folder.isEmpty ? site.root : SitePath.join(site.root, folder))
    let names = entries.map { Dictionary($0.map { ($0.name, $0.isFolder) }) { $1 } }
    listings.withLock { $0[folder] = .some(names) }
    return names
  }

  func isFile(_ path: String) -> Bool { names(in: SitePath.parent(path))?[SitePath.name(path)] == false }

  func isFolder(_ path: String) -> Bool { path.isEmpty || names(in: path) != nil }

  func read(_ path: String) -> [UInt8]? { tree.read(SitePath.join(site.root, path)) }

  /// Whether a folder of the content is a page of its own, with all that is in it.
  public func hasIndex(_ folder: String) -> Bool {
    names(in: folder)?.keys.contains { $0.hasPrefix("index.") && site.page(SitePath.join(folder, $0)) != nil } ?? false
  }

  /// Where a page stands, given relative to the site's root.
  public func place(of path: String) -> PagePlace { site.place(of: path, hasIndex: hasIndex) }

  /// The source page of a path relative to the root.
  public func page(_ path: String) -> SitePage? { site.page(path, hasIndex: hasIndex) }

  // MARK: Addresses

  /// The source page, or folder of pages, of each address of the content, redirections included. Reads the front
  /// matter of all pages, once.
  var addresses: [String: String] {
    if let known = knownAddresses.withLock({ $0 }) { return known }
    var addresses: [String: String] = [:]
    var folders = site.contentFolders
    var seen: Set<String> = []
    while let folder = folders.popLast() {
      guard seen.insert(folder).inserted, seen.count < 1_000_000 else { continue }
      for (name, isFolder) in names(in: folder) ?? [:] {
        let path = SitePath.join(folder, name)
        if isFolder {
          folders.append(path)
          continue
        }
        guard let page = page(path), page.kind != .resource else { continue }
        let frontMatter = frontMatter(of: path)
        for alias in site.aliases(of: page, frontMatter: frontMatter) { addresses[alias] = path }
        if let url = site.url(of: page, frontMatter: frontMatter, sectionSlug: slug) { addresses[url] = path }
      }
    }
    knownAddresses.withLock { $0 = addresses }
    return addresses
  }

  private func frontMatter(of path: String) -> FrontMatter? {
    read(path).flatMap { FrontMatterReader.read(source: SourceDecoder.decode($0, format: .markdown)).0 }
  }

  /// The `slug` of a section, given by its folders below the content.
  func slug(_ section: String) -> String? {
    for root in site.contentFolders {
      let path = SitePath.join(SitePath.join(root, section), "_index.md")
      if isFile(path) { return frontMatter(of: path)?["slug"]?.string }
    }
    return nil
  }
}
