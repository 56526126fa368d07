import RelireAccessibility
import RelireDocuments
import RelireModel

/// A composite role without the parts that make it one.
public struct MissingContent: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/missing-content",
    severity: .error,
    summary: Message(
      fr: "Un rôle ARIA n’a pas le contenu qu’il annonce.",
      en: "An ARIA role lacks the content that it announces."),
    rationale: Message(
      fr: "Une liste sans entrées ou un tableau sans rangées induit en erreur qui ne le voit pas.",
      en: "A list without items or a table without rows misleads whoever does not see it."),
    references: [.rgaa("7.1.1"), .wcag("1.3.1"), .act("bc4a75")],
    examples: [
      Example("⟦<div role=list>⟧<p>a</p></div>", format: .html),
      Example("<div role=list><p role=listitem>a</p></div>", format: .html),
      Example("<div role=list aria-busy=true>…</div>", format: .html),
      Example("<ul role=menu><li role=menuitem tabindex=0>a</li></ul>", format: .html),
      Example(
        "<ul role=menubar><li role=none><a href=/ role=menuitem aria-haspopup=true>a</a><ul role=menu>"
          + "<li role=menuitem tabindex=-1>b</li></ul></li></ul>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.role]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard tree.isExposed(element), tree.hasExplicitRole(element), !tree.isBusy(element) else { return }
    let parts = RoleFacts.of(tree.role(element)).owned
    guard !parts.isEmpty, !tree.hasParts(element, parts) else { return }
    findings.report(tree.document.signpost(of: element), .lacks(parts.map(\.spelling).sorted().joined(separator: ", ")))
  }
}

extension Message {
  fileprivate static func lacks(_ roles: String) -> Message {
    Message(
      fr: "Un élément de ce rôle ne contient que des éléments de rôle \(roles)\u{A0}: corrigez son contenu, "
        + "ou retirez le rôle.",
      en: "An element of this role holds only elements of role \(roles): correct its content, or remove the "
        + "role.")
  }
}
