import RelireDocuments
import RelireLexicon
import RelireModel

/// *ce jour là*, *lui même*, *ces jours ci*.
public struct ParticleHyphen: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/particle-hyphen", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un trait d’union manque devant «\u{A0}là\u{A0}», «\u{A0}ci\u{A0}» ou «\u{A0}même\u{A0}».",
      en: "A hyphen is missing before “là”, “ci” or “même”."),
    rationale: Message(
      fr: """
        «\u{A0}Là\u{A0}» et «\u{A0}ci\u{A0}» s’attachent au nom qu’un démonstratif annonce\u{A0}: «\u{A0}ce \
        jour-là\u{A0}»\u{202F}; «\u{A0}même\u{A0}» s’attache au pronom personnel\u{A0}: «\u{A0}lui-même\u{A0}».
        """,
      en:
        "“Là” and “ci” are tied to the noun that a demonstrative announces: “ce jour-là”; “même” is tied to the pronoun."
    ),
    references: [.imprimerieNationale("Trait d’union"), .oqlf("Trait d’union avec ci et là")],
    examples: [
      Example("⟦cette sensation là⟧", fixed: "cette sensation-là"),
      Example("Il faisait froid ⟦cet hiver la⟧.", fixed: "Il faisait froid cet hiver-là."),
      Example("⟦lui même⟧ et ⟦eux mêmes⟧", fixed: "lui-même et eux-mêmes"),
      Example("⟦eux mêmes⟧ le thème", fixed: "eux-mêmes le thème"),
      Example("Cela vaut pour lui même en hiver. Il pense à nous même si tout va bien."),
      Example("ce jour-là, elle-même, il va là où elle même si elle doute"),
    ])

  public static let lists: WordLists = [.particles]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    // « la » for « là », or « ci », only at the end of a clause: nearly every call ends here.
    let isWeak = context.isWord(index, "la") || context.isWord(index, "ci")
    if isWeak, !context.isClauseEnd(index) { return }
    guard let word = context.wordBefore(index), context.gap(after: word) != .other, !context.isTied(index..<index + 1),
      !(context.isJoinedToNext(index) && context[index + 1].kind.isApostrophe)
    else { return }
    if context.value(index, in: list) == "pronoun" {
      guard isStrongPronoun(word, in: context), context.isWord(index, "mêmes") || !isAdverb(word, index, in: context)
      else { return }
      report(word, word, index, in: context, &findings)
      return
    }
    guard let demonstrative = context.wordBefore(word), isDemonstrative(demonstrative, in: context),
      context[word].kind == .word, !context.isWord(word, in: .frenchStopWords)
    else { return }
    if isWeak {
      // After a noun that is often framed so.
      guard context.isWord(word, in: .afterDemonstrative) else { return }
    } else if let next = context.wordAfter(index), context.isWord(next, "où") || context.isWord(next, "bas") {
      return
    }
    report(demonstrative, word, index, in: context, &findings)
  }

  private func report(
    _ start: Int, _ word: Int, _ particle: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    let text = context.isWord(particle, "la") ? "là" : context.string(context[particle])
    let range = context[word].range.upperBound..<context[particle].range.upperBound
    let form = context.string(context[word]) + "-" + text
    let edit = text == context.string(context[particle]) ? context.gapRange(after: word) : range
    findings.report(
      context.source(context.range(start..<particle + 1)), .particle(form),
      fix: context.replace(edit, with: edit == range ? "-" + text : "-", .unsafe, .write(form)))
  }

  private func isDemonstrative(_ index: Int, in context: BlockContext) -> Bool {
    context.isWord(index, among: ["ce", "cet", "cette", "ces"])
  }

  private func isStrongPronoun(_ index: Int, in context: BlockContext) -> Bool {
    context.isWord(index, among: Self.strongPronouns)
  }

  /// *elle même si…*, *vous même quand…*, *nous même pas*, *pour lui même en hiver*: *même* is an adverb. Only what is
  /// done *par lui-même* is hardly ever done *même en hiver*.
  private func isAdverb(_ pronoun: Int, _ index: Int, in context: BlockContext) -> Bool {
    guard let next = context.wordAfter(index) else { return false }
    if let previous = context.wordBefore(pronoun), context.isWord(previous, "par") { return false }
    return context.isWord(next, among: Self.afterAdverb)
  }

  private static let strongPronouns: WordSet = ["moi", "toi", "lui", "elle", "soi", "nous", "vous", "eux", "elles"]

  private static let afterAdverb: WordSet = [
    "à", "après", "au", "aux", "avec", "avant", "dans", "en", "la", "le", "les", "lorsqu", "lorsque", "pas", "pendant",
    "plus", "pour", "quand", "sans", "si", "sous",
  ]
}

extension Message {
  fileprivate static func particle(_ form: String) -> Message {
    Message(
      fr: "Un trait d’union manque\u{A0}: «\u{A0}\(form)\u{A0}».",
      en: "A hyphen is missing: “\(form)”.")
  }
}
