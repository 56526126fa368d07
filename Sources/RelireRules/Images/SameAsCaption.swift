import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// An alternative that says the same as the caption below the image.
public struct SameAsCaption: ElementRule {
  public static let metadata = RuleMetadata(
    id: "images/same-as-caption",
    severity: .info,
    summary: Message(
      fr: "L’alternative d’une image répète sa légende.", en: "An image’s alternative repeats its caption."),
    rationale: Message(
      fr:
        "Qui écoute la page entend deux fois la même phrase, et rien de ce que montre l’image. La légende commente\u{202F}; "
        + "l’alternative remplace l’image.",
      en: "Whoever listens to the page hears the same sentence twice, and nothing of what the image shows. A caption "
        + "comments; an alternative stands in for the image."),
    references: [.rgaa("1.3.1"), .rgaa("1.9.1"), .wcag("1.1.1")],
    examples: [
      Example(
        "<figure><img src=a.png alt=\"⟦Les stations en 2024⟧\"><figcaption>Les stations en 2024.</figcaption></figure>",
        format: .html),
      Example(
        "<figure><img src=a.png alt=\"Carte : douze stations autour de Nouméa\">"
          + "<figcaption>Les stations en 2024</figcaption></figure>", format: .html),
    ])

  public static let elements: [ElementName] = [.figcaption]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard let figure = document.ancestor(.figure, of: element) else { return }
    let caption = FoldedText(document.text(of: element)).words
    guard !caption.isEmpty else { return }
    for node in document.descendants(of: figure).prefix(1000) where document.isElement(node, .img) {
      guard let alternative = document.attribute(.alt, of: node), FoldedText(alternative.value).words == caption,
        page.accessibility.isExposed(node)
      else { continue }
      findings.report(alternative.valueRange, .same, verdict: .review)
    }
  }
}

extension Message {
  fileprivate static let same = Message(
    fr:
      "Cette alternative répète la légende\u{A0}: dites ce que montre l’image, ou laissez alt vide si la légende suffit.",
    en: "This alternative repeats the caption: say what the image shows, or leave alt empty if the caption is enough.")
}
