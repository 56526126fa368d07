import RelireAccessibility
import RelireDocuments
import RelireModel

/// An ARIA state or property with a value that it may not have.
public struct InvalidValue: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/invalid-value",
    severity: .error,
    summary: Message(
      fr: "La valeur d’un attribut ARIA n’est pas permise.",
      en: "The value of an ARIA attribute is not allowed."),
    rationale: Message(
      fr: "Une valeur inconnue est ignorée ou prise pour une autre\u{A0}: l’état annoncé n’est pas le bon.",
      en: "An unknown value is ignored or taken for another one: the state announced is not the right one."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("6a7281")],
    examples: [
      Example("<div role=slider aria-label=Prix tabindex=0 aria-valuenow=⟦0x10⟧></div>", format: .html),
      Example("<button aria-expanded=⟦oui⟧>Menu</button>", format: .html),
      Example("<button aria-expanded=true>Menu</button>", format: .html),
      Example("<p aria-live=\"\">a</p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = AttributeName.aria

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard let definition = AriaAttribute.of(attribute.name), !definition.allows(attribute.value) else { return }
    // The level of a heading has a rule of its own.
    let cause = attribute.name == .ariaLevel ? Finding.Cause(AriaLevel.id, attribute.valueRange) : nil
    findings.report(
      Finding(
        attribute.valueRange, .notAllowed(tree.document.spelling(attribute.name), definition.choices), cause: cause))
  }
}

extension Message {
  fileprivate static func notAllowed(_ name: String, _ choices: Message) -> Message {
    Message(
      fr: "L’attribut «\u{A0}\(name)\u{A0}» ne peut pas avoir cette valeur\u{A0}: il attend \(choices.french).",
      en: "The attribute “\(name)” may not have this value: it takes \(choices.english).")
  }
}
