import RelireDocuments
import RelireModel
import RelireRules

/// A finding with the severity that the configuration gives it.
struct JudgedFinding: Sendable {
  let rule: RuleID
  let severity: Severity
  let finding: Finding
}

/// One page after its rules ran.
struct CheckedPage: Sendable {
  let path: String
  let document: Document
  let profile: Profile
  /// Sorted by range, then rule; without doubles.
  let findings: [JudgedFinding]

  /// What the page leaves for the site rules.
  let evidence: [SiteEvidence]
  /// Whether nothing on the page may fail a run, as on drafts.
  let isLenient: Bool
  /// What the page asks to be left alone; nil where it asks for nothing.
  let suppressions: Suppressions?

  init(path: String, document: Document, _ found: Findings, profile: Profile) {
    self.path = path
    self.document = document
    self.profile = profile
    isLenient = profile.drafts == .lenient && document.frontMatter?["draft"]?.bool == true
    var found = found
    var suppressions = Suppressions(document)
    if !suppressions.isEmpty {
      found.remove { suppressions.contains($0.rule, at: $0.finding.range.start) }
      suppressions.reportUnused(Set(profile.metadata.keys))
      found.append(suppressions.findings)
    }
    self.suppressions = suppressions.isEmpty ? nil : suppressions
    findings = found.judged(by: profile, isLenient: isLenient)
    evidence = found.evidence
  }

  var diagnostics: [Diagnostic] { findings.located(in: document.source, path: path) }
}

extension Findings {
  /// The findings of the rules that are on, with their severities, sorted by range, then rule.
  ///
  /// - Parameter profile: the one whose runner called the rules.
  func judged(by profile: Profile, isLenient: Bool) -> [JudgedFinding] {
    // Their numbers are sorted, with the ranges that nearly always tell them apart: these are not fetched again at
    // every comparison, and no finding is moved twice.
    var order: [(range: SourceRange, number: Int)] = []
    order.reserveCapacity(items.count)
    for number in items.indices { order.append((items[number].finding.range, number)) }
    order.sort { a, b in a.range != b.range ? a.range < b.range : precedes(a.number, b.number) }
    var findings: [JudgedFinding] = []
    findings.reserveCapacity(items.count)
    for (_, number) in order {
      let item = items[number]
      let known = item.number < 0 ? profile.severity(of: item.rule) : profile.severities[item.number]
      guard let severity = known else { continue }
      let isCapped = isLenient || item.finding.verdict == .review
      findings.append(
        JudgedFinding(
          rule: item.rule, severity: isCapped ? .info : item.finding.severity ?? severity, finding: item.finding))
    }
    return findings
  }

  /// The order of two findings of one range; of equal ones, that in which they were reported.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    if items[a].rule != items[b].rule { return items[a].rule < items[b].rule }
    let (first, second) = (items[a].finding.message.french, items[b].finding.message.french)
    return first != second ? first < second : a < b
  }
}

extension [JudgedFinding] {
  /// The findings with lines, columns and excerpts. The line index is made only when there is something to report.
  func located(in source: SourceText, path: String) -> [Diagnostic] {
    guard !isEmpty else { return [] }
    let lines = LineIndex(source.bytes, contentStart: source.contentStart, last: lastOffset)
    var diagnostics: [Diagnostic] = []
    diagnostics.reserveCapacity(count)
    var number = 1
    var excerpt = Excerpt(text: "", offset: -1, isCutBefore: true)
    for item in self {
      let finding = item.finding
      // Faults come in order, and often several on one line.
      number = lines.line(at: finding.range.start, near: number)
      let line = lines.range(ofLine: number)
      if excerpt.offset != line.start || excerpt.isCutBefore || excerpt.isCutAfter {
        excerpt = Excerpt(of: finding.range, on: line, in: source)
      }
      let range = lines.positions(of: finding.range, near: number)
      let diagnostic = Diagnostic(
        rule: item.rule, severity: item.severity, message: finding.message, path: path, range: range,
        fix: source.isEditable ? finding.fix.map { LocatedFix($0, of: range, lines) } : nil,
        excerpt: excerpt, origin: finding.pages.map { .template(pages: $0, file: nil) })
      // Two blocks may lead to one place, as a reference that is used twice: say it once.
      if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
    }
    return diagnostics
  }
}

extension [JudgedFinding] {
  /// The last offset that the findings, or their corrections, speak of.
  private var lastOffset: Int {
    var last = 0
    for item in self {
      last = Swift.max(last, item.finding.range.end)
      for edit in item.finding.fix?.edits ?? [] { last = Swift.max(last, edit.range.end) }
    }
    return last
  }
}

extension LocatedFix {
  /// - Parameter fault: where the fault is, which its correction mostly replaces.
  init(_ fix: Fix, of fault: PositionRange, _ lines: LineIndex) {
    self.init(
      title: fix.title, safety: fix.safety,
      edits: fix.edits.map { edit in
        let isWhole = edit.range == fault.source
        return Edit(range: isWhole ? fault : lines.positions(of: edit.range, near: fault.start.line), text: edit.text)
      })
  }
}
