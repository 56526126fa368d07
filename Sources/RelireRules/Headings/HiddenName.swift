import RelireAccessibility
import RelireDocuments
import RelireModel

/// A heading that is seen but not heard.
public struct HiddenName: RoleRule {
  public static let metadata = RuleMetadata(
    id: "headings/hidden-name",
    severity: .error,
    summary: Message(fr: "Un titre affiché n’est pas annoncé.", en: "A heading that is seen is not announced."),
    rationale: Message(
      fr: "Le texte du titre est masqué aux lecteurs d’écran, ou remplacé par un nom vide\u{A0}: son niveau est "
        + "annoncé sans rien.",
      en: "The heading’s text is hidden from screen readers, or replaced by an empty name: its level is "
        + "announced alone."),
    exceptions: Message(
      fr: "Un titre sans aucun contenu relève de la règle headings/empty.",
      en: "A heading without any content is a matter for headings/empty."),
    references: [.rgaa("9.1.2"), .wcag("1.3.1"), .wcag("2.4.6"), .act("ffd0e9")],
    examples: [
      Example("⟦<h2 aria-labelledby=nom>⟧<span aria-hidden=true>Tarifs</span></h2><p id=nom></p>", format: .html),
      Example("<h2>Tarifs</h2>", format: .html),
      Example("<h2 aria-label=Tarifs><span aria-hidden=true>€</span></h2>", format: .html),
    ])

  public static let roles: [Role] = [.heading]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard !tree.isNamed(element), tree.visibleText(of: element).hasVisibleText else { return }
    findings.report(document.signpost(of: element), .silent)
  }
}

extension Message {
  fileprivate static let silent = Message(
    fr: "Ce titre s’affiche mais n’est pas annoncé\u{A0}: retirez ce qui masque ou remplace son texte.",
    en: "This heading is seen but not announced: remove what hides or replaces its text.")
}
