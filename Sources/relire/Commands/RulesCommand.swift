import ArgumentParser
import RelireModel
import RelireReporters
import RelireRules

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: text(fr: "Donne la liste des règles.", en: "Lists the rules."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire rules
          relire rules --format json
        """,
      en: """
        Examples:
          relire rules
          relire rules --format json
        """))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, json
  }

  @Option(help: ArgumentHelp(text(fr: "Format de la liste.", en: "Format of the list.")))
  var format: Format?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let rules = RuleRegistry.metadata.sorted { $0.id < $1.id }
    var output = ByteBuffer()
    switch format ?? .terminal {
    case .terminal:
      let settings = TerminalSettings.standardOutput()
      RuleTable(language: InterfaceLanguage.current, style: settings.style, width: settings.width)
        .write(rules, to: &output)
    case .json: RuleListJSON.write(rules, language: InterfaceLanguage.current, to: &output)
    }
    try StandardOutput.write(output.bytes)
  }
}
