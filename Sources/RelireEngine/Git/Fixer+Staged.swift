import Glibc
import RelireModel

extension Fixer {
  /// Corrects what is staged, in the index, and the same lines of the working copies. Changes that are not
  /// staged stay as they are and stay unstaged.
  public func runStaged(mode: Mode) throws(GitRepository.Failure) -> SiteOutcome {
    try runStaged(mode: mode, in: GitRepository())
  }

  func runStaged(mode: Mode, in repository: GitRepository) throws(GitRepository.Failure) -> SiteOutcome {
    var outcomes: [PageOutcome] = []
    let staged = try repository.stagedPages(linter.selection(in: repository, isForCorrection: true))
      .sorted { $0.page.path < $1.page.path }
    for (file, page) in staged {
      guard let bytes = page.bytes else { continue }
      let fixed = fix(page, bytes)
      if mode == .write, fixed.isChanged { try repository.stage(fixed.bytes, for: file) }
      let failure = mode == .write && fixed.isChanged ? Self.bringOver(fixed, to: page.path) : nil
      outcomes.append(PageOutcome(fixed, mode: mode, failure: failure))
    }
    return SiteOutcome(outcomes, of: staged.map(\.page), failures: [], linter: linter)
  }

  /// Corrects the working copy where it holds the same lines. A copy that is gone, or is now a link, is left alone.
  private static func bringOver(_ page: FixedPage, to path: String) -> FileError? {
    var status = Glibc.stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    do throws(FileError) {
      let current = try FileSystem.read(path)
      let merged = ThreeWayMerge.apply(from: page.original, to: page.bytes, on: current.bytes)
      if merged != current.bytes { try FileSystem.replace(path, read: current, with: merged) }
      return nil
    } catch {
      return error
    }
  }
}

extension GitRepository {
  /// Puts new contents of a file into the index, and only there.
  func stage(_ bytes: [UInt8], for file: StagedFile) throws(Failure) {
    let output = try git(["hash-object", "-w", "--stdin", "--no-filters"], input: bytes)
    guard let object = Self.line(output) else { throw .command("hash-object", output: "") }
    try git(["update-index", "-z", "--index-info"], input: Array("\(file.mode) \(object)\t\(file.path)\0".utf8))
  }
}
