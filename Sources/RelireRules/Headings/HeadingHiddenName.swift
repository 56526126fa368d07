import RelireDocuments
import RelireLexicon
import RelireModel

/// A heading whose `aria-label` hides what it shows.
public struct HeadingHiddenName: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/heading-hidden-name",
    severity: .warning,
    summary: Message(
      fr: "Un `aria-label` remplace le texte visible d’un titre.",
      en: "An `aria-label` takes the place of a heading’s visible text."),
    rationale: Message(
      fr: "Le lecteur d’écran annonce l’`aria-label` à la place du texte\u{A0}: deux personnes qui lisent la même page "
        + "n’y trouvent pas les mêmes titres.",
      en: "The screen reader says the `aria-label` in place of the text: two people who read the same page do not find "
        + "the same headings in it."),
    exceptions: Message(
      fr: "Un `aria-label` qui reprend tout le texte visible et le complète est admis.",
      en: "An `aria-label` that holds all of the visible text and adds to it is fine."),
    references: [.wcag("1.3.1"), .wcag("2.4.6"), .specification("WAI-ARIA 1.2, aria-label")],
    examples: [
      Example("<h2 aria-label=\"⟦Documents⟧\">Les pièces</h2>", format: .html),
      Example("<h2 aria-label=\"Les pièces à joindre\">Les pièces</h2>", format: .html),
      Example("<h2 aria-label=\"Documents\"><img src=a.png alt=\"\"></h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings where !heading.text.isEmpty {
      guard let node = heading.node, let label = document.attribute(.ariaLabel, of: node), label.value.hasVisibleText
      else { continue }
      let visible = FoldedText(heading.string(in: document)).words
      guard !visible.isEmpty, !" \(FoldedText(label.value).words) ".contains(" \(visible) ") else { continue }
      findings.report(label.valueRange, .hidden)
    }
  }
}

extension Message {
  fileprivate static let hidden = Message(
    fr:
      "Cet `aria-label` remplace le texte du titre pour les lecteurs d’écran\u{A0}: reprenez-y le texte, ou retirez-le.",
    en:
      "This `aria-label` takes the place of the heading’s text for screen readers: repeat the text in it, or remove it."
  )
}
