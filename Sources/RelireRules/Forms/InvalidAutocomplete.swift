import RelireAccessibility
import RelireDocuments
import RelireModel

/// A field whose autocomplete value browsers do not know.
public struct InvalidAutocomplete: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "forms/invalid-autocomplete",
    severity: .error,
    summary: Message(
      fr: "La valeur d’un attribut autocomplete n’existe pas.",
      en: "An autocomplete value does not exist."),
    rationale: Message(
      fr: "Le navigateur ne sait pas quoi proposer, et les aides à la saisie ne reconnaissent pas le champ.",
      en: "The browser does not know what to suggest, and input aids do not recognise the field."),
    references: [.rgaa("11.13.1"), .wcag("1.3.5"), .act("73f2c2")],
    examples: [
      // A trap for robots, which nobody meets.
      Example(
        "<div aria-hidden=true style=\"position: absolute; left: -9999px\"><input autocomplete=nope tabindex=-1></div>",
        format: .html),
      Example("<input aria-label=Nom autocomplete=⟦nom⟧>", format: .html),
      Example("<input aria-label=Nom autocomplete=family-name>", format: .html),
      Example("<input aria-label=Nom autocomplete=\"section-a billing work tel\">", format: .html),
      Example("<input aria-label=Nom autocomplete=off>", format: .html),
      Example("<input type=hidden autocomplete=nom>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.autocomplete]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isReached(element), !tree.isDisabled(element),
      Self.takesValue(element, tree.document),
      // What a role has made no field, and the keyboard does not reach.
      !tree.hasExplicitRole(element) || tree.isTabbable(element) || MissingLabel.roles.contains(tree.role(element)),
      !AutofillDetail.isValid(attribute.value)
    else { return }
    findings.report(attribute.valueRange, .unknown)
  }

  private static func takesValue(_ element: NodeID, _ document: Document) -> Bool {
    if document.value(.ariaDisabled, of: element)?.lowercased() == "true" { return false }
    switch document[element].name {
    case .select, .textarea: return true
    case .input:
      let type = document.value(.type, of: element)?.lowercased() ?? "text"
      return !["hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file"].contains(type)
    default: return false
    }
  }
}

extension Message {
  fileprivate static let unknown = Message(
    fr: "Cette valeur n’existe pas\u{A0}: utilisez un nom de champ de la norme HTML, comme family-name, email ou "
      + "tel.",
    en: "This value does not exist: use a field name of the HTML standard, such as family-name, email or tel.")
}
