import RelireModel

/// A page before and after its correction.
public struct FixedPage: Sendable {
  public let path: String
  public let original: [UInt8]
  public internal(set) var bytes: [UInt8]
  /// The rule of each fix that was applied.
  public internal(set) var applied: [RuleID] = []
  public internal(set) var refusals: [FixRefusal] = []
  /// How many anchors of headings were written out, for links aim at them.
  public internal(set) var keptAnchorCount = 0
  /// Anchors of headings that are others now, by what they were; nothing in the site aims at them.
  public internal(set) var changedAnchors: [String: String] = [:]
  /// What is left to say of the corrected page.
  var remaining: CheckedPage?
  /// Rules that were still at work when any page should have been done.
  var lateRules: Set<RuleID> = []

  init(path: String, original: [UInt8]) {
    self.path = path
    self.original = original
    bytes = original
  }

  public var isChanged: Bool { bytes != original }

  /// Takes what a round made of the page.
  ///
  /// - Parameter isLate: whether the page should have been done before.
  mutating func note(_ round: FixRound, isLate: Bool) {
    for (fix, reason) in round.refused {
      let start = min(fix.fix.edits.first?.range.start ?? 0, bytes.count)
      let line = 1 + bytes[..<start].count { $0 == 0x0A }
      let refusal = FixRefusal(path: path, rule: fix.rule, reason: reason, line: line)
      if !refusals.contains(refusal) { refusals.append(refusal) }
    }
    let rules = round.accepted.fixes.map(\.rule)
    applied += rules
    if isLate { lateRules.formUnion(rules) }
    note(round.result)
    bytes = round.result.page.source.fileBytes
  }

  private mutating func note(_ anchors: KeptAnchors.Outcome) {
    keptAnchorCount += anchors.kept
    for (old, new) in anchors.changed {
      let first = changedAnchors.first { $0.value == old }?.key ?? old
      changedAnchors[first] = first == new ? nil : new
    }
  }
}

/// A fix that was not applied because it would have done harm.
public struct FixRefusal: Sendable, Hashable {
  public enum Reason: Sendable {
    /// The corrected page would no longer be the same page: a bug of ours.
    case changesStructure
    /// Fixes that go on for ever: a bug of ours.
    case endless
    /// A heading's anchor that links aim at would change, and could not be written out.
    case losesAnchor
  }

  public let path: String
  public let rule: RuleID
  public let reason: Reason
  /// Where it would have begun; nil where all fixes of the rule are meant.
  public var line: Int?

  public var message: Message {
    let path = line.map { "\(self.path):\($0)" } ?? self.path
    return switch reason {
    case .changesStructure:
      Message(
        fr: "\(path)\u{A0}: une correction de \(rule) aurait abîmé la page et n’a pas été appliquée. "
          + "C’est un défaut de relire\u{A0}: merci de le signaler.",
        en: "\(path): a fix of \(rule) would have damaged the page and was not applied. "
          + "This is a bug of relire: please report it.")
    case .endless:
      Message(
        fr: "\(path)\u{A0}: les corrections de \(rule) ne se terminent pas et n’ont pas été appliquées. "
          + "C’est un défaut de relire\u{A0}: merci de le signaler.",
        en: "\(path): the fixes of \(rule) do not come to an end and were not applied. "
          + "This is a bug of relire: please report it.")
    case .losesAnchor:
      Message(
        fr: "\(path)\u{A0}: une correction de \(rule) aurait changé l’ancre d’un titre visée par des liens et n’a pas "
          + "été appliquée\u{A0}: corrigez le titre et ces liens ensemble.",
        en: "\(path): a fix of \(rule) would have changed a heading’s anchor that links aim at and was not applied: "
          + "correct the heading and these links together.")
    }
  }
}
