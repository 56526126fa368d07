/// What a rule says of itself. The rule pages, the index, RGAA coverage and the configuration's
/// schema are all made from it.
///
/// An immutable class: a run asks every rule for it, and it has too many parts to be copied each time.
public final class RuleMetadata: Sendable {
  public let id: RuleID
  /// Whether a fault is an error, a warning or information unless configured otherwise.
  public let severity: Severity
  /// Whether the rule is off until a configuration names it: most sites would only be bothered.
  public let isOptIn: Bool
  /// The safest kind of fix that the rule ever offers; nil when only an author can correct the fault.
  public let fix: FixSafety?
  /// One sentence: the fault.
  public let summary: Message
  /// Why it matters to the reader, and what the convention is.
  public let rationale: Message
  /// What is deliberately accepted; nil when nothing is.
  public let exceptions: Message?
  public let references: [Reference]
  /// The version of relire that brought the rule.
  public let since: String
  public let examples: [Example]

  public init(
    id: RuleID, severity: Severity, isOptIn: Bool = false, fix: FixSafety? = nil, summary: Message, rationale: Message,
    exceptions: Message? = nil, references: [Reference], since: String = "0.1.0", examples: [Example]
  ) {
    self.id = id
    self.severity = severity
    self.isOptIn = isOptIn
    self.fix = fix
    self.summary = summary
    self.rationale = rationale
    self.exceptions = exceptions
    self.references = references
    self.since = since
    self.examples = examples
  }
}
