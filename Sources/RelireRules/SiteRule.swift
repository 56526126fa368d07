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

  /// The same two for many pages, the type of the evidence forgotten. No rule writes them. They are requirements so
  /// that each rule has its own: one for all types would look up their metadata at every call.
  func evidence(from pages: [Page]) -> (any EvidenceColumn)?
  func judge(all pages: SiteJudge.Pages, _ findings: inout SiteFindings)
}

extension SiteRule {
  public static var judgesPageAlone: Bool { false }
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

/// Brings the evidence of all pages before the site rules.
public struct SiteJudge: Sendable {
  /// The pages of a run, and what they left.
  public struct Pages: Sendable {
    /// Where a page's evidence is: the numbers of the page in the run, of its batch, and its own in that.
    struct Place: Sendable {
      let page: Int32
      let batch: Int32
      let number: Int32
    }

    private(set) var batches: [EvidenceBatch] = []
    private(set) var places: [Place] = []
    /// In the same order.
    private(set) var paths: [String] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    fileprivate mutating func add(_ evidence: SiteEvidence, page: Int, path: String) {
      places.append(
        Place(page: Int32(page), batch: Int32(number(of: evidence.batch)), number: Int32(evidence.number)))
      paths.append(path)
    }

    private mutating func number(of batch: EvidenceBatch) -> Int {
      // Pages that were checked together mostly follow one another.
      if let last = places.last, batches[Int(last.batch)] === batch { return Int(last.batch) }
      // A few pages are one batch, for which no table is made.
      if let first = batches.first {
        if first === batch { return 0 }
        if let known = numbers[ObjectIdentifier(batch)] { return known }
        numbers[ObjectIdentifier(batch)] = batches.count
      }
      batches.append(batch)
      return batches.count - 1
    }
  }

  private var pages = Pages()
  private let site: SiteIndex?

  public init(site: SiteIndex? = nil) { self.site = site }

  /// Pages are added in the order of their paths.
  public mutating func add(_ evidence: SiteEvidence?, page: Int, path: String) {
    if let evidence { pages.add(evidence, page: page, path: path) }
  }

  public func judge() -> SiteFindings {
    var findings = SiteFindings(site: site)
    var concerned: [ObjectIdentifier] = []
    for batch in pages.batches {
      for column in batch.columns where !concerned.contains(column.rule) { concerned.append(column.rule) }
    }
    for (id, rule) in RuleRegistry.siteRules where concerned.contains(ObjectIdentifier(type(of: rule))) {
      findings.rule = id
      rule.judge(all: pages, &findings)
    }
    return findings
  }
}
