import RelireDocuments
import RelireModel

/// `##Titre`: without a blank after its signs it is no heading.
public struct MissingSpaceAfterHash: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/missing-space-after-hash",
    severity: .error,
    fix: .unsafe,
    summary: Message(
      fr: "Une espace manque après les `#` d’un titre.", en: "A blank is missing after the `#` signs of a heading."),
    rationale: Message(
      fr: "Sans espace après les `#`, la ligne n’est pas un titre\u{A0}: elle s’affiche telle quelle, avec ses signes.",
      en: "Without a blank after its `#` signs the line is no heading: it shows as it is, signs and all."),
    exceptions: Message(
      fr: "Un seul `#` collé à un mot est un mot-dièse, pas un titre.",
      en: "A single `#` joined to a word is a hashtag, not a heading."),
    references: [.specification("CommonMark 0.31, 4.2, ATX headings")],
    examples: [
      Example("⟦##⟧Les pièces\n\nUne copie suffit.\n", fixed: "## Les pièces\n\nUne copie suffit.\n"),
      Example("⟦###⟧Les délais\n", fixed: "### Les délais\n"),
      Example("<p>⟦##⟧Les pièces</p>", format: .html),
      Example("## Les pièces\n"),
      Example("#opendata est un mot-dièse.\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    for block in prose.blocks where block.kind == .paragraph && prose.bytes[block.range.lowerBound] == 0x23 {
      var end = block.range.lowerBound
      while end < block.range.upperBound, prose.bytes[end] == 0x23 { end += 1 }
      let count = end - block.range.lowerBound
      guard (2...6).contains(count), end < block.range.upperBound, prose.bytes[end].startsWord else { continue }
      let marks = prose.sourceRange(of: block.range.lowerBound..<end)
      // Written `\##` it is meant as it is.
      guard marks.count == count else { continue }
      let fix =
        page.document.format == .markdown
        ? Fix(.insert, .unsafe, [TextEdit(SourceRange(at: marks.end), " ")]) : nil
      findings.report(marks, .missingSpace, fix: fix)
    }
  }
}

extension UInt8 {
  fileprivate var startsWord: Bool { self >= 0x80 || (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension Message {
  fileprivate static let missingSpace = Message(
    fr: "Cette ligne n’est pas un titre\u{A0}: mettez une espace après les `#`.",
    en: "This line is no heading: put a blank after the `#` signs.")

  fileprivate static let insert = Message(fr: "Ajouter l’espace", en: "Add the blank")
}
