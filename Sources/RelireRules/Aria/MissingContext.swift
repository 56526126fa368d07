import RelireAccessibility
import RelireDocuments
import RelireModel

/// An element whose role only means something inside another one.
public struct MissingContext: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/missing-context",
    severity: .error,
    summary: Message(
      fr: "Un rôle ARIA est hors de l’élément dont il dépend.",
      en: "An ARIA role stands outside the element it depends on."),
    rationale: Message(
      fr: "Une entrée de liste hors d’une liste, un onglet hors d’une barre d’onglets ne sont pas comptés ni "
        + "annoncés comme tels.",
      en: "A list item outside a list, a tab outside a tab list are neither counted nor announced as such."),
    references: [.rgaa("7.1.1"), .wcag("1.3.1"), .act("ff89c9")],
    examples: [
      Example("<ma-liste><div role=listitem>a</div></ma-liste>", format: .html),
      Example("<label>Taille <select><option role=option>S</select></label>", format: .html),
      Example("⟦<p role=listitem>⟧a</p>", format: .html),
      Example("<div role=list><p role=listitem>a</p></div>", format: .html),
      Example("<ul><div role=listitem>a</div></ul>", format: .html),
      Example("<p id=a role=listitem>a</p><div role=list aria-owns=a></div>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.role]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element), tree.hasExplicitRole(element) else { return }
    let contexts = RoleFacts.of(tree.role(element)).contexts
    guard !contexts.isEmpty, !tree.isInContext(element, contexts) else { return }
    findings.report(
      tree.document.signpost(of: element), .outside(contexts.map(\.spelling).sorted().joined(separator: ", ")))
  }
}

extension Message {
  fileprivate static func outside(_ roles: String) -> Message {
    Message(
      fr: "Ce rôle n’a de sens que dans un élément de rôle \(roles)\u{A0}: placez-le là, ou retirez-le.",
      en: "This role only means something inside an element of role \(roles): put it there, or remove it.")
  }
}
