import RelireModel
import RelireSite

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

  /// The same two, the type of the evidence forgotten. No rule writes them. They are requirements so that each rule has
  /// its own: one for all types would look up their metadata at every call.
  func evidence(from page: Page) -> SiteEvidence.Value?
  func judge(untyped pages: [PageEvidence<SiteEvidence.Value>], _ findings: inout SiteFindings)
}

/// What one page left for a site rule.
public struct PageEvidence<Value: Sendable>: Sendable {
  /// The page's number in the run.
  public let page: Int
  /// As reports show it.
  public let path: String
  public let value: Value

  public init(page: Int, path: String, value: Value) {
    self.page = page
    self.path = path
    self.value = value
  }
}

/// What site rules report, page by page.
public struct SiteFindings: Sendable {
  /// By page number.
  public private(set) var byPage: [Int: Findings] = [:]
  /// On files of the site that are no pages, by their paths from its root.
  public private(set) var byFile: [String: [(rule: RuleID, finding: Finding)]] = [:]
  /// The site that the pages belong to.
  public let site: SiteIndex?
  /// The rule that is speaking: set by whoever calls it.
  var rule: RuleID = ""

  public init(site: SiteIndex? = nil) { self.site = site }

  /// - Parameter pages: of a fault that the templates repeat, the number of pages that show it.
  public mutating func report(
    page: Int, _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Finding.Verdict = .fault,
    severity: Severity? = nil, pages: Int? = nil
  ) {
    let finding = Finding(range, message, fix: fix, verdict: verdict, severity: severity, pages: pages)
    byPage[page, default: Findings(rules: [])].add(finding, of: rule)
  }

  /// Of a file that is no page, as a whole.
  ///
  /// - Parameter file: relative to the site's root.
  public mutating func report(file: String, _ message: Message, verdict: Finding.Verdict = .fault) {
    byFile[file, default: []].append((rule, Finding(SourceRange(at: 0), message, verdict: verdict)))
  }
}

/// Evidence whose type only its rule knows.
public struct SiteEvidence: Sendable {
  /// An `EvidenceBox`: classes are told apart faster than other types.
  public typealias Value = any AnyObject & Sendable

  let rule: RuleID
  let value: Value
}

private final class EvidenceBox<Evidence: Sendable>: Sendable {
  let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }
}

extension SiteRule {
  public func evidence(from page: Page) -> SiteEvidence.Value? {
    guard let evidence = collect(from: page) else { return nil }
    return EvidenceBox(evidence)
  }

  /// All of the evidence is this rule's.
  public func judge(untyped pages: [PageEvidence<SiteEvidence.Value>], _ findings: inout SiteFindings) {
    var typed: [PageEvidence<Evidence>] = []
    typed.reserveCapacity(pages.count)
    for page in pages {
      guard let box = page.value as? EvidenceBox<Evidence> else { continue }
      typed.append(PageEvidence(page: page.page, path: page.path, value: box.evidence))
    }
    judge(typed, &findings)
  }
}

/// Brings the evidence of all pages before the site rules.
public struct SiteJudge: Sendable {
  /// A dozen rules: found faster one after the other than by a hash.
  private var byRule: [(rule: RuleID, pages: [PageEvidence<SiteEvidence.Value>])] = []
  private let site: SiteIndex?

  public init(site: SiteIndex? = nil) { self.site = site }

  /// Pages are added in the order of their paths.
  public mutating func add(_ evidence: [SiteEvidence], page: Int, path: String) {
    for piece in evidence {
      let evidence = PageEvidence(page: page, path: path, value: piece.value)
      if let number = byRule.firstIndex(where: { $0.rule == piece.rule }) {
        byRule[number].pages.append(evidence)
      } else {
        byRule.append((piece.rule, [evidence]))
      }
    }
  }

  public func judge() -> SiteFindings {
    var findings = SiteFindings(site: site)
    for (id, pages) in byRule.sorted(by: { $0.rule < $1.rule }) {
      guard let rule = RuleRegistry.siteRules[id] else { continue }
      findings.rule = id
      rule.judge(untyped: pages, &findings)
    }
    return findings
  }
}
