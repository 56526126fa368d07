import RelireModel

/// The state of each test of RGAA 4.1.2 on some pages, as far as markup tells.
public struct RGAAAudit: Sendable {
  /// As audit sheets write them.
  public enum State: String, Sendable, CaseIterable {
    /// Nothing on the page is concerned.
    case notApplicable = "NA"
    /// Decided, and without fault.
    case conforming = "C"
    /// Not tested: a human decides.
    case untested = "NT"
    /// A fault was found.
    case failing = "NC"
  }

  /// What a check found on one page.
  public struct Page: Sendable {
    public let path: String
    /// What the page has.
    public let subjects: Set<RGAA.Subject>
    /// Rules with errors, and how many.
    public let errors: [RuleID: Int]
    /// Rules with other diagnostics: they decide a test only where they decide it wholly.
    public let doubts: [RuleID: Int]
    /// Rules with warnings.
    let warned: Set<RuleID>

    public init(path: String, subjects: Set<RGAA.Subject>, diagnostics: [Diagnostic]) {
      self.path = path
      self.subjects = subjects
      var errors: [RuleID: Int] = [:]
      var warned: Set<RuleID> = []
      var doubts: [RuleID: Int] = [:]
      for diagnostic in diagnostics {
        if diagnostic.severity == .error {
          errors[diagnostic.rule, default: 0] += 1
        } else {
          doubts[diagnostic.rule, default: 0] += 1
          if diagnostic.severity == .warning { warned.insert(diagnostic.rule) }
        }
      }
      self.errors = errors
      self.warned = warned
      self.doubts = doubts
    }
  }

  public let coverage: RGAARuleCoverage
  public let pages: [Page]

  public init(_ rules: [RuleMetadata], pages: [Page]) {
    coverage = RGAARuleCoverage(rules)
    self.pages = pages
  }

  public func state(of row: RGAARuleCoverage.Row, on page: Page) -> State {
    let number = row.test.number
    if RGAA.isAbout(number).map(page.subjects.contains) ?? true {
      if row.rules.contains(where: { page.errors[$0] != nil }) { return .failing }
      // A broken convention is no proof that the test fails, unless the rule is all of the test.
      if row.extent == .checked, row.rules.contains(where: { page.warned.contains($0) }) { return .failing }
    }
    guard page.subjects.contains(row.test.subject) else {
      return page.subjects.contains(.anything) ? .untested : .notApplicable
    }
    if let obstacle = RGAA.obstacle(to: number), page.subjects.contains(obstacle) { return .untested }
    // What a script adds may be faulty where all else is sound.
    if row.test.subject != .page, page.subjects.contains(.anything) { return .untested }
    guard row.extent == .checked, !row.rules.contains(where: { page.doubts[$0] != nil }) else { return .untested }
    return .conforming
  }

  /// On all pages: failing where one fails, else untested where one is.
  public func state(of row: RGAARuleCoverage.Row) -> State {
    let states = Set(pages.map { state(of: row, on: $0) })
    for state in [State.failing, .untested, .conforming] where states.contains(state) { return state }
    return .notApplicable
  }

  /// The rules that found something, and how often.
  func reasons(_ row: RGAARuleCoverage.Row) -> [(rule: RuleID, count: Int)] {
    var reasons: [(rule: RuleID, count: Int)] = []
    for rule in row.rules {
      let count = pages.reduce(0) { $0 + ($1.errors[rule] ?? 0) + ($1.doubts[rule] ?? 0) }
      if count > 0 { reasons.append((rule, count)) }
    }
    return reasons
  }
}

extension Wording {
  func word(_ state: RGAAAudit.State) -> String {
    switch state {
    case .notApplicable: self(fr: "non applicable", en: "not applicable")
    case .conforming: self(fr: "conforme", en: "conforming")
    case .untested: self(fr: "à vérifier à la main", en: "to be checked by hand")
    case .failing: self(fr: "non conforme", en: "not conforming")
    }
  }
}
