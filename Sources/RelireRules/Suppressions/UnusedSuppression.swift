import RelireModel

/// A suppression that suppresses nothing.
public struct UnusedSuppression: EngineRule {
  public static let metadata = RuleMetadata(
    id: "suppressions/unused-suppression",
    severity: .warning,
    summary: Message(
      fr: "Une exception ne sert plus à rien.", en: "A suppression suppresses nothing any more."),
    rationale: Message(
      fr: "Une exception oubliée cacherait la prochaine faute du même genre\u{A0}: effacez-la.",
      en: "A forgotten suppression would hide the next fault of its kind: delete it."),
    references: [.ownCheck],
    examples: [])

  public init() {}

  public static func message(_ rule: String) -> Message {
    Message(
      fr: "Rien à ignorer ici pour «\u{A0}\(rule)\u{A0}»\u{A0}: effacez cette exception.",
      en: "There is nothing to ignore here for “\(rule)”: delete this suppression.")
  }
}
