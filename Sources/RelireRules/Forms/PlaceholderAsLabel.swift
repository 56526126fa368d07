import RelireAccessibility
import RelireDocuments
import RelireModel

/// A field that nothing names but an example of what to put in it.
public struct PlaceholderAsLabel: RoleRule {
  public static let metadata = RuleMetadata(
    id: "forms/placeholder-as-label",
    severity: .warning,
    summary: Message(
      fr: "Un champ n’a que son texte d’exemple pour étiquette.", en: "A field’s placeholder is its only label."),
    rationale: Message(
      fr:
        "Le texte de placeholder disparaît dès que l’on écrit, et son contraste est souvent faible\u{A0}: qui relit ce "
        + "qu’il a saisi ne sait plus ce qui était demandé. Un lecteur d’écran l’annonce, mais le RGAA ne l’admet pas pour "
        + "étiquette.",
      en:
        "The text of placeholder goes away as one writes, and its contrast is often weak: whoever reads again what they "
        + "wrote no longer knows what was asked for. A screen reader says it, but RGAA does not accept it as a label."),
    exceptions: Message(
      fr:
        "Un champ que nomment un élément label, aria-label, aria-labelledby ou title n’est pas signalé. Celui que rien "
        + "ne nomme relève de forms/missing-label.",
      en:
        "A field named by a label element, aria-label, aria-labelledby or title is not reported. One that nothing names "
        + "is a matter for forms/missing-label."),
    references: [.rgaa("11.1.1"), .wcag("3.3.2")],
    examples: [
      Example("⟦<input type=search placeholder=Chercher>⟧<button>Chercher</button>", format: .html),
      Example("⟦<textarea placeholder=\"Votre avis\">⟧</textarea>", format: .html),
      Example("<label>Votre avis <textarea placeholder=\"Dites-nous tout\"></textarea></label>", format: .html),
      Example("<input type=search placeholder=Chercher aria-label=\"Chercher sur le site\">", format: .html),
      Example("<input type=search placeholder=Chercher title=\"Chercher sur le site\">", format: .html),
      Example("<input placeholder=Nom :aria-label=nom>", format: .html),
    ])

  public static let roles: [Role] = [.textbox, .searchbox, .combobox, .spinbutton]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard
      tree.document.hasAttribute(.placeholder, of: element)
        || tree.document.hasAttribute(.ariaPlaceholder, of: element),
      tree.name(of: element).origin == .placeholder, !tree.isLabelledByFramework(element)
    else { return }
    findings.report(tree.document.signpost(of: element), .onlyExample)
  }
}

extension Message {
  fileprivate static let onlyExample = Message(
    fr:
      "Ce champ n’a que son placeholder pour étiquette\u{A0}: ajoutez un élément label qui reste affiché, ou à défaut "
      + "aria-label ou title.",
    en:
      "This field’s placeholder is its only label: add a label element that stays on the screen, or else aria-label or "
      + "title.")
}
