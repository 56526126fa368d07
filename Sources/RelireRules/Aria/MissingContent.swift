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
      Example("<ul role=list><mon-article>a</mon-article></ul>", format: .html),
      Example("⟦<div role=list>⟧<p>a</p></div>", format: .html),
      Example("<div role=list><p role=listitem>a</p></div>", format: .html),
      Example("<div role=list aria-busy=true>…</div>", format: .html),
      Example(
        "<input role=combobox aria-expanded=false aria-controls=choix aria-label=A><ul id=choix role=listbox></ul>",
        format: .html),
      Example("<ul role=menu class=dropdown-menu aria-label=A></ul>", format: .html),
      Example("⟦<ul role=listbox aria-label=A>⟧</ul>", format: .html),
      Example(
        "<ul role=listbox aria-label=A><template x-for=\"o in choix\"><li role=option></li></template></ul>",
        format: .html),
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
    guard tree.isExposed(element), tree.hasExplicitRole(element), !tree.isBusy(element),
      !tree.isFilledByFramework(element)
    else { return }
    let parts = RoleFacts.of(tree.role(element)).owned
    guard !parts.isEmpty, !tree.hasParts(element, parts), !tree.holdsComponent(element) else { return }
    let isEmpty = tree.ownedElements(of: element).isEmpty
    if isEmpty, Self.isFilledOnOpening(element, tree) { return }
    let roles = parts.map(\.spelling).sorted()
    findings.report(tree.document.signpost(of: element), isEmpty ? .empty(roles) : .lacks(roles))
  }

  /// Whether an empty list is that of a closed combobox, or a menu of Bootstrap's: a script fills it as it opens.
  private static func isFilledOnOpening(_ list: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    if document.isClosedByFramework(list) { return true }
    guard tree.role(list) == .listbox || tree.role(list) == .tree || tree.role(list) == .grid else { return false }
    guard let id = document.value(.id, of: list) else { return false }
    return tree.listsOfClosedComboboxes.contains(id)
  }
}

extension Message {
  fileprivate static func lacks(_ roles: [String]) -> Message {
    Message(
      fr:
        "Un élément de ce rôle ne doit contenir que des éléments de rôle \(quoted(roles))\u{A0}: corrigez son contenu, "
        + "ou retirez le rôle.",
      en: "An element of this role may hold only elements of role \(quoted(roles)): correct its content, or remove the "
        + "role.")
  }

  fileprivate static func empty(_ roles: [String]) -> Message {
    Message(
      fr:
        "Cet élément est vide, alors que son rôle annonce des éléments de rôle \(quoted(roles))\u{A0}: remplissez-le, "
        + "ou retirez le rôle.",
      en:
        "This element holds nothing, but its role announces elements of role \(quoted(roles)): fill it, or remove the "
        + "role.")
  }

  private static func quoted(_ roles: [String]) -> String { roles.map { "`\($0)`" }.joined(separator: ", ") }
}
