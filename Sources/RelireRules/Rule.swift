import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// Something that can be wrong with a page. One rule, one type, one file, one name.
///
/// A rule knows no severities, no configuration files, no suppressions: it looks and reports.
public protocol Rule: Sendable {
  static var metadata: RuleMetadata { get }
  /// Given by the kinds of rules that the type conforms to.
  static var forms: [RuleForm] { get }
  /// Whether a page by itself is all that the rule looks at, rather than others or what it was before.
  static var judgesPageAlone: Bool { get }
  /// Rules that say of a source what this one would say of the page that is made of it.
  static var isToldBy: [RuleID] { get }
  /// Whether faults of one element of a template are several where it has several addresses.
  static var isOfAddress: Bool { get }
  init()
}

extension Rule {
  public static var id: RuleID { metadata.id }
  public static var judgesPageAlone: Bool { true }
  public static var isToldBy: [RuleID] { [] }
  public static var isOfAddress: Bool { false }
}

extension RuleID {
  /// Whether the rule is about what is said rather than about how the page is built.
  package var isOfText: Bool { ["typography", "language", "sections"].contains(family) }
}

/// A rule on the joined text of a block, called at each token of a kind it waits for.
public protocol ProseRule: Rule {
  static var triggers: Token.Kinds { get }
  /// Of words, only those with one of these flags: words are half of all tokens, and a rule that waited for each would
  /// cost every page. A rule on certain words is a `WordRule`, one on all words of a block a `BlockRule`.
  static var wordFlags: Token.Flags { get }
  /// Whether the rule has nothing to say of marks that stand as nearly all do: see `BlockContext.isPlainMark`.
  static var skipsPlainMarks: Bool { get }
  /// Whether the rule holds for French only (the default) or for text in any language.
  static var isForFrenchOnly: Bool { get }

  /// - Parameter index: of the triggering token in `context.tokens`.
  func check(_ index: Int, in context: BlockContext, _ findings: inout Findings)
}

extension ProseRule {
  public static var isForFrenchOnly: Bool { true }
  public static var wordFlags: Token.Flags { [] }
  public static var skipsPlainMarks: Bool { false }
}

/// A rule on marks that belong together, such as quotes: called once for each block that holds a token of a kind it
/// waits for, after the block's `ProseRule`s.
public protocol BlockRule: Rule {
  static var triggers: Token.Kinds { get }
  /// Whether the rule holds for blocks in French only (the default) or in any language. Tokens of another language
  /// in a French block (`lang`) are for the rule to leave alone: see `BlockContext.isFrench`.
  static var isForFrenchOnly: Bool { get }

  func check(_ context: BlockContext, _ findings: inout Findings)
}

extension BlockRule {
  public static var isForFrenchOnly: Bool { true }
}

/// A rule on words that stand in a list or begin a phrase of one, called once for each such word and list.
/// Every word is looked up once for all of these rules: prefer this kind to a `ProseRule` that waits for words.
public protocol WordRule: Rule {
  static var lists: WordLists { get }
  /// Whether the rule holds for French only (the default) or for text in any language.
  static var isForFrenchOnly: Bool { get }

  /// - Parameter index: of the word in `context.tokens`.
  func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings)
}

extension WordRule {
  public static var isForFrenchOnly: Bool { true }
}

/// A rule on elements, called at each element with one of the names it waits for.
public protocol ElementRule: Rule {
  static var elements: [ElementName] { get }
  func check(_ element: NodeID, on page: Page, _ findings: inout Findings)
}

/// A rule on what assistive technologies meet, called at each element with one of these roles that they can reach.
public protocol RoleRule: Rule {
  static var roles: [Role] { get }
  func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings)
}

/// A rule on attributes, called at each one with one of the names it waits for, templates apart.
public protocol AttributeRule: Rule {
  /// Nil to wait for the names that HTML, SVG and WAI-ARIA do not know.
  static var attributes: [AttributeName]? { get }
  func check(_ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings)
}

/// A rule on a page as a whole.
public protocol DocumentRule: Rule {
  func check(_ page: Page, _ findings: inout Findings)
}
