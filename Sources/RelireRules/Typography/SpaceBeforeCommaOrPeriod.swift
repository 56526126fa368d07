import RelireDocuments
import RelireModel

/// `mot ,` or `mot .`
public struct SpaceBeforeCommaOrPeriod: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/space-before-comma-or-period", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Une espace précède une virgule ou un point.", en: "A space precedes a comma or a period."),
    rationale: Message(
      fr: "La virgule et le point se collent au mot qui les précède\u{A0}: sinon, ils peuvent commencer une ligne.",
      en: "A comma or period is set close to the word before it: otherwise, it may begin a line."),
    exceptions: Message(
      fr: """
        Les noms qui commencent par un point (`.htaccess`, `.NET`), les signes dont le texte parle et un point entre \
        deux espaces que suit une minuscule, qui peut séparer les parties d’un nom, sont laissés tels quels.
        """,
      en: """
        Names that begin with a period (`.htaccess`, `.NET`), signs that the text speaks of and a period between two \
        spaces before a small letter, which may part a name, are left alone.
        """),
    references: [
      .imprimerieNationale("Ponctuation"), .oqlf("Espacement avant et après les signes de ponctuation"),
    ],
    examples: [
      Example("Bonjour⟦ ⟧, merci⟦ ⟧.", fixed: "Bonjour, merci."),
      Example("**Bonjour**⟦ ⟧, merci", fixed: "**Bonjour**, merci"),
      Example("Fin⟦ ⟧.Suite", fixed: "Fin.Suite"),
      Example("Foyer non imposable⟦ ⟧, logement non meublé", fixed: "Foyer non imposable, logement non meublé"),
      Example("la propriété .équation"),
      Example("Les signes , ; : et . se doublent. Le séparateur est , ou . selon le pays."),
      Example("La valeur (foyer . revenus . N-1) est lue, puis celle de base . taux."),
      Example("Il en faut deux⟦ ⟧, ou trois⟦ ⟧. Pas quatre.", fixed: "Il en faut deux, ou trois. Pas quatre."),
      Example("Introduction . . . . . 5, un prix de 12 , 50 €"),
      Example("Le fichier .htaccess, en .NET, vaut .5"),
    ])

  public static let triggers: Token.Kinds = [.comma, .period]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard !context.isGlued(index), let before = context.neighbourBefore(index),
      context[before].kind.endsPhrase || context[before].kind == .highMark
    else { return }
    let space = context.spaceBefore(index)
    // .5
    if space.isEmpty || context.isJoinedToNext(index) && context[index + 1].kind == .number { return }
    // .htaccess, .équation
    if context[index].kind == .period, context.isJoinedToNext(index), context[index + 1].kind == .word,
      !context[index + 1].flags.contains(.capitalised)
    {
      return
    }
    // « deux virgules ,, », « séparés par un . » show the sign.
    if context.isJoinedToNext(index), context[index + 1].kind == context[index].kind { return }
    let isNumeral = context.isWord(before, in: .numerals) && !context.isWord(before, among: ["un", "une"])
    if !isNumeral, context.isWord(before, in: .determiners) { return }
    if isLeader(index, in: context) || isDecimal(index, after: before, in: context) { return }
    if context.isShownAmongSigns(index) { return }
    if context[index].kind == .period, isPartOfName(index, in: context) { return }
    findings.report(context.source(space), .space, fix: context.respace(space, ""))
  }

  /// `Introduction . . . . 5`: three periods apart lead the eye.
  private func isLeader(_ index: Int, in context: BlockContext) -> Bool {
    guard context[index].kind == .period, let second = context.neighbourAfter(index),
      context[second].kind == .period, let third = context.neighbourAfter(second)
    else { return false }
    return context[third].kind == .period
  }

  /// `12 , 50 €`: both spaces would have to go.
  private func isDecimal(_ index: Int, after before: Int, in context: BlockContext) -> Bool {
    guard context[index].kind == .comma, context[before].kind == .number, let next = context.neighbourAfter(index)
    else {
      return false
    }
    return context[next].kind == .number
  }

  /// `foyer . revenus . N-1`: no sentence ends before a small letter, nor before a variable.
  private func isPartOfName(_ index: Int, in context: BlockContext) -> Bool {
    guard !context.isJoinedToNext(index), let next = context.wordAfter(index) else { return false }
    let isVariable =
      context[next].range.count == 1 && context.isJoinedToNext(next) && context[next + 1].kind.isHyphen
    return isVariable || !context[next].flags.contains(.capitalised)
  }
}

extension Message {
  fileprivate static let space = Message(
    fr: "Supprimez l’espace avant ce signe.", en: "Delete the space before this mark.")
}
