/// What a rule reports: a fault, where it stands in the source, and how to correct it.
/// The engine makes a `Diagnostic` of it.
///
/// An immutable class: on its way there it is sorted and handed on, and has too many parts to be copied each time.
public final class Finding: Sendable {
  /// How sure the rule is.
  public enum Verdict: Sendable {
    case fault
    /// Needs a human: never more than information.
    case review
  }

  public let range: SourceRange
  public let message: Message
  public let fix: Fix?
  public let verdict: Verdict
  /// In place of the rule's own severity, where the site's configuration gives one to what was found.
  public let severity: Severity?
  /// For a fault of the site's templates that is reported once: the number of pages that show it.
  public let pages: Int?
  /// What this one comes of, and is cured with.
  public let cause: Cause?
  /// Whether there are edits elsewhere than at the fault: told here, as a fix is not to be copied to be asked.
  let hasEditsElsewhere: Bool

  /// A fault of another rule. Where that rule reports it, what comes of it is not told as well.
  public struct Cause: Sendable, Hashable {
    public let rule: RuleID
    /// As that rule reports it.
    public let range: SourceRange

    public init(_ rule: RuleID, _ range: SourceRange) {
      self.rule = rule
      self.range = range
    }
  }

  public init(
    _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Verdict = .fault, severity: Severity? = nil,
    pages: Int? = nil, cause: Cause? = nil
  ) {
    self.range = range
    self.message = message
    self.fix = fix
    self.verdict = verdict
    self.severity = severity
    self.pages = pages
    self.cause = cause
    hasEditsElsewhere = fix.map { !$0.edits.isOne(at: range) } ?? false
  }
}
