import RelireDocuments
import RelireModel
import RelireRules

/// What is kept of a page once it was checked. A class, as it is handed on from list to list.
final class PageSummary: Sendable {
  /// The page's own in its batch.
  let diagnostics: Range<Int>
  let evidence: SiteEvidence?
  let profile: Profile
  let isLenient: Bool
  /// Nil where the page asks for none.
  let suppressions: Suppressions?
  /// Found on this generated page, told of its source.
  let moved: [Diagnostic]
  /// The page's text, where it is kept.
  let source: SourceText?

  init(
    _ diagnostics: Range<Int>, evidence: SiteEvidence?, profile: Profile, isLenient: Bool,
    suppressions: Suppressions?, moved: [Diagnostic] = [], source: SourceText? = nil
  ) {
    self.diagnostics = diagnostics
    self.evidence = evidence
    self.profile = profile
    self.isLenient = isLenient
    self.suppressions = suppressions
    self.moved = moved
    self.source = source
  }

  /// - Parameter diagnostics: none of a generated page, whose own findings are told elsewhere.
  convenience init(
    _ page: CheckedPage, _ diagnostics: Range<Int> = 0..<0, moved: [Diagnostic] = [], keepsSource: Bool = false
  ) {
    self.init(
      diagnostics, evidence: page.evidence, profile: page.profile, isLenient: page.isLenient,
      suppressions: page.suppressions, moved: moved, source: keepsSource ? page.document.source : nil)
  }
}
