import RelireDocuments
import RelireModel
import RelireRules
import RelireSite

/// Finds the pages to check.
public struct Discovery: Sendable {
  /// Something asked for that cannot be checked.
  public struct Failure: Sendable {
    enum Reason: Sendable {
      case unreadable(FileError)
      case unknownFormat
    }

    public let path: String
    let reason: Reason

    var rule: RuleID {
      switch reason {
      case .unreadable: UnreadableFile.id
      case .unknownFormat: UnknownFormat.id
      }
    }

    public var message: Message {
      switch reason {
      case .unreadable(let error): error.message
      case .unknownFormat: UnknownFormat.message
      }
    }

    /// Whether the job could not be done because of it.
    public var isFatal: Bool { if case .unreadable = reason { true } else { false } }
  }

  public struct Found: Sendable {
    /// Sorted by path, each file once.
    public var pages: [PageInput] = []
    public var failures: [Failure] = []
  }

  private let configuration: Configuration
  private let site: SiteContext?
  /// Whether generated pages are left out of folders: correcting them is in vain.
  private let isForCorrection: Bool
  private let workingDirectory: String
  private let root: String

  public init(_ configuration: Configuration, _ site: SiteContext? = nil, isForCorrection: Bool = false) {
    self.configuration = configuration
    self.site = site
    self.isForCorrection = isForCorrection
    workingDirectory = FileSystem.workingDirectory
    root = Path.absolute(configuration.root, in: workingDirectory)
  }

  /// The pages at the given paths: files as they are, folders with all that is in them.
  public func pages(_ paths: [String]) -> Found {
    var walk = Walk()
    for path in paths.isEmpty ? starts : paths { visit(shown(path), &walk) }
    walk.found.pages.sort { $0.path < $1.path }
    return walk.found
  }

  /// The folders of generated pages, absolute.
  private var publishedFolders: [String] {
    var folders = configuration.published.map { Path.join(configuration.root, $0) }
    if let folder = site?.publishedFolder { folders.append(folder) }
    return folders.map { Path.absolute($0, in: workingDirectory) }
  }

  /// Where to look when nothing is asked for.
  private var starts: [String] {
    if let configuredStarts { return configuredStarts }
    // From within the site, whoever calls means the folder they are in.
    guard let site, Path.relative(site.root, to: workingDirectory) != nil else {
      return [site == nil && !configuration.isShared ? configuration.root : "."]
    }
    return starts(of: site).map { shown($0) }
  }

  /// The folders that the configuration names; nil when it names none.
  private var configuredStarts: [String]? {
    let content = configuration.content.map { Path.join(configuration.root, $0) }
    // The generated pages are there once the site was built.
    let published = configuration.published.map { Path.join(configuration.root, $0) }.filter { FileSystem.exists($0) }
    guard !content.isEmpty || !configuration.published.isEmpty else { return nil }
    let written = content.isEmpty ? site.map { starts(of: $0) } ?? [] : content
    return written + (isForCorrection ? [] : published)
  }

  private func starts(of site: SiteContext) -> [String] {
    let published = isForCorrection ? nil : site.publishedFolder
    return (site.contentFolders + [published].compactMap { $0 }).filter { FileSystem.exists($0) }
  }

  /// Which files a run is about, without looking at the disk.
  struct Selection: Sendable {
    fileprivate let discovery: Discovery
    /// Absolute.
    fileprivate let starts: [String]

    /// - Parameter path: as shown.
    func contains(_ path: String) -> Bool {
      let absolute = Path.absolute(path, in: discovery.workingDirectory)
      guard let inside = starts.lazy.compactMap({ Path.relative(absolute, to: $0) }).first else { return false }
      let folders = inside.split(separator: "/").dropLast()
      return discovery.isChosen(path)
        && !folders.contains { $0.hasPrefix(".") && $0 != "." || Discovery.skippedFolders.contains(String($0)) }
    }
  }

  /// - Parameter repository: the root of the repository of which a change is looked at.
  func selection(_ paths: [String], in repository: String) -> Selection {
    var starts = paths
    // A change is of the whole site, from whichever folder of it Git is called.
    if starts.isEmpty { starts = configuredStarts ?? site.map(starts(of:)) ?? [] }
    if starts.isEmpty {
      starts = [configuration.root == "." || configuration.isShared ? repository : configuration.root]
    }
    return Selection(discovery: self, starts: starts.map { Path.absolute($0, in: workingDirectory) })
  }

  private struct Walk {
    var found = Found()
    /// Files and folders already met, by whatever name.
    var seen: Set<FileSystem.Identity> = []
  }

  /// As the path is shown: relative to the working directory where it lies inside it.
  private func shown(_ path: String) -> String { Path.shown(Path.normalised(path), in: workingDirectory) }

  private func isChosen(_ path: String) -> Bool {
    if configuration.exclude.isEmpty && configuration.include.isEmpty { return true }
    guard let path = Path.relative(Path.absolute(path, in: workingDirectory), to: root) else { return true }
    if configuration.exclude.matches(path) { return false }
    return configuration.include.isEmpty || configuration.include.matches(path)
  }

  private func visit(_ path: String, _ walk: inout Walk) {
    let stamp: FileSystem.Stamp
    do throws(FileError) {
      stamp = try FileSystem.stamp(path)
    } catch {
      walk.found.failures.append(Failure(path: path, reason: .unreadable(error)))
      return
    }
    switch stamp.kind {
    case .folder: descend(path, &walk)
    case .file:
      if !isChosen(path) { return }
      if PageInput(path: path) == nil {
        walk.found.failures.append(Failure(path: path, reason: .unknownFormat))
      } else {
        take(path, &walk)
      }
    case .other: walk.found.failures.append(Failure(path: path, reason: .unreadable(.notRegular)))
    }
  }

  /// Folders that hold tools and sources of other kinds, never pages of the site.
  private static let skippedFolders: Set<String> = ["node_modules", "themes", "resources", "vendor", "_vendor"]

  /// All pages in a folder. A list of folders still to do, no recursion: depth is bounded by the disk alone. Symbolic
  /// links come last, so that a file is known by its own name where it has one here.
  private func descend(_ start: String, _ walk: inout Walk) {
    var folders = [Folder(at: start, in: workingDirectory)]
    var links: [(folder: Folder, name: String)] = []
    var nextLink = 0
    let published = Set(publishedFolders.map { shown($0) })
    let others = Set((site?.otherFolders ?? []).map { shown($0) })
    let hugo = HugoIgnoreRules(site?.site.configuration?.ignoreFiles ?? [])

    func meet(_ name: String, _ path: String, _ kind: FileSystem.Kind?, isPage: Bool, in folder: Folder) {
      switch kind {
      case .folder where published.contains(path): if !isForCorrection { folders.append(folder.child(name)) }
      case .folder where others.contains(path): return
      case .folder where !Self.skippedFolders.contains(name) && !folder.ignores(name, isFolder: true):
        folders.append(folder.child(name))
      case .file where isPage && isChosen(path) && !folder.ignores(name, isFolder: false):
        if site == nil || !hugo.ignores(Path.absolute(path, in: workingDirectory)) { take(path, &walk) }
      default: return
      }
    }

    while true {
      if let folder = folders.popLast() {
        let entries: [FileSystem.Entry]
        do throws(FileError) {
          guard walk.seen.insert(try FileSystem.stamp(folder.path).identity).inserted else { continue }
          entries = try FileSystem.entries(of: folder.path)
        } catch {
          walk.found.failures.append(Failure(path: folder.path, reason: .unreadable(error)))
          continue
        }
        for entry in entries where !entry.name.hasPrefix(".") {
          // A symbolic link, or a file system that does not say.
          guard let kind = entry.kind else {
            links.append((folder, entry.name))
            continue
          }
          let path = Path.join(folder.path, entry.name)
          meet(entry.name, path, kind, isPage: isPage(path) && !isCopiedOrFilledIn(path), in: folder)
        }
      } else if nextLink < links.count {
        let (folder, name) = links[nextLink]
        nextLink += 1
        let path = Path.join(folder.path, name)
        let isPage = isPage(path) && !isCopiedOrFilledIn(path)
        let kind = (try? FileSystem.stamp(path))?.kind
        if kind == nil, isPage { walk.found.failures.append(Failure(path: path, reason: .unreadable(.missing))) }
        meet(name, path, kind, isPage: isPage, in: folder)
      } else {
        return
      }
    }
  }

  /// Text files of a site are no pages: licences, `robots.txt`.
  private func isPage(_ path: String) -> Bool {
    switch Document.Format(fileExtension: Path.fileExtension(path)) {
    case .markdown, .html: true
    case .text: site.map { Path.relative(Path.absolute(path, in: workingDirectory), to: $0.root) == nil } ?? true
    case nil: false
    }
  }

  /// HTML among the sources of another generator than Hugo: judged as the page that is made of it.
  private func isCopiedOrFilledIn(_ path: String) -> Bool {
    guard let site, site.site.generator != nil, !configuration.published.isEmpty,
      Document.Format(fileExtension: Path.fileExtension(path)) == .html
    else { return false }
    return !site.isPublished(Path.absolute(path, in: workingDirectory))
  }

  private func take(_ path: String, _ walk: inout Walk) {
    guard let page = PageInput(path: path) else { return }
    do throws(FileError) {
      let stamp = try FileSystem.stamp(path)
      guard walk.seen.insert(stamp.identity).inserted else { return }
      walk.found.pages.append(page.sized(stamp.size))
    } catch {
      walk.found.failures.append(Failure(path: path, reason: .unreadable(error)))
    }
  }
}

/// A folder on the way down, and what Git ignores in it.
private struct Folder {
  let path: String
  /// As seen from the root of the Git repository; nil outside of any.
  private let pathInRepository: String?
  private let rules: IgnoreRules

  init(at path: String, in workingDirectory: String) {
    self.path = path
    let absolute = Path.absolute(path, in: workingDirectory)
    guard let root = GitRepository.root(above: absolute), let inside = Path.relative(absolute, to: root) else {
      pathInRepository = nil
      rules = IgnoreRules()
      return
    }
    let folder = inside == "." ? "" : inside
    pathInRepository = folder
    rules = IgnoreRules.inFolder(folder) { (try? FileSystem.read(Path.join(root, $0)))?.bytes }
  }

  private init(path: String, pathInRepository: String?, rules: IgnoreRules) {
    self.path = path
    self.pathInRepository = pathInRepository
    self.rules = rules
  }

  func child(_ name: String) -> Folder {
    let path = Path.join(path, name)
    var rules = rules
    let inside = pathInRepository.map { Path.join($0, name) }
    if let inside, let file = try? FileSystem.read(Path.join(path, ".gitignore")) { rules.add(file.bytes, in: inside) }
    return Folder(path: path, pathInRepository: inside, rules: rules)
  }

  func ignores(_ name: String, isFolder: Bool) -> Bool {
    guard let pathInRepository, !rules.isEmpty else { return false }
    return rules.ignores(Path.join(pathInRepository, name), isFolder: isFolder)
  }
}
