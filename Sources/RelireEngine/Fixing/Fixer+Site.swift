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
    /// Why the page could not be read or replaced.
    public let failure: FileError?
    /// In `diff` mode.
    public let diff: [UInt8]
    let remaining: [Diagnostic]
  }

  public struct SiteOutcome: Sendable {
    /// Pages that were changed, refused a fix or failed, by path.
    public let pages: [PageOutcome]
    public let changedPageCount: Int
    public let appliedFixCount: Int
    /// What is left to say once the fixes are applied.
    public let remaining: RunResult
  }

  /// Corrects files and folders; without any, the whole site.
  public func run(paths: [String] = [], mode: Mode, progress: Linter.Progress? = nil) -> SiteOutcome {
    let discovery = Discovery(linter.configuration).pages(paths)
    return run(discovery.pages, failures: discovery.failures, mode: mode, progress: progress)
  }

  public func run(
    _ pages: [PageInput], failures: [Discovery.Failure] = [], mode: Mode, progress: Linter.Progress? = nil
  ) -> SiteOutcome {
    let outcomes = Mutex<(byPage: [Int: PageOutcome], done: Int)>(([:], 0))
    WorkQueue.run(pages.count, threads: linter.threads) { index in
      let outcome = self.process(pages[index], mode)
      let done = outcomes.withLock { outcomes in
        outcomes.byPage[index] = outcome
        outcomes.done += 1
        return outcomes.done
      }
      progress?(done, pages.count)
    }
    let inOrder = outcomes.withLock { outcomes in pages.indices.compactMap { outcomes.byPage[$0] } }
    let unreadable = inOrder.compactMap { outcome in
      outcome.failure.map { Discovery.Failure(path: outcome.path, reason: .unreadable($0)) }
    }
    return SiteOutcome(
      pages: inOrder.filter { $0.isChanged || !$0.refusals.isEmpty || $0.failure != nil },
      changedPageCount: inOrder.count { $0.isChanged },
      appliedFixCount: inOrder.reduce(0) { $0 + $1.applied.count },
      remaining: linter.result(
        inOrder.map(\.remaining), of: pages, unread: unreadable, failures: failures))
  }

  private func process(_ page: PageInput, _ mode: Mode) -> PageOutcome {
    do throws(FileError) {
      let old = try FileSystem.read(page.path)
      let fixed = fix(page, old.bytes)
      if mode == .write, fixed.isChanged { try FileSystem.replace(page.path, read: old, with: fixed.bytes) }
      return PageOutcome(
        path: page.path, applied: fixed.applied, isChanged: fixed.isChanged, refusals: fixed.refusals, failure: nil,
        diff: mode == .diff ? UnifiedDiff.make(path: page.path, old: old.bytes, new: fixed.bytes) : [],
        remaining: fixed.remaining?.diagnostics ?? [])
    } catch {
      return PageOutcome(
        path: page.path, applied: [], isChanged: false, refusals: [], failure: error, diff: [], remaining: [])
    }
  }
}
