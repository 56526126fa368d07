import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// The site that a run is about, and where files stand in it.
public final class SiteContext: Sendable {
  public let index: SiteIndex
  /// The site's templates, and what they take from elsewhere than pages.
  let templates: TemplateIndex
  /// The site's folder, absolute.
  let root: String

  public var site: Site { index.site }

  private init(_ site: Site, workingDirectory: String) {
    let root = Path.absolute(site.root, in: workingDirectory)
    index = SiteIndex(site, tree: .disk, today: Calendar.today) { (try? GitRepository.changeDays(below: root)) ?? [:] }
    templates = TemplateIndex(site)
    self.root = root
  }

  /// The Hugo site of the first path that lies in one, or holds one; without paths that of the working directory.
  /// Else the site whose folders the configuration names, unless all paths lie elsewhere.
  public static func find(
    _ paths: [String] = [], _ configuration: Configuration = Configuration()
  ) throws(SiteFault) -> SiteContext? {
    let workingDirectory = FileSystem.workingDirectory
    let folders = NamedFolders(configuration, in: workingDirectory)
    guard var site = try hugoSite(paths, in: workingDirectory), folders.concern(site, in: workingDirectory) else {
      guard folders.mayHold(paths, in: workingDirectory), let site = folders.site else { return nil }
      return SiteContext(site, workingDirectory: workingDirectory)
    }
    site.publish(in: folders.published(in: Path.absolute(site.root, in: workingDirectory)), .disk)
    return SiteContext(site, workingDirectory: workingDirectory)
  }

  private static func hugoSite(_ paths: [String], in workingDirectory: String) throws(SiteFault) -> Site? {
    var seen: Set<String> = []
    // A site's pages are seldom mixed with others: the first few paths tell.
    for path in (paths.isEmpty ? ["."] : paths).prefix(20) {
      let isFolder = FileSystem.isFolder(path)
      let folder = Path.absolute(isFolder ? path : Path.folder(path), in: workingDirectory)
      guard seen.insert(folder).inserted else { continue }
      let site = isFolder ? try Site.find(from: folder, in: .disk) : try Site.enclosing(folder, in: .disk)
      if let site { return site }
    }
    return nil
  }

  // MARK: Folders

  /// Absolute paths of the folders of the written pages.
  var contentFolders: [String] { site.contentFolders.map { Path.join(root, $0) } }

  /// The absolute path of the folder of the generated pages.
  var publishedFolder: String? { site.publishedFolder.map { Path.join(root, $0) } }

  /// - Parameter path: absolute.
  func isPublished(_ path: String) -> Bool { Path.relative(path, to: root).map { site.isPublished($0) } ?? false }

  /// Absolute paths of folders whose pages are made for the generator, or copied from elsewhere.
  var otherFolders: Set<String> {
    Set((site.folders(of: .archetypes) + site.layoutFolders + site.folders(of: .files)).map { Path.join(root, $0) })
  }

  // MARK: Pages

  /// - Parameter path: absolute.
  func place(of path: String) -> PagePlace {
    Path.relative(path, to: root).map { index.place(of: $0) } ?? PagePlace()
  }

  /// What the site's configuration says about pages of a language.
  func settings(language code: String?) -> PageSettings {
    var settings = PageSettings()
    guard let configuration = site.configuration else { return settings }
    let language = code.flatMap { configuration.language($0) } ?? configuration.mainLanguage
    settings.language = language.tag
    settings.locale = language.tag.flatMap { Conventions.Locale(languageTag: $0) }
    return settings
  }
}

/// The folders that `content` and `public` name.
private struct NamedFolders {
  /// The folder that the names start from, as a path to open.
  private let root: String
  /// Absolute.
  private let start: String
  private let content: [String]
  private let published: [String]

  init(_ configuration: Configuration, in workingDirectory: String) {
    root = configuration.root
    start = Path.absolute(configuration.root, in: workingDirectory)
    content = configuration.content
    published = configuration.published
  }

  private var all: [String] { (content + published).map { Path.absolute($0, in: start) } }

  /// Whether they are those of a site: a site of examples may lie beside the pages that are meant.
  func concern(_ site: Site, in workingDirectory: String) -> Bool {
    let site = Path.absolute(site.root, in: workingDirectory)
    return all.isEmpty || all.contains { Self.isOneInTheOther($0, site) }
  }

  /// Whether one of the paths lies where the names start from, or holds that place; without paths, yes.
  func mayHold(_ paths: [String], in workingDirectory: String) -> Bool {
    paths.isEmpty || paths.contains { Self.isOneInTheOther(Path.absolute($0, in: workingDirectory), start) }
  }

  private static func isOneInTheOther(_ a: String, _ b: String) -> Bool {
    Path.relative(a, to: b) != nil || Path.relative(b, to: a) != nil
  }

  /// As seen from a site's folder.
  func published(in site: String) -> [String] {
    published.compactMap { Path.relative(Path.absolute($0, in: start), to: site) }
  }

  /// nil when nothing is named.
  var site: Site? {
    all.isEmpty ? nil : Site(root: root, content: content, published: published, in: .disk)
  }
}

extension Conventions.Locale {
  /// The conventions of a language tag, as `fr-ca`; nil for tags without a region that we know.
  init?(languageTag tag: String) {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let region = parts.last?.uppercased() else { return nil }
    self.init(rawValue: "fr-\(region)")
  }
}
