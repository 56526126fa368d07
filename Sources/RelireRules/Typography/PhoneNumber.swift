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
      fr: """
        Six chiffres sans «\u{A0}Tél.\u{A0}» ni «\u{A0}+687\u{A0}» devant eux peuvent être autre chose, et ce qui suit \
        «\u{A0}dossier\u{A0}», «\u{A0}identifiant\u{A0}» ou un mot semblable n’est pas un téléphone. Les numéros \
        spéciaux et ceux de Suisse et de Belgique ont leurs groupes.
        """,
      en: """
        Six digits without “Tél.” or “+687” before them may be something else, and what follows “dossier”, “identifiant” \
        or the like is no phone. Special numbers and those of Switzerland and Belgium have groups of their own.
        """),
    references: [
      .imprimerieNationale("Numéros de téléphone"), .specification("ITU-T E.123"),
    ],
    examples: [
      Example("Appelez le ⟦0123456789⟧.", fixed: "Appelez le 01\u{A0}23\u{A0}45\u{A0}67\u{A0}89."),
      Example("Tél.\u{A0}: ⟦256000⟧", fixed: "Tél.\u{A0}: 25\u{A0}60\u{A0}00"),
      Example("+687 ⟦256000⟧", fixed: "+687 25\u{A0}60\u{A0}00"),
      Example("⟦01.23.45.67.89⟧", fixed: "01\u{A0}23\u{A0}45\u{A0}67\u{A0}89"),
      Example("composez le ⟦0809123456⟧", fixed: "composez le 0\u{A0}809\u{A0}123\u{A0}456"),
      Example("Tél. ⟦0213456789⟧", fixed: "Tél. 021\u{A0}345\u{A0}67\u{A0}89", locale: "fr-CH"),
      Example("Tél. ⟦0475123456⟧", fixed: "Tél. 0475\u{A0}12\u{A0}34\u{A0}56", locale: "fr-BE"),
      Example("Votre identifiant est le 0145236987. Référence client\u{A0}: 0145236988. Tapez 0145236989 ici."),
      Example("Le chapitre 01.02.03.04.05 et le RIB 30004 00123 0145236987 45"),
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
        guard let groups = groups(of: digits, in: context) else { return }
        report(token.range, groups, in: context, &findings)
        return
      }
      guard isCaledonian(index, in: context) else { return }
      report(token.range, pairs(of: digits), in: context, &findings)
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
      report(token.range, groups.joined(separator: "\u{A0}"), in: context, &findings)
      return
    }
    guard groups.count == 5, groups.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }), groups[0].first == "0",
      text.count == 14, !isCode(index, in: context)
    else { return }
    report(token.range, groups.joined(separator: "\u{A0}"), in: context, &findings)
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
    report(range, pairs(of: context.string(range).filter(\.isNumber)), in: context, &findings)
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

  /// Whether what stands before the digits tells that they are no phone number: *dossier*, *votre identifiant est le*,
  /// other digits.
  private func isCode(_ index: Int, in context: BlockContext) -> Bool {
    var current = context.before(index)
    for _ in 0..<4 {
      guard let previous = current else { return false }
      switch context[previous].kind {
      case .degree, .number: return true
      case .colon, .period, .openingParenthesis: break
      case .word where context.isWord(previous, "le") || context.isWord(previous, "est"): break
      case .word:
        if context.isWord(previous, in: .phoneLabels) { return false }
        return context[previous].flags.contains(.hasDigit) || context.isWord(previous, in: .numberLabels)
          || context.isWord(previous, among: Self.identifiers)
      default: return false
      }
      current = context.before(previous)
    }
    return false
  }

  private static let identifiers: WordSet = [
    "abonné", "adhérent", "allocataire", "chapitre", "client", "colis", "cpv", "iban", "identifiant", "identifiants",
    "nomenclature", "patient", "ref", "référence", "références", "rib", "réf", "saisir", "saisissez", "siren", "siret",
    "tapez", "usager", "version",
  ]

  // MARK: Groups

  /// The digits of a number in the groups that its country gives them; nil where it has no such numbers.
  private func groups(of digits: String, in context: BlockContext) -> String? {
    switch context.conventions.locale {
    case .switzerland: return grouped(digits, [3, 3, 2, 2])
    case .belgium: return digits.hasPrefix("04") ? grouped(digits, [4, 2, 2, 2]) : nil
    case .canada: return nil
    case .france, .newCaledonia: break
    }
    // Numbers of a special price are read by three.
    let isSpecial = ["080", "081", "082", "089"].contains { digits.hasPrefix($0) }
    return isSpecial ? grouped(digits, [1, 3, 3, 3]) : pairs(of: digits)
  }

  private func pairs(of digits: String) -> String { grouped(digits, [2, 2, 2, 2, 2]) }

  private func grouped(_ digits: String, _ lengths: [Int]) -> String {
    var rest = Substring(digits)
    var groups: [Substring] = []
    for length in lengths where !rest.isEmpty {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "\u{A0}")
  }

  private func report(_ range: Range<Int>, _ pairs: String, in context: BlockContext, _ findings: inout Findings) {
    findings.report(
      context.source(range), .phone(pairs), fix: context.replace(range, with: pairs, .safe, .write(pairs)))
  }
}

extension Message {
  fileprivate static func phone(_ pairs: String) -> Message {
    Message(
      fr: "Groupez les chiffres du numéro\u{A0}: «\u{A0}\(pairs)\u{A0}».",
      en: "Group the digits of the number: “\(pairs)”.")
  }
}
