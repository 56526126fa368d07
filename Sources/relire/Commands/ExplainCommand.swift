import ArgumentParser
import RelireModel
import RelireReporters
import RelireRules

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: text(
      fr: "Explique une règle\u{A0}: ce qu’elle demande, pourquoi, des exemples.",
      en: "Explains a rule: what it asks, why, examples."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire explain typography/space-before-colon
          relire explain space-before-colon
          relire explain typography
        """,
      en: """
        Examples:
          relire explain typography/space-before-colon
          relire explain space-before-colon
          relire explain typography
        """))

  @Argument(
    help: ArgumentHelp(
      text(fr: "Nom d’une règle ou d’une famille.", en: "Name of a rule or a family."),
      valueName: text(fr: "règle", en: "rule")),
    completion: .custom { _, _, _ in RuleRegistry.metadata.map(\.id.description) })
  var rule: String

  @OptionGroup var language: LanguageOption

  func run() throws {
    let settings = TerminalSettings.standardOutput()
    let language = InterfaceLanguage.current
    var output = ByteBuffer()
    switch try find() {
    case .rule(let metadata):
      RulePageTerminal(language: language, style: settings.style, width: settings.width).write(metadata, to: &output)
    case .family(let rules):
      RuleTable(language: language, style: settings.style, width: settings.width).write(rules, to: &output)
    }
    try StandardOutput.write(output.bytes)
  }

  private enum Match {
    case rule(RuleMetadata)
    case family([RuleMetadata])
  }

  private func find() throws(CommandFailure) -> Match {
    let all = RuleRegistry.metadata
    let rule = RuleRegistry.currentName(rule)
    if let rule = all.first(where: { $0.id.description == rule }) { return .rule(rule) }
    let named = all.filter { $0.id.name == rule }
    if named.count == 1, let rule = named.first { return .rule(rule) }
    let family = all.filter { $0.id.family == rule }.sorted { $0.id < $1.id }
    if !family.isEmpty { return .family(family) }
    throw CommandFailure(RuleSelector.unknown(rule))
  }
}
