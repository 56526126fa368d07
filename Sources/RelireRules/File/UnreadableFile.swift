import RelireModel

/// A page that could not be read at all.
public struct UnreadableFile: EngineRule {
  public static let metadata = RuleMetadata(
    id: "file/unreadable-file",
    severity: .error,
    summary: Message(fr: "La page n’a pas pu être lue.", en: "The page could not be read."),
    rationale: Message(
      fr: "Une page que relire ne peut pas ouvrir n’est pas vérifiée\u{A0}: mieux vaut le savoir.",
      en: "A page that relire cannot open is not checked: better to know."),
    references: [.ownCheck],
    examples: [])

  public init() {}
}
