import RelireModel
import RelireRules

/// What the site rules report, page by page.
struct PagedFindings: Sendable {
  /// In the order of the pages.
  private let entries: [Findings.Entry]
  /// Of each page, its first entry; and where the last one's end.
  private let starts: [Int32]
  private let rules: [RuleID]

  /// - Parameter pages: how many there are in the run.
  init(_ found: SiteFindings, pages: Int) {
    rules = found.rules
    var starts = [Int32](repeating: 0, count: pages + 1)
    for entry in found.entries { starts[Int(entry.page) + 1] += 1 }
    for page in 0..<pages { starts[page + 1] += starts[page] }
    var next = starts
    var order = [Int](repeating: 0, count: found.entries.count)
    for (number, entry) in found.entries.enumerated() {
      order[Int(next[Int(entry.page)])] = number
      next[Int(entry.page)] += 1
    }
    entries = order.map { found.entries[$0] }
    self.starts = starts
  }

  /// The pages that there is something to say of.
  var pages: [Int] { starts.indices.dropLast().filter { starts[$0] < starts[$0 + 1] } }

  /// Nil where there is nothing to say.
  ///
  /// - Parameter known: what the profile of the last page makes of the rules.
  func order(on page: Int, _ summary: PageSummary, _ known: inout KnownVerdicts?) -> FindingOrder? {
    var own = entries[Int(starts[page])..<Int(starts[page + 1])]
    if var suppressions = summary.suppressions {
      own.removeAll { suppressions.contains(rules[Int($0.rule)], at: $0.finding.range.start) }
    }
    if own.isEmpty { return nil }
    return FindingOrder(own, rules, verdicts(of: summary.profile, &known), isLenient: summary.isLenient)
  }

  typealias KnownVerdicts = (profile: Profile, verdicts: RuleVerdicts)

  /// What a profile makes of the rules: mostly it is the one of the last page.
  @discardableResult
  func verdicts(of profile: Profile, _ known: inout KnownVerdicts?) -> RuleVerdicts {
    if let known, known.profile === profile { return known.verdicts }
    let verdicts = profile.verdicts(on: rules)
    known = (profile, verdicts)
    return verdicts
  }
}
