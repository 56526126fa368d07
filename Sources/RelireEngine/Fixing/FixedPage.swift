import RelireModel

/// A page before and after its correction.
public struct FixedPage: Sendable {
  public let path: String
  public let original: [UInt8]
  public internal(set) var bytes: [UInt8]
  /// The rule of each fix that was applied.
  public internal(set) var applied: [RuleID] = []
  public internal(set) var refusals: [FixRefusal] = []
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
}

/// A fix that was not applied because it would have done harm: a bug of ours.
public struct FixRefusal: Sendable, Hashable {
  public enum Reason: Sendable {
    /// The corrected page would no longer be the same page.
    case changesStructure
    /// Fixes that go on for ever.
    case endless
  }

  public let path: String
  public let rule: RuleID
  public let reason: Reason

  public var message: Message {
    switch reason {
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
    }
  }
}
