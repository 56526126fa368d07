import RelireDocuments
import RelireModel

/// `( mot )`, `mot(suite de mots)`
public struct BracketSpacing: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/bracket-spacing", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Les espaces autour d’une parenthèse ou d’un crochet ne sont pas à leur place.",
      en: "The spaces around a parenthesis or bracket are not where they belong."),
    rationale: Message(
      fr: "Une espace sépare la parenthèse des mots au dehors, aucune de ce qu’elle contient.",
      en: "A space parts a parenthesis from the words outside it, none from what is inside."),
    exceptions: Message(
      fr:
        "Les parenthèses dans un mot (`nom(s)`, `(re)faire`) et les cases `[ ]` sont laissées telles quelles.",
      en: "Parentheses inside a word (`nom(s)`, `(re)faire`) and boxes `[ ]` are left alone."),
    references: [
      .imprimerieNationale("Parenthèses"), .oqlf("Espacement avant et après les signes de ponctuation"),
    ],
    examples: [
      Example("c’est (⟦ ⟧enfin⟦ ⟧) parti", fixed: "c’est (enfin) parti"),
      Example("le plan⟦(⟧qui existe déjà⟦)⟧échoue", fixed: "le plan (qui existe déjà) échoue"),
      Example(
        "La (ré)inscription est gratuite. Voir (⟦ ⟧**ici**⟦ ⟧).",
        fixed: "La (ré)inscription est gratuite. Voir (**ici**)."),
      Example("(re)faire, nom(s), ami(e)s, f(x), il (n’)est (pas) là, agent(e)"),
      Example("Le maire (1984\u{A0}– ) est réélu."),
      Example("le domaine est ]-1, i[ ou ]0\u{202F}; +∞[, la commande [ -a ], le (plain)TeX, bor(ax)"),
      Example("entre «\u{A0}(\u{A0}» et «\u{A0})\u{A0}»"),
      Example("Les caractères ( ) . + [ ^ $ doivent être échappés."),
      Example("dans [0\u{202F}; 1] et ]0\u{202F}; 1[ aussi"),
    ])

  public static let triggers: Token.Kinds = [
    .openingParenthesis, .closingParenthesis, .openingBracket, .closingBracket,
  ]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let kind = context[index].kind
    if kind.isOpening {
      checkInside(index, context.spaceAfter(index), context.neighbourAfter(index), in: context, &findings)
      guard kind == .openingParenthesis, context.isGlued(index), context[index - 1].kind == .word,
        context[index - 1].range.count > 2, context.isGroup(openedAt: index)
      else { return }
      report(index, at: context[index].range.lowerBound, .before, in: context, &findings)
    } else {
      checkInside(index, context.spaceBefore(index), context.neighbourBefore(index), in: context, &findings)
      guard kind == .closingParenthesis, context.isJoinedToNext(index), context[index + 1].kind == .word,
        context.isGroup(closedAt: index)
      else { return }
      report(index, at: context[index].range.upperBound, .after, in: context, &findings)
    }
  }

  private func checkInside(
    _ index: Int, _ space: Range<Int>, _ inner: Int?, in context: BlockContext, _ findings: inout Findings
  ) {
    guard !space.isEmpty, let inner, context[inner].kind != .lineBreak else { return }
    // [ ] and (…): empty, or with an ellipsis whose own rule sets the space.
    switch context[inner].kind {
    case .openingParenthesis, .closingParenthesis, .openingBracket, .closingBracket: return
    // « (1984 – ) » leaves an end open.
    case .enDash, .emDash: return
    // Signs that are spoken of: « ( » and « ) »; («).
    case .openingGuillemet where !context[index].kind.isOpening: return
    case .closingGuillemet where context[index].kind.isOpening: return
    default: break
    }
    if context.hasLineEnd(space) || isOption(index, inner, in: context) { return }
    // ]0, 1[
    if isReversed(index, in: context) || context.isShownAmongSigns(index) { return }
    findings.report(context.source(space), .inside, fix: context.respace(space, ""))
  }

  /// `commande [ -a ]`
  private func isOption(_ index: Int, _ inner: Int, in context: BlockContext) -> Bool {
    switch context[index].kind {
    case .openingBracket: return context[inner].kind.isHyphen && context.isJoinedToNext(inner)
    case .closingBracket:
      return (max(context.indices.lowerBound, index - 8)..<index).contains {
        context[$0].kind == .openingBracket && !context.isJoinedToNext($0)
          && context.neighbourAfter($0).map { context[$0].kind.isHyphen } == true
      }
    default: return false
    }
  }

  /// A bracket that French turns round to leave an end out of an interval: `]0, 1[`.
  private func isReversed(_ index: Int, in context: BlockContext) -> Bool {
    switch context[index].kind {
    case .closingBracket:
      context.isJoinedToNext(index)
        && [.word, .number, .minus, .hyphen, .mathematical].contains(context[index + 1].kind)
    case .openingBracket: context.isGlued(index) && [.word, .number, .symbol].contains(context[index - 1].kind)
    default: false
    }
  }

  private func report(
    _ index: Int, at offset: Int, _ message: Message, in context: BlockContext, _ findings: inout Findings
  ) {
    findings.report(context.source(context[index].range), message, fix: context.insert(" ", at: offset))
  }
}

extension BlockContext {
  /// Whether the parenthesis that closes here holds several words.
  fileprivate func isGroup(closedAt index: Int) -> Bool {
    var current = index - 1
    while current >= indices.lowerBound, index - current < 40 {
      switch tokens[current].kind {
      case .openingParenthesis:
        return holdsWords(current + 1..<index) || holdsWord(current + 1..<index, between: before(current), index + 1)
      case .closingParenthesis: return false
      default: current -= 1
      }
    }
    return false
  }

  /// Whether the parenthesis that opens here holds several words: `plan(qui existe)`, not `nom(s)` or `f(x)`.
  fileprivate func isGroup(openedAt index: Int) -> Bool {
    var current = index + 1
    while current < indices.upperBound, current - index < 40 {
      switch tokens[current].kind {
      case .closingParenthesis:
        let inside = index + 1..<current
        return holdsWords(inside) && tokens[inside.lowerBound].range.count > 1
      case .openingParenthesis: return false
      default: current += 1
      }
    }
    return false
  }

  /// Whether tokens between parentheses are several words, not a part of one: `(re)faire`, `(n’)est`, `(plain)TeX`.
  private func holdsWords(_ inside: Range<Int>) -> Bool {
    guard let last = inside.last, !tokens[last].kind.isApostrophe else { return false }
    return inside.contains { !isGlued($0) && $0 > inside.lowerBound }
  }

  /// Whether one word is in parentheses as a whole, another word before it and after it: not `(plain)TeX`, `(re)faire`.
  private func holdsWord(_ inside: Range<Int>, between before: Int?, _ after: Int) -> Bool {
    guard inside.count == 1, let word = inside.first, tokens[word].kind == .word, tokens[word].range.count > 2,
      let before, tokens[before].kind == .word, !tokens[after].flags.contains(.capitalised)
    else { return false }
    return !isWord(word, in: .fusedPrefixes)
  }
}

extension Message {
  fileprivate static let inside = Message(
    fr: "Supprimez l’espace à l’intérieur des parenthèses ou des crochets.",
    en: "Delete the space inside the parentheses or brackets.")

  fileprivate static let before = Message(
    fr: "Mettez une espace avant la parenthèse.", en: "Put a space before the parenthesis.")

  fileprivate static let after = Message(
    fr: "Mettez une espace après la parenthèse.", en: "Put a space after the parenthesis.")
}
