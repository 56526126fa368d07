import RelireAccessibility
import RelireDocuments
import RelireModel

/// A menu item that says nothing.
public struct MenuItemWithoutName: RoleRule {
  public static let metadata = RuleMetadata(
    id: "aria/menu-item-without-name",
    severity: .error,
    summary: Message(fr: "Une entrée de menu n’a pas d’intitulé.", en: "A menu item has no accessible name."),
    rationale: Message(
      fr: "Un lecteur d’écran annonce une entrée de menu sans dire laquelle.",
      en: "A screen reader announces a menu item without saying which."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("m6b1q3")],
    examples: [
      Example("<div role=menu>⟦<span role=menuitem tabindex=0>⟧</span></div>", format: .html),
      Example("<div role=menu><span role=menuitem tabindex=0>Ouvrir</span></div>", format: .html),
    ])

  public static let roles: [Role] = [.menuitem]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard !tree.isNamed(element) else { return }
    findings.report(tree.document.signpost(of: element), .noName)
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Cette entrée de menu n’a pas d’intitulé\u{A0}: écrivez ce qu’elle fait.",
    en: "This menu item has no name: write what it does.")
}
