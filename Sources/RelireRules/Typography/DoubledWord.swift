import RelireDocuments
import RelireLexicon
import RelireModel

/// *de de*, *un doublon doublon*.
public struct DoubledWord: BlockRule {
  public static let metadata = RuleMetadata(
    id: "typography/doubled-word", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un mot est écrit deux fois de suite.",
      en: "A word is written twice in a row."),
    rationale: Message(
      fr: "Un doublon échappe à l’œil, surtout à cheval sur deux lignes, mais un lecteur d’écran le dit.",
      en: "A doubled word escapes the eye, above all across two lines, but a screen reader says it."),
    exceptions: Message(
      fr:
        "Les répétitions de la langue\u{A0}: «\u{A0}nous nous\u{A0}», «\u{A0}vous vous\u{A0}», «\u{A0}très très\u{A0}», les noms propres.",
      en: "Repetitions of the language: “nous nous”, “vous vous”, “très très”, proper names."),
    references: [.usage(Message(fr: "relecture courante", en: "ordinary proofreading"))],
    examples: [
      Example("Il y a un ⟦doublon doublon⟧.", fixed: "Il y a un doublon."),
      Example(
        "Il suit le ⟦programme [programme⟧\nDelta](https://x.fr/d).",
        fixed: "Il suit le programme [Delta](https://x.fr/d)."),
      Example("Il vient ⟦de **de⟧** la mairie.", fixed: nil),
      Example("la fin ⟦de de⟧ l’année", fixed: "la fin de l’année"),
      Example(
        "Entrez la valeur *valeur*, le champ **champ** et le CPU `cpu`, dans la partie Est est du bâtiment, si si."),
      Example("un point qui ⟦est est⟧ contenu dans la zone", fixed: "un point qui est contenu dans la zone"),
      Example("Ceux qui ont ont donné, ce qui est est."),
      Example("Nous nous voyons, vous vous voyez, c’est très très bien, en en apportant, Bora Bora."),
    ])

  public static let triggers: Token.Kinds = [.word]

  public init() {}

  public func check(_ context: BlockContext, _ findings: inout Findings) {
    guard context.words.mayHaveDoubles else { return }
    var last = 0
    var previous: UInt32 = 0
    for index in context.indices {
      let token = context[index]
      if token.hash != 0, token.hash == previous { check(last, index, in: context, &findings) }
      if token.kind == .spaceRun { continue }
      last = index
      previous = token.hash
    }
  }

  private func check(_ first: Int, _ second: Int, in context: BlockContext, _ findings: inout Findings) {
    let prose = context.prose
    let start = first
    let (first, token) = (context[first], context[second])
    let gap = first.range.upperBound..<token.range.lowerBound
    guard !gap.isEmpty, prose.languages[Int(token.language)].isFrench, token.range.count > 1,
      // Capitals twice are a name: Bora Bora, Sing Sing.
      !token.flags.contains(.capitalised), !token.flags.contains(.hasDigit),
      prose.bytes[gap].allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }),
      first.range.count == token.range.count, !isTied(first, token, context.block, prose)
    else { return }
    let lists = context.lists(second)
    guard !lists.contains(.repeatedWords), !lists.contains(.leftAlone),
      // « le point Est est », « avec ET et OU »
      !first.flags.contains(.allCapitals), !first.flags.contains(.capitalised) || context.isSentenceStart(start),
      // « ceux qui ont ont donné »
      !isVerbOfQui(start, second, in: context),
      // « Si si, je vous assure »
      !(context.isWord(second, "si") && (context.isSentenceStart(start) || context.isClauseEnd(second))),
      !isSpokenOf(first, token, isFunctional: lists.contains(.frenchStopWords), in: context)
    else { return }
    // Where a link begins between the two, the second word goes, and the space after it.
    let opensMarkup = context.parents(at: token.range.lowerBound).map { $0 != $1 } ?? false
    let space = context.space(after: token.range.upperBound)
    let removed =
      opensMarkup && !space.isEmpty
      ? token.range.lowerBound..<space.upperBound : gap.lowerBound..<token.range.upperBound
    guard let edits = prose.edits(replacing: removed, with: "") else { return }
    findings.report(
      prose.sourceRange(of: first.range.lowerBound..<token.range.upperBound), .doubled(context.string(token)),
      fix: context.empties(token.range) ? nil : Fix(.removeDouble, .unsafe, edits))
  }

  /// *la valeur <i>valeur</i>*: one of the two words alone is emphasised, to be spoken of or to stand for another. Bold
  /// letters do not make that of a *le* or *de*.
  private func isSpokenOf(_ first: Token, _ second: Token, isFunctional: Bool, in context: BlockContext) -> Bool {
    let names = isFunctional ? Self.mentions : Self.mentions + [.b, .strong, .kbd, .samp]
    func isMention(_ node: NodeID) -> Bool { names.contains { context.page.document.isElement(node, $0) } }
    if let (before, word) = context.parents(at: second.range.lowerBound), before < word, isMention(word) { return true }
    if let (word, behind) = context.parents(at: first.range.upperBound), behind < word { return isMention(word) }
    return false
  }

  private func isVerbOfQui(_ first: Int, _ second: Int, in context: BlockContext) -> Bool {
    guard context.isWord(second, among: Self.auxiliaries), let word = context.wordBefore(first),
      context.isWord(word, "qui"), let pronoun = context.wordBefore(word)
    else { return false }
    return context.isWord(pronoun, among: ["ce", "celle", "celles", "celui", "ceux"])
  }

  private static let auxiliaries: WordSet = ["a", "est", "ont", "sera", "seront", "sont"]

  private static let mentions: [ElementName] = [.i, .em, .cite, .dfn, .`var`]

  /// *WAI-ARIA aria-label*, *c’est est-ce que*: one of the two is a part of a longer word.
  private func isTied(_ first: Token, _ second: Token, _ block: ProseBlock, _ prose: Prose) -> Bool {
    let before = first.range.lowerBound > block.range.lowerBound ? prose.bytes[first.range.lowerBound - 1] : 0x20
    let after = second.range.upperBound < block.range.upperBound ? prose.bytes[second.range.upperBound] : 0x20
    // U+2019 and the other hyphens end in a byte from U+0080 on, as letters do not here.
    let isTiedBefore = before == 0x2D || before == 0x27 || before == 0x99 || before == 0x2F
    let isTiedAfter = after == 0x2D || after == 0x27 || after == 0xE2 || after == 0x2F
    return isTiedBefore || isTiedAfter
  }
}

extension Message {
  fileprivate static func doubled(_ word: String) -> Message {
    Message(
      fr: "«\u{A0}\(word)\u{A0}» est écrit deux fois de suite.",
      en: "“\(word)” is written twice in a row.")
  }

  fileprivate static let removeDouble = Message(fr: "N’en garder qu’un", en: "Keep only one")
}
