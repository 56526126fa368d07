import RelireModel

/// What the rules report on one page, in the order in which they do.
public struct Findings: Sendable {
  public struct Item: Sendable {
    public let rule: RuleID
    /// The rule's number among those of the runner that called it; -1 where none did.
    public let number: Int
    public let finding: Finding
  }

  public private(set) var items: [Item] = []
  /// What the page leaves for the site rules.
  public internal(set) var evidence: [SiteEvidence] = []
  /// The rules that may speak. The runner names one by its number: at a call for every token of a page, to copy its
  /// id each time would cost more than most rules do.
  private var rules: [RuleID]
  var speaker = 0
  /// Whether `speaker` is a runner's number.
  private var isNumbered: Bool
  /// Whether something that was reported comes of what another rule may report.
  private var hasConsequences = false

  public init(rule: RuleID = "") {
    rules = [rule]
    isNumbered = false
  }

  /// - Parameter rules: a runner's.
  init(rules: [RuleID]) {
    self.rules = rules
    isNumbered = true
  }

  /// The rule that is speaking: set by whoever calls it.
  public var rule: RuleID {
    get { rules[speaker] }
    set {
      rules = [newValue]
      speaker = 0
      isNumbered = false
    }
  }

  public mutating func remove(where isUnwanted: (Item) -> Bool) { items.removeAll(where: isUnwanted) }

  public mutating func append(_ other: Findings) { items += other.items }

  /// Leaves out what comes of another fault that is reported: one fault is told once.
  mutating func removeConsequences() {
    guard hasConsequences else { return }
    // Few rules are ever a cause: what others report need not be looked up.
    var causes: [RuleID] = []
    for case let cause? in items.lazy.map(\.finding.cause) where !causes.contains(cause.rule) { causes.append(cause.rule) }
    let reported = Set(items.lazy.filter { causes.contains($0.rule) }.map { Finding.Cause($0.rule, $0.finding.range) })
    items.removeAll { item in item.finding.cause.map(reported.contains) ?? false }
  }

  /// Takes over what was found in a document inside this one, at its place here. Corrections would have to be written
  /// as the place wants it: they are left to the author.
  mutating func append(_ item: Item, at range: SourceRange) {
    let found = item.finding
    items.append(
      Item(
        rule: item.rule, number: item.number,
        finding: Finding(range, found.message, verdict: found.verdict, severity: found.severity)))
  }

  public mutating func report(_ finding: Finding) { add(finding, of: rule, isNumbered ? speaker : -1) }

  mutating func add(_ finding: Finding, of rule: RuleID, _ number: Int = -1) {
    items.append(Item(rule: rule, number: number, finding: finding))
    if finding.cause != nil { hasConsequences = true }
  }

  public mutating func report(
    _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Finding.Verdict = .fault,
    severity: Severity? = nil
  ) {
    report(Finding(range, message, fix: fix, verdict: verdict, severity: severity))
  }
}
