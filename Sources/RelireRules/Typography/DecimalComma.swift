import RelireDocuments
import RelireLexicon
import RelireModel

/// *3.5 km* for *3,5 km*.
public struct DecimalComma: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/decimal-comma", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Les décimales sont séparées par un point au lieu d’une virgule.",
      en: "Decimals are set off by a period instead of a comma."),
    rationale: Message(
      fr: "En français, la virgule sépare les décimales\u{A0}: «\u{A0}3,5\u{A0}km\u{A0}», «\u{A0}12,5\u{A0}%\u{A0}».",
      en: "In French a comma sets off decimals: “3,5 km”, “12,5 %”."),
    exceptions: Message(
      fr: "Sans unité, un point peut être celui d’une version ou d’un chapitre\u{A0}: il n’est pas repris.",
      en: "Without a unit the period may be that of a version or a chapter: it is left alone."),
    references: [
      .imprimerieNationale("Nombres décimaux"), .oqlf("Virgule décimale"), .cldr("numbers/symbols/decimal"),
    ],
    examples: [
      Example("⟦3.5⟧\u{A0}km et ⟦12.5⟧\u{A0}%", fixed: "3,5\u{A0}km et 12,5\u{A0}%"),
      Example("⟦2.5⟧ millions d’habitants", fixed: "2,5 millions d’habitants"),
      Example("Java 1.8, chapitre 3.5, le 14.07 et 3,5\u{A0}km"),
      Example("une note de ⟦12.5⟧ sur 20", fixed: "une note de 12,5 sur 20"),
      Example("1.2 Objets de la demande, Linux 2.4 a suivi, Linux 7.0 / 7.0J"),
      Example("De 8.15 à 12.30 h.", locale: "fr-CH"),
    ])

  public static let triggers: Token.Kinds = [.period]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context.isJoinedToNext(index), context[index - 1].kind == .number,
      context[index + 1].kind == .number
    else { return }
    var start = index - 1
    while context.number(at: start) == nil, let previous = context.before(start), context[previous].kind == .number {
      start = previous
    }
    guard let number = context.number(at: start), number.mark == index, !context.isLabelled(number) else { return }
    guard let measured = context.measured(number) else {
      if isMark(number, in: context) { report(number, index, in: context, &findings) }
      return
    }
    // « 1.2 Objet » is a numbered heading.
    if measured == .noun, let noun = context.after(index + 1), context[noun].flags.contains(.capitalised) { return }
    let decimals = context[index + 1].range.count
    // « 14.30 h » in Switzerland
    if context.conventions.locale == .switzerland, let hour = context.after(index + 1), context.isWord(hour, "h") {
      return
    }
    guard decimals <= 2 || measured == .unit && decimals != 3 else { return }
    if context.conventions.locale == .switzerland, measured == .currency { return }
    // « Linux 7.0 / 7.0J »: the letter of a version.
    if measured == .unit, let before = context.before(start), context[before].kind == .slash,
      context.isJoinedToNext(index + 1)
    {
      return
    }
    report(number, index, in: context, &findings)
  }

  /// *12.5 sur 20*
  private func isMark(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    let last = number.indices.upperBound - 1
    guard context[last].range.count <= 2, let word = context.wordAfter(last), context.isWord(word, "sur"),
      let scale = context.after(word), context[scale].kind == .number, context.isClauseEnd(scale),
      context.wordBefore(number.indices.lowerBound).map({ !context[$0].flags.contains(.capitalised) }) ?? true
    else { return false }
    let value = context.value(of: context[scale].range)
    return (value == 10 || value == 20) && number.value <= value
  }

  private func report(_ number: WrittenNumber, _ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let corrected = context.string(context.range(number.indices)).replacing(".", with: ",")
    findings.report(
      context.source(context.range(number.indices)), .decimalComma(corrected),
      fix: context.replace(context[index].range, with: ",", .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func decimalComma(_ corrected: String) -> Message {
    Message(
      fr: "Les décimales suivent une virgule\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "Decimals follow a comma: “\(corrected)”.")
  }
}
