import RelireDocuments
import RelireLexicon

/// Pronouns after imperatives: *donnez moi*, *contactez nous*, *imprimez le*.
extension InversionHyphen {
  /// The right form of the imperative: *achève-moi* without an s, *donnes-en* with one.
  func imperative(_ verb: Int, before pronoun: Int, in context: BlockContext) -> String {
    guard var form = context.value(verb, in: .imperatives) else { return context.string(context[verb]) }
    if context.isWord(pronoun, "en") || context.isWord(pronoun, "y"), form.hasSuffix("e") || form == "va" {
      form += "s"
    }
    return context.matchingCase(of: verb, form)
  }

  /// Whether the word before the pronoun is an imperative that it completes.
  func isImperative(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard context.isClauseStart(verb) else { return false }
    let isPlural = isPlural(verb, in: context)
    guard isPlural || context.isWord(verb, in: .imperatives) else { return false }
    let next = context.wordAfter(pronoun)
    if let next, context.isWord(next, "en"), goesAway(verb, pronoun, next, in: context) { return true }
    // « Servez vous même » is two words of three: either may want the hyphen.
    if let next, context.isWord(next, among: ["même", "mêmes"]) { return false }
    switch context.folded(pronoun) {
    case "moi", "toi":
      guard let next else { return true }
      if context.isWord(next, "et") { return isImperativeAfter(next, in: context) && context.isSentenceStart(verb) }
      return !context.isWord(next, among: ["je", "j", "aussi", "non", "seul"])
    case "nous": return isPlural && isObject("nous", verb, pronoun, next, in: context)
    case "lui":
      return (isPlural || context.isSentenceStart(verb)) && isObject("lui", verb, pronoun, next, in: context)
    case "leur": return context.isClauseEnd(pronoun) || isObject("leur", verb, pronoun, next, in: context)
    case "vous":
      guard isPlural, let next else { return isPlural }
      // « Veuillez vous adresser », « Pouvez vous » is a question, « Créez vous aussi ».
      return !context.isInfinitive(next) && !context.isWord(next, among: ["en", "y", "aussi"])
        && !context.isWord(verb, among: ["avez", "savez", "veuillez"])
    case "y":
      guard let next else { return true }
      return !context.isInfinitive(next) && !context.isWord(next, "compris")
        && (!context.hasSuffix(next, "ant")
          || context.isWord(next, among: ["avant", "pendant", "maintenant", "durant"]))
    case "en": return isObjectEn(verb, pronoun, next, in: context)
    default: return false
    }
  }

  private func isPlural(_ verb: Int, in context: BlockContext) -> Bool {
    context.hasSuffix(verb, "ez") && context[verb].range.count >= 5 && !context.isWord(verb, "assez")
      || context.isWord(verb, among: ["dites", "faites"])
  }

  /// *Lève toi et marche*
  private func isImperativeAfter(_ conjunction: Int, in context: BlockContext) -> Bool {
    guard let next = context.wordAfter(conjunction) else { return false }
    return context.isWord(next, in: .imperatives) || isPlural(next, in: context)
  }

  /// *Allez vous en*, *allons nous en*
  private func goesAway(_ verb: Int, _ pronoun: Int, _ en: Int, in context: BlockContext) -> Bool {
    guard context.isClauseEnd(en) else { return false }
    return context.isWord(verb, "allez") && context.isWord(pronoun, "vous")
      || context.isWord(verb, "allons") && context.isWord(pronoun, "nous")
  }

  /// *Va t’en*, *parle m’en*, *occupe t’en*
  func checkElidedPronoun(_ pronoun: Int, _ en: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isWord(pronoun, among: ["m", "t"]), let verb = context.wordBefore(pronoun),
      context.gap(after: verb) != .other, context.isClauseStart(verb), !context.isTied(en..<en + 1),
      isPlural(verb, in: context) || context.isWord(verb, in: .imperatives)
    else { return }
    let right = context.value(verb, in: .imperatives) ?? context.folded(verb)
    let form = context.matchingCase(of: verb, right) + "-" + context.folded(pronoun) + "\u{2019}en"
    let range = context[verb].range.lowerBound..<context[pronoun].range.lowerBound
    findings.report(
      context.source(context.range(verb..<en + 1)), .inversionForm(form),
      fix: context.replace(
        range, with: context.matchingCase(of: verb, right) + "-", .unsafe, .write(form)))
  }

  /// *Donne-moi le*: the object comes first.
  func checkOrder(_ verb: Int, _ pronoun: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isWord(pronoun, among: ["moi", "nous", "lui", "leur"]), let object = context.wordAfter(pronoun),
      context.isWord(object, among: ["le", "la", "les"]), isEnd(object, in: context), context.isClauseStart(verb),
      isPlural(verb, in: context) || context.isWord(verb, in: .imperatives)
    else { return }
    reportBoth(verb, object, pronoun, in: context, &findings)
  }

  /// The end of a sentence: « le, la ou les » goes on.
  private func isEnd(_ index: Int, in context: BlockContext) -> Bool {
    guard let mark = context.after(index) else { return true }
    return context[mark].kind == .period || context[mark].kind == .highMark
  }

  private func reportBoth(
    _ verb: Int, _ object: Int, _ pronoun: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    let form =
      imperative(verb, before: object, in: context) + "-" + context.folded(object) + "-" + context.folded(pronoun)
    let range = context.range(verb..<max(object, pronoun) + 1)
    findings.report(
      context.source(range), .inversionForm(form), fix: context.replace(range, with: form, .unsafe, .write(form)))
  }

  /// *donne-les moi*, *donnez-moi en*: the second of two pronouns.
  func isSecondPronoun(_ first: Int, _ second: Int, in context: BlockContext) -> Bool {
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
    case "vous":
      return context.isWord(verb, "allez") && context.isWord(second, "en") && context.isClauseEnd(second)
    default: return false
    }
  }

  /// *j’en ai*: an elided pronoun or one before an apostrophe is something else.
  func isElided(_ index: Int, in context: BlockContext) -> Bool {
    context.isJoinedToNext(index) && context[index + 1].kind.isApostrophe
  }

  // MARK: Nous, lui, leur

  /// Whether *nous*, *lui* or *leur* is the verb's object by what follows: *écrivez nous par…*, *donnez lui la clé*; not
  /// that of an infinitive (*venez nous voir*), and no possessive (*donnez leur avis*).
  private func isObject(
    _ object: String, _ verb: Int, _ pronoun: Int, _ next: Int?, in context: BlockContext
  ) -> Bool {
    guard !context.isWord(verb, among: Self.beforeInfinitives) else { return false }
    if object != "leur" {
      if context.isClauseEnd(pronoun) || context.closes(.a, at: context[pronoun].range.upperBound) { return true }
      guard let next else { return false }
      if context.isWord(next, among: Self.complements) { return true }
      // « Parlez lui doucement »
      if object == "lui", context.hasSuffix(next, "ment"), context.isClauseEnd(next) { return true }
      if context.isWord(next, "en"), let verb = context.wordAfter(next) { return context.hasSuffix(verb, "ant") }
    }
    guard let next else { return false }
    if context.isWord(next, among: ["le", "la", "les", "l"]) {
      guard let noun = context.after(next).flatMap({ context[$0].kind.isApostrophe ? context.after($0) : $0 }) else {
        return false
      }
      return context[noun].kind == .word && !context.isInfinitive(noun) && !context.isWord(noun, in: .frenchStopWords)
    }
    return context.isWord(next, among: Self.objects)
  }

  private static let beforeInfinitives: WordSet = [
    "allez", "avez", "courez", "devez", "montez", "osez", "passez", "pouvez", "revenez", "savez", "venez", "veuillez",
    "voulez",
  ]

  private static let complements: WordSet = [
    "à", "au", "aux", "avant", "dès", "directement", "ici", "par", "pour", "si", "sur", "via", "votre", "vos",
    "confiance",
  ]

  private static let objects: WordSet = [
    "un", "une", "des", "du", "de", "d", "que", "qu", "ce", "cette", "comment", "pourquoi", "bonjour", "merci", "part",
  ]

  // MARK: En

  private func isObjectEn(_ verb: Int, _ pronoun: Int, _ next: Int?, in context: BlockContext) -> Bool {
    if context.isClauseEnd(pronoun) { return true }
    guard let next else { return false }
    if context.isWord(verb, "soyez") { return context.isWord(next, among: Self.afterSoyezEn) }
    if context.isWord(next, "soin") {
      return context.isWord(verb, among: ["prends", "prenez"]) && context.isClauseEnd(next)
    }
    // « Installez en plus », « Répondez en moins de dix minutes »
    if context.isWord(next, "moins") {
      return !(context.wordAfter(next).map { context.isWord($0, among: ["de", "d"]) } ?? false)
    }
    // « Coupez en deux » is no object.
    if context.isWord(verb, among: ["prends", "prenez"]), context.isWord(next, in: .numerals) {
      return context.isClauseEnd(next) && !context.isWord(next, among: ["un", "une"])
    }
    return context.isWord(next, among: ["à", "là", "encore", "trop"])
  }

  private static let afterSoyezEn: WordSet = [
    "assuré", "assurés", "assurée", "assurées", "certain", "certains", "certaine", "certaines", "convaincu",
    "convaincus", "remercié", "remerciés", "remerciée", "remerciées", "sûr", "sûrs", "sûre", "sûres",
  ]

  // MARK: Le, la, les

  /// *Imprimez le.*, *envoyez le par courriel*: an article has its noun behind it.
  func checkObject(_ verb: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let pronoun = context.wordAfter(verb), context.isWord(pronoun, among: ["le", "la", "les"]),
      context.gap(after: verb) != .other, !context[pronoun].flags.contains(.capitalised),
      context.isClauseStart(verb), !context.isTied(verb..<pronoun + 1)
    else { return }
    // « Rends les moi. »
    if let second = context.wordAfter(pronoun), context.isWord(second, among: ["moi", "lui", "nous", "leur"]),
      context.gap(after: pronoun) != .other, isEnd(second, in: context)
    {
      reportBoth(verb, pronoun, second, in: context, &findings)
      return
    }
    guard isPlural(verb, in: context) || context.isWord(verb, among: Self.beforeObjects),
      isWithoutNoun(verb, pronoun, in: context)
    else { return }
    report(verb, pronoun, context.string(context[verb]), in: context, &findings)
  }

  private static let beforeObjects: WordSet = [
    "dis", "disons", "fais", "faisons", "laisse", "lis", "mets", "mettons", "prends", "prenons",
  ]

  private func isWithoutNoun(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard let next = context.after(pronoun) else { return false }
    switch context[next].kind {
    case .period, .semicolon: return context.isGlued(next) && !context.isJoinedToNext(next)
    case .highMark:
      // « Utilisez le ! » is about the sign.
      return (context.isGlued(next) || context.isWord(verb, among: Self.doing)) && !context.isJoinedToNext(next)
    case .comma:
      // « Prenez le, la ou les »
      guard let word = context.wordAfter(next) else { return false }
      return !context.isWord(word, among: ["le", "la", "les", "l", "un", "une", "ou", "et"])
    case .word where !context.isTied(next..<next + 1):
      if context.isWord(verb, among: ["faites", "laisse", "laissez"]), context.isWord(next, among: Self.afterLaissez) {
        return true
      }
      return context.isWord(next, among: Self.prepositions)
    default: return false
    }
  }

  private static let doing: WordSet = [
    "dis", "dites", "disons", "fais", "faisons", "faites", "laissez", "lis", "lisez", "prends", "prenez",
  ]

  private static let prepositions: WordSet = [
    "à", "aujourd", "avec", "chez", "dans", "depuis", "dès", "directement", "ensuite", "ici", "maintenant", "par",
    "puis", "sur",
  ]

  private static let afterLaissez: WordSet = [
    "agir", "bouillir", "chauffer", "choisir", "courir", "cuire", "dire", "dorer", "dormir", "décider", "entrer",
    "fondre", "infuser", "jouer", "mariner", "mijoter", "mourir", "parler", "partir", "passer", "refroidir", "reposer",
    "revenir", "sortir", "sécher", "tomber", "travailler", "tremper", "tiédir", "venir", "vivre",
  ]
}
