import RelireSite

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
