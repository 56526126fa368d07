import RelireAccessibility
import RelireDocuments
import RelireModel

/// An image used as a button that says nothing.
public struct ImageButtonWithoutAlternative: RoleRule {
  public static let metadata = RuleMetadata(
    id: "forms/image-button-without-alternative",
    severity: .error,
    summary: Message(
      fr: "Un bouton fait d’une image n’a pas d’alternative.",
      en: "An image button has no alternative."),
    rationale: Message(
      fr: "Sans alternative, un lecteur d’écran lit le nom du fichier de l’image, ou rien.",
      en: "Without an alternative a screen reader spells the image’s file name, or says nothing."),
    references: [.rgaa("1.1.3"), .rgaa("11.9.1"), .wcag("1.1.1"), .wcag("4.1.2"), .act("59796f")],
    examples: [
      Example("⟦<input type=image src=loupe.png>⟧", format: .html),
      Example("<input type=image src=loupe.png alt=\"Rechercher\">", format: .html),
    ])

  public static let roles: [Role] = [.button]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard tree.isImageButton(element), !tree.isNamed(element) else { return }
    findings.report(tree.document.signpost(of: element), .noAlternative)
  }
}

extension Message {
  fileprivate static let noAlternative = Message(
    fr: "Ce bouton est une image sans alternative\u{A0}: écrivez dans alt ce qu’il fait.",
    en: "This button is an image without an alternative: write in alt what it does.")
}
