import RelireModel

extension RunResult {
  struct PageDiagnostics {
    let path: String
    let diagnostics: ArraySlice<Diagnostic>
  }

  /// The diagnostics of each faulty page, in the order of their paths.
  var pages: [PageDiagnostics] {
    var pages: [PageDiagnostics] = []
    var start = 0
    for index in diagnostics.indices.dropFirst() where diagnostics[index].path != diagnostics[start].path {
      pages.append(PageDiagnostics(path: diagnostics[start].path, diagnostics: diagnostics[start..<index]))
      start = index
    }
    if !diagnostics.isEmpty {
      pages.append(PageDiagnostics(path: diagnostics[start].path, diagnostics: diagnostics[start...]))
    }
    return pages
  }

  /// How many diagnostics each rule has, the most frequent first.
  var countsByRule: [(rule: RuleID, severity: Severity, count: Int)] {
    var counts: [RuleID: (severity: Severity, count: Int)] = [:]
    for diagnostic in diagnostics {
      let known = counts[diagnostic.rule] ?? (diagnostic.severity, 0)
      counts[diagnostic.rule] = (max(known.severity, diagnostic.severity), known.count + 1)
    }
    return counts.map { ($0.key, $0.value.severity, $0.value.count) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.rule < $1.rule }
  }
}
