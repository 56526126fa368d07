import RelireDocuments
import RelireModel

/// A heading as long as a paragraph.
public struct TooLongHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/too-long",
    severity: .info,
    summary: Message(fr: "Un titre est très long.", en: "A heading is very long."),
    rationale: Message(
      fr:
        "Un titre se lit d’un coup d’œil, dans la page comme dans un sommaire. Au-delà de 120 signes, c’est une phrase.",
      en:
        "A heading is read at a glance, on the page as in a table of contents. Beyond 120 characters it is a sentence."),
    references: [
      .usage(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example(
        "⟦## Toutes les pièces que vous devez joindre à votre demande, selon que vous êtes un particulier, une association, "
          + "une entreprise ou une collectivité⟧\n"),
      Example(
        "⟦<h2>⟧Toutes les pièces que vous devez joindre à votre demande, selon que vous êtes un particulier, une "
          + "association, une entreprise ou une collectivité</h2>", format: .html),
      Example("## Les pièces à joindre\n"),
    ])

  /// In scalars.
  private static let limit = 120

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings where heading.text.count > Self.limit {
      let count = document.prose.bytes[heading.text].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      guard count > Self.limit else { continue }
      findings.report(heading.range(in: document), .tooLong(count), verdict: .review)
    }
  }
}

extension Message {
  fileprivate static func tooLong(_ count: Int) -> Message {
    Message(
      fr: "Ce titre compte \(count) signes\u{A0}: raccourcissez-le, et dites le reste dans le texte.",
      en: "This heading has \(count) characters: shorten it, and say the rest in the text.")
  }
}
