import RelireAccessibility
import RelireDocuments
import RelireModel

/// A drawing in SVG that is said to be an image but has no alternative.
public struct DrawingWithoutAlternative: RoleRule {
  public static let metadata = RuleMetadata(
    id: "images/drawing-without-alternative",
    severity: .error,
    summary: Message(
      fr: "Un dessin SVG déclaré comme image n’a pas d’alternative.",
      en: "An SVG drawing declared an image has no text alternative."),
    rationale: Message(
      fr: "Le rôle img annonce une image\u{A0}: elle doit avoir un nom, par aria-label ou par un élément title.",
      en: "The img role announces an image: it needs a name, by aria-label or by a title element."),
    references: [.rgaa("1.1.5"), .wcag("1.1.1"), .act("7d6734")],
    examples: [
      Example("⟦<svg role=img>⟧<path d=\"M0 0\"/></svg>", format: .html),
      Example("<svg role=img aria-label=\"Plan\"><path d=\"M0 0\"/></svg>", format: .html),
      Example("<svg role=img><title>Plan</title></svg>", format: .html),
      Example("<svg><image role=img href=a.png><title>Plan</title></image></svg>", format: .html),
      Example("<svg><path d=\"M0 0\"/></svg>", format: .html),
      Example("<svg role=img aria-hidden=true></svg>", format: .html),
    ])

  public static let roles: [Role] = [.img, .graphicsDocument, .graphicsSymbol]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard tree.hasExplicitRole(element), tree.isInDrawing(element), !tree.isNamed(element) else { return }
    // Whoever writes where the link leads describes the drawing that it is made of.
    let link = tree.document.ancestor(.a, of: element)
    findings.report(
      Finding(
        tree.document.signpost(of: element), .noAlternative,
        cause: link.map { Finding.Cause(ImageLinkWithoutAlternative.id, tree.document.signpost(of: $0)) }))
  }
}

extension Message {
  fileprivate static let noAlternative = Message(
    fr: "Ce dessin n’a pas d’alternative\u{A0}: ajoutez aria-label, ou `aria-hidden=\"true\"` s’il décore "
      + "seulement.",
    en: "This drawing has no alternative: add aria-label, or `aria-hidden=\"true\"` if it only decorates.")
}
