import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters
import RelireRules

struct TranslationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: text(
      fr: "Dit quelles pages sont traduites, et si elles sont à jour.",
      en: "Tells which pages are translated, and whether they are up to date."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire translations
          relire translations --format json
        """,
      en: """
        Examples:
          relire translations
          relire translations --format json
        """))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, json
  }

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp(text(fr: "Format du tableau.", en: "Format of the table.")))
  var format: Format?

  func run() throws {
    let linter = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
    guard let table = linter.translations() else {
      throw CommandFailure(
        fr: "il n’y a pas ici de site Hugo en plusieurs langues.",
        en: "there is no Hugo site in several languages here.")
    }
    var output = ByteBuffer()
    switch format ?? .terminal {
    case .terminal: TranslationsText(language: InterfaceLanguage.current).write(table, to: &output)
    case .json: TranslationsJSON().write(table, to: &output)
    }
    try StandardOutput.write(output.bytes)
  }
}
