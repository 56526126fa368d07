import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: text(
      fr: "Réunit les parts d’une vérification (relire check --shard).",
      en: "Joins the shards of a check (relire check --shard)."),
    discussion: text(
      fr: """
        Exemple\u{A0}:
          relire check --shard 1/2 --output part1.json
          relire check --shard 2/2 --output part2.json
          relire merge part1.json part2.json --format html --output rapport.html
        """,
      en: """
        Example:
          relire check --shard 1/2 --output part1.json
          relire check --shard 2/2 --output part2.json
          relire merge part1.json part2.json --format html --output report.html
        """))

  @Argument(help: ArgumentHelp(text(fr: "Les parts.", en: "The shards.")), completion: .file(extensions: ["json"]))
  var shards: [String]

  @Option(
    name: .customLong("path"),
    help: ArgumentHelp(
      text(
        fr: "Page ou dossier donné à relire check\u{202F}; répétable.",
        en: "Page or folder given to relire check; may be repeated."),
      valueName: text(fr: "chemin", en: "path")))
  var paths: [String] = []

  @OptionGroup var config: ConfigOption

  @OptionGroup var report: ReportOptions
  @OptionGroup var language: LanguageOption

  func run() throws {
    var site = SiteOptions.plain(paths)
    site.config = config
    let configuration = try site.configuration()
    var result: RunResult
    do throws(Shard.Failure) {
      var read: [Shard] = []
      for path in shards { read.append(try Shard(reading: path)) }
      result = try Linter(configuration: configuration, paths: paths).merge(read)
    } catch {
      throw CommandFailure(error.message)
    }
    if let baseline = try site.baseline(configuration) { result = baseline.filter(result) }
    try report.write(result, paths: paths)
    if result.isIncomplete { throw CommandFailure.incomplete }
    if result.fails { throw ExitCode(1) }
  }
}
