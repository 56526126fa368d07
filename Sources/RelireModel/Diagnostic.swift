/// A fault as it is reported: a rule's finding with its severity, its file and its place.
///
/// An immutable class: whoever joins, sorts or filters the diagnostics of a run moves references.
public final class Diagnostic: Sendable, Codable {
  public let rule: RuleID
  public let severity: Severity
  public let message: Message
  /// As given on the command line, relative to the working directory where possible.
  public let path: String
  public let range: PositionRange
  public let fix: LocatedFix?
  public let excerpt: Excerpt
  /// For faults of generated pages, as far as it can be told.
  public let origin: Origin?

  public init(
    rule: RuleID, severity: Severity, message: Message, path: String, range: PositionRange, fix: LocatedFix?,
    excerpt: Excerpt, origin: Origin? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.fix = fix
    self.excerpt = excerpt
    self.origin = origin
  }
}

extension Diagnostic: Hashable {
  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    a === b
      || a.range == b.range && a.rule == b.rule && a.severity == b.severity && a.message == b.message
        && a.path == b.path && a.fix == b.fix && a.excerpt == b.excerpt && a.origin == b.origin
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(range)
    hasher.combine(rule)
  }
}

extension Diagnostic {
  /// The same fault, with where it comes from. One that a template makes has no fix: on the generated page, where its
  /// place is, to correct it would be in vain.
  public func from(_ origin: Origin, message: Message? = nil) -> Diagnostic {
    let isOfTemplate = if case .template = origin { true } else { false }
    return Diagnostic(
      rule: rule, severity: severity, message: message ?? self.message, path: path, range: range,
      fix: isOfTemplate ? nil : fix, excerpt: excerpt, origin: origin)
  }

  /// The order of every report: path, range, rule.
  public static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.range.source != b.range.source { return a.range.source < b.range.source }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message.french < b.message.french
  }
}

/// A fix whose edits know their lines and columns.
public struct LocatedFix: Sendable, Hashable, Codable {
  public struct Edit: Sendable, Hashable, Codable {
    public let range: PositionRange
    public let text: String

    public init(range: PositionRange, text: String) {
      self.range = range
      self.text = text
    }
  }

  public let title: Message
  public let safety: FixSafety
  public let edits: [Edit]

  public init(title: Message, safety: FixSafety, edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// The source line of a fault, or a window of it when it is long, so that reporters need no file.
public struct Excerpt: Sendable, Hashable, Codable {
  /// Untrusted text of the first line of the fault, without its line end.
  public let text: String
  /// The byte offset in the file at which `text` begins.
  public let offset: Int
  /// Whether something of the line was left out before and after.
  public let isCutBefore: Bool
  public let isCutAfter: Bool

  public init(text: String, offset: Int, isCutBefore: Bool = false, isCutAfter: Bool = false) {
    self.text = text
    self.offset = offset
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }
}
