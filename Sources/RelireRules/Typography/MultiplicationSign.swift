import RelireDocuments
import RelireLexicon
import RelireModel

/// *3x5* and *800\*600* for *3×5* and *800 × 600*.
public struct MultiplicationSign: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/multiplication-sign", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un «\u{A0}x\u{A0}» ou un astérisque tient lieu de signe de multiplication.",
      en: "An “x” or an asterisk stands for the multiplication sign."),
    rationale: Message(
      fr:
        "Entre deux nombres, le signe est «\u{A0}×\u{A0}»\u{A0}: un lecteur d’écran le lit, il épelle un «\u{A0}x\u{A0}».",
      en: "Between two numbers the sign is “×”: a screen reader reads it as such, while it spells an “x”."),
    exceptions: Message(
      fr: "Le 4x4 est une voiture. «\u{A0}0x10\u{A0}» est un nombre hexadécimal.",
      en: "A 4x4 is a car. “0x10” is a hexadecimal number."),
    references: [.imprimerieNationale("Signes mathématiques"), .oqlf("Signe de multiplication")],
    examples: [
      Example("Une carte ⟦3x5⟧", fixed: "Une carte 3×5"),
      Example("⟦21 x 29,7⟧\u{A0}cm", fixed: "21 × 29,7\u{A0}cm"),
      Example("⟦800*600⟧ pixels", fixed: "800\u{A0}×\u{A0}600 pixels", format: .text),
      Example("une salle de ⟦3 * 4⟧ m", fixed: "une salle de 3 × 4 m", format: .text),
      Example("un plafond de 1,⟦8 * SMIC⟧", fixed: "un plafond de 1,8 × SMIC", format: .text),
      Example("Le 4x4 a payé 2x plus, 0x10 reste, 3 × 5 aussi, comme 0x300-0x31F et 4*1024*sizeof(long)."),
      Example("une photo de 3,⟦5 cm x 4,5⟧ cm", fixed: "une photo de 3,5 cm × 4,5 cm"),
      Example("Montréal (Québec) H3B 2X8, la référence 12X34"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    checkFactor(index, in: context, &findings)
    guard let sign = sign(before: index, in: context), let left = operand(before: sign, in: context) else { return }
    let isGlued = context.isGlued(sign) && context.isGlued(index)
    let isStar = context[sign].kind == .asterisk
    // « H3B 2X8 », « la référence 12X34 »
    if isGlued, context[sign].flags.contains(.capitalised), !isMeasure(index, in: context) { return }
    let isSpaced = !context.isGlued(sign) && !context.isGlued(index)
    guard isGlued || isSpaced && (!isStar || isMeasure(index, in: context)) else { return }
    let values = (context.value(of: context[left].range), context.value(of: context[index].range))
    // The car, and families of processors: 680x0.
    if isGlued, values == (4, 4) || values.0 == 0 || context.prose.bytes[context[index].range.lowerBound] == 0x30 {
      return
    }
    if isStar, isInExpression(left, index, in: context) { return }
    let end = context.number(at: index)?.indices.upperBound ?? index + 1
    findings.report(
      context.source(context.range(left..<end)), .multiplication,
      fix: context.replace(
        context[sign].range, with: isStar && isGlued ? "\u{A0}×\u{A0}" : "×", .unsafe, .write("×")))
  }

  /// *1,8 * SMIC*
  private func checkFactor(_ number: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let sign = context.after(number), context[sign].kind == .asterisk, !context.isGlued(sign),
      let factor = context.wordAfter(sign), context[factor].flags.contains(.allCapitals),
      context[factor].range.count > 2, context.gap(after: number) != .other, context.gap(after: sign) != .other,
      !isCode(number, in: context)
    else { return }
    findings.report(
      context.source(context.range(number..<factor + 1)), .multiplication,
      fix: context.replace(context[sign].range, with: "×", .unsafe, .write("×")))
  }

  private func sign(before index: Int, in context: BlockContext) -> Int? {
    guard let sign = context.before(index), context.gap(after: sign) != .other else { return nil }
    if context[sign].kind == .asterisk { return sign }
    return context.isWord(sign, "x") ? sign : nil
  }

  /// The number before the sign, through the mark of inches.
  private func operand(before sign: Int, in context: BlockContext) -> Int? {
    guard let left = context.before(sign), context.gap(after: left) != .other else { return nil }
    switch context[left].kind {
    case .number: return isCode(left, in: context) ? nil : left
    // « 3,5 cm x 4,5 cm »
    case .word where context.isUnit(left) && !context.isGlued(sign):
      guard let number = context.before(left), context[number].kind == .number, context.gap(after: number) != .other
      else { return nil }
      return isCode(number, in: context) ? nil : number
    case .straightQuote, .doublePrime, .apostropheLike:
      return left > context.indices.lowerBound && context[left - 1].kind == .number ? left - 1 : nil
    default: return nil
    }
  }

  /// *3 * 4 m*
  private func isMeasure(_ index: Int, in context: BlockContext) -> Bool {
    context.number(at: index).flatMap { context.measured($0) } == .unit
  }

  /// *4*1024*sizeof(long)*: a factor is a word.
  private func isInExpression(_ left: Int, _ right: Int, in context: BlockContext) -> Bool {
    let isFactor = { (index: Int) in context[index].kind == .number || context[index].kind == .asterisk }
    var (first, last) = (left, right)
    while context.isGlued(first), isFactor(first - 1) { first -= 1 }
    while context.isJoinedToNext(last), isFactor(last + 1) { last += 1 }
    return context[first].kind == .asterisk || context[last].kind == .asterisk
  }

  private func isCode(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isGlued(index) else { return false }
    return context[index - 1].kind == .word && !context.isWord(index - 1, "x") || context[index - 1].kind.ties
  }
}

extension Message {
  fileprivate static let multiplication = Message(
    fr: "Le signe de multiplication est «\u{A0}×\u{A0}».",
    en: "The multiplication sign is “×”.")
}
