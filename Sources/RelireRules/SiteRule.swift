/// A rule that can only judge with all pages in view: duplicates, what a theme repeats, what a site mostly does.
///
/// Pages are let go once their rules ran: each leaves what the rule needs of it, and at the end of the run the
/// rule judges all of that together.
public protocol SiteRule: Rule {
  /// What is kept of a page. Compact: all of a site's is held at once.
  associatedtype Evidence: Sendable

  /// What the page contributes; nil for nothing. Called on many threads.
  func collect(from page: Page) -> Evidence?

  /// Judges the pages that contributed something, in the order of their paths.
  func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings)

  /// The same two for many pages, the type of the evidence forgotten. No rule writes them. They are requirements so
  /// that each rule has its own: one for all types would look up their metadata at every call.
  func evidence(from pages: [Page]) -> (any EvidenceColumn)?
  func judge(all pages: SiteJudge.Pages, _ findings: inout SiteFindings)
}

extension SiteRule {
  public static var judgesPageAlone: Bool { false }
}
