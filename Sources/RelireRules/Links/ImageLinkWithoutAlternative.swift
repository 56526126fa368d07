import RelireAccessibility
import RelireDocuments
import RelireModel

/// A link made of an image that says nothing.
public struct ImageLinkWithoutAlternative: RoleRule {
  public static let metadata = RuleMetadata(
    id: "links/image-link-without-alternative",
    severity: .error,
    summary: Message(
      fr: "Un lien fait d’une image n’a pas d’alternative.", en: "A link made of an image has no alternative."),
    rationale: Message(
      fr: "Sans alternative, un lecteur d’écran lit le nom du fichier de l’image ou l’adresse du lien. L’alternative "
        + "d’une image qui sert de lien dit où il mène, non ce que l’image montre.",
      en:
        "Without an alternative a screen reader spells the image’s file name or the link’s address. The alternative of "
        + "an image that is a link says where it leads, not what the image shows."),
    references: [.rgaa("1.1.1"), .rgaa("6.1.2"), .rgaa("6.2.1"), .wcag("1.1.1"), .wcag("2.4.4"), .act("c487ae")],
    examples: [
      Example("⟦[![](logo.png)](https://exemple.nc)⟧\n"),
      Example("⟦<a href=\"/\">⟧<img src=logo.png alt=\"\"></a>", format: .html),
      Example("⟦<a href=\"/\">⟧<svg><path d=\"M0 0\"/></svg></a>", format: .html),
      Example("[![Accueil](logo.png)](https://exemple.nc)\n"),
      Example("<a href=\"/\"><img src=logo.png alt=\"\">Accueil</a>", format: .html),
    ])

  public static let roles = NoAccessibleName.roles

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard tree.holdsImage(element), !tree.isNamed(element) else { return }
    findings.report(tree.document.signpost(of: element), .noAlternative)
  }
}

extension Message {
  fileprivate static let noAlternative = Message(
    fr: "L’image de ce lien n’a pas d’alternative\u{A0}: dites-y où mène le lien.",
    en: "The image of this link has no alternative: say in it where the link leads.")
}
