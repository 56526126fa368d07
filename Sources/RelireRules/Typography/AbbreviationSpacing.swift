import RelireDocuments
import RelireModel

/// `M. Dupont`, `n° 3`, `art. 5` with an ordinary space.
public struct AbbreviationSpacing: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/abbreviation-spacing", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Une abréviation n’est pas liée à ce qui la suit par une espace insécable.",
      en: "An abbreviation is not tied to what follows by a no-break space."),
    rationale: Message(
      fr:
        "M., Mme, n° ou art. ne disent rien sans le nom ou le nombre qui suit\u{A0}: ils restent sur la même ligne.",
      en: "M., Mme, n° or art. mean nothing without the name or number after them: they stay on the same line."),
    exceptions: Message(
      fr: """
        Une initiale suivie d’un nom n’est signalée qu’au début d’un texte, et `p. 12-15` ne l’est pas. La lettre d’un \
        article de code ne l’est que devant un numéro à trait d’union ou après «\u{A0}article\u{A0}».
        """,
      en: """
        An initial before a name is only reported at the start of a text, and `p. 12-15` is not. The letter of an article \
        is only reported before a number with a hyphen or after “article”.
        """),
    references: [.imprimerieNationale("Abréviations"), .oqlf("Espacement")],
    examples: [
      Example("M.⟦ ⟧Dupont et Mme⟦ ⟧Martin", fixed: "M.\u{A0}Dupont et Mme\u{A0}Martin"),
      Example("voir art.⟦ ⟧237, p.⟦ ⟧12 et §⟦ ⟧5", fixed: "voir art.\u{A0}237, p.\u{A0}12 et §\u{A0}5"),
      Example("l’art.⟦ ⟧5 et l’al.⟦ ⟧2", fixed: "l’art.\u{A0}5 et l’al.\u{A0}2"),
      Example("le n°⟦ ⟧3", fixed: "le n°\u{A0}3"),
      Example("le n⟦°⟧3 et le n°⟦.⟧ 4", fixed: "le n°\u{A0}3 et le n°\u{A0}4"),
      Example(
        "la loi n⟦°⟧2004-575, le décret n°⟦ ⟧2012-34, le n⟦°⟧TVA",
        fixed: "la loi n°\u{A0}2004-575, le décret n°\u{A0}2012-34, le n°\u{A0}TVA"),
      Example(
        "l’article L⟦.⟧112-8, art.⟦ ⟧R.⟦ ⟧311-4, les articles D.⟦ ⟧12 et LP⟦.⟧111-2",
        fixed: "l’article L.\u{A0}112-8, art.\u{A0}R.\u{A0}311-4, les articles D.\u{A0}12 et LP.\u{A0}111-2"),
      Example("l’article ⟦L 1411⟧-1", fixed: "l’article L.\u{A0}1411-1"),
      Example("M.\u{A0}Dupont, n°\u{202F}3, art.\u{A0}5. Me voici, dit-il. Arthur D. vient. 20° C"),
    ])

  public static let triggers: Token.Kinds = [.period, .degree, .symbol, .word]
  public static let wordFlags: Token.Flags = [.capitalised]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    switch context[index].kind {
    case .word: checkTitle(index, in: context, &findings)
    case .period: checkPeriod(index, in: context, &findings)
    case .degree:
      // n°, N°
      guard context.isGlued(index), context.isWord(index - 1, "n") || context.isWord(index - 1, "no"),
        !context.isGlued(index - 1)
      else { return }
      if context.isJoinedToNext(index), context[index + 1].kind == .period {
        checkDegreePeriod(index + 1, in: context, &findings)
      } else {
        bind(index, to: .number, in: context, &findings)
        bindCode(index, in: context, &findings)
      }
    default:
      guard context.prose.bytes[context[index].range].elementsEqual([0xC2, 0xA7]) else { return }
      bind(index, to: .number, in: context, &findings)
    }
  }

  /// `n°. 3`
  private func checkDegreePeriod(_ period: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let number = context.neighbourAfter(period), context[number].kind == .number else { return }
    let range = context[period].range.lowerBound..<context[number].range.lowerBound
    guard !context.hasLineEnd(range) else { return }
    findings.report(
      context.source(context[period].range), .noPeriod, fix: context.replace(range, with: "\u{A0}", .unsafe, .respace))
  }

  /// Mme Martin
  private func checkTitle(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let word = context[index]
    if word.range.count == 1 { return checkArticle(index, in: context, &findings) }
    guard word.flags.contains(.capitalised), word.range.count < 5, word.range.count > 1,
      !word.flags.contains(.allCapitals), context.isWord(index, among: Self.titles)
    else { return }
    bind(index, to: .word, in: context, &findings)
  }

  private func checkPeriod(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context[index - 1].kind == .word, context[index - 1].range.count < 5 else { return }
    let word = context[index - 1]
    let isFree =
      !context.isGlued(index - 1) || context[index - 2].kind.isOpening || context.isElisionMark(index - 2)
    guard isFree else { return }
    if word.flags.contains(.capitalised), context.isWord(index - 1, "m") || context.isWord(index - 1, "mm") {
      bind(index, to: .word, in: context, &findings)
    } else if context.isWord(index - 1, among: Self.numbered) {
      bind(index, to: .number, in: context, &findings)
      bindLetter(index, in: context, &findings)
    } else if isLetterOfArticle(index, in: context) {
      bind(index, to: .number, in: context, &findings)
    } else if word.flags.contains(.first), word.flags.contains(.capitalised), word.range.count == 1 {
      // « N. Bourbaki » is a name; « A. Objectifs » may be the number of a section.
      bind(index, to: .word, verdict: .review, in: context, &findings)
    }
  }

  /// Wants a no-break space between the token at `index` and a number, or a word with a capital, after it.
  private func bind(
    _ index: Int, to kind: Token.Kind, verdict: Finding.Verdict = .fault, in context: BlockContext,
    _ findings: inout Findings
  ) {
    guard let next = context.neighbourAfter(index), context[next].kind == kind else { return }
    if kind == .word {
      let flags = context[next].flags
      guard flags.contains(.capitalised), context[next].range.count > 1 else { return }
    }
    // Between « p. » and a long range of pages, a break does less harm than a hole in the line.
    if kind == .number, context.isJoinedToNext(next), context[next + 1].kind.isHyphen,
      context.isGlued(index), context.isWord(index - 1, among: Self.paged)
    {
      return
    }
    tie(index, verdict, in: context, &findings)
  }

  private func tie(
    _ index: Int, _ verdict: Finding.Verdict = .fault, in context: BlockContext, _ findings: inout Findings
  ) {
    let space = context.spaceAfter(index)
    if context.singleNoBreakSpace(space) != nil || context.hasLineEnd(space) { return }
    // `M.Dupont` may be an identifier; `art.5` cannot.
    let range = space.isEmpty ? context[index].range : space
    findings.report(context.source(range), .bind, fix: context.respace(space, "\u{A0}"), verdict: verdict)
  }

  // MARK: Laws

  /// `n°TVA`, `n°2019-12-A`
  private func bindCode(_ degree: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let code = context.neighbourAfter(degree) else { return }
    let isCode =
      context[code].kind == .technical
      ? context.prose.bytes[context[code].range.lowerBound] &- 0x30 < 10
      : context[code].flags.contains(.allCapitals) && !context.isWord(code, in: .frenchStopWords)
    if isCode { tie(degree, in: context, &findings) }
  }

  /// `art. L. 12`
  private func bindLetter(_ period: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isWord(period - 1, "art"), let letter = context.neighbourAfter(period),
      context[letter].flags.contains(.capitalised), context.isWord(letter, among: Self.letters)
    else { return }
    tie(period, in: context, &findings)
  }

  /// Whether a period follows the letter of an article: `L.112-8`, `article R. 12`.
  private func isLetterOfArticle(_ period: Int, in context: BlockContext) -> Bool {
    let letter = period - 1
    guard context[letter].flags.contains(.capitalised), context.isWord(letter, among: Self.letters),
      let number = context.neighbourAfter(period), context[number].kind == .number
    else { return false }
    return isCodeOfArticle(number, in: context) || followsArticle(letter, in: context)
  }

  /// `article L 112-8`
  private func checkArticle(_ letter: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isWord(letter, among: Self.letters), let number = context.neighbourAfter(letter),
      context[number].kind == .number, isCodeOfArticle(number, in: context), followsArticle(letter, in: context)
    else { return }
    let space = context.spaceAfter(letter)
    guard !context.hasLineEnd(space) else { return }
    findings.report(
      context.source(context.range(letter..<number + 1)), .letterOfArticle,
      fix: context.replace(space, with: ".\u{A0}", .unsafe, .respace))
  }

  /// `112-8`
  private func isCodeOfArticle(_ number: Int, in context: BlockContext) -> Bool {
    context[number].range.count > 2 && context.isJoinedToNext(number) && context[number + 1].kind.isHyphen
      && context.isJoinedToNext(number + 1) && context[number + 2].kind == .number
  }

  private func followsArticle(_ letter: Int, in context: BlockContext) -> Bool {
    guard let previous = context.before(letter) else { return false }
    if context[previous].kind == .period, context.isGlued(previous) {
      return context.isWord(previous - 1, "art")
    }
    return context.isWord(previous, "article") || context.isWord(previous, "articles")
  }

  private static let letters: WordSet = ["l", "r", "d", "lp", "lo"]

  /// What ranges of pages and the like follow.
  private static let paged: WordSet = ["p", "pp", "fig", "t", "vol", "ch", "chap", "tab", "al", "ann", "art"]

  private static let titles: WordSet = ["mme", "mmes", "mlle", "dr", "pr", "me", "mgr", "mlles"]

  private static let numbered: WordSet = ["art", "p", "pp", "fig", "chap", "vol", "al", "tab", "t", "ch", "ann"]
}

extension Message {
  fileprivate static let noPeriod = Message(
    fr: "«\u{A0}n°\u{A0}» s’écrit sans point, avec une espace insécable.",
    en: "“n°” is written without a period, with a no-break space.")

  fileprivate static let letterOfArticle = Message(
    fr: "La lettre d’un article de code prend un point et une espace insécable.",
    en: "The letter of an article takes a period and a no-break space.")

  fileprivate static let bind = Message(
    fr: "Mettez une espace insécable après l’abréviation.", en: "Put a no-break space after the abbreviation.")
}
