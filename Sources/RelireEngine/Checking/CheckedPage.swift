import RelireDocuments
import RelireModel
import RelireRules

/// One page after its rules ran. A class, as it is handed on from list to list.
final class CheckedPage: Sendable {
  let path: String
  let document: Document
  let profile: Profile
  /// What was found and is not suppressed, as the rules reported it.
  private let found: Findings
  /// Whether nothing on the page may fail a run, as on drafts.
  let isLenient: Bool
  /// What the page asks to be left alone; nil where it asks for nothing.
  let suppressions: Suppressions?

  /// - Parameter isGenerated: Whether what the page asks for came with its source, where its use is judged.
  init(path: String, document: Document, _ found: Findings, profile: Profile, isGenerated: Bool) {
    self.path = path
    self.document = document
    self.profile = profile
    isLenient = profile.isLenient(on: document)
    guard var suppressions = Suppressions(document) else {
      self.suppressions = nil
      self.found = found
      return
    }
    var found = found
    found.remove { suppressions.contains($0, at: $1.range.start) }
    if !isGenerated {
      suppressions.reportUnused(Set(profile.metadata.keys))
      found.append(suppressions.findings)
    }
    self.suppressions = suppressions
    self.found = found
  }

  /// What the page leaves for the site rules.
  var evidence: SiteEvidence? { found.evidence }

  /// How many findings there are at most.
  var findingCount: Int { found.entries.count }

  var order: FindingOrder {
    FindingOrder(found.entries[...], found.rules, profile.verdicts(onRunnersAnd: found.rules), isLenient: isLenient)
  }

  /// Sorted by range, then rule.
  var findings: [JudgedFinding] { order.judged }

  var diagnostics: DiagnosticSlice { findings.located(in: document.source, path: path) }
}
