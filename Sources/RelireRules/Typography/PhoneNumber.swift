import RelireDocuments
import RelireLexicon
import RelireModel

/// *0123456789*, *25.60.00* after *Tél.*: phone numbers that are not grouped in pairs.
public struct PhoneNumber: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/phone-number", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Un numéro de téléphone n’est pas groupé par paires.",
      en: "A phone number is not grouped in pairs."),
    rationale: Message(
      fr: """
        Un numéro se lit et se recopie par paires\u{A0}: «\u{A0}25\u{A0}60\u{A0}00\u{A0}» en Nouvelle-Calédonie (six \
        chiffres, «\u{A0}+687\u{A0}» de l’étranger), «\u{A0}01\u{A0}23\u{A0}45\u{A0}67\u{A0}89\u{A0}» en France (dix \
        chiffres), avec des espaces insécables.
        """,
      en: """
        A phone number is read and copied in pairs: “25 60 00” in New Caledonia (six digits, “+687” from abroad), \
        “01 23 45 67 89” in France (ten digits), with no-break spaces.
        """),
    exceptions: Message(
      fr: "Six chiffres sans «\u{A0}Tél.\u{A0}» ni «\u{A0}+687\u{A0}» devant eux peuvent être autre chose.",
      en: "Six digits without “Tél.” or “+687” before them may be something else."),
    references: [
      .imprimerieNationale("Numéros de téléphone"), .specification("ITU-T E.123"),
    ],
    examples: [
      Example("Appelez le ⟦0123456789⟧.", fixed: "Appelez le 01\u{A0}23\u{A0}45\u{A0}67\u{A0}89."),
      Example("Tél.\u{A0}: ⟦256000⟧", fixed: "Tél.\u{A0}: 25\u{A0}60\u{A0}00"),
      Example("+687 ⟦256000⟧", fixed: "+687 25\u{A0}60\u{A0}00"),
      Example("⟦01.23.45.67.89⟧", fixed: "01\u{A0}23\u{A0}45\u{A0}67\u{A0}89"),
      Example("Tél.\u{A0}: 25\u{A0}60\u{A0}00, 01 23 45 67 89, le lot 256000, 0800 123 456, les signes 0123456789"),
    ])

  public static let triggers: Token.Kinds = [.number, .technical]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    if token.kind == .number {
      guard token.range.count == 10 || token.range.count == 6 || token.range.count == 2 else { return }
      if token.range.count == 2 {
        checkPairs(index, in: context, &findings)
        return
      }
      guard !context.isGlued(index) || context[index - 1].kind == .openingParenthesis,
        !context.isJoinedToNext(index) || !context[index + 1].kind.ties && context[index + 1].kind != .word
      else { return }
      let digits = context.string(token)
      if digits.count == 10 {
        guard digits.hasPrefix("0"), digits.dropFirst().first != "0", !isCode(index, in: context),
          // Digits in a row are a character set, but for an example that is announced.
          digits != "0123456789" || isCaledonian(index, in: context)
        else { return }
      } else {
        guard isCaledonian(index, in: context) else { return }
      }
      report(token.range, digits, in: context, &findings)
      return
    }
    // URLs and addresses are many; numbers in groups have eight signs or fourteen.
    guard token.range.count == 8 || token.range.count == 14, context.prose.bytes[token.range.lowerBound] &- 0x30 < 10
    else { return }
    let text = context.string(token)
    let groups = text.split { $0 == "." || $0 == "-" }
    if groups.count == 3, text.count == 8, groups.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }),
      isCaledonian(index, in: context)
    {
      report(token.range, groups.joined(), in: context, &findings)
      return
    }
    guard groups.count == 5, groups.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }), groups[0].first == "0",
      text.count == 14
    else { return }
    report(token.range, groups.joined(), in: context, &findings)
  }

  /// `25.60.00` or `25-60-00` after a label.
  private func checkPairs(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard index + 4 < context.indices.upperBound, isCaledonian(index, in: context), !context.isGlued(index) else {
      return
    }
    for offset in stride(from: 1, through: 3, by: 2) {
      let mark = index + offset
      guard context[mark].kind == .period || context[mark].kind == .hyphen, context.isGlued(mark),
        context.isGlued(mark + 1), context[mark + 1].kind == .number, context[mark + 1].range.count == 2
      else { return }
    }
    guard !context.isJoinedToNext(index + 4) || context[index + 5].kind != .hyphen && context[index + 5].kind != .number
    else { return }
    let range = context.range(index..<index + 5)
    report(range, context.string(range).filter(\.isNumber), in: context, &findings)
  }

  /// Six digits are a number of New Caledonia after `+687` or a word that announces one.
  private func isCaledonian(_ index: Int, in context: BlockContext) -> Bool {
    guard var previous = context.before(index) else { return false }
    var steps = 0
    while steps < 3 {
      switch context[previous].kind {
      case .number: return context.string(context[previous]) == "687"
      case .colon, .period, .openingParenthesis, .closingParenthesis, .mathematical, .symbol:
        guard let earlier = context.before(previous) else { return false }
        previous = earlier
      case .word:
        if context.isWord(previous, "le") || context.isWord(previous, "au") {
          guard let earlier = context.before(previous) else { return false }
          previous = earlier
        } else {
          return context.isWord(previous, in: .phoneLabels)
        }
      default: return false
      }
      steps += 1
    }
    return false
  }

  private func isCode(_ index: Int, in context: BlockContext) -> Bool {
    guard let previous = context.before(index) else { return false }
    if context[previous].kind == .degree { return true }
    return context[previous].kind == .word && context.isWord(previous, in: .numberLabels)
      && !context.isWord(previous, in: .phoneLabels)
  }

  private func report(_ range: Range<Int>, _ digits: String, in context: BlockContext, _ findings: inout Findings) {
    var pairs = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, offset.isMultiple(of: 2) { pairs += "\u{A0}" }
      pairs.append(digit)
    }
    findings.report(
      context.source(range), .phone(pairs), fix: context.replace(range, with: pairs, .safe, .write(pairs)))
  }
}

extension Message {
  fileprivate static func phone(_ pairs: String) -> Message {
    Message(
      fr: "Grouper le numéro par paires\u{A0}: «\u{A0}\(pairs)\u{A0}».",
      en: "Group the number in pairs: “\(pairs)”.")
  }
}
