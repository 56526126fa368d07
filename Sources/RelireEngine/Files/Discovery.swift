import RelireDocuments
import RelireModel
import RelireRules

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

    var message: Message {
      switch reason {
      case .unreadable(let error): error.message
      case .unknownFormat: UnknownFormat.message
      }
    }

    /// Whether the job could not be done because of it.
    var isFatal: Bool { if case .unreadable = reason { true } else { false } }
  }

  public struct Found: Sendable {
    /// Sorted by path, each file once.
    public var pages: [PageInput] = []
    public var failures: [Failure] = []
  }

  private let configuration: Configuration
  private let workingDirectory: String
  private let root: String

  public init(_ configuration: Configuration) {
    self.configuration = configuration
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

  /// Where to look when nothing is asked for.
  private var starts: [String] {
    let configured = (configuration.content + configuration.published).map { Path.join(configuration.root, $0) }
    return configured.isEmpty ? [configuration.root] : configured
  }

  private struct Walk {
    var found = Found()
    /// Files and folders already met, by whatever name.
    var seen: Set<FileSystem.Identity> = []
  }

  /// As the path is shown: relative to the working directory where it lies inside it.
  private func shown(_ path: String) -> String {
    if path.hasPrefix("/") { return Path.relative(Path.normalised(path), to: workingDirectory) ?? path }
    return Path.normalised(path)
  }

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
      guard isChosen(path), walk.seen.insert(stamp.identity).inserted else { return }
      if let page = PageInput(path: path) {
        walk.found.pages.append(page)
      } else {
        walk.found.failures.append(Failure(path: path, reason: .unknownFormat))
      }
    case .other: walk.found.failures.append(Failure(path: path, reason: .unreadable(.notRegular)))
    }
  }

  /// Folders that hold tools and sources of other kinds, never pages of the site.
  private static let skippedFolders: Set<String> = ["node_modules", "themes", "resources", "vendor", "_vendor"]

  /// All pages in a folder. A list of folders still to do, no recursion: depth is bounded by the disk alone.
  private func descend(_ start: String, _ walk: inout Walk) {
    var folders = [start]
    while let folder = folders.popLast() {
      let entries: [FileSystem.Entry]
      do throws(FileError) {
        guard walk.seen.insert(try FileSystem.stamp(folder).identity).inserted else { continue }
        entries = try FileSystem.entries(of: folder)
      } catch {
        walk.found.failures.append(Failure(path: folder, reason: .unreadable(error)))
        continue
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let path = Path.join(folder, entry.name)
        let isPage = Document.Format(fileExtension: Path.fileExtension(entry.name)) != nil
        switch entry.kind {
        case .folder:
          if !Self.skippedFolders.contains(entry.name) { folders.append(path) }
        case .file where !isPage, .other: continue
        case .file, nil: look(path, isPage: isPage, &folders, &walk)
        }
      }
    }
  }

  /// A file, or what a symbolic link leads to.
  private func look(_ path: String, isPage: Bool, _ folders: inout [String], _ walk: inout Walk) {
    // What vanished or leads nowhere and is no page by its name is nobody's loss.
    guard let stamp = try? FileSystem.stamp(path) else {
      if isPage { walk.found.failures.append(Failure(path: path, reason: .unreadable(.missing))) }
      return
    }
    switch stamp.kind {
    case .folder:
      if !Self.skippedFolders.contains(Path.name(path)) { folders.append(path) }
    case .file:
      guard isPage, isChosen(path), walk.seen.insert(stamp.identity).inserted, let page = PageInput(path: path)
      else { return }
      walk.found.pages.append(page)
    case .other: return
    }
  }
}
