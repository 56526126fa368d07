import RelireDocuments
import RelireModel

/// A heading that is bold or italic from end to end.
public struct WholeHeadingEmphasis: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/whole-heading-emphasis",
    severity: .info,
    fix: .unsafe,
    summary: Message(
      fr: "Un titre est tout entier en gras ou en italique.", en: "A heading is bold or italic from end to end."),
    rationale: Message(
      fr: "Un titre se voit déjà\u{A0}: ce qui est mis en valeur en entier ne l’est plus, et l’apparence des titres "
        + "est l’affaire du style du site.",
      en:
        "A heading stands out already: what is stressed as a whole is no longer stressed, and how headings look is the "
        + "style sheet’s business."),
    exceptions: Message(
      fr: "Les titres d’une page sont signalés ensemble, au premier d’entre eux.",
      en: "The headings of a page are reported together, at the first of them."),
    references: [
      .usage(
        Message(
          fr: "séparation du contenu et de la présentation", en: "separation of content and presentation"))
    ],
    examples: [
      Example("## ⟦**Les pièces**⟧\n", fixed: "## Les pièces\n"),
      Example("### ⟦***Les délais***⟧\n\n### **Le prix**\n", fixed: "### Les délais\n\n### Le prix\n"),
      Example("<h2>⟦<strong>⟧Les pièces</strong> <a href=#p>#</a></h2>", format: .html),
      Example("## Les pièces **à joindre**\n"),
      Example("## *Ultra petita*, définition\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    var first: NodeID?
    var count = 0
    var edits = TextEdits()
    for heading in page.outline.headings where !heading.text.isEmpty {
      guard let node = heading.node, let emphasis = wholeEmphasis(of: node, heading.text, document) else { continue }
      first = first ?? emphasis
      count += 1
      if let edit = edit(emphasis, heading.text, document) { edits.append(edit) }
    }
    guard let first else { return }
    findings.report(
      document.signpost(of: first), .whole(count), fix: edits.isEmpty ? nil : Fix(.plain, .unsafe, edits))
  }

  /// The outermost bold or italic element that holds all of the heading's text.
  private func wholeEmphasis(of heading: NodeID, _ text: Range<Int>, _ document: Document) -> NodeID? {
    document.children(of: heading).first { child in
      document[child].kind == .element && document[child].name.isEmphasis && document.trimmedText(of: child) == text
    }
  }

  private func edit(_ emphasis: NodeID, _ text: Range<Int>, _ document: Document) -> TextEdit? {
    guard document.format == .markdown, document.source.bytes[document[emphasis].range.start] != 0x3C else {
      return nil
    }
    let content = document.source.string(document.prose.sourceRange(of: text))
    return TextEdit(document[emphasis].range, content)
  }
}

extension ElementName {
  /// Bold, italic and their like.
  var isEmphasis: Bool { self == .strong || self == .b || self == .em || self == .i || self == .u }
}

extension Message {
  fileprivate static func whole(_ count: Int) -> Message {
    count == 1
      ? Message(
        fr: "Ce titre est mis en valeur en entier\u{A0}: retirez le gras ou l’italique.",
        en: "This whole heading is emphasised: remove the bold or italic.")
      : Message(
        fr: "\(count) titres de la page, à partir de celui-ci, sont mis en valeur en entier\u{A0}: "
          + "retirez le gras ou l’italique.",
        en: "\(count) headings of the page, from this one on, are emphasised as a whole: remove the bold or italic.")
  }

  fileprivate static let plain = Message(fr: "Retirer la mise en valeur", en: "Remove the emphasis")
}
