import RelireModel

/// A configuration of Hugo's that cannot be read.
public struct BrokenConfiguration: EngineRule {
  public static let metadata = RuleMetadata(
    id: "hugo/broken-configuration",
    severity: .error,
    summary: Message(
      fr: "La configuration de Hugo ne peut pas être lue.", en: "Hugo’s configuration cannot be read."),
    rationale: Message(
      fr: "Hugo ne génère pas le site, et relire ne sait ni où sont ses pages ni quelle est leur langue.",
      en: "Hugo does not build the site, and relire knows neither where its pages are nor their language."),
    references: [.specification("Hugo, Configuration")],
    examples: [])

  public init() {}
}
