import RelireModel

/// Something wrong with a file that its reader met and got over.
public struct ReadingProblem: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// Not UTF-8, an invalid byte, a NUL, a charset that lies.
    case encoding
    /// A front matter that does not end or does not parse.
    case frontMatter
    /// Markup that cannot be read as it is meant.
    case markup
    /// An attribute that its tag has already.
    case duplicateAttribute
  }

  public let kind: Kind
  public let range: SourceRange
  public let message: Message
  public let fix: Fix?
  /// In place of that of the rule that reports it, for what must never be published.
  public let severity: Severity?

  public init(
    _ kind: Kind, _ range: SourceRange, _ message: Message, fix: Fix? = nil, severity: Severity? = nil
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.fix = fix
    self.severity = severity
  }
}
