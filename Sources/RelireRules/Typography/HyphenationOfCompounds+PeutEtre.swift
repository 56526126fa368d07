import RelireDocuments
import RelireLexicon

/// *peut être* and *peut-être*.
extension HyphenationOfCompounds {
  /// Whether the words of a phrase with *peut être* may be right as they stand: two verbs, or the adverb after *ne*.
  func isPeutEtre(_ run: Range<Int>, in context: BlockContext) -> Bool {
    let first = run.lowerBound
    // « peut–être »
    if run.contains(where: { context[$0].kind == .enDash }) { return false }
    let word = context.wordBefore(first)
    if context.isWord(first, "ne") { return isAdverbAfterNe(run, in: context) }
    if context.isWord(first, among: ["il", "on"]) { return word.map { context.isWord($0, in: .verbForms) } ?? false }
    guard context.isWord(first, "peut") else { return false }
    if context.isWord(run.upperBound - 1, "être") {
      return !isBeforeInversion(run, in: context) && !isAfterAuxiliary(first, in: context)
        && !isAfterVerb(run, in: context) && !opensClause(run, in: context)
    }
    // « Une raison peut être que… »: the adverb of « peut-être que » opens a clause.
    return word.map { !context.isWord($0, among: ["alors", "car", "donc", "et", "mais", "ou", "puis", "que"]) } ?? false
  }

  /// *de ne peut-être pas venir*
  private func isAdverbAfterNe(_ run: Range<Int>, in context: BlockContext) -> Bool {
    if let subject = context.wordBefore(run.lowerBound) {
      if context.isWord(subject, among: ["il", "elle", "on", "ce", "cela", "ça", "nul", "personne", "rien"]) {
        return false
      }
      if context.isWord(subject, among: ["à", "de", "pour", "sans"]) { return true }
    }
    guard let next = context.wordAfter(run.upperBound - 1) else { return true }
    return context.isWord(next, among: ["jamais", "pas", "plus", "point", "rien", "que", "qu"])
  }

  /// *Peut être faut-il…*
  private func isBeforeInversion(_ run: Range<Int>, in context: BlockContext) -> Bool {
    guard context.isSentenceStart(run.lowerBound), let verb = context.wordAfter(run.upperBound - 1),
      verb + 2 < context.indices.upperBound, context.isJoinedToNext(verb), context[verb + 1].kind.isHyphen
    else { return false }
    return context.isJoinedToNext(verb + 1)
      && (context.isWord(verb + 2, in: .inversionPronouns) || context.isWord(verb + 2, "ce"))
  }

  /// *Il viendra peut être.*: at the end of a sentence, behind another verb, *être* has nothing to say.
  private func isAfterVerb(_ run: Range<Int>, in context: BlockContext) -> Bool {
    if let mark = context.after(run.upperBound - 1), context[mark].kind != .period, context[mark].kind != .highMark {
      return false
    }
    guard let verb = context.wordBefore(run.lowerBound), context.isWord(verb, in: .verbForms),
      let subject = context.wordBefore(verb)
    else { return false }
    return context.isWord(subject, among: ["je", "tu", "il", "elle", "on", "cela", "ça"])
      && context.isSentenceStart(subject)
  }

  /// *Peut être demain.*, *Peut être pas.*, *Peut être que*: « Peut être utilisé » has its participle.
  private func opensClause(_ run: Range<Int>, in context: BlockContext) -> Bool {
    guard context.isSentenceStart(run.lowerBound), let next = context.wordAfter(run.upperBound - 1) else {
      return false
    }
    return context.isWord(next, among: Self.afterAdverb)
  }

  private static let afterAdverb: WordSet = [
    "aujourd", "avez", "avons", "bientôt", "demain", "devriez", "faudra", "faudrait", "faut", "hier", "il", "ils",
    "elle", "elles", "jamais", "je", "j", "non", "nous", "on", "oui", "pas", "tu", "vous",
  ]

  /// *Il est peut être parti*: no verb is the subject of another, save in *ce qui est*, *savoir s’il est*.
  private func isAfterAuxiliary(_ index: Int, in context: BlockContext) -> Bool {
    guard let verb = context.wordBefore(index), context.isWord(verb, in: .auxiliaries),
      !context[verb].flags.contains(.capitalised), !context.isTied(verb..<verb + 1)
    else { return false }
    // « L’est peut être… », « le sud est », « le vent d’est », « un as »
    if context[verb].range.count <= 3 {
      if context.isAfterDeterminer(verb) { return false }
      if let side = context.wordBefore(verb), context.isWord(side, among: ["nord", "sud"]) { return false }
      if let article = context.joinedWordBefore(verb, \.isApostrophe), context.isWord(article, among: ["l", "d"]),
        !context.isWord(verb, among: ["a", "ai", "ont"])
      {
        return false
      }
    }
    var current = verb
    while let previous = context.before(current), verb - current < 40 {
      if context[previous].kind.endsSentence || context[previous].kind == .lineBreak { return true }
      if context.isWord(previous, in: .interrogatives) || context.isWord(previous, among: ["dont", "si"]) {
        return false
      }
      if context.isWord(previous, "s"), context.isWord(current, among: ["il", "ils"]) { return false }
      current = previous
    }
    return true
  }
}
