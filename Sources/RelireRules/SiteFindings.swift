import RelireModel
import RelireSite

/// What site rules report.
public struct SiteFindings: Sendable {
  /// On pages, in the order in which the rules do.
  package private(set) var entries: [Findings.Entry] = []
  /// The rules that spoke.
  package private(set) var rules: [RuleID] = []
  /// On files of the site that are no pages, by their paths from its root.
  public private(set) var byFile: [String: [(rule: RuleID, finding: Finding)]] = [:]
  /// The site that the pages belong to.
  public let site: SiteIndex?
  /// The rule that is speaking: set by whoever calls it.
  var rule: RuleID = "" { didSet { rules.append(rule) } }

  public init(site: SiteIndex? = nil) { self.site = site }

  /// - Parameter page: its number in the run.
  public func findings(on page: Int) -> Findings {
    var findings = Findings(rules: rules)
    for entry in entries where entry.page == page { findings.add(entry.finding, of: Int(entry.rule)) }
    return findings
  }

  /// - Parameter pages: of a fault that the templates repeat, the number of pages that show it.
  public mutating func report(
    page: Int, _ range: SourceRange, _ message: Message, fix: Fix? = nil, verdict: Finding.Verdict = .fault,
    severity: Severity? = nil, pages: Int? = nil
  ) {
    let finding = Finding(range, message, fix: fix, verdict: verdict, severity: severity, pages: pages)
    entries.append(Findings.Entry(finding: finding, rule: Int32(rules.count - 1), page: Int32(page)))
  }

  /// Of a file that is no page, as a whole.
  ///
  /// - Parameter file: relative to the site's root.
  public mutating func report(file: String, _ message: Message, verdict: Finding.Verdict = .fault) {
    byFile[file, default: []].append((rule, Finding(SourceRange(at: 0), message, verdict: verdict)))
  }
}
