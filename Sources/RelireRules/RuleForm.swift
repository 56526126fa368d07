/// A rule by its kind, as the runner calls it.
///
/// Each kind says so itself: to ask a type by casting cost a seventh of the start-up of a check.
public enum RuleForm: Sendable {
  case prose(any ProseRule)
  case block(any BlockRule)
  case word(any WordRule)
  case element(any ElementRule)
  case role(any RoleRule)
  case attribute(any AttributeRule)
  case document(any DocumentRule)
  case site(any SiteRule)
  case engine

  var isOfSite: Bool { if case .site = self { true } else { false } }
}

extension ProseRule {
  public static var forms: [RuleForm] { [.prose(Self())] }
}

extension BlockRule {
  public static var forms: [RuleForm] { [.block(Self())] }
}

extension WordRule {
  public static var forms: [RuleForm] { [.word(Self())] }
}

extension ElementRule {
  public static var forms: [RuleForm] { [.element(Self())] }
}

extension RoleRule {
  public static var forms: [RuleForm] { [.role(Self())] }
}

extension AttributeRule {
  public static var forms: [RuleForm] { [.attribute(Self())] }
}

extension DocumentRule {
  public static var forms: [RuleForm] { [.document(Self())] }
}

extension SiteRule {
  public static var forms: [RuleForm] { [.site(Self())] }
}

extension EngineRule {
  public static var forms: [RuleForm] { [.engine] }
}

/// Tells something of each page by itself, and something of the site.
extension SiteRule where Self: DocumentRule {
  public static var forms: [RuleForm] { [.document(Self()), .site(Self())] }
}

/// Tells something of single elements by itself, and something of the site.
extension SiteRule where Self: ElementRule {
  public static var forms: [RuleForm] { [.element(Self()), .site(Self())] }
}
