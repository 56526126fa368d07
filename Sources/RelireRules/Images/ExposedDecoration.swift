import RelireAccessibility
import RelireDocuments
import RelireModel

/// An image or element marked as decoration that assistive technologies meet all the same.
public struct ExposedDecoration: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "images/exposed-decoration",
    severity: .warning,
    summary: Message(
      fr: "Un élément marqué comme décoratif reste annoncé.",
      en: "An element marked as decorative is announced all the same."),
    rationale: Message(
      fr: "Un alt vide ou le rôle presentation dit de passer l’élément\u{202F}; un attribut ARIA ou tabindex dit "
        + "le contraire, et gagne.",
      en: "An empty alt or the presentation role says to pass over the element; an ARIA attribute or tabindex "
        + "says the opposite, and wins."),
    references: [.rgaa("1.2.1"), .wcag("1.1.1"), .act("46ca7f")],
    examples: [
      Example("⟦<img src=trait.png alt=\"\" aria-label=\"Trait\">⟧", format: .html),
      Example("⟦<nav role=none tabindex=0>⟧</nav>", format: .html),
      Example("⟦<nav role=\"rien none\" tabindex=0>⟧</nav>", format: .html),
      Example("⟦<img src=trait.png alt=\"\" title=Trait>⟧", format: .html),
      Example("<img src=trait.png alt=\"\">", format: .html),
      Example("<img src=trait.png alt=\"\" aria-hidden=true tabindex=0>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.alt, .role]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard Self.isMarkedDecorative(element, by: attribute, tree.document), tree.isExposed(element) else { return }
    if tree.role(element) == .none {
      // Browsers pass over it, but its title is shown, and RGAA takes that for an alternative.
      if attribute.name == .alt, tree.document.value(.title, of: element)?.hasVisibleText == true {
        findings.report(tree.document.signpost(of: element), .titled)
      }
      return
    }
    let isControl = tree.isFocusable(element) && !tree.document.hasAttribute(.tabindex, of: element)
    findings.report(tree.document.signpost(of: element), isControl ? .control : .exposed)
  }

  private static func isMarkedDecorative(_ element: NodeID, by attribute: Attribute, _ document: Document) -> Bool {
    if attribute.name == .alt {
      return attribute.value.isEmpty && document[element].name == .img && document.attribute(.role, of: element) == nil
    }
    // Browsers pass over what is no role.
    let role = attribute.value.spaceSeparated.lazy.compactMap { Role(token: $0) }.first
    return role == Role.none || role == .presentation
  }
}

extension Message {
  fileprivate static let control = Message(
    fr: "Cet élément est marqué comme décoratif, mais il s’atteint au clavier et reste donc annoncé\u{A0}: retirez le "
      + "rôle, ou employez un élément qui ne s’active pas.",
    en: "This element is marked as decorative, but the keyboard reaches it, so that it is announced all the same: "
      + "remove the role, or use an element that cannot be activated.")

  fileprivate static let titled = Message(
    fr: "Cette image est marquée comme décorative, mais son attribut title dit quelque chose\u{A0}: retirez-le, ou "
      + "décrivez l’image dans alt.",
    en:
      "This image is marked as decorative, but its title attribute says something: remove it, or describe the image in "
      + "alt.")

  fileprivate static let exposed = Message(
    fr: "Cet élément est marqué comme décoratif, mais un autre attribut le fait annoncer\u{A0}: retirez l’un des "
      + "deux.",
    en: "This element is marked as decorative but another attribute has it announced: remove one of them.")
}
