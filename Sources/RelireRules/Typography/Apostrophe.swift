import RelireDocuments
import RelireModel

/// `l'eau` for `l’eau`.
public struct Apostrophe: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/apostrophe", severity: .warning, fix: .safe,
    summary: Message(
      fr: "L’apostrophe est droite, ou remplacée par un autre signe.",
      en: "The apostrophe is straight, or another sign stands for it."),
    rationale: Message(
      fr: """
        L’apostrophe du français est courbe. La droite vient de la machine à écrire, et l’accent aigu, l’accent grave \
        ou le signe prime ne sont pas des apostrophes\u{A0}: un lecteur d’écran peut les épeler.
        """,
      en: """
        The French apostrophe is curved. The straight one comes from the typewriter, and an acute or grave accent or \
        a prime is no apostrophe: a screen reader may spell it out.
        """),
    exceptions: Message(
      fr: """
        Les minutes et les pieds (`6'`) sont laissés tels quels. Si le site laisse Hugo composer la typographie, \
        l’apostrophe droite du corps des pages n’est qu’une information\u{A0}: elle s’affiche courbe.
        """,
      en: """
        Minutes and feet (`6'`) are left alone. Where the site lets Hugo set the typography, a straight apostrophe in \
        a page's body is only information: it is shown curved.
        """),
    references: [.imprimerieNationale("Apostrophe"), .oqlf("Apostrophe"), .specification("Unicode, 6.2, U+2019")],
    examples: [
      Example("L⟦'⟧eau et aujourd⟦'⟧hui", fixed: "L’eau et aujourd’hui"),
      Example("l⟦'⟧*idée*, jusqu⟦'⟧`ici`", fixed: "l’*idée*, jusqu’`ici`"),
      Example("d⟦´⟧un c⟦`⟧est l⟦′⟧eau", fixed: "d’un c’est l’eau", format: .text),
      Example("L⟦ ⟧’école", fixed: "L’école"),
      Example("C’⟦ ⟧est long.", fixed: "C’est long."),
      Example("<p>l⟦&#39;⟧eau</p>", fixed: "<p>l’eau</p>", format: .html),
      Example("avec 'sh -n' et 'cmd', ou `2d` pour 2 jours", format: .html),
      Example("Rock ’n’ roll. L’eau, 6' 10\", 22°16'33\", `l'eau`"),
    ])

  public static let triggers: Token.Kinds = [.straightApostrophe, .apostrophe, .apostropheLike]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index) else { return checkSpaceBefore(index, in: context, &findings) }
    guard context[index - 1].kind == .word else { return }
    let token = context[index]
    let isStraight = token.kind == .straightApostrophe
    guard isApostrophe(index, in: context) else { return }
    if token.kind != .apostrophe {
      let isRendered = isStraight && context.hasTypographer
      findings.report(
        context.source(token.range), isStraight ? .straight : .otherSign,
        fix: context.replace(token.range, with: "\u{2019}", .safe, .writeApostrophe),
        verdict: isRendered ? .review : .fault)
    }
    checkSpace(index, in: context, &findings)
  }

  /// Whether the sign after a word is an apostrophe rather than a closing quote: a word or markup follows closely, or
  /// the word is one that is always elided.
  private func isApostrophe(_ index: Int, in context: BlockContext) -> Bool {
    let isElision = context.isElision(index - 1)
    guard context.isJoinedToNext(index) else {
      return isElision && context.neighbourAfter(index).map { context[$0].kind == .word } == true
        && !closesQuote(index, in: context)
    }
    switch context[index + 1].kind {
    case .word: return true
    case .straightApostrophe, .apostrophe, .apostropheLike: return false
    case .number, .object, .technical, .openingGuillemet, .openingEnglishQuote, .straightQuote, .openingParenthesis,
      .openingBracket, .asterisk:
      return isElision
    default: return false
    }
  }

  /// Whether the same sign opens a quotation not far before, as in `'sh -n'`.
  private func closesQuote(_ index: Int, in context: BlockContext) -> Bool {
    let kind = context[index].kind
    var isOpen = false
    for other in max(context.indices.lowerBound, index - 40)..<index where context[other].kind == kind {
      if context.isJoinedToNext(other), !context.isGlued(other) || context[other - 1].kind.isOpening {
        isOpen = true
      } else if isOpen, !context.isJoinedToNext(other) {
        isOpen = false
      }
    }
    return isOpen
  }

  /// `L ’école`; the straight sign may open a quotation.
  private func checkSpaceBefore(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context[index].kind == .apostrophe, let word = context.wordBefore(index), context.isElision(word),
      let next = context.neighbourAfter(index), context[next].kind == .word
    else { return }
    let space = context.spaceBefore(index)
    if context.hasLineEnd(space) { return }
    findings.report(context.source(space), .spaceBefore, fix: context.respace(space, ""))
  }

  /// `C’ est`
  private func checkSpace(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard !context.isJoinedToNext(index), context.isElision(index - 1), let next = context.neighbourAfter(index),
      context[next].kind == .word
    else { return }
    let space = context.spaceAfter(index)
    findings.report(context.source(space), .space, fix: context.respace(space, ""))
  }
}

extension Message {
  fileprivate static let straight = Message(
    fr: "Utilisez l’apostrophe courbe ’.", en: "Use the curved apostrophe ’.")

  fileprivate static let otherSign = Message(
    fr: "Ce signe n’est pas une apostrophe\u{A0}: utilisez ’.", en: "This sign is no apostrophe: use ’.")

  /// Made once: on many a site every apostrophe is straight.
  fileprivate static let writeApostrophe = Message.write("\u{2019}")

  fileprivate static let spaceBefore = Message(
    fr: "Supprimez l’espace avant l’apostrophe.", en: "Delete the space before the apostrophe.")

  fileprivate static let space = Message(
    fr: "Supprimez l’espace après l’apostrophe.", en: "Delete the space after the apostrophe.")
}
