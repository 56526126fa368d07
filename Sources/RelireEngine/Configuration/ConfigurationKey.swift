import RelireModel
import RelireRules

/// One key of `.relire.yml`: its type, its meaning, its default and where its value goes. Checking,
/// the manual, the JSON schema and the comments of `relire init` are all made from it.
public struct ConfigurationKey: Sendable {
  public enum Kind: Sendable {
    case choice([String])
    case text
    case flag
    /// A text or a list of texts.
    case list
    /// A level for each of several rules and families.
    case rules
    /// A list of mappings: `paths` and any keys of single pages.
    case overrides
    /// One or several words out of these.
    case choices([String])
    /// A whole number from 1.
    case number
    /// A mapping of texts to texts.
    case conditions
    /// A list of required sections, each a mapping with the keys of `SectionSchema` or the name of a built-in one.
    case sections
  }

  /// A value that has been checked against its kind.
  public enum Value: Sendable {
    case text(String)
    case flag(Bool)
    case list([String])
    case rules([String: RuleLevel])
    case overrides([Configuration.Override])
    case number(Int)
    case conditions([String: String])
    case sections([SectionModel])

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    var list: [String] { if case .list(let list) = self { list } else { [] } }
    var rules: [String: RuleLevel] { if case .rules(let rules) = self { rules } else { [:] } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var conditions: [String: String] { if case .conditions(let conditions) = self { conditions } else { [:] } }
    var sections: [SectionModel] { if case .sections(let sections) = self { sections } else { [] } }
    var overrides: [Configuration.Override] { if case .overrides(let list) = self { list } else { [] } }
  }

  enum Store: Sendable {
    case site(@Sendable (inout Configuration, Value) -> Void)
    case page(@Sendable (inout PageSettings, Value) -> Void)
    case section(@Sendable (inout SectionModel, Value) -> Void)
  }

  public let name: String
  public let kind: Kind
  public let documentation: Message
  /// What holds when the key is left out, in words.
  public let whenAbsent: Message
  /// A value to show, as YAML in one line.
  public let sample: String
  let store: Store

  /// Whether it may stand in `overrides` too.
  public var isPerPage: Bool { if case .page = store { true } else { false } }
}
