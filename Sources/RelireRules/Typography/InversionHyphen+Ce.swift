import RelireDocuments
import RelireLexicon

/// *est ce que*, *qu’est ce que*, *n’est ce pas*.
extension InversionHyphen {
  func checkCe(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let match = context.phrase(.inversionPronouns, at: index), !context.isTied(match.indices),
      let verb = match.indices.first(where: { context.isWord($0, "est") }), let pronoun = context.wordAfter(verb),
      context.gap(after: verb) != .other, asks(match.indices, in: context)
    else { return }
    report(verb, pronoun, context.string(context[verb]), in: context, &findings)
  }

  /// *Est ce vrai ?*, *Serait ce possible ?*, *Qui est ce ?*: no noun stands behind such a verb in a question.
  func checkPlainCe(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let verb = context.wordBefore(index), context.isWord(verb, among: Self.formsOfBe),
      context.gap(after: verb) != .other, context.isQuestion(index), !context.isTied(index..<index + 1),
      !context.isJoinedToNext(verb), !context[index].flags.contains(.capitalised)
    else { return }
    // `checkCe` knows better.
    if let next = context.wordAfter(index), context.isWord(next, among: ["que", "qu", "qui"]) { return }
    guard context.isSentenceStart(verb) || context.isClauseEnd(index) && context.followsInterrogative(verb) else {
      return
    }
    report(verb, index, context.string(context[verb]), in: context, &findings)
  }

  private static let formsOfBe: WordSet = ["est", "était", "fut", "sera", "serait"]

  private func asks(_ run: Range<Int>, in context: BlockContext) -> Bool {
    let start = run.lowerBound
    let opens = context.isSentenceStart(start) && context.isQuestion(start)
    // « Il n’est ce pas… » is a slip of another kind, « Est ce que je vois » verse.
    if context.isWord(start, "n") { return opens || context.isClauseEnd(run.upperBound - 1) }
    if context.isWord(start, "est") { return opens }
    // « ce qu’est ce que l’on nomme… »
    return context.wordBefore(start).map { !context.isWord($0, "ce") } ?? true
  }
}
