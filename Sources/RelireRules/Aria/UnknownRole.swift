import RelireAccessibility
import RelireDocuments
import RelireModel

/// A role attribute in which no role exists.
public struct UnknownRole: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/unknown-role",
    severity: .error,
    summary: Message(fr: "Un rôle ARIA n’existe pas.", en: "An ARIA role does not exist."),
    rationale: Message(
      fr: "Un rôle inconnu est ignoré\u{A0}: l’élément reste ce qu’il est dans HTML.",
      en: "An unknown role is ignored: the element stays what HTML makes of it."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("674b10")],
    examples: [
      Example("<div role=⟦bouton⟧>a</div>", format: .html),
      Example("<div role=button tabindex=0>a</div>", format: .html),
      Example("<div role=\"inconnu button\" tabindex=0>a</div>", format: .html),
      Example("<div role=\"\">a</div>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.role]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let tokens = attribute.value.spaceSeparated
    guard !tokens.isEmpty, tree.isVisible(element), !tree.isAriaHidden(element),
      !tokens.contains(where: { Role(token: $0) != nil })
    else { return }
    findings.report(attribute.valueRange, .unknown)
  }
}

extension Message {
  fileprivate static let unknown = Message(
    fr: "Ce rôle n’existe pas dans WAI-ARIA\u{A0}: corrigez-le ou retirez-le.",
    en: "WAI-ARIA has no such role: correct it or remove it.")
}
