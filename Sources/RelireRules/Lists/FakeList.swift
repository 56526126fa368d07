import RelireDocuments
import RelireModel

/// Lines that look like a list and are none.
public struct FakeList: ProseRule {
  public static let metadata = RuleMetadata(
    id: "lists/fake-list",
    severity: .warning,
    summary: Message(
      fr: "Des lignes qui commencent par une puce ne forment pas une liste.",
      en: "Lines that begin with a bullet do not make a list."),
    rationale: Message(
      fr:
        "Une vraie liste est annoncée, avec le nombre de ses éléments, et se parcourt d’un élément à l’autre. Des puces "
        + "tapées dans un paragraphe ne donnent qu’un long texte, où «\u{A0}•\u{A0}» est parfois lu à voix haute.",
      en:
        "A true list is announced with the number of its items, and one goes through it item by item. Bullets typed in a "
        + "paragraph give one long text, in which “•” is sometimes read aloud."),
    exceptions: Message(
      fr: "Un dialogue n’est pas jugé (le tiret cadratin, ou une incise comme «\u{A0}dit-elle\u{A0}», le fait "
        + "connaître), ni une ligne seule.",
      en: "A dialogue, told by its em dashes or by “dit-elle” and the like, is not judged, nor is a single line."),
    references: [.rgaa("9.3.1"), .wcag("1.3.1"), .specification("WCAG 2.2, Failure F2")],
    examples: [
      Example("Il faut :\n⟦• un formulaire ;⟧\n• une adresse.\n"),
      Example("<p>⟦- un formulaire⟧<br>- une adresse</p>", format: .html),
      Example("⟦• un formulaire⟧\n\n• une adresse\n"),
      Example("- un formulaire\n- une adresse\n"),
      Example("Le guide • la carte\n"),
      Example("— Bonjour.\n\n— Bonsoir.\n"),
      Example("<p>– Bonjour, dit-elle.<br>– Bonsoir.</p>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.bullet, .hyphen, .enDash, .symbol]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard opensLine(index, context),
      context.block.kind == .paragraph || context.block.kind == .container
        || context.block.kind == .tableCell || context.block.kind == .quotation
    else { return }
    let mark = context.prose.bytes[context[index].range]
    func isMark(_ other: Int) -> Bool {
      context[other].kind == context[index].kind && context.prose.bytes[context[other].range] == mark
        && opensLine(other, context)
    }
    // Said once, at the first line.
    if (context.indices.lowerBound..<index).contains(where: isMark) { return }
    let isMany = ((index + 1)..<max(index + 1, context.indices.upperBound)).contains(where: isMark)
    guard isMany || (index == context.indices.lowerBound && beginsRun(mark, context)), !isDialogue(context) else {
      return
    }
    findings.report(
      context.source(line(from: context[index].range.lowerBound, context)), .bullets(context.page.document.format))
  }

  /// Whether somebody speaks in the block: *dit-elle*, *répondit-il* after a comma or another mark.
  private func isDialogue(_ context: BlockContext) -> Bool {
    context.indices.contains { pronoun in
      guard pronoun >= context.indices.lowerBound + 3, context[pronoun - 1].kind == .hyphen,
        context.isWord(pronoun, among: ["il", "elle", "je"])
      else { return false }
      var verb = pronoun - 2
      // « demanda-t-elle »
      if context.isWord(verb, "t"), verb >= context.indices.lowerBound + 3 { verb -= 2 }
      switch context[verb - 1].kind {
      case .comma, .highMark, .ellipsis, .periodRun: return context[verb].kind == .word
      default: return false
      }
    }
  }

  /// Whether a mark that bullets are made of begins a line, a space after it.
  private func opensLine(_ index: Int, _ context: BlockContext) -> Bool {
    let bytes = context.prose.bytes
    let range = context[index].range
    guard range.upperBound < context.block.range.upperBound else { return false }
    switch context[index].kind {
    case .symbol: guard Self.bullets.contains(Array(bytes[range])) else { return false }
    default: break
    }
    guard context.scalar(at: range.upperBound)?.isProseSpace == true else { return false }
    var before = range.lowerBound
    while before > context.block.range.lowerBound, bytes[before - 1] == 0x20 { before -= 1 }
    if before == context.block.range.lowerBound { return true }
    // In HTML, only a line break makes a line.
    if bytes[before - 1] == 0x0A { return context.page.document.format != .html }
    return context.scalar(before: before) == "\u{2028}"
  }

  /// ▪ ‣ ◦ ● ■ ➢ ➤ ✓ ✔
  private static let bullets: Set<[UInt8]> = Set(
    ["\u{25AA}", "\u{2023}", "\u{25E6}", "\u{25CF}", "\u{25A0}", "\u{27A2}", "\u{27A4}", "\u{2713}", "\u{2714}"]
      .map { Array($0.utf8) })

  /// Whether the next paragraph begins with the mark too, and the one before does not.
  private func beginsRun(_ mark: ArraySlice<UInt8>, _ context: BlockContext) -> Bool {
    let prose = context.prose
    let document = context.page.document
    guard let number = prose.blockIndex(at: context.block.range.lowerBound), context.block.element != .none else {
      return false
    }
    let parent = document[context.block.element].parent
    func continues(_ other: Int) -> Bool {
      guard prose.blocks.indices.contains(other) else { return false }
      let block = prose.blocks[other]
      let start = block.range.lowerBound
      return block.kind == context.block.kind && block.element != .none && document[block.element].parent == parent
        && prose.bytes[start..<block.range.upperBound].starts(with: mark)
    }
    return continues(number + 1) && !continues(number - 1)
  }

  private func line(from start: Int, _ context: BlockContext) -> Range<Int> {
    var end = start
    let bytes = context.prose.bytes
    while end < context.block.range.upperBound, bytes[end] != 0x0A {
      if bytes[end] == 0xE2, context.scalar(at: end) == "\u{2028}" { break }
      end += 1
    }
    return context.prose.trimmed(start..<end)
  }
}

extension Message {
  fileprivate static func bullets(_ format: Document.Format) -> Message {
    if format == .html {
      return Message(
        fr: "Ces lignes à puces ne forment pas une liste\u{A0}: faites-en une vraie (`ul` et `li`).",
        en: "These bulleted lines make no list: make a true one of them (`ul` and `li`).")
    }
    return Message(
      fr:
        "Ces lignes à puces ne forment pas une liste\u{A0}: faites-en une vraie (en Markdown, `- ` après une ligne vide).",
      en: "These bulleted lines make no list: make a true one of them (in Markdown, `- ` after an empty line).")
  }
}
