import RelireAccessibility
import RelireDocuments
import RelireModel

/// A disclosure that does not say what it discloses.
public struct SummaryWithoutName: ElementRule {
  public static let metadata = RuleMetadata(
    id: "aria/summary-without-name",
    severity: .error,
    summary: Message(fr: "Un contenu repliable n’a pas d’intitulé.", en: "A disclosure has no accessible name."),
    rationale: Message(
      fr: "Un lecteur d’écran n’annonce qu’un triangle à déplier\u{A0}: personne ne sait ce qu’il cache.",
      en: "A screen reader announces only a triangle: nobody can tell what it hides."),
    references: [.rgaa("7.1.1"), .wcag("4.1.2"), .act("2t702h")],
    examples: [
      Example("<details>⟦<summary>⟧</summary><p>Le détail.</p></details>", format: .html),
      Example("<details><summary>Tarifs</summary><p>Le détail.</p></details>", format: .html),
    ])

  public static let elements: [ElementName] = [.summary]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let tree = page.accessibility
    // Only the first one of a `details` works as such: it alone is focusable.
    guard tree.isExposed(element), tree.isFocusable(element), !tree.hasExplicitRole(element),
      page.document.isElement(page.document[element].parent, .details), !tree.isNamed(element)
    else { return }
    findings.report(page.document.signpost(of: element), .noName)
  }
}

extension Message {
  fileprivate static let noName = Message(
    fr: "Ce contenu repliable n’a pas d’intitulé\u{A0}: écrivez dans summary ce qu’il cache.",
    en: "This disclosure has no name: write in its summary what it hides.")
}
