import RelireModel
import RelireRules

/// A finding with the severity that the configuration gives it.
struct JudgedFinding: Sendable {
  let rule: RuleID
  let severity: Severity
  let finding: Finding
}

/// What a profile makes of rules that findings name by their numbers.
struct RuleVerdicts: Sendable {
  /// Nil for a rule that is off.
  fileprivate(set) var severities: [Severity?]
  /// The rules' numbers among all that there are; -1 for those that are off.
  fileprivate(set) var numbers: [Int32]

  init(_ rules: [(severity: Severity?, number: Int)]) {
    severities = rules.map(\.severity)
    numbers = rules.map { Int32($0.number) }
  }
}

/// The findings of one page in the order of reports, by range, then rule: those of rules that are on, with their
/// severities.
struct FindingOrder {
  private let entries: ArraySlice<Findings.Entry>
  private let rules: [RuleID]
  private let verdicts: RuleVerdicts
  private let isLenient: Bool
  /// The ranges of the entries as numbers, and the entries' own numbers: what is sorted. Ranges nearly always tell
  /// findings apart, and are not fetched again at every comparison.
  private var order: [(range: UInt64, number: Int)] = []

  /// - Parameters:
  ///   - rules: the ones that the entries name.
  ///   - isLenient: whether nothing on the page may fail a run.
  init(_ entries: ArraySlice<Findings.Entry>, _ rules: [RuleID], _ verdicts: RuleVerdicts, isLenient: Bool) {
    self.entries = entries
    self.rules = rules
    self.verdicts = verdicts
    self.isLenient = isLenient
    guard entries.count > 1 else { return }
    order.reserveCapacity(entries.count)
    for number in entries.indices {
      let range = entries[number].finding.range
      order.append((UInt64(range.start) << 32 | UInt64(range.end), number))
    }
    sort()
  }

  /// Few at a time, and rule by rule in order already.
  private mutating func sort() {
    guard order.count <= 24 else {
      order.sort(by: precedes)
      return
    }
    for next in 1..<order.count {
      let item = order[next]
      var place = next
      while place > 0, precedes(item, order[place - 1]) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = item
    }
  }

  /// Of equal findings, the one that was reported first comes first.
  private func precedes(_ a: (range: UInt64, number: Int), _ b: (range: UInt64, number: Int)) -> Bool {
    a.range != b.range ? a.range < b.range : precedes(a.number, b.number)
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    if entries[a].rule != entries[b].rule {
      let (first, second) = (rules[Int(entries[a].rule)], rules[Int(entries[b].rule)])
      if first != second { return first < second }
    }
    let (first, second) = (entries[a].finding.message.french, entries[b].finding.message.french)
    return first != second ? first < second : a < b
  }

  var count: Int { entries.count }

  /// - Parameter place: in the order.
  /// - Returns: nil for a rule that is off.
  func finding(_ place: Int) -> (finding: Finding, rule: Int, severity: Severity)? {
    let entry = entry(place)
    let rule = Int(entry.rule)
    guard let severity = verdicts.severities[rule] else { return nil }
    let isCapped = isLenient || entry.finding.verdict == .review
    return (entry.finding, Int(verdicts.numbers[rule]), isCapped ? .info : entry.finding.severity ?? severity)
  }

  var judged: [JudgedFinding] {
    (0..<count).compactMap { place in
      finding(place).map {
        JudgedFinding(rule: rules[Int(entry(place).rule)], severity: $0.severity, finding: $0.finding)
      }
    }
  }

  /// Of a single one no order is kept.
  private func entry(_ place: Int) -> Findings.Entry {
    entries[entries.count > 1 ? order[place].number : entries.startIndex + place]
  }
}

extension DiagnosticBatchBuilder {
  /// Adds the findings of a page with lines, columns and excerpts.
  mutating func add(_ findings: FindingOrder, in source: SourceText, path: String) {
    var place = 0
    add(findings.count, in: source, path: path) {
      while place < findings.count {
        place += 1
        if let finding = findings.finding(place - 1) { return finding }
      }
      return nil
    }
  }
}

extension [JudgedFinding] {
  /// The findings with lines, columns and excerpts.
  func located(in source: SourceText, path: String) -> DiagnosticSlice {
    guard !isEmpty else { return .empty }
    var builder = DiagnosticBatchBuilder()
    let numbers = map { builder.number(of: $0.rule) }
    var place = 0
    builder.add(count, in: source, path: path) {
      guard place < count else { return nil }
      place += 1
      return (self[place - 1].finding, numbers[place - 1], self[place - 1].severity)
    }
    let added = builder.count
    return DiagnosticSlice(builder.finish(), 0..<added)
  }
}
