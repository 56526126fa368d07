/// A fault as it is reported: a rule's finding with its severity, its file and its place.
///
/// One of a batch, by its number: whoever joins, sorts or filters the diagnostics of a run moves these, and what is not
/// asked for (an excerpt, the places of edits) is not made.
public struct Diagnostic: Sendable {
  private let batch: DiagnosticBatch
  private let number: Int

  package init(_ number: Int, of batch: DiagnosticBatch) {
    self.batch = batch
    self.number = number
  }

  public init(
    rule: RuleID, severity: Severity, message: Message, path: String, range: PositionRange, fix: LocatedFix?,
    excerpt: Excerpt, origin: Origin? = nil
  ) {
    var builder = DiagnosticBatchBuilder()
    builder.add(rule: rule, severity, message, path: path, range, fix, excerpt, origin)
    self.init(0, of: builder.finish())
  }

  private var entry: DiagnosticBatch.Entry { batch.entries[number] }

  public var rule: RuleID { batch.rules[Int(batch.entries[number].rule)] }
  public var severity: Severity { batch.entries[number].severity }
  public var message: Message { batch.entries[number].finding.message }
  /// As given on the command line, relative to the working directory where possible.
  public var path: String { batch.pages[Int(batch.entries[number].page)].path }
  public var range: PositionRange { batch.range(of: entry) }
  /// Made at each call: who only wants to know whether there is one, asks for `fixSafety`.
  public var fix: LocatedFix? { batch.fix(of: entry) }
  /// Made at each call.
  public var excerpt: Excerpt { batch.excerpt(of: entry) }
  /// The excerpt's text in UTF-8, as it lies in memory.
  package var excerptBytes: ArraySlice<UInt8> { batch.excerptBytes(of: entry) }
  /// For faults of generated pages, as far as it can be told.
  public var origin: Origin? { batch.origin(of: entry) }

  /// How far its fix may be trusted; nil without one.
  public var fixSafety: FixSafety? {
    batch.pages[Int(batch.entries[number].page)].isEditable ? batch.entries[number].finding.fix?.safety : nil
  }
}

extension Diagnostic: Codable {
  /// All that there is to tell.
  private struct Contents: Codable {
    let rule: RuleID
    let severity: Severity
    let message: Message
    let path: String
    let range: PositionRange
    let fix: LocatedFix?
    let excerpt: Excerpt
    let origin: Origin?
  }

  public init(from decoder: any Decoder) throws {
    let contents = try Contents(from: decoder)
    self.init(
      rule: contents.rule, severity: contents.severity, message: contents.message, path: contents.path,
      range: contents.range, fix: contents.fix, excerpt: contents.excerpt, origin: contents.origin)
  }

  public func encode(to encoder: any Encoder) throws {
    try Contents(
      rule: rule, severity: severity, message: message, path: path, range: range, fix: fix, excerpt: excerpt,
      origin: origin
    ).encode(to: encoder)
  }
}

extension Diagnostic: Hashable {
  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    a.batch === b.batch && a.number == b.number
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
    let (first, second) = (a.entry.finding.range, b.entry.finding.range)
    if first != second { return first < second }
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
