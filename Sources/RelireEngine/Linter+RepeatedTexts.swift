import RelireDocuments
import RelireModel
import RelireSite

/// What templates repeat of other pages is told there.
extension Linter {
  /// - Parameter isTold: whether a rule has spoken at a place of a page.
  /// - Returns: the signatures of the faults that are told of sources, and what is to be told.
  func repeatedTexts(
    _ templates: TemplateFaults, _ isTold: (_ path: String, RuleID, SourceRange) -> Bool
  ) -> (signatures: Set<UInt64>, diagnostics: [DiagnosticSlice]) {
    guard let site else { return ([], []) }
    let texts = RepeatedTexts(templates.untold)
    guard !texts.isEmpty else { return ([], []) }
    var pages: [(path: String, found: [(fault: RepeatedTexts.Untold, place: SourceRange)])] = []
    var counts: [UInt64: Int] = [:]
    site.index.forEachPage { path, _ in
      let found = texts.found(in: site.index.frontMatter(of: path)?.root)
      if found.isEmpty { return }
      pages.append((self.shown(Path.join(site.root, path)), found))
      for signature in Set(found.map(\.fault.signature)) { counts[signature, default: 0] += 1 }
    }
    var told: Set<UInt64> = []
    var diagnostics: [DiagnosticSlice] = []
    for (path, found) in pages {
      // A word that many pages have, such as a tag, is one fault.
      let meant = found.filter {
        told.insert($0.fault.signature).inserted || counts[$0.fault.signature, default: 0] < 3
      }
      if !meant.isEmpty { diagnostics.append(DiagnosticSlice(repeatedTexts(meant, on: path, isTold))) }
    }
    return (told, diagnostics)
  }

  private func repeatedTexts(
    _ found: [(fault: RepeatedTexts.Untold, place: SourceRange)], on path: String,
    _ isTold: (_ path: String, RuleID, SourceRange) -> Bool
  ) -> [Diagnostic] {
    guard let input = PageInput(path: path), let bytes = try? bytes(of: input) else { return [] }
    let source = attributionSource(input, bytes, findings: [])
    var suppressions = source.suppressions
    var told: [Diagnostic] = []
    for (fault, place) in found {
      let shown = fault.entry.diagnostics[0]
      let rule = shown.rule
      // Where its rules have seen the text, they have said what there is to say.
      guard !isTold(path, rule, place), !(rule.isOfText && source.document.frontMatterIsJudged(at: place)),
        suppressions?.contains(rule, at: place.start) != true, let severity = source.profile.severity(of: rule)
      else { continue }
      let finding = JudgedFinding(
        rule: rule, severity: source.isLenient ? .info : min(severity, shown.severity),
        finding: Finding(place, shown.message))
      for diagnostic in [finding].located(in: source.document.source, path: path)
      where !told.contains(where: { $0.rule == rule && $0.range == diagnostic.range }) {
        told.append(diagnostic.from(.source(page: shown.path)))
      }
    }
    return told.sorted(by: Diagnostic.precedes)
  }
}
