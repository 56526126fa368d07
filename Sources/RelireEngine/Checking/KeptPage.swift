import RelireModel
import RelireRules

/// What is kept of a page, and what its own rules found on it.
struct KeptPage {
  let summary: PageSummary
  let diagnostics: DiagnosticSlice

  /// What the page's own rules among these found: some judge sources one by one and generated pages together.
  func findings(by rules: Set<RuleID>) -> [JudgedFinding] {
    diagnostics.lazy.filter { rules.contains($0.rule) }.map { diagnostic in
      JudgedFinding(
        rule: diagnostic.rule, severity: diagnostic.severity,
        finding: Finding(diagnostic.range.source, diagnostic.message))
    }
  }
}

/// What is kept of the pages of a run.
struct KeptPages {
  var byPage: [KeptPage?]
  var failures: [Discovery.Failure] = []
}
