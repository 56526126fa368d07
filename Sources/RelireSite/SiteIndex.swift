import RelireDocuments
import RelireModel
import Synchronization

/// A site and what is known of its files. Folders are listed once, when they are first asked about, so that
/// checking one page of a large site does not read all of it. Safe to use on many threads.
public final class SiteIndex: Sendable {
  public let site: Site
  let tree: FileTree
  /// By folder, relative to the site's root: the names in it, and whether each is a folder. nil for no folder.
  private let listings = Memo<String, [String: Bool]?>()

  /// By folder: whether it is a page of its own, which every link into it asks.
  private let lazyIndexes = Memo<String, Bool>()
  let lazyAddresses = Lazy<Addresses>()
  /// By page, relative to the root.
  let lazyPublications = Memo<String, Publication>()
  /// By language and folder.
  let lazySections = Memo<String, SectionHead>()
  private let isPrepared = Atomic<Bool>(false)
  private let lazyShortcodes = Lazy<ShortcodeCatalogue>()
  private let lazyTemplates = Lazy<TemplateLibrary>()
  private let lazyPagesByName = Lazy<[String: [String]]>()
  /// By language: what the translations of a page have in common.
  let lazyTranslationKeys = Lazy<[String: Set<String>]>()
  /// By page, relative to the root: nil for one without a title.
  let lazyTitles = Memo<String, String?>()
  let lazyRenderHooks = Lazy<RenderHooks>()
  let lazyHasAdapters = Lazy<Bool>()
  let lazyHabits = Lazy<FrontMatterHabits>()

  /// Of the base URL, lower case; nil when the site does not say where it is published.
  let host: String?
  let basePath: String
  /// Where addresses lead that mean the same on every generated page: those of menus are on all of them.
  let commonTargets = Memo<String, Target>(limit: 50_000)

  /// Nil where the day must not matter.
  let today: CalendarDate?
  private let readChangeDays: @Sendable () -> [String: CalendarDate]
  private let lazyChangeDays = Lazy<[String: CalendarDate]>()

  /// - Parameters:
  ///   - today: decides which pages are published; nil where it must not matter.
  ///   - changeDays: when files were last changed, by their paths from the site's root.
  public init(
    _ site: Site, tree: FileTree, today: CalendarDate? = nil,
    changeDays: @escaping @Sendable () -> [String: CalendarDate] = { [:] }
  ) {
    self.site = site
    self.today = today
    readChangeDays = changeDays
    host = LinkAddress(site.baseURL).host
    basePath = site.basePath
    self.tree = tree
  }

  /// The names in a folder, relative to the site's root; nil when there is none.
  func names(in folder: String) -> [String: Bool]? {
    listings.value(folder) {
      let entries = tree.entries(folder.isEmpty ? site.root : Path.join(site.root, folder))
      return entries.map { Dictionary($0.map { ($0.name, $0.isFolder) }) { $1 } }
    }
  }

  /// Whether there is such a file, relative to the site's root.
  public func isFile(_ path: String) -> Bool { names(in: Path.parent(path))?[Path.name(path)] == false }

  func isFolder(_ path: String) -> Bool { path.isEmpty || names(in: path) != nil }

  func read(_ path: String) -> [UInt8]? { tree.read(Path.join(site.root, path)) }

  /// Whether a folder of the content is a page of its own, with all that is in it.
  public func hasIndex(_ folder: String) -> Bool {
    lazyIndexes.value(folder) {
      names(in: folder)?.keys.contains { $0.hasPrefix("index.") && site.page(Path.join(folder, $0)) != nil }
        ?? false
    }
  }

  /// Where a page stands, given relative to the site's root.
  public func place(of path: String) -> PagePlace { site.place(of: path, hasIndex: hasIndex) }

  /// The source page of a path relative to the root.
  public func page(_ path: String) -> SitePage? { site.page(path, hasIndex: hasIndex) }

  // MARK: Addresses

  /// Where the pages of the content are published.
  struct Addresses: Sendable {
    /// The source page, or folder of pages, of each address.
    var pages: [String: String] = [:]
    /// The address that each redirection leads to.
    var aliases: [String: String] = [:]
    /// Why source pages are not published: those that are not.
    var unpublished: [String: Publication] = [:]
  }

  /// Reads the front matter of all pages, once.
  var addresses: Addresses { lazyAddresses.value(readAddresses) }

  private func readAddresses() -> Addresses {
    var addresses = Addresses()
    forEachPageOfAll { path, page in
      let frontMatter = frontMatter(of: path)
      let head = head(of: page, frontMatter)
      let publication = site.publication(head, today: today)
      if publication != .published { addresses.unpublished[path] = publication }
      guard publication != .never, let url = url(of: page, frontMatter, head) else { return }
      // A page that is published goes before a draft for the same address, and of two such pages the first.
      if let other = addresses.pages[url], publication != .published || addresses.unpublished[other] == nil { return }
      addresses.pages[url] = path
      guard publication == .published else { return }
      for alias in site.aliases(of: page, frontMatter: frontMatter) { addresses.aliases[alias] = url }
    }
    return addresses
  }

  /// The addresses that only lead to others (`aliases`), with those.
  public var redirections: [String: String] { addresses.aliases }

  /// The addresses, in runs over sources and generated pages together. Known before the first page is checked, so that
  /// the order in which pages are read plays no part.
  var preparedAddresses: Addresses? { isPrepared.load(ordering: .acquiring) ? addresses : nil }

  /// The path of a page's URL: of those that it may have the one whose file is there.
  func url(of page: SitePage, frontMatter: FrontMatter?) -> String? {
    url(of: page, frontMatter, head(of: page, frontMatter))
  }

  private func url(of page: SitePage, _ frontMatter: FrontMatter?, _ head: PageHead) -> String? {
    let urls = site.urls(of: page, frontMatter, head) { self.section($0, page.language) }
    guard urls.count > 1, let published = site.publishedFolder else { return urls.first }
    return urls.first { isFile(Path.join(published, site.publishedFile(of: $0))) } ?? urls.first
  }

  /// The source page of each generated page, both relative to the site's root. Reads the front matter of all pages.
  public func sourcesOfPublishedPages() -> [String: String] {
    guard site.publishedFolder != nil else { return [:] }
    isPrepared.store(true, ordering: .releasing)
    var sources: [String: String] = [:]
    forEachPublishedPage { source, file in sources[file] = source }
    return sources
  }

  /// The source pages with the files that Hugo writes for them, there or not, relative to the site's root; in no order.
  /// Reads the front matter of all pages, once.
  public func forEachPublishedPage(_ body: (_ source: String, _ file: String) -> Void) {
    guard let published = site.publishedFolder else { return }
    for (url, source) in addresses.pages {
      body(source, Path.join(published, site.publishedFile(of: url)))
    }
  }

  /// Whether other pages lie in or below the folder of a section's `_index.md`.
  public func hasPages(below index: String) -> Bool {
    let folder = Path.parent(index)
    return names(in: folder)?.contains { name, isFolder in
      let path = Path.join(folder, name)
      return isFolder || path != index && page(path).map { $0.kind == .page } ?? false
    } ?? false
  }

  /// The source pages by their names (of the folder, for `index.md` and `_index.md`), as addresses write them.
  var pagesByName: [String: [String]] {
    lazyPagesByName.value {
      var names: [String: [String]] = [:]
      forEachPageOfAll { path, page in names[HugoPath.name(page.name, keepsCase: false), default: []].append(path) }
      return names
    }
  }

  /// All source pages of the site itself, in order of path; resources left out.
  public func forEachPage(_ body: (String, SitePage) -> Void) { forEachPage(in: site.contentFolders, body) }

  /// All source pages, and after them those that themes bring and the site has not itself.
  public func forEachPageOfAll(_ body: (String, SitePage) -> Void) {
    if site.themeContentFolders.isEmpty { return forEachPage(body) }
    var own: Set<String> = []
    forEachPage { path, page in
      own.insert(page.language + page.logicalPath)
      body(path, page)
    }
    forEachPage(in: site.themeContentFolders) { path, page in
      if own.insert(page.language + page.logicalPath).inserted { body(path, page) }
    }
  }

  private func forEachPage(in starts: [String], _ body: (String, SitePage) -> Void) {
    var folders = Array(starts.reversed())
    var seen: Set<String> = []
    while let folder = folders.popLast() {
      guard seen.insert(folder).inserted, seen.count < 1_000_000 else { continue }
      guard let names = names(in: folder) else {
        // A single file that is mounted.
        if let page = page(folder), page.kind != .resource, isFile(folder) { body(folder, page) }
        continue
      }
      var inner: [String] = []
      for (name, isFolder) in names.sorted(by: { $0.key < $1.key }) {
        let path = Path.join(folder, name)
        if isFolder {
          // The content of other generators is often the whole of a repository.
          if site.generator == nil || !Site.isPassedOver(name) { inner.append(path) }
        } else if let page = page(path), page.kind != .resource {
          body(path, page)
        }
      }
      folders += inner.reversed()
    }
  }

  /// When files were last changed, where a history tells. Asked for once.
  public var changeDays: [String: CalendarDate] { lazyChangeDays.value(readChangeDays) }

  /// The shortcodes that pages can use. Reads the templates, once.
  public var shortcodes: ShortcodeCatalogue { lazyShortcodes.value { ShortcodeCatalogue(site, in: tree) } }

  /// The texts of the templates. Reads them, once.
  public var templates: TemplateLibrary { lazyTemplates.value { TemplateLibrary(site, in: tree) } }

  /// The file that Hugo writes for a source page, relative to the root; nil when nothing is generated yet.
  public func publishedPath(of path: String, frontMatter: FrontMatter?) -> String? {
    guard let folder = site.publishedFolder, let page = page(path), page.kind != .resource,
      let url = url(of: page, frontMatter: frontMatter)
    else { return nil }
    return Path.join(folder, site.publishedFile(of: url))
  }

  /// Read anew at each call.
  package func frontMatter(of path: String) -> FrontMatter? {
    read(path).flatMap { FrontMatterReader.read(source: SourceDecoder.decode($0, format: .markdown)).0 }
  }
}
