import RelireDocuments
import RelireLexicon
import RelireModel

/// The t of *a-t-il*.
extension InversionHyphen {
  /// *a-t'il*, *doit-t-on*
  func checkEuphonicT(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let pronoun = pronounAfterT(index, in: context), let verb = verbBeforeT(index, in: context),
      !isElisionBefore(verb, in: context), isVerb(verb, index, in: context)
    else { return }
    let between = context[verb].range.upperBound..<context[pronoun].range.lowerBound
    let needsT = needsT(verb, pronoun, in: context)
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

  /// *reste-il*, *où va-elle*: two vowels meet.
  func checkMissingT(_ verb: Int, _ pronoun: Int, in context: BlockContext, _ findings: inout Findings) {
    guard needsT(verb, pronoun, in: context), !context.isTied(verb..<pronoun + 1),
      context[verb].flags.isDisjoint(with: [.hasDigit, .innerCapital]), !context[pronoun].flags.contains(.capitalised),
      context.isJoinedToNext(pronoun) ? !context[pronoun + 1].kind.isApostrophe : true,
      context.value(verb, in: .verbForms)?.contains("3")
        ?? (context[verb].range.count > 3 && context.isQuestion(pronoun))
    else { return }
    let form = context.string(context[verb]) + "-t-" + context.string(context[pronoun])
    let between = context[verb].range.upperBound..<context[pronoun].range.lowerBound
    findings.report(
      context.source(context.range(verb..<pronoun + 1)), .euphonicT(form),
      fix: context.replace(between, with: "-t-", .unsafe, .write(form)))
  }

  /// Whether a t comes between a verb and the pronoun behind it.
  func needsT(_ verb: Int, _ pronoun: Int, in context: BlockContext) -> Bool {
    guard context.isWord(pronoun, among: ["il", "elle", "on", "iel"]) else { return false }
    let last = context.prose.bytes[context[verb].range.upperBound - 1] | 0x20
    // « ne voilà-t-il pas »
    return last == 0x61 || last == 0x65 || last == 0x63 || context.isWord(verb, "voilà")
  }

  /// *Pour tout t il existe*: without a mark beside the t, the word before it must be a verb.
  private func isVerb(_ word: Int, _ t: Int, in context: BlockContext) -> Bool {
    context.isGlued(t) || context.isJoinedToNext(t) || context.isWord(word, in: .verbForms) || context.isQuestion(t)
  }

  private func pronounAfterT(_ index: Int, in context: BlockContext) -> Int? {
    guard var next = context.after(index) else { return nil }
    if joins(next, in: context) {
      // « A-t-'il » has two.
      for _ in 0..<2 where joins(next, in: context) {
        guard let word = context.after(next) else { return nil }
        next = word
      }
    } else if context.isGlued(next) {
      return nil
    }
    guard context[next].kind == .word else { return nil }
    return context.isWord(next, among: ["il", "elle", "on", "ils", "elles", "iel", "iels", "tu"]) ? next : nil
  }

  private func joins(_ index: Int, in context: BlockContext) -> Bool {
    let kind = context[index].kind
    return kind.isApostrophe || kind.isHyphen || kind == .minus || kind == .enDash && context.isGlued(index)
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
    context.isWord(verb, among: ["je", "ne", "tu", "qui", "que", "on", "il", "elle"])
  }
}

extension Message {
  fileprivate static func euphonicT(_ form: String) -> Message {
    Message(
      fr: "Le verbe et le pronom inversé s’écrivent «\u{A0}\(form)\u{A0}».",
      en: "The verb and its inverted pronoun are written “\(form)”.")
  }
}
