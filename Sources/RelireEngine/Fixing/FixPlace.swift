import RelireModel

/// A fix, told again in a later round by its rule, its text and what stands around it.
struct FixPlace: Hashable {
  private let rule: RuleID
  private let texts: [String]
  private let surroundings: ArraySlice<UInt8>

  init(_ fix: JudgedFix, in bytes: [UInt8]) {
    rule = fix.rule
    texts = fix.fix.edits.map(\.text)
    let start = fix.fix.edits.first?.range.start ?? 0
    let end = fix.fix.edits.last?.range.end ?? start
    surroundings = bytes[max(0, start - 16)..<min(bytes.count, max(start, end) + 16)]
  }
}

/// What became of fixes in the rounds before.
struct FixPlaces {
  /// By whoever was asked.
  var declined: Set<FixPlace> = []
  var agreed: Set<FixPlace> = []
  /// They would have done harm.
  var refused: Set<FixPlace> = []
}
