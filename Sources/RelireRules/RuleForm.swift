import RelireAccessibility
import RelireDocuments
import RelireLexicon

/// A rule by its kind, and the function by which the runner calls it.
///
/// Each kind says so itself: to ask a type by casting cost a seventh of the start-up of a check. A function that has
/// its rule is called sooner than an `any Rule`, which is opened at each call: a page makes some thousand.
public enum RuleForm: Sendable {
  case prose(any ProseRule.Type, ProseCheck)
  case block(any BlockRule.Type, BlockCheck)
  case word(any WordRule.Type, WordCheck)
  case element(any ElementRule.Type, ElementCheck)
  case role(any RoleRule.Type, RoleCheck)
  case attribute(any AttributeRule.Type, AttributeCheck)
  case document(DocumentCheck)
  case site(any SiteRule, EvidenceCheck)
  case engine

  var isOfSite: Bool { if case .site = self { true } else { false } }
}

// Structs, because a table for functions of any type would hold each behind a second one that turns its arguments over.

public struct ProseCheck: Sendable { let run: @Sendable (Int, BlockContext, inout Findings) -> Void }
public struct BlockCheck: Sendable { let run: @Sendable (BlockContext, inout Findings) -> Void }
public struct WordCheck: Sendable { let run: @Sendable (Int, WordList, BlockContext, inout Findings) -> Void }
public struct ElementCheck: Sendable { let run: @Sendable (NodeID, Page, inout Findings) -> Void }
public struct RoleCheck: Sendable { let run: @Sendable (NodeID, AccessibilityTree, inout Findings) -> Void }
public struct AttributeCheck: Sendable {
  let run: @Sendable (Attribute, NodeID, AccessibilityTree, inout Findings) -> Void
}
public struct DocumentCheck: Sendable { let run: @Sendable (Page, inout Findings) -> Void }
public struct EvidenceCheck: Sendable { let run: @Sendable ([Page]) -> (any EvidenceColumn)? }

extension ProseRule {
  public static var forms: [RuleForm] { [proseForm] }

  static var proseForm: RuleForm {
    let rule = Self()
    return .prose(Self.self, ProseCheck { rule.check($0, in: $1, &$2) })
  }
}

extension BlockRule {
  public static var forms: [RuleForm] { [blockForm] }

  static var blockForm: RuleForm {
    let rule = Self()
    return .block(Self.self, BlockCheck { rule.check($0, &$1) })
  }
}

extension WordRule {
  public static var forms: [RuleForm] { [wordForm] }

  static var wordForm: RuleForm {
    let rule = Self()
    return .word(Self.self, WordCheck { rule.check($0, as: $1, in: $2, &$3) })
  }
}

extension ElementRule {
  public static var forms: [RuleForm] { [elementForm] }

  static var elementForm: RuleForm {
    let rule = Self()
    return .element(Self.self, ElementCheck { rule.check($0, on: $1, &$2) })
  }
}

extension RoleRule {
  public static var forms: [RuleForm] { [roleForm] }

  static var roleForm: RuleForm {
    let rule = Self()
    return .role(Self.self, RoleCheck { rule.check($0, in: $1, &$2) })
  }
}

extension AttributeRule {
  public static var forms: [RuleForm] { [attributeForm] }

  static var attributeForm: RuleForm {
    let rule = Self()
    return .attribute(Self.self, AttributeCheck { rule.check($0, of: $1, in: $2, &$3) })
  }
}

extension DocumentRule {
  public static var forms: [RuleForm] { [documentForm] }

  static var documentForm: RuleForm {
    let rule = Self()
    return .document(DocumentCheck { rule.check($0, &$1) })
  }
}

extension SiteRule {
  public static var forms: [RuleForm] { [siteForm] }

  static var siteForm: RuleForm {
    let rule = Self()
    return .site(rule, EvidenceCheck { rule.evidence(from: $0) })
  }
}

/// Tells the same of elements by their roles, and of those that have none by their names.
extension RoleRule where Self: ElementRule {
  public static var forms: [RuleForm] { [roleForm, elementForm] }
}

extension EngineRule {
  public static var forms: [RuleForm] { [.engine] }
}

/// Tells something of each page by itself, and something of the site.
extension SiteRule where Self: DocumentRule {
  public static var forms: [RuleForm] { [documentForm, siteForm] }
}

/// Tells something of single elements by itself, and something of the site.
extension SiteRule where Self: ElementRule {
  public static var forms: [RuleForm] { [elementForm, siteForm] }
}
