import RelireDocuments
import RelireLexicon
import RelireModel

/// *pouvez vous*, *donnez moi*, *vas y*, *a-t'il*.
public struct InversionHyphen: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/inversion-hyphen", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un trait d’union manque entre le verbe et le pronom qui le suit.",
      en: "A hyphen is missing between a verb and the pronoun after it."),
    rationale: Message(
      fr: """
        Un pronom qui suit son verbe s’y attache\u{A0}: «\u{A0}pouvez-vous\u{202F}?\u{A0}», \
        «\u{A0}donnez-moi\u{A0}», «\u{A0}allons-y\u{A0}». Entre deux voyelles, «\u{A0}t\u{A0}» s’intercale entre deux \
        traits d’union, sans apostrophe\u{A0}: «\u{A0}a-t-il\u{A0}».
        """,
      en: """
        A pronoun after its verb is tied to it: “pouvez-vous”, “donnez-moi”, “allons-y”. Between two vowels comes a “t” \
        between two hyphens, without an apostrophe: “a-t-il”.
        """),
    exceptions: Message(
      fr:
        "Le pronom peut dépendre de l’infinitif qui suit\u{A0}: «\u{A0}veuillez vous adresser\u{A0}», «\u{A0}va y voir\u{A0}».",
      en: "The pronoun may belong to the infinitive after it: “veuillez vous adresser”, “va y voir”."),
    references: [
      .imprimerieNationale("Trait d’union"), .oqlf("Trait d’union entre le verbe et le pronom"),
    ],
    examples: [
      Example("⟦Pouvez vous⟧ réussir\u{202F}?", fixed: "Pouvez-vous réussir\u{202F}?"),
      Example("⟦Apportez moi⟧ ce dictionnaire.", fixed: "Apportez-moi ce dictionnaire."),
      Example("⟦Adressez vous⟧ à la mairie, ⟦vas y⟧.", fixed: "Adressez-vous à la mairie, vas-y."),
      Example("⟦a-t'il⟧ raison\u{202F}?", fixed: "a-t-il raison\u{202F}?"),
      Example("⟦Viennent t-ils⟧ demain\u{202F}?", fixed: "Viennent-ils demain\u{202F}?"),
      Example(
        "⟦Reste-il⟧ des places, et où ⟦va-elle⟧\u{202F}?", fixed: "Reste-t-il des places, et où va-t-elle\u{202F}?"),
      Example("Donnez-le⟦ ⟧moi.", fixed: "Donnez-le-moi."),
      Example("⟦Rends les moi⟧. ⟦Donne-moi le⟧.", fixed: "Rends-les-moi. Donne-le-moi."),
      Example(
        "⟦Va t’en⟧\u{202F}! ⟦Parlez m’en⟧. Allez-vous⟦ ⟧en.", fixed: "Va-t’en\u{202F}! Parlez-m’en. Allez-vous-en."),
      Example("⟦Est ce⟧ vrai\u{202F}? Qui ⟦est ce⟧\u{202F}?", fixed: "Est-ce vrai\u{202F}? Qui est-ce\u{202F}?"),
      Example(
        "Toujours ⟦est il⟧ qu’il pleut. Y ⟦a il⟧ du pain\u{202F}?",
        fixed: "Toujours est-il qu’il pleut. Y a-t-il du pain\u{202F}?"),
      Example(
        "⟦Faites le⟧\u{202F}! ⟦Laissez les⟧ entrer. Où est ce livre\u{202F}?",
        fixed: "Faites-le\u{202F}! Laissez-les entrer. Où est ce livre\u{202F}?"),
      Example(
        "«\u{A0}Oui\u{A0}», ⟦répondit elle⟧ en souriant.", fixed: "«\u{A0}Oui\u{A0}», répondit-elle en souriant."),
      Example(
        "⟦Contactez nous⟧ par courriel, ⟦dites moi⟧ tout.", fixed: "Contactez-nous par courriel, dites-moi tout."),
      Example("⟦Remplissez le⟧ puis ⟦envoyez le⟧ par courriel.", fixed: "Remplissez-le puis envoyez-le par courriel."),
      Example("⟦Donnez lui⟧ la clé, ⟦soyez en⟧ sûrs.", fixed: "Donnez-lui la clé, soyez-en sûrs."),
      Example("Le service ⟦est il⟧ gratuit\u{202F}?", fixed: "Le service est-il gratuit\u{202F}?"),
      Example(
        "Qu’⟦est ce⟧ que l’IGN\u{202F}? Il l’a dit, n’⟦est ce⟧ pas\u{202F}?",
        fixed: "Qu’est-ce que l’IGN\u{202F}? Il l’a dit, n’est-ce pas\u{202F}?"),
      Example("Encore ⟦faut il⟧ le savoir. Viens, ⟦dit elle⟧.", fixed: "Encore faut-il le savoir. Viens, dit-elle."),
      Example("Vous ne pouvez vous en passer, veuillez vous adresser à l’accueil."),
      Example("Les avions nous font rêver, viens avec moi, finis en souriant."),
      Example("Pour tout t il existe un nombre."),
      Example("Je me demande comment nous ferons, a-t-il dit."),
      Example("Venez nous voir, créez vous aussi un compte, laissez la porte ouverte."),
      Example(
        "Installez en plus ce profil, regardez y compris le dos. Les autres sont elles aussi concernées\u{202F}?"),
    ])

  public static let lists: WordLists = [.inversionPronouns, .imperatives]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    if list == .imperatives {
      checkObject(index, in: context, &findings)
    } else if context.isWord(index, "t") {
      checkEuphonicT(index, in: context, &findings)
    } else if context.isWord(index, "ce") {
      checkPlainCe(index, in: context, &findings)
    } else if context.isWord(index, among: Self.beforeCe) {
      checkCe(index, in: context, &findings)
    } else if let verb = context.joinedWordBefore(index, \.isHyphen) {
      checkMissingT(verb, index, in: context, &findings)
      checkOrder(verb, index, in: context, &findings)
    } else if context.isWord(index, "en"), let pronoun = context.joinedWordBefore(index, \.isApostrophe) {
      checkElidedPronoun(pronoun, index, in: context, &findings)
    } else {
      checkPronoun(index, in: context, &findings)
    }
  }

  /// With which the phrases of *est-ce* begin.
  private static let beforeCe: WordSet = ["est", "n", "qu"]

  private func checkPronoun(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let verb = context.wordBefore(index), mayBeVerb(verb, in: context), !context.isJoinedToNext(verb),
      context.gap(after: verb) != .other,
      !context.isTied(index..<index + 1), !isElided(index, in: context),
      context[verb].range.count > 1 || isYA(verb, in: context) && context.isQuestion(index),
      !context[index].flags.contains(.capitalised)
    else { return }
    if isSecondPronoun(verb, index, in: context) {
      let gap = context.gapRange(after: verb)
      findings.report(
        context.source(gap), .inversion, fix: context.replace(gap, with: "-", .unsafe, .write("-")))
      return
    }
    if isInverted(verb, index, in: context) {
      report(verb, index, context.string(context[verb]), in: context, &findings)
    } else if isImperative(verb, index, in: context) {
      report(verb, index, imperative(verb, before: index, in: context), in: context, &findings)
    }
  }

  /// Whether a word is a known verb, ends as some forms of all verbs do, or is a pronoun tied to one: nearly every call
  /// ends here.
  private func mayBeVerb(_ index: Int, in context: BlockContext) -> Bool {
    switch context.prose.bytes[context[index].range.upperBound - 1] | 0x20 {
    case 0x73, 0x74, 0x7A: true
    default: context.isGlued(index) || context.lists(index).intersects([.verbForms, .imperatives])
    }
  }

  func report(
    _ verb: Int, _ pronoun: Int, _ right: String, in context: BlockContext, _ findings: inout Findings
  ) {
    let mark = needsT(verb, pronoun, in: context) ? "-t-" : "-"
    let form = right + mark + context.string(context[pronoun])
    let isSame = right == context.string(context[verb])
    let range = isSame ? context.gapRange(after: verb) : context.range(verb..<pronoun + 1)
    findings.report(
      context.source(context.range(verb..<pronoun + 1)), .inversionForm(form),
      fix: context.replace(range, with: isSame ? mark : form, .unsafe, .write(form)))
  }

  // MARK: Subjects

  /// Whether the word before the pronoun is its verb in a question or an aside.
  private func isInverted(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard let person = person(of: pronoun, in: context), isVerb(verb, person, in: context),
      !followsDeterminer(verb, in: context)
    else { return false }
    if isAside(verb, pronoun, in: context) || isYA(verb, in: context) { return true }
    guard !hasSubject(verb, person, in: context) else { return false }
    if followsOpening(verb, in: context) || context.isWord(verb, "puissiez") && context.isSentenceStart(verb) {
      return true
    }
    if let next = context.wordAfter(pronoun) {
      if context.isWord(next, "y"), let second = context.wordAfter(next), context.isWord(second, "a") { return false }
      if context.isInfinitive(next), !context.isQuestion(pronoun) { return false }
    }
    if context.isQuestion(pronoun) {
      return context.isClauseStart(verb) || context.followsInterrogative(verb) || followsNegation(verb, in: context)
        || followsAdverb(verb, in: context)
        || (person == "6" || person == "3" && isAfterNoun(verb, in: context)) && !isEmphatic(pronoun, in: context)
    }
    if context.followsInterrogative(verb) { return true }
    // « , croyons nous, »
    return context.isClauseEnd(pronoun) && context.isClauseStart(verb) && person == "4"
  }

  /// *Y a il du pain ?*
  private func isYA(_ verb: Int, in context: BlockContext) -> Bool {
    guard context.isWord(verb, "a"), let y = context.wordBefore(verb) else { return false }
    return context.isWord(y, "y") && context.isSentenceStart(y)
  }

  private func person(of pronoun: Int, in context: BlockContext) -> Character? {
    Self.persons.first { context.isWord(pronoun, among: $0.pronouns) }?.person
  }

  /// The most usual first: they are looked for at every « il », « en » and « nous ».
  private static let persons: [(pronouns: WordSet, person: Character)] = [
    (["il", "elle", "on", "iel"], "3"), (["nous"], "4"), (["vous"], "5"), (["ils", "elles", "iels"], "6"),
    (["je"], "1"), (["tu"], "2"),
  ]

  private func isVerb(_ index: Int, _ person: Character, in context: BlockContext) -> Bool {
    switch person {
    case "4":
      return context.hasSuffix(index, "ons") && context[index].range.count >= 5 || context.isWord(index, "sommes")
    case "5":
      return context.hasSuffix(index, "ez") && context[index].range.count >= 4 && !context.isWord(index, "chez")
        && !context.isWord(index, "assez") || context.isWord(index, among: ["êtes", "faites", "dites"])
    case "6":
      if context.hasSuffix(index, "ont") {
        return !context.isWord(index, "dont") && !context.isWord(index, "pont") && !context.isWord(index, "front")
      }
      return context.hasSuffix(index, "ent") && !context.hasSuffix(index, "ment") && !context.isWord(index, "souvent")
    default:
      return context.value(index, in: .verbForms)?.contains(person) ?? isRareVerb(index, person, in: context)
    }
  }

  /// *Pourquoi ris tu ?*, *Où court il ?*: what stands between the word that asks and its subject is the verb.
  private func isRareVerb(_ index: Int, _ person: Character, in context: BlockContext) -> Bool {
    guard person == "2" || person == "3", context[index].range.count > 2, !context.isWord(index, in: .frenchStopWords),
      let word = context.wordBefore(index), context.isWord(word, among: Self.openings), context.isSentenceStart(word),
      context.isQuestion(index)
    else { return false }
    if person == "2" { return context.hasSuffix(index, "s") && !context.hasSuffix(index, "ois") }
    return context.hasSuffix(index, "t") && !context.hasSuffix(index, "nt")
      && !context.isWord(index, among: ["partout", "surtout", "tout", "tantôt", "plutôt", "bientôt", "aussitôt"])
  }

  private static let openings: WordSet = ["comment", "où", "pourquoi", "quand", "que"]

  /// Whether the verb has a subject already: *vous ne pouvez vous*, *il était il y a*.
  private func hasSubject(_ verb: Int, _ person: Character, in context: BlockContext) -> Bool {
    switch person {
    case "4": return context.follows("nous", verb, within: 4)
    case "5": return context.follows("vous", verb, within: 4)
    default: break
    }
    guard let previous = context.wordBefore(verb) else { return false }
    return context.isWord(previous, among: Self.subjects)
      || context.isWord(previous, "qui") && !context.isSentenceStart(previous)
  }

  private static let subjects: WordSet = ["je", "tu", "il", "elle", "on", "ils", "elles", "ce", "cela", "ça"]

  /// *« Je viens », dit il.*, *Viens, dit elle.*
  private func isAside(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard !context.isGlued(verb), let previous = context.before(verb),
      context.value(verb, in: .verbForms)?.contains("s") ?? false
    else { return false }
    // « Je viens », répondit elle en souriant; « oui », dit il y a un an.
    if followsQuote(previous, in: context), !isEmphatic(pronoun, in: context),
      !(context.wordAfter(pronoun).map { context.isWord($0, "y") } ?? false)
    {
      return true
    }
    guard context.isClauseEnd(pronoun) else { return false }
    return context[previous].kind == .comma || context[previous].kind.isClosing
      || context[previous].kind == .straightQuote || context[previous].kind == .highMark
  }

  /// Whether speech ends before its comma, or with its own mark: « Partez ! », « Oui ». Not « le mot « oui » ».
  private func followsQuote(_ mark: Int, in context: BlockContext) -> Bool {
    guard let inner = context.before(mark) else { return false }
    if context[mark].kind == .comma { return context[inner].kind == .closingGuillemet }
    return context[mark].kind == .closingGuillemet
      && (context[inner].kind == .highMark || context[inner].kind == .ellipsis || context[inner].kind == .comma)
  }

  /// *Aussi est il…*, *À peine était il…*: an adverb opens the clause, and the verb follows.
  private func followsOpening(_ verb: Int, in context: BlockContext) -> Bool {
    guard let last = context.wordBefore(verb) else { return false }
    if context.isWord(last, among: ["ainsi", "aussi", "encore"]) { return context.isClauseStart(last) }
    if context.isWord(last, "toujours") { return context.isSentenceStart(last) && context.isWord(verb, "est") }
    if context.isWord(last, "être") {
      guard let first = context.joinedWordBefore(last, \.isHyphen) else { return false }
      return context.isWord(first, "peut") && context.isClauseStart(first)
    }
    guard context.isWord(last, among: ["peine", "doute", "plus", "moins"]), let first = context.wordBefore(last) else {
      return false
    }
    if context.isWord(last, "peine") { return context.isWord(first, "à") && context.isClauseStart(first) }
    if context.isWord(last, "doute") { return context.isWord(first, "sans") && context.isClauseStart(first) }
    guard context.isWord(first, "au") else { return context.isWord(first, "du") && context.isClauseStart(first) }
    return context.isClauseStart(first) || context.wordBefore(first).map { context.isWord($0, "tout") } ?? false
  }

  /// *Le service est il gratuit ?*: a noun and its article open the sentence, and nothing before the verb opens another
  /// clause or is a subject.
  private func isAfterNoun(_ verb: Int, in context: BlockContext) -> Bool {
    var current = verb
    var words = 0
    while let previous = context.before(current), words < 10 {
      switch context[previous].kind {
      case .word:
        if context.isWord(previous, among: Self.clauseWords) || context.isWord(previous, in: .interrogatives) {
          return false
        }
        words += 1
      case .hyphen, .apostrophe, .straightApostrophe: break
      default: return words > 1 && context.isSentenceStart(current) && context.isWord(current, in: .determiners)
      }
      current = previous
    }
    return words > 1 && context.isSentenceStart(current) && context.isWord(current, in: .determiners)
  }

  private static let clauseWords: WordSet = [
    "il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "cela", "ça", "c", "dont", "si", "s", "lorsque",
    "lorsqu", "comme", "puisque", "puisqu", "et", "mais", "ou", "car",
  ]

  /// *Sont elles aussi concernées*, *est il faut que*: the pronoun is no subject of the verb before it.
  private func isEmphatic(_ pronoun: Int, in context: BlockContext) -> Bool {
    guard let next = context.wordAfter(pronoun) else { return false }
    return context.isWord(next, among: ["aussi", "même", "mêmes", "seul", "seule", "ne", "n", "se", "s", "qui", "que"])
      || context.isWord(next, in: .verbForms)
  }

  private func followsDeterminer(_ verb: Int, in context: BlockContext) -> Bool {
    if let word = context.joinedWordBefore(verb, \.isApostrophe) { return context.isWord(word, among: ["l", "d"]) }
    guard let previous = context.wordBefore(verb) else { return false }
    return context.isWord(previous, in: .determiners) || context.isWord(previous, "de")
      || context.isWord(previous, "à") || context.isWord(previous, "en") && context.hasSuffix(verb, "ions")
  }

  private func followsNegation(_ verb: Int, in context: BlockContext) -> Bool {
    context.follows("ne", verb, within: 2) || context.follows("n", verb, within: 2)
  }

  private func followsAdverb(_ verb: Int, in context: BlockContext) -> Bool {
    context.follows("pourquoi", verb, within: 8) || context.follows("comment", verb, within: 8)
      || context.follows("quand", verb, within: 8)
  }
}

extension Message {
  fileprivate static let inversion = Message(
    fr: "Un trait d’union attache aussi ce second pronom au verbe.",
    en: "A hyphen ties this second pronoun to the verb too.")

  static func inversionForm(_ form: String) -> Message {
    Message(
      fr: "Un trait d’union attache le pronom au verbe\u{A0}: «\u{A0}\(form)\u{A0}».",
      en: "A hyphen ties the pronoun to the verb: “\(form)”.")
  }
}
