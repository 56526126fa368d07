import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

/// What the hook calls.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: text(
      fr: "Vérifie ce qui va être validé, comme le fait le crochet.",
      en: "Checks what is about to be committed, as the hook does."),
    discussion: text(
      fr: "Avec des chemins, comme pre-commit les donne, vérifie ces fichiers tels qu’ils sont sur le disque.",
      en: "With paths, as pre-commit gives them, checks these files as they are on the disk."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let configuration = try site.configuration()
    let linter = Linter(configuration: configuration, paths: site.paths, threads: site.jobs)
    var result: RunResult
    do throws(GitRepository.Failure) {
      result = site.paths.isEmpty ? try linter.run(ChangeScope(.staged)) : linter.run()
    } catch {
      throw CommandFailure(error.message)
    }
    if let baseline = try site.baseline(configuration) { result = baseline.filter(result) }
    guard result.fails || result.isIncomplete else { return }
    let settings = TerminalSettings.standardOutput()
    // What only deserves a look is no reason to hold up a commit.
    let told = result.filter { $0.severity >= (result.failingSeverity ?? .info) }
    let report = TerminalReporter(
      language: InterfaceLanguage.current, style: settings.style, width: settings.width, showsSummary: false
    ).report(told)
    let advice = CommitAdvice(hasPaths: !site.paths.isEmpty).text(told)
    try StandardOutput.write(report.bytes + Array(advice.utf8))
    throw ExitCode(1)
  }
}
