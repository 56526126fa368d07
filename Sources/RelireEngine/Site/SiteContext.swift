import RelireDocuments
import RelireLexicon
import RelireModel
import RelireSite

/// The site that a run is about, and where files stand in it.
public final class SiteContext: Sendable {
  public let index: SiteIndex
  /// The site's folder, absolute.
  let root: String

  public var site: Site { index.site }

  private init(_ site: Site, workingDirectory: String) {
    let root = Path.absolute(site.root, in: workingDirectory)
    index = SiteIndex(site, tree: .disk) { ChangeDays.read(root) }
    self.root = root
  }

  /// The site of the first path that lies in one, or holds one; without paths that of the working directory.
  public static func find(_ paths: [String] = []) throws(SiteFault) -> SiteContext? {
    let workingDirectory = FileSystem.workingDirectory
    var seen: Set<String> = []
    // A site's pages are seldom mixed with others: the first few paths tell.
    for path in (paths.isEmpty ? ["."] : paths).prefix(20) {
      let isFolder = FileSystem.isFolder(path)
      let folder = Path.absolute(isFolder ? path : Path.folder(path), in: workingDirectory)
      guard seen.insert(folder).inserted else { continue }
      let site = isFolder ? try Site.find(from: folder, in: .disk) : try Site.enclosing(folder, in: .disk)
      if let site { return SiteContext(site, workingDirectory: workingDirectory) }
    }
    return nil
  }

  // MARK: Folders

  /// Absolute paths of the folders of the written pages.
  var contentFolders: [String] { site.contentFolders.map { Path.join(root, $0) } }

  /// The absolute path of the folder of the generated pages.
  var publishedFolder: String? { site.publishedFolder.map { Path.join(root, $0) } }

  /// Absolute paths of folders whose pages are made for the generator, or copied from elsewhere.
  var otherFolders: Set<String> {
    Set((site.archetypeFolders + site.layoutFolders + site.staticFolders).map { Path.join(root, $0) })
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

  var hasTypographer: Bool { site.configuration?.markup.hasTypographer ?? false }
}

extension Conventions.Locale {
  /// The conventions of a language tag, as `fr-ca`; nil for tags without a region that we know.
  init?(languageTag tag: String) {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let region = parts.last?.uppercased() else { return nil }
    self.init(rawValue: "fr-\(region)")
  }
}
