import RelireModel

/// What a configuration says of a rule or a family.
public enum RuleLevel: Hashable, Sendable {
  case off
  /// On, with the rule's own severity.
  case on
  case severity(Severity)

  public init?(_ word: String) {
    switch word {
    case "off": self = .off
    case "on": self = .on
    default:
      guard let severity = Severity(rawValue: word) else { return nil }
      self = .severity(severity)
    }
  }
}
