import RelireDocuments
import RelireModel

/// A paragraph that holds nothing but spaces or line breaks.
public struct EmptyParagraph: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/empty-paragraph",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "Un paragraphe vide ne sert qu’à faire de la place.", en: "An empty paragraph only makes room."),
    rationale: Message(
      fr:
        "Certains lecteurs d’écran s’y arrêtent et disent «\u{A0}vide\u{A0}». L’espacement est l’affaire de la feuille de "
        + "style. Une espace insécable tapée par mégarde sur une ligne vide suffit à faire un tel paragraphe.",
      en:
        "Some screen readers stop there and say “blank”. Spacing is the style sheet’s business. A no-break space typed "
        + "by mistake on an empty line is enough to make such a paragraph."),
    exceptions: Message(
      fr: "Un paragraphe sans aucun caractère, ou qu’un script peut remplir, n’est pas jugé.",
      en: "A paragraph without any character, or one that a script may fill, is not judged."),
    references: [.rgaa("8.9.1"), .wcag("1.3.1")],
    examples: [
      Example(
        "Une copie suffit.\n\n⟦\u{A0}⟧\n\nElle est gratuite.\n",
        fixed: "Une copie suffit.\n\nElle est gratuite.\n"),
      Example("## Délai\n\n⟦&nbsp;⟧\n\nUne copie suffit.\n", fixed: "## Délai\n\nUne copie suffit.\n"),
      Example("⟦<p>⟧&nbsp;</p><p>Une copie suffit.</p>", format: .html),
      Example("⟦<p class=texte>⟧<br></p><p>Une copie suffit.</p>", format: .html),
      Example("- une copie\n\n⟦\u{A0}⟧\n\n- un timbre\n"),
      Example("⟦<p>⟧&nbsp;</p><p>Une copie suffit.</p>\n"),
      Example("Une copie\n\u{A0}\nsuffit.\n"),
      Example("<p></p><p id=total>&nbsp;</p><p hidden>&nbsp;</p><p>&nbsp;<img src=a.png alt=Plan></p>", format: .html),
      Example("{{< copie >}}\n\n`a`\n"),
    ])

  /// In bytes: longer ones are hardly ever blank.
  private static let longest = 64

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    let prose = document.prose
    for block in prose.blocks where block.kind == .paragraph && block.range.count <= Self.longest {
      // Nearly all paragraphs begin with a letter.
      guard prose.bytes[block.range.lowerBound] >= 0x80 || prose.bytes[block.range.lowerBound] <= 0x20,
        document.isElement(block.element, .p), prose.trimmed(block.range).isEmpty,
        !document.mayBeFilled(block.element), !page.outline.isHidden(block.element)
      else { continue }
      findings.report(
        document.signpost(of: block.element), .empty,
        fix: document.removalOfParagraph(block.element).map { Fix(.remove, .unsafe, [$0]) })
    }
  }
}

extension Document {
  /// Whether a script may know the element: by its identifier, or by an attribute of a framework's.
  fileprivate func mayBeFilled(_ element: NodeID) -> Bool {
    attributes(of: element).contains { ![.class, .style, .align, .dir, .lang].contains($0.name) }
  }

  /// The edit that takes a paragraph of a Markdown page away, unless what stands around it would then be one.
  fileprivate func removalOfParagraph(_ paragraph: NodeID) -> TextEdit? {
    guard format == .markdown, self[paragraph].parent == .root else { return nil }
    let previous = previousSibling(of: paragraph).map { self[$0].name }
    let next = nextSibling(of: paragraph).map { self[$0].name }
    if let previous, previous == next, [.ul, .ol, .dl, .blockquote, .table, .pre].contains(previous) { return nil }
    let range = self[paragraph].range
    return isAloneOnLines(range) ? removalOfLines(range) : nil
  }
}

extension Message {
  fileprivate static let empty = Message(
    fr: "Ce paragraphe est vide\u{A0}: retirez-le, et laissez à la feuille de style le soin d’espacer les textes.",
    en: "This paragraph is empty: remove it, and leave it to the style sheet to space the texts out.")

  fileprivate static let remove = Message(fr: "Retirer le paragraphe vide", en: "Remove the empty paragraph")
}
