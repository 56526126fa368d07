import RelireModel
import Synchronization

extension Fixer {
  /// What to do with the corrected pages.
  public enum Mode: Sendable {
    /// Put them in place of the old ones.
    case write
    /// Show the difference.
    case diff
    /// Only count.
    case count
  }

  /// What became of one page.
  public struct PageOutcome: Sendable {
    public let path: String
    /// The rule of each fix that was (or would be) applied.
    public let applied: [RuleID]
    public let isChanged: Bool
    public let refusals: [FixRefusal]
    /// As those of `FixedPage`.
    public let keptAnchorCount: Int
    public let changedAnchorCount: Int
    /// Why the page could not be read or replaced.
    public let failure: FileError?
    /// Whether the page was left alone because it is not in UTF-8.
    public let isForeign: Bool
    /// In `diff` mode.
    public let diff: [UInt8]
    let remaining: DiagnosticSlice

    init(_ page: FixedPage, mode: Mode, failure: FileError? = nil) {
      path = page.path
      applied = page.applied
      isChanged = page.isChanged
      refusals = page.refusals
      keptAnchorCount = page.keptAnchorCount
      changedAnchorCount = page.changedAnchors.count
      self.failure = failure
      isForeign = page.remaining.map { !$0.document.source.isEditable } ?? false
      diff = mode == .diff ? UnifiedDiff.make(path: page.path, old: page.original, new: page.bytes) : []
      remaining = page.remaining?.diagnostics ?? .empty
    }

    init(path: String, failure: FileError) {
      self.path = path
      applied = []
      isChanged = false
      refusals = []
      keptAnchorCount = 0
      changedAnchorCount = 0
      self.failure = failure
      isForeign = false
      diff = []
      remaining = .empty
    }
  }

  public struct SiteOutcome: Sendable {
    /// Pages that were changed, refused a fix, were left alone or failed, by path.
    public let pages: [PageOutcome]
    /// What was asked for and is no page that can be read.
    public let missed: [Discovery.Failure]
    public let changedPageCount: Int
    public let appliedFixCount: Int
    /// What is left to say once the fixes are applied.
    public let remaining: RunResult

    init(_ outcomes: [PageOutcome], of inputs: [PageInput], failures: [Discovery.Failure], linter: Linter) {
      pages = outcomes.filter { $0.isChanged || !$0.refusals.isEmpty || $0.failure != nil || $0.isForeign }
      missed = failures
      changedPageCount = outcomes.count { $0.isChanged }
      appliedFixCount = outcomes.reduce(0) { $0 + $1.applied.count }
      let unread = outcomes.compactMap { outcome in
        outcome.failure.map { Discovery.Failure(path: outcome.path, reason: .unreadable($0)) }
      }
      remaining = linter.result(
        FoundDiagnostics(others: outcomes.map(\.remaining)), of: inputs, unread: unread,
        failures: failures)
    }
  }

  /// Finds the pages and corrects them; generated ones only where they are asked for by name.
  public func run(mode: Mode, progress: Linter.Progress? = nil) -> SiteOutcome {
    let found = Discovery(linter.configuration, linter.site, isForCorrection: true).pages(linter.paths)
    let done = Atomic(0)
    // Somebody who is asked can answer one question at a time.
    let threads = options.accepts == nil ? linter.threads : 1
    let outcomes = WorkQueue.map(found.pages.count, threads: threads) { index in
      let outcome = self.process(found.pages[index], mode)
      progress?(done.wrappingAdd(1, ordering: .relaxed).newValue, found.pages.count)
      return outcome
    }
    return SiteOutcome(outcomes, of: found.pages, failures: found.failures, linter: linter)
  }

  private func process(_ page: PageInput, _ mode: Mode) -> PageOutcome {
    do throws(FileError) {
      let old = try FileSystem.read(page.path)
      let fixed = fix(page, old.bytes)
      if mode == .write, fixed.isChanged { try FileSystem.replace(page.path, read: old, with: fixed.bytes) }
      return PageOutcome(fixed, mode: mode)
    } catch {
      return PageOutcome(path: page.path, failure: error)
    }
  }
}
