import RelireDocuments
import RelireModel

/// `«mot»` or `« mot »` with ordinary spaces.
public struct GuillemetSpacing: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/guillemet-spacing", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Il manque une espace insécable à l’intérieur des guillemets.",
      en: "A no-break space is missing inside guillemets."),
    rationale: Message(
      fr: """
        Une espace insécable suit le guillemet ouvrant et précède le guillemet fermant\u{A0}: une espace ordinaire \
        peut laisser un guillemet seul au bout ou au début d’une ligne.
        """,
      en: """
        A no-break space follows the opening guillemet and precedes the closing one: with an ordinary space, a \
        guillemet may end up alone at the end or the start of a line.
        """),
    exceptions: Message(
      fr: """
        U+00A0 et U+202F sont acceptées l’une et l’autre, sauf avec l’option `strict-spaces`\u{202F}; en Suisse, \
        l’absence d’espace l’est aussi.
        """,
      en: "U+00A0 and U+202F are both accepted unless `strict-spaces` is set; in Switzerland, so is no space at all."),
    references: [
      .imprimerieNationale("Guillemets"), .oqlf("Espacement avant et après les signes de ponctuation"),
      .guideDuTypographe("Guillemets"),
    ],
    examples: [
      Example("Il a dit ⟦«⟧mot⟦»⟧.", fixed: "Il a dit «\u{A0}mot\u{A0}»."),
      Example("Il a dit «⟦ ⟧mot⟦ ⟧».", fixed: "Il a dit «\u{A0}mot\u{A0}»."),
      Example("«\u{A0}*mot*⟦»⟧ et ⟦«⟧**a**\u{A0}»", fixed: "«\u{A0}*mot*\u{A0}» et «\u{A0}**a**\u{A0}»"),
      Example("mot⟦«⟧\u{A0}a\u{A0}⟦»⟧mot", fixed: "mot «\u{A0}a\u{A0}» mot"),
      Example("les «\u{A0}mot\u{A0}»s"),
      Example("«⟦ ⟧mot⟦ ⟧»", fixed: "«\u{202F}mot\u{202F}»", locale: "fr-CH"),
      Example("«mot» et «\u{A0}mot\u{A0}»", locale: "fr-CH"),
      Example(
        "ouvrant («) et fermant (»), et la parenthèse «⟦ ⟧)⟦ ⟧»",
        fixed: "ouvrant («) et fermant (»), et la parenthèse «\u{A0})\u{A0}»"),
      Example("« https://exemple.org⟦ ⟧»", fixed: "« https://exemple.org\u{A0}»"),
      Example("[Accueil](/) » [Données](/donnees) »"),
      Example("[Lire la suite »](/suite)"),
      Example("l’«\u{A0}open data\u{A0}» et «\u{202F}mot\u{202F}», «\u{A0}a «\u{A0}b\u{A0}»\u{A0}»"),
    ])

  public static let triggers: Token.Kinds = [.openingGuillemet, .closingGuillemet]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let isOpening = context[index].kind == .openingGuillemet
    let isGlued = context.isGlued(index)
    let isGluedAfter = context.isJoinedToNext(index)
    // A guillemet the wrong way round is reported as unbalanced.
    if isOpening, isGlued, !isGluedAfter, context.neighbourAfter(index) == nil { return }
    checkInside(index, isOpening, in: context, &findings)
    checkOutside(index, isOpening, in: context, &findings)
  }

  private func checkInside(_ index: Int, _ isOpening: Bool, in context: BlockContext, _ findings: inout Findings) {
    guard let inner = isOpening ? context.neighbourAfter(index) : context.neighbourBefore(index) else { return }
    let kind = context[inner].kind
    if kind == .lineBreak || kind == (isOpening ? .closingGuillemet : .openingGuillemet) { return }
    if isInBrackets(isOpening, upTo: inner, in: context) { return }
    let space = isOpening ? context.spaceAfter(index) : context.spaceBefore(index)
    guard case .replaceBy(let text) = context.fault(in: space, by: context.conventions.guillemet),
      !context.isArrow(index)
    else { return }
    findings.report(
      context.source(space.isEmpty ? context[index].range : space), isOpening ? .afterOpening : .beforeClosing,
      fix: context.respace(space, text))
  }

  /// A guillemet that is spoken of, `(«)`; not the quotation of a bracket, `« ) »`.
  private func isInBrackets(_ isOpening: Bool, upTo inner: Int, in context: BlockContext) -> Bool {
    let kind = context[inner].kind
    if isOpening {
      guard kind == .closingParenthesis || kind == .closingBracket else { return false }
      guard let next = context.neighbourAfter(inner) else { return true }
      return context[next].kind != .closingGuillemet
    }
    guard kind == .openingParenthesis || kind == .openingBracket else { return false }
    guard let previous = context.neighbourBefore(inner) else { return true }
    return context[previous].kind != .openingGuillemet
  }

  private func checkOutside(_ index: Int, _ isOpening: Bool, in context: BlockContext, _ findings: inout Findings) {
    let offset = isOpening ? context[index].range.lowerBound : context[index].range.upperBound
    guard isOpening ? context.isGlued(index) : context.isJoinedToNext(index) else { return }
    let neighbour = context[isOpening ? index - 1 : index + 1].kind
    guard neighbour == .word || neighbour == .number else { return }
    // The mark of a plural, as in « les «mot»s ».
    if !isOpening, context.isWord(index + 1, "s") { return }
    findings.report(
      context.source(context[index].range), isOpening ? .beforeOpening : .afterClosing,
      fix: context.insert(" ", at: offset))
  }
}

extension Message {
  fileprivate static let afterOpening = Message(
    fr: "Mettez une espace insécable après le guillemet ouvrant.",
    en: "Put a no-break space after the opening guillemet.")

  fileprivate static let beforeClosing = Message(
    fr: "Mettez une espace insécable avant le guillemet fermant.",
    en: "Put a no-break space before the closing guillemet.")

  fileprivate static let beforeOpening = Message(
    fr: "Mettez une espace avant le guillemet ouvrant.", en: "Put a space before the opening guillemet.")

  fileprivate static let afterClosing = Message(
    fr: "Mettez une espace après le guillemet fermant.", en: "Put a space after the closing guillemet.")
}
