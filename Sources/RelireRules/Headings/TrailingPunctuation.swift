import RelireDocuments
import RelireLexicon
import RelireModel

/// A heading that ends in a colon, a semicolon, a comma or a period.
public struct TrailingPunctuation: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/trailing-punctuation",
    severity: .warning,
    fix: .unsafe,
    summary: Message(
      fr: "Un titre se termine par une ponctuation.", en: "A heading ends in punctuation."),
    rationale: Message(
      fr: "Un titre ne prend ni point final ni deux-points\u{A0}: sa place et sa taille disent déjà que la suite s’y "
        + "rapporte. Dans un sommaire ou une liste de titres lue à voix haute, ce signe n’annonce rien.",
      en:
        "A heading takes neither a final period nor a colon: its place and size already say that what follows belongs "
        + "to it. In a table of contents or a spoken list of headings the mark announces nothing."),
    exceptions: Message(
      fr: "Le point d’interrogation, le point d’exclamation, les points de suspension et le point d’une abréviation "
        + "(etc., S.A.) sont à leur place.",
      en: "Question and exclamation marks, suspension points and the period of an abbreviation (etc., S.A.) are fine."),
    references: [
      .usage(
        Message(
          fr: "habitude constante de l’édition\u{A0}: pas de point à la fin d’un titre centré ou isolé",
          en: "settled habit in publishing: no period after a heading on a line of its own"))
    ],
    examples: [
      Example("### Pour les associations⟦ :⟧\n", fixed: "### Pour les associations\n"),
      Example("## Les délais⟦.⟧\n\nDeux mois.\n", fixed: "## Les délais\n\nDeux mois.\n"),
      Example("## **Les délais⟦\u{A0}:⟧**\n", fixed: "## **Les délais**\n"),
      Example("---\ntitle: \"Les délais⟦ :⟧\"\n---\n", fixed: "---\ntitle: \"Les délais\"\n---\n"),
      Example(
        "<h2>Les délais⟦&nbsp;:⟧ <a href=\"#delais\">#</a></h2>",
        fixed: "<h2>Les délais <a href=\"#delais\">#</a></h2>", format: .html),
      Example("## Qui peut en faire la demande\u{202F}?\n"),
      Example("## Licences, formats, etc.\n"),
      Example("## À suivre…\n"),
      Example("<h2>Les délais<a href=\"#delais\">#</a></h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings where heading.node != nil {
      check(heading.text, document, &findings)
    }
    for block in document.prose.blocks where block.kind == .frontMatterTitle {
      check(document.prose.trimmed(block.range), document, &findings)
    }
  }

  private func check(_ text: Range<Int>, _ document: Document, _ findings: inout Findings) {
    let prose = document.prose
    guard let last = text.last, text.count > 1, isUnwanted(prose.bytes[last]) else { return }
    let start = prose.trimmed(text.lowerBound..<last).upperBound
    guard start > text.lowerBound else { return }
    // A title of that length is a sentence.
    if prose.bytes[last] == UInt8(ascii: "."), text.count > 120 { return }
    if prose.bytes[last] == UInt8(ascii: "."), isAbbreviation(prose.bytes[text.lowerBound..<last]) { return }
    // `## 1.` and the like: nothing but a number.
    guard !FoldedText(prose.string(text.lowerBound..<start)).isOnlyDigits else { return }
    let range = start..<(last + 1)
    let sign = prose.string(last..<(last + 1))
    findings.report(
      prose.sourceRange(of: range), .trailingPunctuation(sign),
      fix: prose.edits(replacing: range, with: "").map { Fix(.remove, .unsafe, $0) })
  }

  private func isUnwanted(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// Whether the period after these bytes is part of a word: `etc.`, `S.A.`, `J.-C.`, `...`, `art.`
  private func isAbbreviation(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, last != UInt8(ascii: ".") else { return true }
    let word = bytes.suffix(while: { $0 != 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") && $0 != 0xA0 })
    if word.contains(UInt8(ascii: ".")) { return true }
    let folded = FoldedText(String(decoding: word, as: UTF8.self)).description
    return folded.count == 1 || Self.abbreviations.contains(folded)
  }

  private static let abbreviations: Set<String> = [
    "al", "art", "bis", "cf", "etc", "ex", "inc", "ltd", "no", "tel", "vol",
  ]
}

extension ArraySlice where Element == UInt8 {
  /// The longest end of the slice whose bytes all fulfil the condition.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}

extension FoldedText {
  /// `1`, `2.3`: a number alone.
  fileprivate var isOnlyDigits: Bool { description.utf8.allSatisfy { $0 < 0x3A } }
}

extension Message {
  fileprivate static func trailingPunctuation(_ sign: String) -> Message {
    Message(
      fr: "Un titre ne se termine pas par «\u{A0}\(sign)\u{A0}»\u{A0}: retirez ce signe.",
      en: "A heading does not end in “\(sign)”: remove it.")
  }

  fileprivate static let remove = Message(fr: "Retirer la ponctuation finale", en: "Remove the final punctuation")
}
