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
      fr: "Les composants d’auteur (noms à tiret) ne sont pas jugés, ni le nom d’une fenêtre fermée (modal, fr-modal)"
        + "\u{A0}: un script lui donne son rôle quand elle s’ouvre.",
      en: "Custom elements (names with a hyphen) are not judged, nor is the name of a closed window (modal, fr-modal): "
        + "a script gives it its role as it opens."),
    references: [.rgaa("7.1.1"), .wcag("1.3.1"), .act("5c01ea")],
    examples: [
      Example("<h2 ⟦aria-checked⟧=true>Titre</h2>", format: .html),
      Example("<div ⟦aria-label⟧=Bloc>a</div>", format: .html),
      Example("<button aria-pressed=true>Gras</button>", format: .html),
      Example("<div class=\"fr-header__menu fr-modal\" aria-label=Menu>a</div>", format: .html),
      Example("<div class=\"modal fade\" tabindex=-1 aria-label=Menu>a</div>", format: .html),
      Example("<div :role=role aria-label=Menu>a</div>", format: .html),
      Example("<nav aria-label=Fil>a</nav>", format: .html),
    ])

  public static let attributes: [AttributeName]? = AttributeName.aria

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element), !tree.document.binds(.role, of: element),
      let definition = AriaAttribute.of(attribute.name), !tree.permits(attribute.name, definition, on: element)
    else { return }
    // A script gives a closed window its role as it opens.
    if Self.isName(attribute.name), tree.document.isClosedByFramework(element) { return }
    // A role that takes away what the element is, and does not, is the fault.
    let place = tree.document.signpost(of: element)
    let cause =
      Self.isName(attribute.name) && !tree.hasExplicitRole(element) && tree.document.hasAttribute(.role, of: element)
      ? Finding.Cause(ExposedDecoration.id, place) : nil
    findings.report(
      Finding(attribute.nameRange, .forbidden(tree.document.spelling(attribute.name)), cause: cause))
  }

  private static func isName(_ name: AttributeName) -> Bool { name == .ariaLabel || name == .ariaLabelledby }
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
