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
  /// Sorted by range, then rule; without doubles.
  let findings: [JudgedFinding]

  init(path: String, document: Document, _ found: Findings, profile: Profile) {
    self.path = path
    self.document = document
    let isLenient = profile.drafts == .lenient && document.frontMatter?["draft"]?.bool == true
    var findings: [JudgedFinding] = []
    findings.reserveCapacity(found.items.count)
    for item in found.items {
      guard let severity = profile.severities[item.rule] else { continue }
      let isCapped = isLenient || item.finding.verdict == .review
      findings.append(
        JudgedFinding(rule: item.rule, severity: isCapped ? .info : severity, finding: item.finding))
    }
    findings.sort { a, b in
      if a.finding.range != b.finding.range { return a.finding.range < b.finding.range }
      if a.rule != b.rule { return a.rule < b.rule }
      return a.finding.message.french < b.finding.message.french
    }
    self.findings = findings
  }

  /// The findings with lines, columns and excerpts. The line index is made only when there is something to report.
  var diagnostics: [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    let bytes = document.source.bytes
    let lines = LineIndex(bytes, contentStart: document.source.contentStart)
    var diagnostics: [Diagnostic] = []
    diagnostics.reserveCapacity(findings.count)
    for item in findings {
      let finding = item.finding
      let diagnostic = Diagnostic(
        rule: item.rule, severity: item.severity, message: finding.message, path: path,
        range: lines.positions(of: finding.range),
        fix: document.source.isEditable ? finding.fix.map { LocatedFix($0, lines) } : nil,
        excerpt: Excerpt(of: finding.range, in: bytes, lines))
      // Two blocks may lead to one place, as a reference that is used twice: say it once.
      if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
    }
    return diagnostics
  }
}

extension LocatedFix {
  init(_ fix: Fix, _ lines: LineIndex) {
    self.init(
      title: fix.title, safety: fix.safety,
      edits: fix.edits.map { Edit(range: lines.positions(of: $0.range), text: $0.text) })
  }
}
