import RelireModel

/// A suppression of a rule that does not exist.
public struct UnknownRule: EngineRule {
  public static let metadata = RuleMetadata(
    id: "suppressions/unknown-rule",
    severity: .warning,
    summary: Message(
      fr: "Une exception nomme une règle qui n’existe pas.", en: "A suppression names a rule that does not exist."),
    rationale: Message(
      fr: "Une règle mal écrite n’ignore rien. «\u{A0}relire rules\u{A0}» donne la liste des règles.",
      en: "A mistyped rule suppresses nothing. “relire rules” lists the rules."),
    references: [.ownCheck],
    examples: [])

  public init() {}

  public static func message(_ rule: String, nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr: "Aucune règle ne s’appelle «\u{A0}\(rule)\u{A0}».", en: "No rule is called “\(rule)”.")
    }
    return Message(
      fr: "Aucune règle ne s’appelle «\u{A0}\(rule)\u{A0}»\u{A0}: "
        + "vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{202F}?",
      en: "No rule is called “\(rule)”: did you mean “\(nearest)”?")
  }
}
