import RelireDocuments
import RelireLexicon
import RelireModel

/// `qu il`, `l école`
public struct MissingApostrophe: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/missing-apostrophe", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une espace tient lieu d’apostrophe.", en: "A space stands for an apostrophe."),
    rationale: Message(
      fr: "Un mot élidé (l’, d’, qu’…) s’attache au suivant par une apostrophe.",
      en: "An elided word (l’, d’, qu’…) is tied to the next one by an apostrophe."),
    exceptions: Message(
      fr:
        "Une lettre qui désigne une unité, une variable ou un rang (`3 m`, `la variable n`) est laissée telle quelle.",
      en: "Letters that stand for a unit, a variable or a rank (`3 m`, `la variable n`) are left alone."),
    references: [.imprimerieNationale("Élision"), .oqlf("Élision")],
    examples: [
      Example("⟦qu ⟧il vienne à ⟦l ⟧école", fixed: "qu’il vienne à l’école"),
      Example("⟦aujourd ⟧hui", fixed: "aujourd’hui"),
      Example("Je ⟦m ⟧étais dit", fixed: "Je m’étais dit"),
      Example("Ce ⟦n ⟧est pas lui, il ⟦s ⟧est tu.", fixed: "Ce n’est pas lui, il s’est tu."),
      Example("où n est un entier, (c est la vitesse), si t appartient à un groupe, a b c d e f"),
      Example("d efface la ligne"),
      Example("⟦D ⟧accord.", fixed: "D’accord."),
      Example("3 m environ, la variable n est nulle, les points d et e, L et M"),
      Example("Soit n un entier. n est un entier, m est la masse. Le t euphonique, pour n assez grand."),
    ])

  public static let lists: WordLists = [.elidedForms]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let word = context[index]
    guard word.range.count < 8, !context.isGlued(index) || context[index - 1].kind.isOpening,
      !context.isJoinedToNext(index), let next = context.neighbourAfter(index), context[next].kind == .word,
      beginsWithVowel(next, in: context)
    else { return }
    // « a t il » lacks hyphens: `inversion-hyphen` judges it.
    if context.isWord(index, "t"), context.isWord(next, in: .inversionPronouns), !context.isWord(next, "en"),
      !context.isWord(next, "y")
    {
      return
    }
    let space = context.spaceAfter(index)
    if context.hasLineEnd(space) { return }
    if word.range.count == 1, !isElidedLetter(index, next, in: context) { return }
    // `*n* annotateurs`
    if context.prose.isBoundary(space.lowerBound) { return }
    let range = word.range.lowerBound..<space.upperBound
    findings.report(
      context.source(range), .missing, fix: context.replace(space, with: "\u{2019}", .unsafe, .write("\u{2019}")))
  }

  /// Whether a single letter is an elided word rather than a unit, a variable or a rank.
  private func isElidedLetter(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    if context[index].flags.contains(.capitalised) {
      // « L école », but not « M Untel » nor « C est » of a grade.
      guard context[index].flags.contains(.first), !context.isWord(index, "m"),
        !context[next].flags.contains(.capitalised)
      else { return false }
    }
    if context.isWord(next, among: Self.noFollowers) || isVariable(index, next, in: context) { return false }
    // « d efface », a key, but « D accord »
    guard let before = context.before(index) else {
      return !context.isWord(index, "d") || context.isWord(next, among: Self.followersOfD)
    }
    if context.isWord(next, among: Self.auxiliaries) { return isSubjectOrObject(index, next, before, in: context) }
    guard context[before].kind == .word else { return context[before].kind == .comma || context[before].kind.isOpening }
    if context[before].flags.contains(.hasDigit) { return false }
    // « a b c », but « il a l âge » and « à l école »
    if context[before].range.count == 1, !context.isWord(before, among: ["a", "y"]) { return false }
    if context.isWord(before, "o\u{F9}") { return context.isWord(next, "on") }
    return !context.isWord(before, in: .letterLabels)
  }

  /// *Soit n un entier*, *m est la masse*, *le t euphonique*: a letter that is no word.
  private func isVariable(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    let isArticle = context.isWord(index, "l") || context.isWord(index, "d")
    if context.isWord(next, among: Self.afterVariables) {
      // « d un », « l une des »
      guard isArticle, context.isWord(next, "un") || context.isWord(next, "une") else {
        return !(context.wordBefore(index).map { context.isWord($0, among: Self.pronouns) } ?? false)
      }
      if context.isWord(index, "l") {
        return !(context.wordAfter(next).map { context.isWord($0, among: ["de", "des", "d"]) } ?? false)
      }
    }
    guard let before = context.before(index), context[before].kind == .word else {
      // At the start of a sentence.
      return context.isWord(index, "m") || context.isWord(index, "t")
        || context.isWord(index, "n") && !isNegated(next, in: context)
    }
    return context.isWord(before, among: ["le", "tout", "soit"])
  }

  /// Whether *pas*, *plus* or the like stands close behind a verb.
  private func isNegated(_ verb: Int, in context: BlockContext) -> Bool {
    var next = context.wordAfter(verb)
    for _ in 0..<2 {
      guard let word = next else { return false }
      if context.isWord(word, among: Self.negations) { return true }
      next = context.wordAfter(word)
    }
    return false
  }

  private static let afterVariables: WordSet = [
    "assez", "apical", "apostrophe", "augmente", "aussi", "croît", "entier", "entière", "entiers", "euphonique",
    "existe", "initial", "initiale", "on", "quelconque", "réel", "réels", "un", "une",
  ]

  /// Whether a letter before *est*, *a* or the like is a pronoun or a negation: « il s est tu » and « ce n est pas »,
  /// not « si n est pair ».
  private func isSubjectOrObject(_ index: Int, _ verb: Int, _ before: Int, in context: BlockContext) -> Bool {
    if context.isWord(index, "n") { return isNegated(verb, in: context) }
    return context.isWord(before, among: Self.pronouns)
      || context.isWord(index, "c") && context.isWord(before, among: Self.conjunctions)
  }

  private func beginsWithVowel(_ index: Int, in context: BlockContext) -> Bool {
    let start = Int(context[index].start)
    switch context.prose.bytes[start] | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "h"),
      UInt8(ascii: "y"):
      return true
    default: break
    }
    // é è ê à â î ô û œ
    return context.prose.bytes[start] == 0xC3 && context.prose.bytes[start + 1] | 0x20 != 0xA7
      || context.prose.bytes[start] == 0xC5 && context.prose.bytes[start + 1] | 1 == 0x93
  }

  /// Before these a letter is no elided word.
  private static let noFollowers: WordSet = [
    "et", "ou", "à", "au", "aux", "avec", "alors", "entre", "of", "and", "is", "are", "in", "if", "at", "as",
  ]

  private static let followersOfD: WordSet = ["abord", "accord", "ailleurs", "après", "autre", "autres", "où"]

  /// Verbs that a variable is followed by as often as a pronoun is: « où n est un entier ».
  private static let auxiliaries: WordSet = [
    "est", "a", "était", "étaient", "étant", "avait", "aura", "appartient", "appartenant", "égal", "égale",
  ]
  private static let negations: WordSet = [
    "pas", "plus", "jamais", "rien", "que", "qu", "aucun", "aucune", "guère", "personne",
  ]
  private static let pronouns: WordSet = [
    "il", "elle", "on", "ils", "elles", "qui", "je", "tu", "ne", "nous", "vous", "cela", "ça", "lui",
  ]
  private static let conjunctions: WordSet = ["que", "car", "mais", "donc", "quand", "lorsque", "comme", "puisque"]
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Remplacez l’espace par une apostrophe.", en: "Replace the space by an apostrophe.")
}
