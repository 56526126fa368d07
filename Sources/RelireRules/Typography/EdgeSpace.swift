import RelireDocuments
import RelireModel

/// `** mot**`, `[ lien ](cible)`, and spaces at the ends of a line of plain text.
public struct EdgeSpace: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "typography/edge-space", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une espace se trouve au bord d’un texte mis en forme, du mauvais côté.",
      en: "A space stands at the edge of formatted text, on the wrong side."),
    rationale: Message(
      fr: """
        En Markdown, une espace après les astérisques ouvrants empêche la mise en gras\u{A0}: le lecteur voit les \
        astérisques. Dans un lien, elle est soulignée.
        """,
      en: """
        In Markdown, a space after the opening asterisks prevents the bold: the reader sees the asterisks. In a link, \
        it is underlined.
        """),
    exceptions: Message(
      fr: "En HTML, et aux extrémités d’une ligne de texte brut, ce n’est qu’une information.",
      en: "In HTML, and at the ends of a line of plain text, it is only information."),
    references: [
      .specification("CommonMark, 6.2"), .usage(Message(fr: "typographie courante", en: "ordinary typography")),
    ],
    examples: [
      Example("un **⟦ ⟧mot** gras", fixed: "un **mot** gras"),
      Example("un **mot⟦ ⟧** gras", fixed: "un **mot** gras"),
      Example("un **mot⟦ ⟧**gras et", fixed: "un **mot** gras et"),
      Example("le**⟦ ⟧mot** gras", fixed: "le **mot** gras"),
      Example("voir [⟦ ⟧la page⟦ ⟧](/page)", fixed: "voir [la page](/page)"),
      Example("⟦  ⟧Bonjour⟦ ⟧", fixed: "Bonjour", format: .text),
      Example(
        "le plan\u{A0}:[⟦ ⟧https://x.fr/p](https://x.fr/p)", fixed: "le plan\u{A0}: [https://x.fr/p](https://x.fr/p)"),
      Example("<p><a href=/page> la page </a></p>", format: .html),
      Example("un **mot** et *un* [lien](/page), 2 ** 3"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    if page.document.format == .text { return checkLines(page, &findings) }
    checkLinks(page, &findings)
    if page.document.format == .markdown { checkAsterisks(page, &findings) }
  }

  // MARK: Lines of plain text

  private func checkLines(_ page: Page, _ findings: inout Findings) {
    let bytes = page.document.source.bytes
    for block in page.document.prose.blocks {
      let range = page.document.prose.sourceRange(of: block.range)
      var start = range.start
      while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
      var end = range.end
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      for edge in [SourceRange(start, range.start), SourceRange(range.end, end)] where !edge.isEmpty {
        findings.report(edge, .line, fix: Fix(.respace, .safe, [TextEdit(edge, "")]), verdict: .review)
      }
    }
  }

  // MARK: Links

  private func checkLinks(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for link in page.elements.links where document[link].text.count > 2 {
      let node = document[link]
      let start = Int(node.text.lowerBound)
      let end = Int(node.text.upperBound)
      let verdict: Finding.Verdict = document.format == .markdown ? .fault : .review
      if document.prose.bytes[start] == 0x20, document.prose.bytes[start + 1] != 0x20,
        isSeen(start, in: document)
      {
        report(
          start..<(start + 1), isOuter: isSpaced(before: start, in: document), at: node.range.start, verdict, document,
          &findings)
      }
      if document.prose.bytes[end - 1] == 0x20, document.prose.bytes[end - 2] != 0x20,
        isSeen(end - 1, in: document)
      {
        report((end - 1)..<end, isOuter: isSpaced(end, in: document), at: node.range.end, verdict, document, &findings)
      }
    }
  }

  /// Whether a space shows: browsers drop those at the edges of a block.
  private func isSeen(_ space: Int, in document: Document) -> Bool {
    guard document.format == .html else { return true }
    return document.prose.block(at: space).map { document.prose.trimmed($0.range).contains(space) } ?? false
  }

  /// Whether white space, a mark that opens or a block's edge stands before a link: after a comma or colon its space is
  /// the only one.
  private func isSpaced(before link: Int, in document: Document) -> Bool {
    guard link > 0 else { return true }
    switch document.prose.bytes[link - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      return false
    default: return isSpaced(link - 1, in: document)
    }
  }

  /// Whether white space, a mark or a block's edge stands at a prose offset outside of the link.
  private func isSpaced(_ offset: Int, in document: Document) -> Bool {
    guard document.prose.bytes.indices.contains(offset) else { return true }
    let byte = document.prose.bytes[offset]
    return !(byte.isLetterOrDigit || byte >= 0x80)
  }

  private func report(
    _ space: Range<Int>, isOuter: Bool, at outside: Int, _ verdict: Finding.Verdict, _ document: Document,
    _ findings: inout Findings
  ) {
    guard var edits = document.prose.edits(replacing: space, with: "") else { return }
    if !isOuter { edits.append(TextEdit(SourceRange(at: outside), " ")) }
    findings.report(
      document.prose.sourceRange(of: space), .link, fix: Fix(.respace, .unsafe, edits), verdict: verdict)
  }

  // MARK: Emphasis that is none

  private func checkAsterisks(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    guard page.words.remarkable.contains(where: { prose.tokens[Int($0)].kind == .asterisk }) else { return }
    for block in prose.blocks {
      var doubles: [Int] = []
      let tokens = prose.tokens(of: block)
      for index in tokens.indices.dropLast()
      where tokens[index].kind == .asterisk && tokens[index + 1].kind == .asterisk
        && tokens[index + 1].flags.contains(.joined)
      {
        doubles.append(index)
      }
      guard doubles.count == 2, let first = doubles.first, let last = doubles.last, last > first + 2,
        last + 2 <= tokens.endIndex
      else { continue }
      // Calculations and what is escaped are no emphasis.
      if [first, last].contains(where: { !prose.isVerbatim(Int(tokens[$0].start)) }) { continue }
      let opening = Int(tokens[first + 1].end)..<Int(tokens[first + 2].start)
      let closing = Int(tokens[last - 1].end)..<Int(tokens[last].start)
      // Between the asterisks and a word, the space is the only one: it goes outside.
      for (space, outside) in [(opening, Int(tokens[first].start)), (closing, Int(tokens[last + 1].end))]
      where space.count == 1 {
        let isClosing = outside > space.lowerBound
        let isGlued = prose.isLetter(isClosing ? outside : outside - 1, in: block)
        findings.report(prose.sourceRange(of: space), .emphasis, fix: prose.move(space, to: isGlued ? outside : nil))
      }
    }
  }
}

extension Prose {
  /// Whether a letter or a digit of the block is at an offset.
  fileprivate func isLetter(_ offset: Int, in block: ProseBlock) -> Bool {
    block.range.contains(offset) && (bytes[offset].isLetterOrDigit || bytes[offset] >= 0xC3 && bytes[offset] < 0xE2)
  }

  /// A fix that deletes a space and puts one elsewhere.
  fileprivate func move(_ space: Range<Int>, to offset: Int?) -> Fix? {
    guard var edits = edits(replacing: space, with: "") else { return nil }
    if let offset {
      guard let insertion = self.edits(replacing: offset..<offset, with: " ") else { return nil }
      edits.append(insertion)
    }
    return Fix(.respace, .unsafe, edits)
  }

  fileprivate func isVerbatim(_ offset: Int) -> Bool { segments[segmentIndex(at: offset)].kind == .verbatim }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension Message {
  fileprivate static let line = Message(
    fr: "Supprimez les espaces au bord de la ligne.", en: "Delete the spaces at the edge of the line.")

  fileprivate static let link = Message(
    fr: "Mettez l’espace à l’extérieur du lien.", en: "Put the space outside of the link.")

  fileprivate static let emphasis = Message(
    fr: "Supprimez l’espace à l’intérieur des astérisques\u{A0}: elle empêche la mise en gras.",
    en: "Delete the space inside the asterisks: it prevents the bold.")
}
