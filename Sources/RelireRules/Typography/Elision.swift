import RelireDocuments
import RelireLexicon
import RelireModel

/// *de amour*, *si il*, *ce animal*, *l’haricot*.
public struct Elision: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/elision", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une élision manque, ou est de trop.",
      en: "An elision is missing, or one too many."),
    rationale: Message(
      fr: """
        Devant une voyelle ou un h muet, «\u{A0}le\u{A0}», «\u{A0}de\u{A0}», «\u{A0}que\u{A0}», «\u{A0}si il\u{A0}» \
        s’élident, «\u{A0}ce\u{A0}» devient «\u{A0}cet\u{A0}», «\u{A0}sa\u{A0}» devient «\u{A0}son\u{A0}»\u{202F}; devant \
        un h aspiré, rien ne s’élide\u{A0}: «\u{A0}le handicap\u{A0}». Seuls les mots d’une liste sont repris.
        """,
      en: """
        Before a vowel or a mute h “le”, “de”, “que”, “si il” are elided, “ce” becomes “cet”, “sa” becomes “son”; before \
        an aspirated h nothing is: “le handicap”. Only words of a list are corrected.
        """),
    exceptions: Message(
      fr: """
        Les mots étrangers («\u{A0}le open data\u{A0}» reste) et les noms propres, sauf après «\u{A0}de\u{A0}» ceux \
        dont la première lettre est une voyelle pour tout le monde.
        """,
      en: """
        Foreign words (“le open data” stays) and proper names, save after “de” those whose first letter is a vowel in \
        all mouths.
        """),
    references: [
      .imprimerieNationale("Apostrophe"), .oqlf("Élision"),
      .usage(Message(fr: "Académie française, liaisons et h aspiré", en: "Académie française, aspirated h")),
    ],
    examples: [
      Example("une histoire ⟦de ⟧amour", fixed: "une histoire d’amour"),
      Example("⟦si ⟧ils viennent", fixed: "s’ils viennent"),
      Example("⟦ce⟧ animal, ⟦sa⟧ œuvre", fixed: "cet animal, son œuvre"),
      Example("un ⟦nouveau⟧ élément", fixed: "un nouvel élément"),
      Example("⟦l’⟧handicap et ⟦d’⟧haricots", fixed: "le handicap et de haricots"),
      Example("⟦Presqu’⟧exclusivement", fixed: "Presque exclusivement"),
      Example("la gare ⟦de ⟧Alfortville, l’usage ⟦de ⟧Internet", fixed: "la gare d’Alfortville, l’usage d’Internet"),
      Example("le réseau de ADN, le port de Ouessant, Ponce de Elche, la page de Uber, la lettre de *Antoine*"),
      Example("le open data, de nouveau homme, de un à onze, si il ou elle vient, presqu’île"),
      Example("⟦Je ⟧habite ici, cela ⟦ne ⟧existe plus, ⟦ma⟧ amie", fixed: "J’habite ici, cela n’existe plus, mon amie"),
      Example("la taille que *a*, autant que y. Lorsque aucune date n’est donnée"),
      Example("il convient ⟦de ⟧adresser ce pli, ⟦je ⟧atteste", fixed: "il convient d’adresser ce pli, j’atteste"),
      Example("Comment puis je obtenir une aide\u{202F}? Est ce obligatoire\u{202F}? Suis je en retard\u{202F}?"),
      Example("*⟦je* ⟧habite ici"),
      Example("⟦Ce ⟧est vrai, l’étude ⟦de ⟧insectes", fixed: "C’est vrai, l’étude d’insectes"),
      Example("⟦l’⟧ouistiti, ⟦l’⟧hockey", fixed: "le ouistiti, le hockey"),
      Example("les pronoms tels que il ou elle"),
      Example("le handicap, la hauteur, l’homme, l’huile, la 2de\u{A0}édition"),
    ])

  public static let lists: WordLists = [.elidingWords, .aspiratedWords]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    if list == .aspiratedWords {
      checkAspirated(index, in: context, &findings)
      return
    }
    // Nearly every call ends here: the next word begins with a consonant.
    if index + 1 < context.indices.upperBound, context[index + 1].kind == .word,
      !startsWithVowel(index + 1, in: context)
    {
      return
    }
    if context.isWord(index, "presqu") {
      checkPresque(index, in: context, &findings)
      return
    }
    guard let next = context.wordAfter(index), startsWithVowel(next, in: context), context.gap(after: index) != .other,
      !context.isTied(index..<index + 1),
      !context[next].flags.contains(.capitalised) || isCertainName(index, next, in: context),
      let elided = context.value(index, in: .elidingWords)
    else { return }
    if context[index].flags.contains(.allCapitals) || isCited(next, in: context) { return }
    // « la 2de édition »
    if context.isGlued(index), context[index - 1].kind == .number { return }
    if elided.hasSuffix("’") {
      guard elides(index, next, in: context) else { return }
      let gap = context[index].range.lowerBound..<context[next].range.lowerBound
      let corrected = context.matchingCase(of: index, elided)
      findings.report(
        context.source(gap), .elision(corrected + context.string(context[next])),
        fix: context.replace(gap, with: corrected, .unsafe, .write(corrected + context.string(context[next]))))
      return
    }
    if isSubjectOfBe(index, next, in: context) {
      let gap = context[index].range.lowerBound..<context[next].range.lowerBound
      let corrected = context.matchingCase(of: index, "c’")
      findings.report(
        context.source(gap), .elision(corrected + context.string(context[next])),
        fix: context.replace(gap, with: corrected, .unsafe, .write(corrected + context.string(context[next]))))
      return
    }
    guard changes(index, next, in: context) else { return }
    let corrected = context.matchingCase(of: index, elided)
    findings.report(
      context.source(context[index].range), .elision(corrected + " " + context.string(context[next])),
      fix: context.replace(
        context[index].range, with: corrected, .unsafe, .write(corrected + " " + context.string(context[next]))))
  }

  /// A letter: vowels, *h*, and the accented letters and ligatures of Latin-1 and Latin Extended-A.
  private func startsWithVowel(_ index: Int, in context: BlockContext) -> Bool {
    switch context.prose.bytes[context[index].range.lowerBound] {
    case 0x61, 0x65, 0x68, 0x69, 0x6F, 0x75, 0x79, 0xC3, 0xC5: true
    // Names; « de Yahoo », « de Hugo » are right.
    case 0x41, 0x45, 0x49, 0x4F, 0x55: true
    default: false
    }
  }

  /// *de Alfortville*: a name after *de* that a French noun goes before. Those of letters (*de ADN*), with a capital
  /// inside, of a few letters or with a first sound that is no vowel in all mouths (*de Ouessant*, *de Iéna*, *de Uber*,
  /// *de One*) are left alone, and so are those in a foreign name: *Ponce de Elche*.
  private func isCertainName(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    let name = context[next]
    guard context.isWord(index, "de"), !name.flags.contains(.allCapitals), !name.flags.contains(.innerCapital),
      !name.flags.contains(.hasDigit), name.range.count > 4, !context[index].flags.contains(.capitalised),
      let noun = context.wordBefore(index), !context[noun].flags.contains(.capitalised),
      !context.isTied(next..<next + 1), !context.prose.isBoundary(name.range.lowerBound)
    else { return false }
    let bytes = context.prose.bytes[name.range]
    let second = bytes[bytes.startIndex + 1]
    switch bytes[bytes.startIndex] {
    case 0x41, 0x45: return true
    case 0x49: return !"aeiouy\u{C3}".utf8.contains(second)
    case 0x4F: return "bcdlmrstvx".utf8.contains(second)
    case 0x55: return "lrt".utf8.contains(second)
    case 0xC3: return second == 0x89
    default: return false
    }
  }

  private func elides(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    if context[next].flags.contains(.capitalised) { return true }
    let kind = context.value(next, in: .vowelWords)
    switch context.folded(index) {
    case "le", "la": return kind != nil && kind != "d" && kind != "p" && !isInverted(index, in: context)
    case "de": return kind != nil || isPlainInfinitive(next, in: context)
    case "ce": return false
    case "si":
      guard context.isWord(next, among: ["il", "ils"]) else { return false }
      // « si il ou elle », « si il/elle »
      guard let mark = context.after(next) else { return true }
      return !context.isWord(mark, among: ["ou", "et"]) && context[mark].kind != .slash
        && context[mark].kind != .openingParenthesis && !context.isJoinedToNext(next)
    case "jusque": return context.isWord(next, among: Self.followersOfJusque)
    case "que": return context.isWord(next, in: .elidedFollowers) && !isListOfWords(index, next, in: context)
    // Of old before these only; « lorsque aucune » and « puisqu’aucun » are both written.
    case "lorsque", "puisque", "quoique":
      return context.isWord(next, among: Self.followersOfLorsque)
    default:
      return context.isWord(next, in: .elidedFollowers) && !context.isWord(next, among: Self.otherClauses)
        && !isInverted(index, in: context)
        // « puis je obtenir » wants a hyphen: nothing is elided before an infinitive.
        && !(context.isWord(index, "je") && (context.isInfinitive(next) || isSubjectBehind(index, in: context)))
    }
  }

  /// *de adresser*: a vowel, and the ending of nearly all verbs; *de under* is English.
  private func isPlainInfinitive(_ index: Int, in context: BlockContext) -> Bool {
    let token = context[index]
    let first = context.prose.bytes[token.range.lowerBound]
    return first != 0x68 && first != 0x79 && token.range.count > 5
      && (context.hasSuffix(index, "er") || context.hasSuffix(index, "ir"))
      && context.isInfinitive(index) && !context.isWord(index, in: .englishStopWords)
      && !context.isWord(index, among: Self.englishWords)
  }

  private static let englishWords: WordSet = [
    "amber", "elixir", "emir", "elder", "entier", "insider", "outsider", "owner", "under", "upper", "user",
  ]

  /// *ce* → *cet*, *sa* → *son*, *nouveau* → *nouvel*.
  private func changes(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    guard let kind = context.value(next, in: .vowelWords) else { return false }
    switch context.folded(index) {
    case "ce":
      // « Est ce utile ? » wants a hyphen.
      if let verb = context.wordBefore(index), context.isWord(verb, among: Self.formsOfBe), context.isClauseStart(verb)
      {
        return false
      }
      return kind.hasPrefix("m") && !(context.wordBefore(index).map { context.isWord($0, "sur") } ?? false)
    case "ma", "ta", "sa": return kind.contains("f")
    case "nouveau", "beau", "vieux":
      guard kind.hasPrefix("m") else { return false }
      let last = context.prose.bytes[context[next].range.upperBound - 1]
      if context.isWord(index, "vieux"), last == 0x73 || last == 0x78 { return false }
      // « de nouveau homme », « à nouveau utile » are adverbs.
      return context.isAfterDeterminer(index)
    default: return false
    }
  }

  /// *Ce est vrai*, *mais ce était hier*
  private func isSubjectOfBe(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    context.isWord(index, "ce") && context.isWord(next, among: ["est", "était", "étaient"])
      && context.isClauseStart(index)
  }

  /// A word alone in its markup, or a variable: « à droite de *est* », « autant de lignes que y ».
  private func isCited(_ index: Int, in context: BlockContext) -> Bool {
    let range = context[index].range
    if context.prose.isBoundary(range.lowerBound), context.prose.isBoundary(range.upperBound) { return true }
    guard range.count == 1, context.wordAfter(index) == nil else { return false }
    return !context.isJoinedToNext(index) || !context[index + 1].kind.ties
  }

  /// *les pronoms tels que il ou elle*: words that are spoken of are not elided before.
  private func isListOfWords(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    guard let such = context.wordBefore(index), context.isWord(such, among: Self.such),
      let after = context.after(next)
    else { return false }
    return context.isWord(after, among: ["ou", "et"]) || context[after].kind == .comma
  }

  private static let followersOfJusque: WordSet = ["à", "alors", "au", "aux", "en", "ici"]

  private static let followersOfLorsque: WordSet = ["il", "ils", "elle", "elles", "on", "un", "une", "en"]

  /// What may follow *je*, *me*, *te*, *se* or *ne* without being of the same clause.
  private static let otherClauses: WordSet = [
    "à", "au", "aux", "un", "une", "avec", "après", "avant", "il", "ils",
  ]

  private static let formsOfBe: WordSet = ["est", "était", "sera", "serait", "fut"]
  private static let such: WordSet = ["tel", "telle", "telles", "tels"]

  /// *dis-le à*: a pronoun tied to its verb is not elided.
  private func isInverted(_ index: Int, in context: BlockContext) -> Bool {
    context.joinedWordBefore(index, \.isHyphen) != nil
  }

  /// *Suis je en retard ?* wants a hyphen too.
  private func isSubjectBehind(_ index: Int, in context: BlockContext) -> Bool {
    guard let verb = context.wordBefore(index), context.value(verb, in: .verbForms)?.contains("1") ?? false else {
      return false
    }
    return context.isClauseStart(verb) || context.followsInterrogative(verb)
  }

  /// *presqu’* but before *île*.
  private func checkPresque(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isJoinedToNext(index), context[index + 1].kind.isApostrophe, index + 2 < context.indices.upperBound,
      context[index + 2].kind == .word, !context.isWord(index + 2, "île"), !context.isWord(index + 2, "îles"),
      !context.isWord(index + 2, "ile"), !context.isWord(index + 2, "iles")
    else { return }
    let range = context.range(index..<index + 2)
    let corrected = context.matchingCase(of: index, "presque ")
    findings.report(
      context.source(range), .noElision(corrected + context.string(context[index + 2])),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }

  /// *l’handicap*
  private func checkAspirated(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let word = context.joinedWordBefore(index, \.isApostrophe),
      let kind = context.value(index, in: .aspiratedWords)
    else { return }
    let full: String
    switch context.folded(word) {
    case "l": full = kind.hasPrefix("f") ? "la " : "le "
    case "d": full = "de "
    case "j": full = "je "
    case "m": full = "me "
    case "t": full = "te "
    case "s": full = "se "
    case "n": full = "ne "
    case "qu": full = "que "
    default: return
    }
    // « l’haut » may be « le haut » or « la haute »: only nouns tell.
    let isVerb = "jmtsn".contains(full.first ?? " ")
    guard isVerb ? kind.hasPrefix("v") : true else { return }
    let range = context.range(word..<index)
    let corrected = context.matchingCase(of: word, full)
    findings.report(
      context.source(range), .noElision(corrected + context.string(context[index])),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected + context.string(context[index]))))
  }
}

extension Message {
  fileprivate static func elision(_ corrected: String) -> Message {
    Message(
      fr: "Devant une voyelle ou un h muet, écrivez «\u{A0}\(corrected)\u{A0}».",
      en: "Before a vowel or a mute h write “\(corrected)”.")
  }

  fileprivate static func noElision(_ corrected: String) -> Message {
    Message(
      fr: "Pas d’élision ici\u{A0}: écrivez «\u{A0}\(corrected)\u{A0}».",
      en: "No elision here: write “\(corrected)”.")
  }
}
