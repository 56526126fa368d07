import RelireDocuments
import RelireModel
import RelireRules

/// Applies fixes.
///
/// Round after round, until nothing is left to correct: fixes that meet wait for the next round. After
/// each round the page is read again; a fix that changed what it must not is taken back and reported as
/// our own bug.
public struct Fixer: Sendable {
  public struct Options: Sendable {
    /// Whether fixes that change letters, words or markup are applied too.
    public var isUnsafe = false
    /// The only rules (or families) to apply; nil for all.
    public var rules: Set<String>?
    /// Asked of each fix before it is applied; nil to apply them all.
    public var accepts: (@Sendable (Diagnostic) -> Bool)?

    public init() {}

    func allows(_ rule: RuleID) -> Bool {
      guard let rules else { return true }
      return rules.contains(rule.description) || rules.contains(rule.family) || rules.contains(PageSettings.allRules)
    }
  }

  /// Far more than any page needs: two are the rule, three rare.
  private static let rounds = 16

  let linter: Linter
  let options: Options
  private let anchors: KeptAnchors

  public init(_ linter: Linter, _ options: Options = Options()) {
    self.linter = linter
    self.options = options
    anchors = KeptAnchors(linter.site?.index)
  }

  /// Corrects one page in memory.
  public func fix(_ input: PageInput, _ bytes: [UInt8]) -> FixedPage {
    var page = FixedPage(path: input.path, original: bytes)
    var distrusted: Set<RuleID> = []
    // Rules that undo one another's work would go on for ever: start again without them.
    while !attempt(input, &page, distrusted) {
      let quarrelling = page.lateRules
      guard !quarrelling.isEmpty, !quarrelling.isSubset(of: distrusted) else { break }
      distrusted.formUnion(quarrelling)
      let refusals =
        page.refusals + quarrelling.sorted().map { FixRefusal(path: input.path, rule: $0, reason: .endless) }
      page = FixedPage(path: input.path, original: bytes)
      page.refusals = refusals
    }
    return page
  }

  /// Whether an end was reached.
  private func attempt(_ input: PageInput, _ page: inout FixedPage, _ distrusted: Set<RuleID>) -> Bool {
    var document = linter.read(input, page.original)
    let isInSite = linter.settings.page(input.path).isInSite
    var places = FixPlaces()
    var hasChanged = false
    for number in 0..<Self.rounds {
      let checked = linter.check(input, document)
      page.remaining = checked
      guard document.source.isEditable else { return true }
      let candidates = candidates(checked, distrusted, &places)
      // Safe ones first and by themselves, so that what they must keep can be asked of the whole round.
      let safe = candidates.filter { $0.fix.safety == .safe }
      let chosen = EditSet(choosing: safe.isEmpty ? candidates : safe)
      if chosen.fixes.isEmpty {
        guard hasChanged, !places.refused.isEmpty else { return true }
        // What was unsound in a page that had other faults may be sound now: the next run would apply it.
        places.refused = []
        page.refusals.removeAll { $0.reason != .endless }
        hasChanged = false
        continue
      }
      var round = FixRound(
        document, strictness: safe.isEmpty ? .stillSound : .sameWords, read: { linter.read(input, $0) },
        keepAnchors: { old, new in anchors.keep(from: old, to: new, isInSite: isInSite) { linter.read(input, $0) } })
      round.admit(chosen)
      for (fix, _) in round.refused { places.refused.insert(FixPlace(fix, in: document.source.bytes)) }
      if !round.accepted.fixes.isEmpty { hasChanged = true }
      page.note(round, isLate: number >= Self.rounds / 2)
      document = round.result.page
    }
    return false
  }

  /// The fixes of a page that may be applied, and that whoever is asked agrees to.
  private func candidates(_ checked: CheckedPage, _ distrusted: Set<RuleID>, _ places: inout FixPlaces) -> [JudgedFix] {
    let source = checked.document.source
    return checked.findings.compactMap { item -> JudgedFix? in
      guard let fix = item.finding.fix, fix.safety == .safe || (fix.safety == .unsafe && options.isUnsafe),
        options.allows(item.rule), !distrusted.contains(item.rule)
      else { return nil }
      let judged = JudgedFix(rule: item.rule, fix: fix)
      let place = FixPlace(judged, in: source.bytes)
      if places.declined.contains(place) || places.refused.contains(place) { return nil }
      guard let accepts = options.accepts, !places.agreed.contains(place) else { return judged }
      guard let diagnostic = [item].located(in: source, path: checked.path).first, accepts(diagnostic) else {
        places.declined.insert(place)
        return nil
      }
      places.agreed.insert(place)
      return judged
    }
  }
}
