import RelireModel

/// What the rules report on one page, in the order in which they do.
public struct Findings: Sendable {
  public struct Item: Sendable {
    public let rule: RuleID
    public let finding: Finding
  }

  /// A finding and the number of its rule.
  package struct Entry: Sendable {
    package let finding: Finding
    package let rule: Int32
    /// Of what site rules say of many pages, the page.
    package var page: Int32 = 0
  }

  package private(set) var entries: [Entry] = []
  /// What the page leaves for the site rules.
  public internal(set) var evidence: SiteEvidence?
  /// The rules that may speak: a runner's, then others. One is named by its number: at a call for every token of a
  /// page, to copy its id each time would cost more than most rules do.
  package private(set) var rules: [RuleID]
  var speaker = 0
  /// Whether something that was reported comes of what another rule may report.
  private var hasConsequences = false

  /// - Parameter rules: a runner's.
  public init(rules: [RuleID] = []) { self.rules = rules }

  public var isEmpty: Bool { entries.isEmpty }

  /// All of it, the rules by their names.
  public var items: Items { Items(entries: entries, rules: rules) }

  public struct Items: RandomAccessCollection, Sendable {
    fileprivate let entries: [Entry]
    fileprivate let rules: [RuleID]

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    public subscript(index: Int) -> Item {
      Item(rule: rules[Int(entries[index].rule)], finding: entries[index].finding)
    }
  }

  /// The rule that is speaking: set by whoever calls it.
  public var rule: RuleID {
    get { rules[speaker] }
    set { speaker = number(of: newValue) }
  }

  private mutating func number(of rule: RuleID) -> Int {
    if let known = rules.firstIndex(of: rule) { return known }
    rules.append(rule)
    return rules.count - 1
  }

  public mutating func remove(where isUnwanted: (RuleID, Finding) -> Bool) {
    entries.removeAll { isUnwanted(rules[Int($0.rule)], $0.finding) }
  }

  public mutating func append(_ other: Findings) {
    for entry in other.entries { add(entry.finding, of: number(of: other.rules[Int(entry.rule)])) }
  }

  /// Leaves out what comes of another fault that is reported: one fault is told once.
  mutating func removeConsequences() {
    guard hasConsequences else { return }
    // Few rules are ever a cause: what others report need not be looked up.
    let items = items
    var causes: [RuleID] = []
    for case let cause? in items.lazy.map(\.finding.cause) where !causes.contains(cause.rule) {
      causes.append(cause.rule)
    }
    let reported = Set(items.lazy.filter { causes.contains($0.rule) }.map { Finding.Cause($0.rule, $0.finding.range) })
    entries.removeAll { entry in entry.finding.cause.map(reported.contains) ?? false }
  }

  /// Takes over what was found in a document inside this one, at its place here. Corrections would have to be written
  /// as the place wants it: they are left to the author.
  mutating func append(_ item: Item, at range: SourceRange) {
    let found = item.finding
    add(
      Finding(range, found.message, verdict: found.verdict, severity: found.severity), of: number(of: item.rule))
  }

  public mutating func report(_ finding: Finding) { add(finding, of: speaker) }

  mutating func add(_ finding: Finding, of rule: Int) {
    // Most pages that have any have a handful.
    if entries.isEmpty { entries.reserveCapacity(8) }
    entries.append(Entry(finding: finding, rule: Int32(rule)))
    if finding.cause != nil { hasConsequences = true }
  }

  public mutating func report(
    _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Finding.Verdict = .fault,
    severity: Severity? = nil
  ) {
    report(Finding(range, message, fix: fix, verdict: verdict, severity: severity))
  }
}
