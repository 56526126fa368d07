import RelireDocuments
import RelireModel
import RelireRules
import RelireSite
import Synchronization

/// Checks pages: finds them, reads them, runs the rules, and gives what these report its severity and place.
///
/// The result does not depend on the number of threads, byte for byte.
public final class Linter: Sendable {
  /// How far a run is.
  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  public let configuration: Configuration
  private let threads: Int
  private let workingDirectory: String
  /// The folder that globs start from, absolute.
  private let root: String
  /// Profiles by the overrides that lead to them.
  private let profiles = Mutex<[[Int]: Profile]>([:])

  /// - Parameter threads: how many to use at most; all cores unless given.
  public init(configuration: Configuration = Configuration(), threads: Int? = nil) {
    self.configuration = configuration
    self.threads = threads ?? WorkQueue.coreCount
    workingDirectory = FileSystem.workingDirectory
    root = Path.absolute(configuration.root, in: workingDirectory)
  }

  /// Checks files and folders; without any, the whole site.
  public func run(paths: [String] = [], progress: Progress? = nil) -> RunResult {
    let discovery = Discovery(configuration).pages(paths)
    return run(discovery.pages, failures: discovery.failures, progress: progress)
  }

  /// Checks the given pages.
  public func run(_ pages: [PageInput], failures: [Discovery.Failure] = [], progress: Progress? = nil) -> RunResult {
    struct Outcome {
      var byPage: [Int: [Diagnostic]] = [:]
      var done = 0
      var unread = 0
    }
    let outcome = Mutex(Outcome())
    WorkQueue.run(pages.count, threads: threads) { index in
      let result = self.check(pages[index])
      let done = outcome.withLock { outcome in
        outcome.done += 1
        switch result {
        case .success(let page):
          if !page.isEmpty { outcome.byPage[index] = page }
        case .failure(let error):
          outcome.unread += 1
          let failure = Discovery.Failure(path: pages[index].path, reason: .unreadable(error))
          if let diagnostic = self.diagnostic(for: failure) { outcome.byPage[index] = [diagnostic] }
        }
        return outcome.done
      }
      progress?(done, pages.count)
    }
    var diagnostics: [Diagnostic] = failures.compactMap { diagnostic(for: $0) }
    let (unread, inOrder) = outcome.withLock { outcome in
      (outcome.unread, pages.indices.compactMap { outcome.byPage[$0] })
    }
    for page in inOrder { diagnostics += page }
    // Pages are in order already and failures are few: sorting finds little to do.
    diagnostics.sort(by: Diagnostic.precedes)
    let severities = profile(for: nil).severities
    return RunResult(
      diagnostics: diagnostics, fileCount: pages.count - unread, failingSeverity: configuration.failOn,
      isIncomplete: unread > 0 || failures.contains { $0.isFatal },
      rules: Dictionary(
        uniqueKeysWithValues: RuleRegistry.metadata.filter { severities[$0.id] != nil }.map { ($0.id, $0) }))
  }

  // MARK: One page

  private func check(_ input: PageInput) -> Result<[Diagnostic], FileError> {
    do throws(FileError) {
      let bytes: [UInt8]
      if let given = input.bytes { bytes = given } else { bytes = try FileSystem.read(input.path).bytes }
      return .success(check(input, bytes).diagnostics)
    } catch {
      return .failure(error)
    }
  }

  func check(_ input: PageInput, _ bytes: [UInt8]) -> CheckedPage {
    let profile = profile(for: input.path)
    let document = DocumentReader.read(
      SourceDecoder.decode(bytes, format: input.format), format: input.format, options: profile.reading)
    let page = Page(
      document: document, path: pathFromRoot(input.path), settings: profile.ruleSettings, place: PagePlace())
    return CheckedPage(path: input.path, document: document, profile.runner.check(page), profile: profile)
  }

  private func diagnostic(for failure: Discovery.Failure) -> Diagnostic? {
    guard let severity = profile(for: failure.path).severities[failure.rule] else { return nil }
    let start = Position(line: 1, column: 1, offset: 0)
    return Diagnostic(
      rule: failure.rule, severity: severity, message: failure.message, path: failure.path,
      range: PositionRange(start: start, end: start), fix: nil, excerpt: Excerpt(text: "", offset: 0))
  }

  // MARK: Settings

  private func pathFromRoot(_ path: String) -> String {
    Path.relative(Path.absolute(path, in: workingDirectory), to: root) ?? path
  }

  /// The settings for a page; without one, those of the main part.
  private func profile(for path: String?) -> Profile {
    var matching: [Int] = []
    if let path, !configuration.overrides.isEmpty {
      let path = pathFromRoot(path)
      matching = configuration.overrides.indices.filter { configuration.overrides[$0].paths.matches(path) }
    }
    return profiles.withLock { profiles in
      if let profile = profiles[matching] { return profile }
      var settings = configuration.settings
      for index in matching { settings = configuration.overrides[index].settings.over(settings) }
      let profile = Profile(configuration.commandLine.over(settings))
      profiles[matching] = profile
      return profile
    }
  }
}
