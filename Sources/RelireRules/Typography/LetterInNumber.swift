import RelireDocuments
import RelireModel

/// *2O11* and *1O*, with the letter O for a zero.
public struct LetterInNumber: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/letter-in-number", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "La lettre O est employée pour un zéro.", en: "The letter O stands for a zero."),
    rationale: Message(
      fr:
        "À l’œil, O et 0 se ressemblent\u{202F}; un lecteur d’écran, une recherche et un tableur lisent autre chose qu’un "
        + "nombre.",
      en:
        "To the eye O and 0 look alike; a screen reader, a search and a spreadsheet read something else than a number."),
    exceptions: Message(
      fr: "Les formules («\u{A0}H2O\u{A0}») et les codes où d’autres lettres se mêlent aux chiffres.",
      en: "Formulas (“H2O”) and codes in which other letters stand among the digits."),
    references: [.usage(Message(fr: "saisie des nombres", en: "typing of numbers"))],
    examples: [
      Example("en ⟦2O11⟧, le ⟦1O⟧ mai", fixed: "en 2011, le 10 mai"),
      Example("près de ⟦15O⟧ pages", fixed: "près de 150 pages"),
      Example("H2O, CO2, O2, 3D, B2O3, 2o, 10 O, référence 4OX2, O-12"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    // Nearly every call ends here: what follows touches no number, or is no O.
    guard context.isJoinedToNext(index), isZero(index + 1, in: context), !context.isGlued(index) else { return }
    var last = index
    while context.isJoinedToNext(last), isZero(last + 1, in: context) || context[last + 1].kind == .number { last += 1 }
    if context.isJoinedToNext(last) {
      switch context[last + 1].kind {
      case .word, .technical, .hyphen, .otherHyphen, .slash, .symbol, .superscript, .degree: return
      default: break
      }
    }
    let range = context.range(index..<last + 1)
    let number = String(context.string(range).map { $0 == "O" ? "0" : $0 })
    findings.report(
      context.source(range), .letter(number), fix: context.replace(range, with: number, .unsafe, .write(number)))
  }

  /// Whether a token is made of capital O alone.
  private func isZero(_ index: Int, in context: BlockContext) -> Bool {
    context[index].kind == .word && context.prose.bytes[context[index].range].allSatisfy { $0 == UInt8(ascii: "O") }
  }
}

extension Message {
  fileprivate static func letter(_ number: String) -> Message {
    Message(
      fr: "La lettre O tient lieu de zéro\u{A0}: écrivez «\u{A0}\(number)\u{A0}».",
      en: "The letter O stands for a zero: write “\(number)”.")
  }
}
