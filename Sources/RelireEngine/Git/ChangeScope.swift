import RelireModel

/// What part of a Git repository to look at.
public struct ChangeScope: Sendable {
  public enum Change: Sendable {
    /// What the next commit holds.
    case staged
    /// What differs from where HEAD and a revision parted.
    case since(String)
  }

  public let change: Change
  /// Whether only what stands on changed lines is told.
  public let isByLine: Bool

  public init(_ change: Change, isByLine: Bool = false) {
    self.change = change
    self.isByLine = isByLine
  }
}

extension Linter {
  /// Which files of a repository the run is about: without paths all of the site's, wherever in it the caller stands.
  func selection(in repository: GitRepository, isForCorrection: Bool = false) -> Discovery.Selection {
    Discovery(configuration, site, isForCorrection: isForCorrection).selection(paths, in: repository.root)
  }

  /// Checks those pages that a change touches, as the change leaves them.
  public func run(_ scope: ChangeScope, progress: Progress? = nil) throws(GitRepository.Failure) -> RunResult {
    try run(scope, in: GitRepository(), progress: progress)
  }

  func run(
    _ scope: ChangeScope, in repository: GitRepository, progress: Progress? = nil
  ) throws(GitRepository.Failure) -> RunResult {
    let selection = selection(in: repository)
    var pages: [PageInput] = []
    var removed: [[Diagnostic]] = []
    let lines: [String: LineSet]?
    switch scope.change {
    case .staged:
      pages = try repository.stagedPages(selection).map(\.page)
      lines = scope.isByLine ? try repository.stagedLines() : nil
    case .since(let revision):
      var changed: [(page: PageInput, former: String)] = []
      for file in try repository.filesChanged(since: revision) {
        let shown = repository.shown(file.path)
        guard selection.contains(shown), let page = PageInput(path: shown) else { continue }
        pages.append(page)
        if let former = file.former { changed.append((page, former)) }
      }
      removed = try removedAnchors(changed, in: repository)
      lines = scope.isByLine ? try repository.linesChanged(since: revision) : nil
    }
    pages.sort { $0.path < $1.path }
    let result = run(pages, besides: removed, progress: progress)
    guard let lines else { return result }
    let byShownPath = Dictionary(lines.map { (repository.shown($0.key), $0.value) }) { first, _ in first }
    return result.filter { diagnostic in
      byShownPath[diagnostic.path]?.overlaps(diagnostic.range.start.line...diagnostic.range.end.line) ?? false
    }
  }
}

extension GitRepository {
  /// A path from the root as reports show it.
  func shown(_ path: String) -> String { Path.shown(Path.join(root, path), in: FileSystem.workingDirectory) }

  /// The staged pages with their staged contents.
  func stagedPages(_ selection: Discovery.Selection) throws(Failure) -> [(file: StagedFile, page: PageInput)] {
    let files = try stagedFiles().filter { selection.contains(shown($0.path)) && PageInput(path: $0.path) != nil }
    if files.isEmpty { return [] }
    let contents = try contents(of: files.map(\.object))
    return zip(files, contents).compactMap { file, bytes in
      PageInput(path: shown(file.path), bytes: bytes).map { (file, $0) }
    }
  }
}
