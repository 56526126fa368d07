import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

/// Which reports to write, and where.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      text(
        fr: "Format du rapport\u{202F}; répétable, FORMAT=FICHIER en écrit un dans un fichier.",
        en: "Format of the report; may be repeated, FORMAT=FILE writes one to a file."),
      valueName: "format"))
  var format: [ReportRequest] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      text(
        fr: "Écrit le rapport dans un fichier plutôt que sur la sortie standard.",
        en: "Writes the report to a file, not to standard output."),
      valueName: text(fr: "fichier", en: "file")),
    completion: .file())
  var output: String?

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      text(
        fr: "Ni résumé, ni progression\u{A0}: les fautes seulement.", en: "Neither summary nor progress: faults only."))
  )
  var quiet = false

  /// No option: without argument-parser (see `CheckCommand.plain`).
  static var plain: ReportOptions {
    var options = ReportOptions()
    options.format = []
    options.output = nil
    options.quiet = false
    return options
  }

  func validate() throws {
    guard requests.filter({ $0.file == nil }).count <= 1 else {
      throw ValidationError(
        text(
          fr: "un seul rapport va sur la sortie standard\u{A0}: donnez aux autres un fichier, --format FORMAT=FICHIER.",
          en: "only one report goes to standard output: give the others a file, --format FORMAT=FILE."))
    }
    guard output == nil || requests.contains(where: { $0.file == nil }) else {
      throw ValidationError(
        text(
          fr: "--output veut un --format sans fichier à lui.",
          en: "--output wants a --format without a file of its own."
        ))
    }
  }

  private var requests: [ReportRequest] { format.isEmpty ? [ReportRequest(format: .terminal)] : format }

  /// - Parameter paths: as they were typed.
  func write(_ result: RunResult, paths: [String]) throws(CommandFailure) {
    let reporters = requests.map { reporter($0.format, isFile: ($0.file ?? output) != nil, paths: paths) }
    // Pure functions of one value can be made side by side; they are written in order.
    let reports = WorkQueue.map(reporters.count, threads: WorkQueue.coreCount) { reporters[$0].report(result) }
    for (request, report) in zip(requests, reports) {
      if let file = request.file ?? output {
        try ReportFile.write(report.bytes, to: file)
      } else {
        try StandardOutput.write(report.bytes)
      }
      if request.format == .github { try writeJobSummary(result) }
    }
  }

  /// GitHub shows on the page of a run what a step adds to this file, up to 1 MiB.
  private func writeJobSummary(_ result: RunResult) throws(CommandFailure) {
    guard let file = environment("GITHUB_STEP_SUMMARY"), !file.isEmpty else { return }
    let report = MarkdownReporter(language: InterfaceLanguage.current, limit: 1_000_000).report(result)
    try ReportFile.append(report.bytes, to: file)
  }

  private func reporter(_ format: ReportFormat, isFile: Bool, paths: [String]) -> any Reporter {
    let language = InterfaceLanguage.current
    switch format {
    case .terminal:
      let settings = TerminalSettings.standardOutput()
      return TerminalReporter(
        language: language, style: isFile ? TerminalStyle(isColored: false) : settings.style, width: settings.width,
        paths: ShellWord.joined(paths), showsSummary: !quiet)
    case .short:
      let style = isFile ? TerminalStyle(isColored: false) : TerminalSettings.standardOutput().style
      return ShortReporter(language: language, style: style)
    case .json: return JSONReporter(language: language)
    case .jsonl: return JSONLinesReporter(language: language)
    case .sarif: return SARIFReporter(language: language)
    case .github: return GitHubReporter(language: language, showsSummary: !quiet)
    case .gitlab: return GitLabReporter(language: language)
    case .junit: return JUnitReporter(language: language)
    case .checkstyle: return CheckstyleReporter(language: language)
    case .rdjson: return ReviewdogReporter(language: language)
    case .markdown: return MarkdownReporter(language: language)
    case .html: return HTMLReporter(language: language)
    }
  }
}
