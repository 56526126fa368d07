import RelireAccessibility
import RelireDocuments
import RelireModel

/// An image without a text alternative.
public struct MissingAlternative: RoleRule {
  public static let metadata = RuleMetadata(
    id: "images/missing-alternative",
    severity: .error,
    summary: Message(fr: "Une image n’a pas d’alternative.", en: "An image has no text alternative."),
    rationale: Message(
      fr: "Sans attribut alt, un lecteur d’écran lit le nom du fichier. Une image qui porte une information se "
        + "décrit\u{202F}; une image qui décore reçoit un alt vide.",
      en: "Without an alt attribute a screen reader spells the file name. An image that informs is described; "
        + "one that decorates has an empty alt."),
    exceptions: Message(
      fr: "Une image masquée, ou dans un bouton qui a son intitulé, n’est pas jugée.",
      en: "A hidden image, or one in a button that has its own name, is not judged."),
    references: [.rgaa("1.1.1"), .wcag("1.1.1"), .act("23a2a8")],
    examples: [
      Example("<svg><foreignObject>⟦<img src=a.png>⟧</foreignObject></svg>", format: .html),
      Example("⟦<img src=carte.png>⟧", format: .html),
      Example("⟦<div role=img>⟧</div>", format: .html),
      Example("<img src=carte.png alt=\"Carte des stations\">", format: .html),
      Example("<img src=trait.png alt=\"\">", format: .html),
      Example("<img src=trait.png role=presentation>", format: .html),
      Example("<button aria-label=Fermer><img src=croix.png></button>", format: .html),
      Example("<img :src=photo :alt=legende><img [src]=photo [alt]=legende>", format: .html),
      Example("⟦<img :src=photo>⟧", format: .html),
    ])

  public static let roles: [Role] = [.img]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard !tree.isInDrawing(element), !tree.isNamed(element) else { return }
    let place = document.signpost(of: element)
    findings.report(Finding(place, .noAlternative, cause: Self.cause(element, place, tree)))
  }

  /// The fault of which this one comes: what stands for the image, or holds nothing but it.
  private static func cause(_ image: NodeID, _ place: SourceRange, _ tree: AccessibilityTree) -> Finding.Cause? {
    let document = tree.document
    if document.isElement(image, .object) { return Finding.Cause(ObjectWithoutAlternative.id, place) }
    if document.value(.alt, of: image) == "" { return Finding.Cause(ExposedDecoration.id, place) }
    var outer = document[image].parent
    for _ in 0..<10 where outer != .none && outer != .root {
      if document.isElement(outer, .a) {
        return Finding.Cause(ImageLinkWithoutAlternative.id, document.signpost(of: outer))
      }
      if document.isElement(outer, .summary) {
        return Finding.Cause(SummaryWithoutName.id, document.signpost(of: outer))
      }
      outer = document[outer].parent
    }
    return nil
  }
}

extension Message {
  fileprivate static let noAlternative = Message(
    fr: "Cette image n’a pas d’alternative\u{A0}: décrivez-la dans alt, ou laissez `alt=\"\"` si elle décore "
      + "seulement.",
    en: "This image has no alternative: describe it in alt, or write `alt=\"\"` if it only decorates.")
}
