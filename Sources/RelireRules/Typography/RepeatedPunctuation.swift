import RelireDocuments
import RelireModel

/// `;;`, `, .`, `?.`
public struct RepeatedPunctuation: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/repeated-punctuation", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Deux signes de ponctuation se suivent sans raison.",
      en: "Two punctuation marks follow one another for no reason."),
    rationale: Message(
      fr: "Un seul signe suffit\u{A0}: l’autre est resté d’une correction ou d’une faute de frappe.",
      en: "One mark is enough: the other is left over from a correction or a slip."),
    exceptions: Message(
      fr: "`!!`, `?!`, `…?`, un point abréviatif suivi d’un autre signe (`etc.,`) et `::` sont acceptés.",
      en: "`!!`, `?!`, `…?`, the period of an abbreviation before another mark (`etc.,`) and `::` are accepted."),
    references: [.imprimerieNationale("Ponctuation")],
    examples: [
      Example("Vraiment\u{202F}⟦;;⟧ on ne sait", fixed: "Vraiment\u{202F}; on ne sait"),
      Example("Mouais⟦, .⟧", fixed: "Mouais."),
      Example("C’est ça\u{202F}⟦?.⟧ Tu crois\u{202F}?", fixed: "C’est ça\u{202F}? Tu crois\u{202F}?"),
      Example("On verra⟦. .⟧ Puis on attend⟦.,⟧ dit-il.", fixed: "On verra. Puis on attend, dit-il."),
      Example("un blanc . . . à remplir, p. ex., chap., dép., J.-C., fin"),
      Example("Ah\u{202F}! vraiment\u{202F}?! etc., std::vector, et Yahoo!."),
      Example("l’en-tête Host:, puis **Nom :**, et les signes : ; ! ? encore [,;]"),
      Example("Les signes , ; et . , sont admis."),
      Example("deux virgules qui se suivent ,, comptent pour une"),
      Example("un caractère spécial (! ? ; : @)"),
    ])

  public static let triggers: Token.Kinds = [.comma, .semicolon, .colon, .period, .highMark]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let next = context.neighbourAfter(index), let previous = context.neighbourBefore(index),
      !context[previous].kind.isOpening
    else { return }
    // « l’en-tête Host:, », « **Nom :**, » and « les signes : ; ! ? » show what they name.
    if context[index].kind == .colon {
      if context.isGlued(index) || context.prose.isBoundary(context[index].range.upperBound) { return }
      if let third = context.neighbourAfter(next), Self.triggers.contains(context[third].kind) { return }
    }
    let isClose = context.isJoinedToNext(index)
    if !isClose, context.hasLineEnd(context.spaceAfter(index)) { return }
    guard let keepsFirst = keepsFirst(context[index].kind, context[next].kind, isClose: isClose) else { return }
    // `, .5` and `; .htaccess`
    if context.isJoinedToNext(next), context[next + 1].kind == .word || context[next + 1].kind == .number { return }
    // « deux virgules qui se suivent ,, » shows the signs themselves.
    if context[index].kind == .comma, isClose || !context.isGlued(index), context.isShownSign(index) { return }
    // « !, ?, ; »: signs that are spoken of.
    if context[previous].kind == .highMark { return }
    if context[index].kind == .period, !isStray(index, next, in: context) { return }
    if !isClose, context.isShownAmongSigns(index) { return }
    // A name with a mark (« Yahoo! ») or a run that goes on.
    if context[index].kind == .highMark, !context.isSpacedBefore(index) { return }
    let range = context.range(index..<(next + 1))
    let kept = context.string(context[keepsFirst ? index : next])
    findings.report(
      context.source(range), .repeated(kept), fix: context.replace(range, with: kept, .unsafe, .write(kept)))
  }

  /// Which of two marks stays; nil when both may stand.
  private func keepsFirst(_ first: Token.Kind, _ second: Token.Kind, isClose: Bool) -> Bool? {
    switch (first, second) {
    case (.comma, .comma), (.semicolon, .semicolon): true
    case (.semicolon, .comma), (.colon, .period), (.colon, .semicolon), (.colon, .comma): true
    case (.comma, .period), (.comma, .semicolon), (.comma, .colon): false
    case (.period, .comma): isClose ? false : nil
    case (.period, .period): true
    case (.semicolon, .colon), (.semicolon, .period): false
    case (.highMark, .period): isClose ? true : nil
    default: nil
    }
  }

  /// Whether a period before another mark ends no abbreviation and is none of a row of dots.
  private func isStray(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    if context[next].kind == .comma {
      guard context.isGlued(index), context[index - 1].kind == .word else { return false }
      return !context.mayBeAbbreviated(index - 1)
    }
    return ![context.neighbourBefore(index), context.neighbourAfter(next)].contains {
      $0.map { [.period, .periodRun, .ellipsis].contains(context[$0].kind) } ?? false
    }
  }
}

extension BlockContext {
  /// Whether two commas or one of two stand apart from the words around them: shown, not used.
  fileprivate func isShownSign(_ index: Int) -> Bool {
    var first = index
    while first > indices.lowerBound, tokens[first - 1].kind == .comma, isGlued(first) { first -= 1 }
    return !isGlued(first) && isJoinedToNext(first) && tokens[first + 1].kind == .comma && first > indices.lowerBound
  }

  /// Whether a word may have lost its end: what is cut off begins with a vowel.
  fileprivate func mayBeAbbreviated(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.range.count > 4, !token.flags.contains(.capitalised), !token.flags.contains(.hasDigit) else {
      return true
    }
    let endings: [StaticString] = ["e", "a", "i", "es", "er", "ir", "ez", "ent", "end", "ont"]
    return !endings.contains { hasSuffix(index, $0) }
  }

  /// Whether a space parts the mark at `index` from the word before it, as French wants, or nothing can (Canada).
  fileprivate func isSpacedBefore(_ index: Int) -> Bool {
    !spaceBefore(index).isEmpty || conventions.highPunctuation.acceptsNone
  }
}

extension Message {
  fileprivate static func repeated(_ kept: String) -> Message {
    Message(
      fr: "Gardez un seul de ces signes\u{A0}: «\u{A0}\(kept)\u{A0}».",
      en: "Keep one of these marks only: “\(kept)”.")
  }
}
