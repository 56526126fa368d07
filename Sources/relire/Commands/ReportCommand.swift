import ArgumentParser
import Glibc
import RelireEngine
import RelireModel
import RelireReporters

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: text(
      fr: "Écrit le rapport HTML du site, à ouvrir dans un navigateur.",
      en: "Writes the HTML report of the site, to be opened in a browser."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire report --output rapport.html
          relire check --format json=hier.json
          relire report --compare hier.json
          relire report --source-url 'https://forge.exemple/{path}#L{line}'
        """,
      en: """
        Examples:
          relire report --output report.html
          relire check --format json=yesterday.json
          relire report --compare yesterday.json
          relire report --source-url 'https://forge.example/{path}#L{line}'
        """))

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      text(
        fr: "Fichier à écrire, ou dossier qui recevra index.html.",
        en: "File to write, or folder that index.html goes into."), valueName: text(fr: "fichier", en: "file")),
    completion: .file())
  var output = "relire.html"

  @Option(
    help: ArgumentHelp(
      text(fr: "Rapport JSON d’une vérification antérieure.", en: "JSON report of a former check."),
      valueName: text(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Adresse des pages sur la forge, avec {path} et {line}.",
        en: "Address of the pages on the forge, with {path} and {line}."),
      valueName: text(fr: "motif", en: "pattern")))
  var sourceURL: String?

  @Option(
    help: ArgumentHelp(
      text(fr: "Nom du site, dans le titre du rapport.", en: "Name of the site, in the title of the report."),
      valueName: text(fr: "nom", en: "name")))
  var title: String?

  func validate() throws {
    if let sourceURL, SourceLink(sourceURL) == nil {
      throw ValidationError(
        text(
          fr: "--source-url veut une adresse http(s) qui contient {path}.",
          en: "--source-url wants an http(s) address that contains {path}."))
    }
  }

  func run() throws {
    let former = try compare.map(FormerReport.read)
    let line = ProgressLine(isQuiet: false, isAskedFor: false)
    let result = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
      .run(progress: line.callback)
    line.clear()
    let reporter = HTMLReporter(
      language: InterfaceLanguage.current, title: title ?? "", date: Self.today,
      source: sourceURL.flatMap { SourceLink($0) }, former: former)
    // A folder that is asked for by its slash may be new. Should it not come to be, writing tells why.
    if output.hasSuffix("/"), !FileSystem.exists(output) { mkdir(output, 0o777) }
    let file = FileSystem.isFolder(output) || output.hasSuffix("/") ? Path.join(output, "index.html") : output
    try ReportFile.write(reporter.report(result).bytes, to: file)
    StandardError.write(text(fr: "Rapport écrit\u{A0}: ", en: "Report written: ") + SafeText.neutralised(file) + "\n")
    if result.isIncomplete { throw CommandFailure.incomplete }
  }

  /// As `23 novembre 2026`.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return "" }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      .message[InterfaceLanguage.current]
  }
}
