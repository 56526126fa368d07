import RelireDocuments
import RelireLexicon
import RelireModel

/// *m2* for *m²*.
public struct Superscript: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/superscript", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "L’exposant d’une unité est écrit comme un chiffre ordinaire.",
      en: "The power of a unit is written as an ordinary digit."),
    rationale: Message(
      fr: """
        Le mètre carré s’écrit «\u{A0}m²\u{A0}»\u{A0}: un lecteur d’écran dit alors «\u{A0}mètre carré\u{A0}», et non \
        «\u{A0}m deux\u{A0}».
        """,
      en: "The square metre is written “m²”: a screen reader then says so instead of “m two”."),
    exceptions: Message(
      fr: "«\u{A0}M2\u{A0}» avec une majuscule est un diplôme, un module ou une autoroute.",
      en: "“M2” with a capital is a degree, a module or a motorway."),
    references: [.imprimerieNationale("Unités de mesure"), .specification("ISO 80000-1")],
    examples: [
      Example("une salle de 240\u{A0}⟦m2⟧", fixed: "une salle de 240\u{A0}m²"),
      Example("120 habitants par ⟦km2⟧, 5⟦m3⟧", fixed: "120 habitants par km², 5m³"),
      Example("un master M2, 3\u{A0}m² et le module m2-core"),
      Example("500\u{A0}m<sup>2</sup> et 5m<sup>3</sup>", format: .html),
    ])

  public static let lists: WordLists = [.superscripts, .units]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard !token.flags.contains(.capitalised), !token.flags.contains(.innerCapital) else { return }
    if list == .superscripts {
      guard let corrected = context.value(index, in: list), context.isUnitEnd(index), isMeasure(index, in: context),
        // `m<sup>2</sup>` is right.
        !context.prose.isBoundary(token.range.upperBound - 1)
      else { return }
      report(token.range, corrected, in: context, &findings)
      return
    }
    // Glued to a number, a word ends at the next digit: 5, m, 3.
    guard context.hasSuffix(index, "m") else { return }
    let text = context.string(token)
    guard text.utf8.count <= 3, context.isJoinedToNext(index), context[index + 1].kind == .number,
      context.isGlued(index), context[index - 1].kind == .number, context.isUnitEnd(index + 1),
      !context.prose.isBoundary(context[index + 1].range.lowerBound)
    else { return }
    let power: String
    switch context.string(context[index + 1]) {
    case "2": power = "²"
    case "3": power = "³"
    default: return
    }
    report(context.range(index..<index + 2), text + power, in: context, &findings)
  }

  /// After a number, a slash or a word that asks for a unit; alone, it may be the name of something.
  private func isMeasure(_ index: Int, in context: BlockContext) -> Bool {
    guard let previous = context.before(index) else { return false }
    switch context[previous].kind {
    case .number, .slash: return true
    case .openingParenthesis: return context.after(index).map { context[$0].kind == .closingParenthesis } ?? false
    case .word:
      return context.isWord(previous, among: Self.beforeMeasures)
    default: return false
    }
  }

  private static let beforeMeasures: WordSet = [
    "par", "en", "le", "au", "de", "du", "des", "mille", "million", "millions",
  ]

  private func report(_ range: Range<Int>, _ corrected: String, in context: BlockContext, _ findings: inout Findings) {
    findings.report(
      context.source(range), .superscript(corrected),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func superscript(_ corrected: String) -> Message {
    Message(
      fr: "L’exposant manque\u{A0}: écrivez «\u{A0}\(corrected)\u{A0}».",
      en: "The superscript is missing: write “\(corrected)”.")
  }
}
