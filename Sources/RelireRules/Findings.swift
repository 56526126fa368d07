import RelireModel

/// What the rules report on one page, in the order in which they do.
public struct Findings: Sendable {
  public struct Item: Sendable {
    public let rule: RuleID
    public let finding: Finding
  }

  public private(set) var items: [Item] = []
  /// What the page leaves for the site rules.
  public internal(set) var evidence: [SiteEvidence] = []
  /// The rule that is speaking: set by whoever calls it.
  public var rule: RuleID

  public init(rule: RuleID = "") { self.rule = rule }

  public mutating func remove(where isUnwanted: (Item) -> Bool) { items.removeAll(where: isUnwanted) }

  public mutating func append(_ other: Findings) { items += other.items }

  public mutating func report(_ finding: Finding) { items.append(Item(rule: rule, finding: finding)) }

  public mutating func report(
    _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Finding.Verdict = .fault
  ) {
    report(Finding(range, message, fix: fix, verdict: verdict))
  }
}
