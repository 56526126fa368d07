import RelireAccessibility
import RelireDocuments
import RelireModel

/// A control that says it controls something that is not there.
public struct MissingReference: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/missing-reference",
    severity: .error,
    summary: Message(
      fr: "aria-controls désigne un élément qui n’existe pas.",
      en: "aria-controls names an element that does not exist."),
    rationale: Message(
      fr: "Une liste déroulante ouverte ou une barre de défilement doit désigner ce qu’elle commande.",
      en: "An open combobox or a scrollbar has to name what it controls."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("in6db8")],
    examples: [
      Example("<div role=scrollbar tabindex=0 aria-valuenow=1 aria-controls=⟦rien⟧></div>", format: .html),
      Example("<div role=scrollbar tabindex=0 aria-valuenow=1 aria-controls=a></div><p id=a>b</p>", format: .html),
      Example("<div role=combobox tabindex=0 aria-expanded=false aria-controls=rien></div>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.ariaControls]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element), tree.requiresControls(element), !attribute.value.trimmingSpaces.isEmpty,
      tree.elements(.ariaControls, of: element).isEmpty
    else { return }
    findings.report(attribute.valueRange, .missing)
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Aucun élément de la page n’a cet identifiant\u{A0}: corrigez-le.",
    en: "No element of the page has this id: correct it.")
}
