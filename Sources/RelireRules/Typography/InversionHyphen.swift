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
      Example("Donnez-le⟦ ⟧moi.", fixed: "Donnez-le-moi."),
      Example("Vous ne pouvez vous en passer, veuillez vous adresser à l’accueil."),
      Example("Les avions nous font rêver, viens avec moi, finis en souriant."),
      Example("Je me demande comment nous ferons, a-t-il dit."),
    ])

  public static let lists: WordLists = [.inversionPronouns]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    if context.isWord(index, "t") {
      checkEuphonicT(index, in: context, &findings)
      return
    }
    guard let verb = context.wordBefore(index), mayBeVerb(verb, in: context), !context.isJoinedToNext(verb),
      context.gap(after: verb) != .other,
      !context.isTied(index..<index + 1), !isElided(index, in: context), context[verb].range.count > 1,
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

  private func report(
    _ verb: Int, _ pronoun: Int, _ right: String, in context: BlockContext, _ findings: inout Findings
  ) {
    let form = right + "-" + context.string(context[pronoun])
    let isSame = right == context.string(context[verb])
    let range = isSame ? context.gapRange(after: verb) : context.range(verb..<pronoun + 1)
    findings.report(
      context.source(context.range(verb..<pronoun + 1)), .inversionForm(form),
      fix: context.replace(range, with: isSame ? "-" : form, .unsafe, .write(form)))
  }

  /// The right form of the imperative: *achève-moi* without an s, *donnes-en* with one.
  private func imperative(_ verb: Int, before pronoun: Int, in context: BlockContext) -> String {
    guard var form = context.value(verb, in: .imperatives) else { return context.string(context[verb]) }
    if context.isWord(pronoun, "en") || context.isWord(pronoun, "y"), form.hasSuffix("e") || form == "va" {
      form += "s"
    }
    return context.matchingCase(of: verb, form)
  }

  // MARK: Subjects

  /// Whether the word before the pronoun is its verb in a question or an aside.
  private func isInverted(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard let person = person(of: pronoun, in: context), isVerb(verb, person, in: context),
      !followsDeterminer(verb, in: context), !hasSubject(verb, pronoun, person, in: context)
    else { return false }
    if let next = context.wordAfter(pronoun) {
      if context.isWord(next, "y"), let second = context.wordAfter(next), context.isWord(second, "a") { return false }
      if context.isInfinitive(next), !context.isQuestion(pronoun) { return false }
    }
    if context.isQuestion(pronoun) {
      return context.isClauseStart(verb) || context.followsInterrogative(verb) || followsNegation(verb, in: context)
        || followsAdverb(verb, in: context) || person == "6"
    }
    if context.followsInterrogative(verb) { return true }
    // « , croyons nous, »
    return context.isClauseEnd(pronoun) && context.isClauseStart(verb) && person == "4"
  }

  private func person(of pronoun: Int, in context: BlockContext) -> Character? {
    // No string is made: this is asked at every « il », « en » and « nous ».
    if context.isWord(pronoun, "il") || context.isWord(pronoun, "elle") || context.isWord(pronoun, "on") { return "3" }
    if context.isWord(pronoun, "nous") { return "4" }
    if context.isWord(pronoun, "vous") { return "5" }
    if context.isWord(pronoun, "ils") || context.isWord(pronoun, "elles") { return "6" }
    if context.isWord(pronoun, "je") { return "1" }
    if context.isWord(pronoun, "tu") { return "2" }
    if context.isWord(pronoun, "iel") { return "3" }
    return context.isWord(pronoun, "iels") ? "6" : nil
  }

  private func isVerb(_ index: Int, _ person: Character, in context: BlockContext) -> Bool {
    switch person {
    case "4":
      return context.hasSuffix(index, "ons") && context[index].range.count >= 5 || context.isWord(index, "sommes")
    case "5":
      return context.hasSuffix(index, "ez") && context[index].range.count >= 4 && !context.isWord(index, "chez")
        && !context.isWord(index, "assez") || context.isWord(index, "êtes") || context.isWord(index, "faites")
    case "6":
      if context.hasSuffix(index, "ont") {
        return !context.isWord(index, "dont") && !context.isWord(index, "pont") && !context.isWord(index, "front")
      }
      return context.hasSuffix(index, "ent") && !context.hasSuffix(index, "ment") && !context.isWord(index, "souvent")
    default:
      return context.value(index, in: .verbForms)?.contains(person) ?? false
    }
  }

  /// Whether the verb has a subject already: *vous ne pouvez vous*, *il était il y a*.
  private func hasSubject(_ verb: Int, _ pronoun: Int, _ person: Character, in context: BlockContext) -> Bool {
    switch person {
    case "4": return context.follows("nous", verb, within: 4)
    case "5": return context.follows("vous", verb, within: 4)
    default: break
    }
    guard let previous = context.wordBefore(verb) else { return false }
    for subject: StaticString in ["je", "tu", "il", "elle", "on", "ils", "elles", "ce", "cela", "ça"]
    where context.isWord(previous, subject) { return true }
    return context.isWord(previous, "qui") && !context.isSentenceStart(previous)
  }

  private func followsDeterminer(_ verb: Int, in context: BlockContext) -> Bool {
    if context.joinedWordBefore(verb, \.isApostrophe) != nil {
      guard let word = context.joinedWordBefore(verb, \.isApostrophe) else { return false }
      return context.isWord(word, "l") || context.isWord(word, "d")
    }
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

  // MARK: Imperatives

  /// Whether the word before the pronoun is an imperative that it completes.
  private func isImperative(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard context.isClauseStart(verb) else { return false }
    let isPlural = context.hasSuffix(verb, "ez") && context[verb].range.count >= 5 && !context.isWord(verb, "assez")
    let isFirst = context.hasSuffix(verb, "ons") && context.isWord(verb, in: .imperatives)
    let isSingular = context.isWord(verb, in: .imperatives)
    guard isPlural || isFirst || isSingular else { return false }
    let next = context.wordAfter(pronoun)
    switch context.folded(pronoun) {
    case "moi", "toi":
      guard let next else { return true }
      return !context.isWord(next, "je") && !context.isWord(next, "j") && !context.isWord(next, "aussi")
        && !context.isWord(next, "non") && !context.isWord(next, "et") && !context.isWord(next, "seul")
    case "vous":
      guard isPlural, let next else { return isPlural }
      // « Veuillez vous adresser », « Pouvez vous » is a question.
      return !context.isInfinitive(next) && !context.isWord(next, "en") && !context.isWord(next, "y")
        && !context.isWord(verb, "avez") && !context.isWord(verb, "savez") && !context.isWord(verb, "veuillez")
    case "leur": return context.isClauseEnd(pronoun)
    case "y":
      guard let next else { return true }
      return !context.isInfinitive(next) && !context.hasSuffix(next, "ant")
    case "en":
      if context.isClauseEnd(pronoun) { return true }
      guard let next else { return false }
      for word: StaticString in ["à", "là", "encore", "plus", "moins", "trop"] where context.isWord(next, word) {
        return !context.isWord(next, "plus") || isPlural
      }
      return false
    default: return false
    }
  }

  /// *donne-les moi*, *donnez-moi en*: the second of two pronouns.
  private func isSecondPronoun(_ first: Int, _ second: Int, in context: BlockContext) -> Bool {
    guard let verb = context.joinedWordBefore(first, \.isHyphen), !context.isTied(second..<second + 1) else {
      return false
    }
    if let next = context.wordAfter(second), context.isInfinitive(next) || context.isWord(next, "même") { return false }
    switch context.folded(first) {
    case "le", "la", "les":
      guard context[verb].range.count > 2 else { return false }
      return ["moi", "toi", "nous", "vous", "lui", "leur"].contains(context.folded(second))
        && (context.folded(second) != "leur" || context.isClauseEnd(second))
    case "moi", "nous": return context.isWord(second, "en") && context.isClauseEnd(second)
    default: return false
    }
  }

  /// *j’en ai*: an elided pronoun or one before an apostrophe is something else.
  private func isElided(_ index: Int, in context: BlockContext) -> Bool {
    context.isJoinedToNext(index) && context[index + 1].kind.isApostrophe
  }

  // MARK: The t of « a-t-il »

  private func checkEuphonicT(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let pronoun = pronounAfterT(index, in: context), let verb = verbBeforeT(index, in: context),
      !isElisionBefore(verb, in: context)
    else { return }
    let between = context[verb].range.upperBound..<context[pronoun].range.lowerBound
    let isSingular = ["il", "elle", "on", "iel"].contains(context.folded(pronoun))
    let last = context.prose.bytes[context[verb].range.upperBound - 1] | 0x20
    // « ne voilà-t-il pas »
    let needsT = isSingular && (last == 0x61 || last == 0x65 || last == 0x63 || context.isWord(verb, "voilà"))
    let corrected = needsT ? "-t-" : "-"
    guard context.string(between) != corrected else { return }
    // Other hyphens than the ASCII one are right.
    let isRight = needsT && between.count > 3 && context[verb + 1].kind == .otherHyphen
    guard !isRight else { return }
    let form = context.string(context[verb]) + corrected + context.string(context[pronoun])
    findings.report(
      context.source(context.range(verb..<pronoun + 1)), .euphonicT(form),
      fix: context.replace(between, with: corrected, .unsafe, .write(form)))
  }

  private func pronounAfterT(_ index: Int, in context: BlockContext) -> Int? {
    guard var next = context.after(index) else { return nil }
    if context[next].kind.isApostrophe || context[next].kind.isHyphen || context[next].kind == .minus {
      guard let word = context.after(next) else { return nil }
      next = word
    } else if context.isGlued(next) {
      return nil
    }
    guard context[next].kind == .word else { return nil }
    let isPronoun = ["il", "elle", "on", "ils", "elles", "iel", "iels", "tu"].contains(context.folded(next))
    return isPronoun ? next : nil
  }

  private func verbBeforeT(_ index: Int, in context: BlockContext) -> Int? {
    guard var previous = context.before(index) else { return nil }
    if context[previous].kind.isHyphen || context[previous].kind == .minus {
      guard context.isGlued(previous), let word = context.before(previous) else { return nil }
      previous = word
    } else if context.isGlued(index) {
      return nil
    }
    guard context[previous].kind == .word, !context[previous].flags.contains(.hasDigit) else { return nil }
    return previous
  }

  /// *que l’on t’elle…* does not exist, but *je t’…* and *ne t’…* do.
  private func isElisionBefore(_ verb: Int, in context: BlockContext) -> Bool {
    for word: StaticString in ["je", "ne", "tu", "qui", "que", "on", "il", "elle"] where context.isWord(verb, word) {
      return true
    }
    return false
  }
}

extension Message {
  fileprivate static var inversion: Message {
    Message(
      fr: "Un trait d’union attache aussi ce second pronom au verbe.",
      en: "A hyphen ties this second pronoun to the verb too.")
  }

  fileprivate static func inversionForm(_ form: String) -> Message {
    Message(
      fr: "Un trait d’union attache le pronom au verbe\u{A0}: «\u{A0}\(form)\u{A0}».",
      en: "A hyphen ties the pronoun to the verb: “\(form)”.")
  }

  fileprivate static func euphonicT(_ form: String) -> Message {
    Message(
      fr: "Le verbe et le pronom inversé s’écrivent «\u{A0}\(form)\u{A0}».",
      en: "The verb and its inverted pronoun are written “\(form)”.")
  }
}
