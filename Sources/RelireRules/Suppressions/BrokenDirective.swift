import RelireModel

/// A suppression that cannot be followed.
public struct BrokenDirective: EngineRule {
  public static let metadata = RuleMetadata(
    id: "suppressions/broken-directive",
    severity: .warning,
    summary: Message(
      fr: "Une exception est mal écrite.", en: "A suppression is malformed."),
    rationale: Message(
      fr: "Une exception nomme la règle à ignorer, et celle qui commence par `relire-ignore-start` "
        + "finit par `relire-ignore-end`.",
      en: "A suppression names the rule to ignore, and one that begins with `relire-ignore-start` "
        + "ends with `relire-ignore-end`."),
    references: [.ownCheck],
    examples: [])

  public init() {}

  public static let withoutRule = Message(
    fr: "Cette exception ne dit pas quelle règle ignorer\u{A0}: ajoutez son nom.",
    en: "This suppression does not say which rule to ignore: add its name.")

  public static let withoutStart = Message(
    fr: "Aucun `relire-ignore-start` ne précède cette fin d’exception.",
    en: "No `relire-ignore-start` stands before this end of a suppression.")

  public static let withoutEnd = Message(
    fr: "Cette exception n’est fermée nulle part\u{A0}: ajoutez `relire-ignore-end`.",
    en: "This suppression is closed nowhere: add `relire-ignore-end`.")

  public static func unknownWord(_ word: String) -> Message {
    Message(
      fr: "«\u{A0}\(word)\u{A0}» n’existe pas\u{A0}: "
        + "écrivez `relire-ignore`, `relire-ignore-file`, `relire-ignore-start` ou `relire-ignore-end`.",
      en: "There is no “\(word)”: "
        + "write `relire-ignore`, `relire-ignore-file`, `relire-ignore-start` or `relire-ignore-end`.")
  }
}
