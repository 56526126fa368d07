import RelireDocuments
import RelireLexicon
import RelireModel

/// *100€*, *€ 100*, *1000 F CFP* with blanks that a line may break.
public struct Currency: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/currency", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Un montant et sa monnaie ne sont pas écrits à la française.",
      en: "An amount and its currency are not written the French way."),
    rationale: Message(
      fr: """
        En français, la monnaie suit le montant, après une espace insécable\u{A0}: «\u{A0}100\u{A0}€\u{A0}», \
        «\u{A0}1\u{202F}000\u{A0}F\u{A0}CFP\u{A0}», «\u{A0}1\u{202F}000\u{A0}XPF\u{A0}».
        """,
      en: "In French the currency follows the amount, after a no-break space: “100 €”, “1 000 F CFP”."),
    exceptions: Message(
      fr: "La monnaie écrite en toutes lettres («\u{A0}100 euros\u{A0}») peut suivre une espace ordinaire.",
      en: "A currency in full (“100 euros”) may follow an ordinary space."),
    references: [
      .imprimerieNationale("Unités monétaires"), .oqlf("Symbole d’unité monétaire"),
      .usage(
        Message(
          fr: "Institut d’émission d’outre-mer\u{A0}: «\u{A0}F\u{A0}CFP\u{A0}», code ISO 4217 «\u{A0}XPF\u{A0}»",
          en: "Institut d’émission d’outre-mer: “F CFP”, ISO 4217 code “XPF”")),
    ],
    examples: [
      Example("⟦100€⟧ et ⟦10 £⟧", fixed: "100\u{A0}€ et 10\u{A0}£"),
      Example("⟦€100⟧", fixed: "100\u{A0}€"),
      Example("⟦500 F CFP⟧ ou ⟦500XPF⟧", fixed: "500\u{A0}F\u{A0}CFP ou 500\u{A0}XPF"),
      Example("⟦20k€⟧ de subvention", fixed: "20\u{A0}k€ de subvention"),
      Example("⟦3€50⟧ et 3\u{A0}⟦K€⟧", fixed: "3,50\u{A0}€ et 3\u{A0}k€"),
      Example("les groupes $1 et $2"),
      Example("10\u{A0}€, 100 euros, 12,50\u{A0}€, le € fort et la variable $prix"),
      Example("**⟦100**€⟧", fixed: "**100**\u{A0}€"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let number = context.number(at: index) else { return }
    let last = number.indices.upperBound - 1
    guard let next = context.after(last), context.gap(after: last) != .other else {
      checkBefore(number, in: context, &findings)
      return
    }
    switch context[next].kind {
    case .currency:
      guard !checkCents(number, next, in: context, &findings) else { return }
      checkGap(number, next, in: context, &findings)
    case .word where isMultiple(next, in: context):
      checkGap(number, next + 1, in: context, &findings)
      checkThousand(next, in: context, &findings)
    case .word where context.isWord(next, in: .currencies): checkCode(number, next, in: context, &findings)
    default: checkBefore(number, in: context, &findings)
    }
  }

  /// `k€`, `M€`, `Md€`, `Mds€`
  private func isMultiple(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isJoinedToNext(index), context[index + 1].kind == .currency else { return false }
    return ["k", "K", "M", "Md", "Mds", "MD"].contains(context.string(context[index]))
  }

  /// `3€50`: whether digits follow the sign at once.
  private func checkCents(
    _ number: WrittenNumber, _ sign: Int, in context: BlockContext, _ findings: inout Findings
  ) -> Bool {
    // `3€<sup>1</sup>` has a note.
    guard context.isJoinedToNext(sign), context[sign + 1].kind == .number,
      !context.prose.isBoundary(context[sign].range.upperBound)
    else { return false }
    let run = number.indices.lowerBound..<sign + 2
    guard number.mark == nil, context.isGlued(sign), context[sign + 1].range.count == 2, context.isUnitEnd(sign + 1)
    else { return true }
    let amount = context.string(context.range(number.indices)) + "," + context.string(context[sign + 1])
    let corrected = amount + "\u{A0}" + context.string(context[sign])
    findings.report(
      context.source(context.range(run)), .currencyInside(corrected),
      fix: context.replace(context.range(run), with: corrected, .unsafe, .write(corrected)))
    return true
  }

  /// `K€`: the prefix of a thousand is a small *k*.
  private func checkThousand(_ prefix: Int, in context: BlockContext, _ findings: inout Findings) {
    let range = context[prefix].range
    guard context.string(range) == "K" else { return }
    let corrected = "k" + context.string(context[prefix + 1])
    findings.report(
      context.source(context.range(prefix..<prefix + 2)), .prefix(corrected),
      fix: context.replace(range, with: "k", .unsafe, .write(corrected)))
  }

  private func checkGap(_ number: WrittenNumber, _ end: Int, in context: BlockContext, _ findings: inout Findings) {
    let last = number.indices.upperBound - 1
    let gap = context.gap(after: last)
    guard gap == .none || gap == .blank else { return }
    findings.report(
      context.source(context.range(number.indices.lowerBound..<end + 1)), gap == .none ? .gluedCurrency : .breakable,
      fix: context.replace(context.gapRange(after: last), with: "\u{A0}", .safe, .noBreakSpace))
  }

  /// `500 XPF`, `500 F CFP`, `500F`, `500euros`
  private func checkCode(_ number: WrittenNumber, _ word: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isUnitEnd(word), !context.isLabelled(number) else { return }
    let last = number.indices.upperBound - 1
    let gap = context.gap(after: last)
    let text = context.string(context[word])
    guard context[word].flags.contains(.capitalised) else {
      // In full: only a missing space is a fault.
      guard gap == .none, text.count > 3 else { return }
      checkGap(number, word, in: context, &findings)
      return
    }
    if text == "F" {
      guard let cfp = context.wordAfter(word), context.string(context[cfp]) == "CFP" else {
        // « 4F », « 3 F »: a flat as well as francs; alone, a glued amount of hundreds is one.
        if gap == .none, number.value >= 100, number.value.isMultiple(of: 5) {
          checkGap(number, word, in: context, &findings)
        }
        return
      }
      let inner = context.gap(after: word)
      guard gap == .none || gap == .blank || inner == .blank else { return }
      let range = context[last].range.upperBound..<context[cfp].range.upperBound
      let corrected = "\u{A0}F\u{A0}CFP"
      findings.report(
        context.source(context.range(number.indices.lowerBound..<cfp + 1)), gap == .none ? .gluedCurrency : .breakable,
        fix: context.replace(range, with: corrected, .safe, .noBreakSpace))
      return
    }
    guard context[word].flags.contains(.allCapitals) else { return }
    checkGap(number, word, in: context, &findings)
  }

  /// `€ 100`
  private func checkBefore(_ number: WrittenNumber, in context: BlockContext, _ findings: inout Findings) {
    guard let sign = context.before(number.indices.lowerBound), context[sign].kind == .currency,
      context.gap(after: sign) != .other, !context.isGlued(sign) || context[sign - 1].kind == .openingParenthesis
    else { return }
    if let earlier = context.before(sign), context[earlier].kind == .number { return }
    // « $1 »: an argument or a group, but for « $5 millions ».
    if context.isJoinedToNext(sign), number.digits == 1, number.mark == nil, context.string(context[sign]) == "$",
      context.measured(number) == nil
    {
      return
    }
    let run = sign..<number.indices.upperBound
    let amount = context.string(context.range(number.indices))
    let corrected = amount + "\u{A0}" + context.string(context[sign])
    findings.report(
      context.source(context.range(run)), .currencyFirst(corrected),
      fix: context.replace(context.range(run), with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static let gluedCurrency = Message(
    fr: "Il manque une espace insécable entre le montant et la monnaie.",
    en: "A no-break space is missing between the amount and the currency.")

  fileprivate static let breakable = Message(
    fr: "Rendez insécable l’espace entre le montant et la monnaie, sinon la monnaie peut passer seule à la ligne.",
    en: "Make the space between the amount and the currency a no-break one, or the currency may wrap alone.")

  fileprivate static func currencyInside(_ corrected: String) -> Message {
    Message(
      fr: "La monnaie suit le montant entier\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "The currency follows the whole amount: “\(corrected)”.")
  }

  fileprivate static func prefix(_ corrected: String) -> Message {
    Message(
      fr: "Le préfixe de mille est un «\u{A0}k\u{A0}» minuscule\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "The prefix of a thousand is a small “k”: “\(corrected)”.")
  }

  fileprivate static func currencyFirst(_ corrected: String) -> Message {
    Message(
      fr: "En français, la monnaie suit le montant\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "In French the currency follows the amount: “\(corrected)”.")
  }
}
