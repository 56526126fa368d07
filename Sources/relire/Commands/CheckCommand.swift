import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: Tool.name,
    abstract: text(fr: "Vérifie des pages et montre les fautes.", en: "Checks pages and reports the faults."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire check content public
          relire check --format json=fautes.json --format terminal
          relire check --fail-on error --quiet content
        """,
      en: """
        Examples:
          relire check content public
          relire check --format json=faults.json --format terminal
          relire check --fail-on error --quiet content
        """))

  @OptionGroup var site: SiteOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Gravité à partir de laquelle la vérification échoue.", en: "The lowest severity that fails the check."),
      valueName: text(fr: "gravité", en: "severity")))
  var failOn: FailOn?

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Nombre d’avertissements toléré\u{A0}: la vérification échoue au-delà, ou à la première erreur.",
        en: "Number of warnings that pass: the check fails beyond it, or at the first error."),
      valueName: text(fr: "nombre", en: "number")))
  var maxWarnings: Int?

  @Flag(
    help: ArgumentHelp(
      text(fr: "Montre aussi les fautes connues.", en: "Reports the known faults too.")))
  var ignoreBaseline = false

  @Flag(
    help: ArgumentHelp(
      text(
        fr: "Dit où en est la vérification, même hors d’un terminal.",
        en: "Tells how far the check is, even outside a terminal.")))
  var progress = false

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Ne vérifie qu’une part des pages, comme 2/8, pour relire merge.",
        en: "Checks one part of the pages only, as 2/8, for relire merge."),
      valueName: text(fr: "part", en: "shard")))
  var shard: ShardNumber?

  func validate() throws {
    if shard != nil, change.scope != nil {
      throw ValidationError(
        text(
          fr: "--shard ne va pas avec --staged ni --since.", en: "--shard does not go with --staged or --since."))
    }
    if maxWarnings != nil, failOn != nil {
      throw ValidationError(
        text(
          fr: "--max-warnings et --fail-on ne vont pas ensemble.",
          en: "--max-warnings and --fail-on exclude each other."))
    }
    if let maxWarnings, maxWarnings < 0 {
      throw ValidationError(
        text(fr: "--max-warnings veut un nombre à partir de 0.", en: "--max-warnings wants a number from 0 up."))
    }
  }

  /// The command as it is called mostly: with paths, and without any option but `--staged`. Nil for other arguments.
  static func plain(_ arguments: some Sequence<String>) -> CheckCommand? {
    var paths: [String] = []
    var isStaged = false
    for argument in arguments {
      if argument == "--staged" {
        isStaged = true
      } else if argument.hasPrefix("-") || argument.isEmpty {
        return nil
      } else {
        paths.append(argument)
      }
    }
    // What is read of it must be set: argument-parser's own defaults come only by its way.
    var check = CheckCommand()
    check.site = .plain(paths)
    check.change = .plain(isStaged: isStaged)
    check.report = .plain
    check.failOn = nil
    check.maxWarnings = nil
    check.ignoreBaseline = false
    check.progress = false
    check.shard = nil
    return check
  }

  func run() throws {
    var configuration = try site.configuration()
    if let failOn { configuration.failOn = failOn.severity }
    if maxWarnings != nil { configuration.failOn = .error }
    let line = ProgressLine(isQuiet: report.quiet, isAskedFor: progress)
    let linter = Linter(configuration: configuration, paths: site.paths, threads: site.jobs)
    if let shard {
      let bytes = linter.shard(shard.number, of: shard.count, progress: line.callback).bytes
      line.clear()
      if let file = report.output { try ReportFile.write(bytes, to: file) } else { try StandardOutput.write(bytes) }
      return
    }
    var result: RunResult
    do throws(GitRepository.Failure) {
      if let scope = change.scope {
        result = try linter.run(scope, progress: line.callback)
      } else {
        result = linter.run(progress: line.callback)
      }
    } catch {
      throw CommandFailure(error.message)
    }
    if !ignoreBaseline, let baseline = try site.baseline(configuration) { result = baseline.filter(result) }
    line.clear()
    try report.write(result, paths: site.paths)
    if result.isIncomplete { throw CommandFailure.incomplete }
    let hasTooManyWarnings = maxWarnings.map { result.count(of: .warning) > $0 } ?? false
    if result.fails || hasTooManyWarnings { throw ExitCode(1) }
  }
}
