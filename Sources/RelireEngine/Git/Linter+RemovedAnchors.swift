import RelireModel
import RelireRules

extension Linter {
  /// What a change takes from those who link to the pages from elsewhere.
  ///
  /// - Parameter changed: pages, with the ids of what they held before.
  func removedAnchors(
    _ changed: [(page: PageInput, former: String)], in repository: GitRepository
  ) throws(GitRepository.Failure) -> [[Diagnostic]] {
    let changed = changed.filter {
      $0.page.format == .markdown && settings.page($0.page.path).profile.severity(of: RemovedAnchor.id) != nil
    }
    if changed.isEmpty { return [] }
    let formers = try repository.contents(of: changed.map(\.former))
    var diagnostics: [[Diagnostic]] = []
    for ((input, _), former) in zip(changed, formers) {
      guard let bytes = try? bytes(of: input) else { continue }
      let document = read(input, bytes)
      var suppressions = Suppressions(document)
      let findings = RemovedAnchor.findings(on: page(of: input, document).page, former: read(input, former))
        .filter { suppressions?.contains(RemovedAnchor.id, at: $0.range.start) != true }
      // Whether somebody relies on an anchor, nobody here can know.
      diagnostics.append(
        findings.map { JudgedFinding(rule: RemovedAnchor.id, severity: .info, finding: $0) }
          .sorted { $0.finding.range < $1.finding.range }.located(in: document.source, path: input.path)
          .sorted(by: Diagnostic.precedes))
    }
    return diagnostics
  }
}
