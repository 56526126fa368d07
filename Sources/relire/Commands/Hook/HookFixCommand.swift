import ArgumentParser
import RelireEngine

/// What pre-commit calls to correct pages.
struct HookFixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: text(
      fr: "Corrige les pages données et dit comment reprendre le commit, pour pre-commit.",
      en: "Corrects the given pages and tells how to commit again, for pre-commit."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let linter = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
    let outcome = Fixer(linter).run(mode: .write)
    let report = FixReport(outcome: outcome)
    report.writeTroubles()
    if outcome.changedPageCount > 0 {
      let pages = outcome.pages.filter(\.isChanged).map(\.path)
      let advice = CommitAdvice(hasPaths: true).text(correctedPages: pages)
      try StandardOutput.write(Array((report.list + report.anchors + advice).utf8))
    }
    if outcome.remaining.isIncomplete { throw FixReport.incomplete }
    if outcome.changedPageCount > 0 { throw ExitCode(1) }
  }
}
