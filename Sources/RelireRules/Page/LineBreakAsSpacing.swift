import RelireDocuments
import RelireModel

/// Line breaks that only make room, between two texts or two blocks.
public struct LineBreakAsSpacing: ElementRule {
  public static let metadata = RuleMetadata(
    id: "page/line-break-as-spacing",
    severity: .info,
    summary: Message(
      fr: "Des retours à la ligne ne servent qu’à faire de la place.", en: "Line breaks only make room."),
    rationale: Message(
      fr:
        "Deux textes séparés par des `<br>` ne forment qu’un paragraphe pour qui parcourt la page au lecteur d’écran. "
        + "L’espacement, lui, est l’affaire de la feuille de style.",
      en:
        "Two texts with several `<br>` between them are one paragraph to those who go through the page by screen reader. "
        + "Spacing itself is the style sheet’s business."),
    exceptions: Message(
      fr: "Une cellule de tableau, où le Markdown ne connaît pas d’autre moyen, et une adresse ne sont pas jugées.",
      en: "A table cell, where Markdown has no other means, and an address are not judged."),
    references: [.rgaa("8.9.1"), .wcag("1.3.1")],
    examples: [
      Example("Une copie suffit.<br>⟦<br>⟧Elle est gratuite.\n"),
      Example("Une copie suffit.\n\n⟦<br>⟧\n\n## Délai\n"),
      Example("<p>Une copie suffit.<br> ⟦<br/>⟧ <br>Elle est gratuite.</p>", format: .html),
      Example("<div>Le plan</div>⟦<br>⟧<p>Une copie suffit.</p>", format: .html),
      Example("<div>Le plan</div><br class=fin-de-figure><p>Une copie suffit.</p>", format: .html),
      Example("<p>12, rue des Fleurs<br>35000 Rennes</p>", format: .html),
      Example("| Pièce |\n|---|\n| Copie<br><br>Timbre |\n"),
      Example("<address>La mairie<br><br>35000 Rennes</address>", format: .html),
      Example("<p>&nbsp;<br><br></p><p>Une copie suffit.<br></p>", format: .html),
    ])

  public static let elements: [ElementName] = [.br]

  public init() {}

  /// Where line breaks make lines of one text.
  private static let exempt: [ElementName] = [.td, .th, .address, .pre]

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    let parent = document[element].parent
    let previous = document.previousSibling(of: element)
    guard isRepeated(after: previous, document) || isBetweenBlocks(previous, element, document),
      // An empty paragraph is told as that.
      !document.isElement(parent, .p) || !document.trimmedText(of: parent).isEmpty,
      !isExempt(element, document), !page.outline.isHidden(element)
    else { return }
    findings.report(document.signpost(of: element), .spacing(document.format))
  }

  /// Looks a few levels up: elements may be nested a hundred thousand deep, with line breaks at each level.
  private func isExempt(_ element: NodeID, _ document: Document) -> Bool {
    var current = document[element].parent
    for _ in 0..<16 where current != .root {
      if document[current].kind == .element, Self.exempt.contains(document[current].name) { return true }
      current = document[current].parent
    }
    return false
  }

  /// Whether it is the second one in a row, with which the next ones are told.
  private func isRepeated(after previous: NodeID?, _ document: Document) -> Bool {
    guard let previous, document.isElement(previous, .br) else { return false }
    guard let first = document.previousSibling(of: previous) else { return true }
    return !document.isElement(first, .br) && !isBlock(first, document)
  }

  /// Whether it is the first one in a row that stands between two blocks.
  private func isBetweenBlocks(_ previous: NodeID?, _ element: NodeID, _ document: Document) -> Bool {
    // One with a class, or `clear`, ends what floats beside a text.
    guard let previous, isBlock(previous, document), document.attributes(of: element).isEmpty else { return false }
    var next = document.nextSibling(of: element)
    while let other = next, document.isElement(other, .br) { next = document.nextSibling(of: other) }
    return next.map { isBlock($0, document) } ?? false
  }

  private func isBlock(_ node: NodeID, _ document: Document) -> Bool {
    document[node].kind == .element && document[node].name != .br && document[node].name.formsBlock
  }
}

extension Message {
  fileprivate static func spacing(_ format: Document.Format) -> Message {
    let (french, english) =
      format == .markdown
      ? ("séparez deux paragraphes par une ligne vide", "separate two paragraphs by an empty line")
      : ("faites deux paragraphes (`p`)", "make two paragraphs (`p`)")
    return Message(
      fr: "Ce retour à la ligne ne fait que de la place\u{A0}: \(french), la feuille de style les espacera.",
      en: "This line break only makes room: \(english), the style sheet will space them out.")
  }
}
