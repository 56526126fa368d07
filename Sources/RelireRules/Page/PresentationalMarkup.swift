import RelireDocuments
import RelireModel

/// An element that only says how text looks.
public struct PresentationalMarkup: ElementRule {
  public static let metadata = RuleMetadata(
    id: "page/presentational-markup",
    severity: .warning,
    summary: Message(
      fr: "Une balise ne sert qu’à la présentation.", en: "A tag only serves how things look."),
    rationale: Message(
      fr:
        "Les balises font dire au texte ce qu’il est\u{202F}; son apparence est l’affaire de la feuille de style, que le "
        + "lecteur peut changer.",
      en: "Tags say what a text is; its looks are the style sheet’s business, which readers can change."),
    references: [.rgaa("10.1.1"), .specification("HTML, 16.2, Non-conforming features")],
    examples: [
      Example("Un mot en ⟦<font color=red>⟧rouge</font>.\n"),
      Example("⟦<center>⟧<p>Le guide</p></center>", format: .html),
      Example("<p><small>Le guide</small> <strong>officiel</strong></p>", format: .html),
    ])

  public static let elements: [ElementName] = [.big, .center, .font, .strike, .tt, .marquee]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    // SVG has a `font` of its own.
    if document.ancestor(.svg, of: element) != nil { return }
    findings.report(document.signpost(of: element), .looks(document.spelling(document[element].name)))
  }
}

extension Message {
  fileprivate static func looks(_ name: String) -> Message {
    Message(
      fr:
        "La balise `\(name)` ne sert qu’à la présentation\u{A0}: retirez-la, et confiez l’apparence à la feuille de style.",
      en: "The tag `\(name)` only serves how things look: remove it, and leave the looks to the style sheet.")
  }
}
