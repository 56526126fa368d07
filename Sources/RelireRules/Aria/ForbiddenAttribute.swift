import RelireAccessibility
import RelireDocuments
import RelireModel

/// An ARIA state or property that the element’s role does not have.
public struct ForbiddenAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/forbidden-attribute",
    severity: .warning,
    summary: Message(
      fr: "Un attribut ARIA ne convient pas au rôle de son élément.",
      en: "An ARIA attribute does not suit its element’s role."),
    rationale: Message(
      fr: "Un état que le rôle ne connaît pas est ignoré, ou annoncé de façon différente par chaque lecteur "
        + "d’écran.",
      en: "A state that the role does not know is ignored, or announced differently by each screen reader."),
    exceptions: Message(
      fr: "Les composants d’auteur (noms à tiret) ne sont pas jugés.",
      en: "Custom elements (names with a hyphen) are not judged."),
    references: [.rgaa("7.1.1"), .wcag("1.3.1"), .act("5c01ea")],
    examples: [
      Example("<h2 ⟦aria-checked⟧=true>Titre</h2>", format: .html),
      Example("<div ⟦aria-label⟧=Bloc>a</div>", format: .html),
      Example("<button aria-pressed=true>Gras</button>", format: .html),
      Example("<nav aria-label=Fil>a</nav>", format: .html),
    ])

  public static let attributes: [AttributeName]? = AttributeName.aria

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element),
      let definition = AriaAttribute.of(attribute.name), !tree.permits(attribute.name, definition, on: element)
    else { return }
    findings.report(attribute.nameRange, .forbidden(tree.document.spelling(attribute.name)))
  }
}

extension Message {
  fileprivate static func forbidden(_ name: String) -> Message {
    Message(
      fr: "L’attribut «\u{A0}\(name)\u{A0}» n’a pas de sens pour cet élément\u{A0}: retirez-le, ou donnez à "
        + "l’élément le rôle voulu.",
      en: "The attribute “\(name)” means nothing on this element: remove it, or give the element the role you "
        + "mean.")
  }
}
