import RelireDocuments
import RelireLexicon
import RelireModel
import RelireRules

/// Settings that may differ from page to page: one layer of them, in which everything may be left out.
///
/// The layers of a page are, each one before what it overrides: the command line, the overrides that
/// match it, last one first, and the configuration's main part.
public struct PageSettings: Sendable, Hashable {
  public enum Drafts: String, Sendable, CaseIterable {
    /// Checked, but never failing a run.
    case lenient
    /// Checked as any other page.
    case strict
  }

  public var locale: Conventions.Locale?
  /// The language of text that declares none, as `fr`.
  public var language: String?
  public var drafts: Drafts?
  public var spaces: RuleSettings.SpaceForm?
  public var strictSpaces: Bool?
  /// The sections that pages must have; nil for the built-in one.
  public var sections: [SectionModel]?
  /// By rule (`typography/ellipsis`), family (`typography`) or `all`; the more special one goes first.
  public var rules: [String: RuleLevel] = [:]

  public init() {}

  static let allRules = "all"

  /// What this layer says, and where it says nothing, what `other` does.
  public func over(_ other: PageSettings) -> PageSettings {
    var result = self
    result.locale = locale ?? other.locale
    result.language = language ?? other.language
    result.drafts = drafts ?? other.drafts
    result.spaces = spaces ?? other.spaces
    result.strictSpaces = strictSpaces ?? other.strictSpaces
    result.sections = sections ?? other.sections
    guard !other.rules.isEmpty else { return result }
    // A family named here overrides its rules named there, and `all` everything.
    result.rules = other.rules.filter { entry in
      rules[Self.allRules] == nil && rules[RuleID(entry.key).family] == nil
    }
    result.rules.merge(rules) { _, own in own }
    return result
  }

  /// The severity of a rule; nil when it is off. A rule that is off by itself must be named.
  public func severity(of rule: RuleMetadata) -> Severity? {
    guard !rules.isEmpty else { return rule.isOptIn ? nil : rule.severity }
    let ofMany: RuleLevel = rule.isOptIn ? .off : rules[rule.id.family] ?? rules[Self.allRules] ?? .on
    return switch rules[rule.id.description] ?? ofMany {
    case .off: nil
    case .on: rule.severity
    case .severity(let severity): severity
    }
  }
}
