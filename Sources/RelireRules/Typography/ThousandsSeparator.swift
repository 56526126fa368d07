import RelireDocuments
import RelireLexicon
import RelireModel

/// *3500 habitants* for *3 500 habitants*, and groups of digits that a line break may part.
public struct ThousandsSeparator: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/thousands-separator", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Les milliers d’une quantité ne sont pas séparés par une espace insécable.",
      en: "The thousands of a quantity are not set apart by a no-break space."),
    rationale: Message(
      fr: """
        Une quantité se lit par tranches de trois chiffres\u{A0}: «\u{A0}3\u{202F}500 habitants\u{A0}». L’espace est \
        insécable, pour que le nombre ne soit pas coupé en fin de ligne.
        """,
      en: """
        A quantity is read in groups of three digits: “3 500 habitants”. The space is a no-break one, so that the number \
        is not cut at a line end.
        """),
    exceptions: Message(
      fr: """
        Les nombres qui sont des noms restent d’un bloc\u{A0}: années, articles, pages, codes, numéros, versions. Un \
        nombre de quatre chiffres n’est repris que s’il compte ou mesure quelque chose.
        """,
      en: """
        Numbers that are names stay in one piece: years, articles, pages, codes, versions. A number of four digits is \
        only corrected when it counts or measures something.
        """),
    references: [
      .imprimerieNationale("Nombres en chiffres"), .oqlf("Séparation des tranches de trois chiffres"),
      .cldr("numbers/symbols/group"),
    ],
    examples: [
      Example("plus de ⟦3500⟧ habitants", fixed: "plus de 3\u{202F}500 habitants"),
      Example("⟦12345⟧\u{A0}% et ⟦20 000⟧ euros", fixed: "12\u{202F}345\u{A0}% et 20\u{202F}000 euros"),
      Example(
        "de ⟦6000⟧ à ⟦5000⟧\u{A0}€, entre ⟦1200⟧ et ⟦2400⟧ euros, de 2015 à 2018",
        fixed: "de 6\u{202F}000 à 5\u{202F}000\u{A0}€, entre 1\u{202F}200 et 2\u{202F}400 euros, de 2015 à 2018"),
      Example("⟦200.000⟧ francs", fixed: "200\u{202F}000 francs"),
      Example("⟦12500⟧ habitants", fixed: "12\u{A0}500 habitants", locale: "fr-CA"),
      Example("3500 habitants", locale: "fr-CA"),
      Example("En 2018 entreprises et communes, l’article 1234, le code 98800, la page 1500."),
      Example("Les articles 1482\u{A0}A et 1483\u{A0}L, puis la 2041\u{A0}K"),
      Example("En euros\u{A0}: 1990 euros constants. Entre 2011 et 2021 habitants et emplois ont crû."),
      Example("1920 × 1080 pixels"),
      Example("3\u{202F}500 habitants, 12\u{A0}000\u{A0}€ et 74\u{202F}835,140\u{A0}71\u{A0}km"),
      Example("⟦3 **500⟧** habitants", fixed: "3\u{202F}**500** habitants"),
    ])

  public static let triggers: Token.Kinds = [.number, .technical]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    if context[index].kind == .technical {
      checkPeriods(index, in: context, &findings)
      return
    }
    guard let number = context.number(at: index) else { return }
    if let mark = number.mark, !number.hasGroups, context[mark].kind == .period {
      checkPeriod(number, in: context, &findings)
      return
    }
    if number.hasGroups {
      checkGroups(number, in: context, &findings)
    } else {
      checkDigits(number, in: context, &findings)
    }
  }

  /// Digits without any separator.
  private func checkDigits(_ number: WrittenNumber, in context: BlockContext, _ findings: inout Findings) {
    let token = context[number.lastGroup]
    guard number.digits >= context.conventions.thousandsFrom, number.digits <= 15,
      context.prose.bytes[token.range.lowerBound] != 0x30, !context.isLabelled(number),
      number.digits > 4 || !isFactor(number, in: context)
    else { return }
    var verdict = Finding.Verdict.fault
    if !isQuantity(number, in: context) {
      // Long numbers without a context are identifiers as often as quantities; 9 and 14 digits are SIREN and SIRET,
      // 13 an ISBN.
      guard number.digits >= 7, ![9, 13, 14].contains(number.digits), context.before(number.indices.lowerBound) == nil
      else { return }
      verdict = .review
    }
    report(token.range, context.string(token), verdict == .fault ? .safe : .unsafe, verdict, in: context, &findings)
  }

  /// Groups with a blank between them that a line may break.
  private func checkGroups(_ number: WrittenNumber, in context: BlockContext, _ findings: inout Findings) {
    let groups = number.indices.lowerBound..<number.lastGroup + 1
    var isBreakable = false
    for group in groups where context[group].kind == .number && group < number.lastGroup {
      if context.gap(after: group) == .blank { isBreakable = true }
    }
    let isStrict = context.page.settings.strictSpaces
    guard isBreakable || isStrict, !context.isLabelled(number) else { return }
    let range = context.range(groups)
    let digits = context.string(range).filter { $0.isASCII && $0.isNumber }
    let corrected = grouped(digits, in: context)
    guard corrected != context.string(range) else { return }
    findings.report(
      context.source(range), .breakableThousands,
      fix: context.replace(range, with: corrected, .safe, .write(corrected)))
  }

  /// *3.500 habitants*: what is counted has no decimals.
  private func checkPeriod(_ number: WrittenNumber, in context: BlockContext, _ findings: inout Findings) {
    let decimals = context[number.indices.upperBound - 1]
    guard decimals.range.count == 3, number.digits <= 3, number.value > 0, !context.isLabelled(number),
      let measured = context.measured(number), measured == .noun || measured == .currency
    else { return }
    let range = context.range(number.indices)
    report(range, context.string(range).filter { $0 != "." }, .unsafe, .fault, in: context, &findings)
  }

  /// *200.000.000*: a technical token for the scanner, as a version would be.
  private func checkPeriods(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    // URLs and addresses are many.
    let bytes = context.prose.bytes[token.range]
    guard bytes.count < 30, bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }) else { return }
    let groups = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard groups.count >= 3, (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return }
    // An address has four groups; a quantity ends in zeros or counts something.
    guard groups.dropFirst().allSatisfy({ $0.elementsEqual("000".utf8) }) || context.isCounted(after: index) else {
      return
    }
    report(token.range, String(decoding: groups.joined(), as: UTF8.self), .unsafe, .fault, in: context, &findings)
  }

  private func report(
    _ range: Range<Int>, _ digits: String, _ safety: FixSafety, _ verdict: Finding.Verdict, in context: BlockContext,
    _ findings: inout Findings
  ) {
    let corrected = grouped(digits, in: context)
    findings.report(
      context.source(range), .ungroupedThousands(corrected),
      fix: context.replace(range, with: corrected, safety, .write(corrected)), verdict: verdict)
  }

  private func grouped(_ digits: String, in context: BlockContext) -> String {
    let separator = Character(context.conventions.thousands.preferred ?? "\u{202F}")
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(separator) }
      result.append(digit)
    }
    return result
  }

  /// *1920 × 1080 pixels*, *707 × 1000 mm*: both numbers are written alike.
  private func isFactor(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    guard let sign = context.before(number.indices.lowerBound),
      context.isWord(sign, "x") || context[sign].kind == .mathematical || context[sign].kind == .asterisk,
      let left = context.before(sign)
    else { return false }
    return context[left].kind == .number && context[left].range.count >= 3
  }

  /// *de 6000 à 5000 €*, *entre 1200 et 2400 euros*: what the second number counts, the first one counts too.
  private func opensRange(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    guard let link = context.wordAfter(number.lastGroup), context.isWord(link, among: ["à", "et"]),
      let opening = context.wordBefore(number.indices.lowerBound),
      context.isWord(opening, context.isWord(link, "et") ? "entre" : "de"),
      let index = context.after(link), let second = context.number(at: index)
    else { return false }
    return context.measured(second).map { !isYear(second, $0, in: context) } ?? false
  }

  /// *la 2042 K*, *les articles 1383 A et 1464 L*: forms and articles have a letter as much as quantities have a unit.
  private func isLetterOfName(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    guard let unit = context.after(number.lastGroup), context[unit].range.count == 1,
      context[unit].flags.contains(.capitalised)
    else { return false }
    return !context.isWord(unit, "w") && !context.isWord(unit, "v")
  }

  /// *2023 euros constants*, *entre 2010 et 2020 habitants et emplois*
  private func isYear(
    _ number: WrittenNumber, _ measured: BlockContext.Measured, in context: BlockContext
  ) -> Bool {
    let years = 1900...2099
    guard years.contains(number.value) else { return false }
    if measured == .currency {
      guard let name = context.wordAfter(number.lastGroup), let next = context.wordAfter(name) else { return false }
      return context.isWord(next, among: ["constants", "courants"])
    }
    guard let and = context.wordBefore(number.indices.lowerBound), context.isWord(and, "et"),
      let other = context.before(and), context[other].kind == .number, context[other].range.count == 4,
      let between = context.wordBefore(other), context.isWord(between, "entre")
    else { return false }
    return years.contains(context.value(of: context[other].range))
  }

  private func isQuantity(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    let mayBeYear = number.digits == 4 && (1000...2199).contains(number.value)
    if let mark = number.mark, context[mark].kind == .comma { return true }
    if let measured = context.measured(number) {
      if number.digits == 4, measured == .unit, isLetterOfName(number, in: context) { return false }
      guard mayBeYear else { return true }
      if measured == .noun || measured == .currency, isYear(number, measured, in: context) { return false }
      if context.followsYearWord(number) { return false }
      // « Feb 1980 Page(s): 12 »
      if measured == .noun, let noun = context.after(number.lastGroup), context[noun].flags.contains(.capitalised) {
        return false
      }
      // « En 2012 m » means nothing, but one letter is too little to tell.
      if measured == .unit, let unit = context.after(number.lastGroup), context[unit].range.count == 1 {
        return context.gap(after: number.lastGroup) == .noBreak
      }
      return true
    }
    if opensRange(number, in: context) { return true }
    guard !mayBeYear, let next = context.wordAfter(number.lastGroup) else { return false }
    return number.digits == 4 && context.looksPlural(next)
  }
}

extension BlockContext {
  /// Whether what follows a token makes a quantity of it.
  func isCounted(after index: Int) -> Bool {
    guard let next = after(index), gap(after: index) != .other else { return false }
    switch tokens[next].kind {
    case .percent, .currency: return true
    case .word:
      let lists = lists(next)
      return lists.contains(.currencies) || lists.contains(.countedNouns) || lists.contains(.unitNames)
    default: return false
    }
  }

  /// Whether a word looks like a noun in the plural: small letters, and an *s* or *x* at its end.
  func looksPlural(_ index: Int) -> Bool {
    let token = tokens[index]
    guard !token.flags.contains(.capitalised), token.range.count >= 5, !isWord(index, in: .frenchStopWords) else {
      return false
    }
    let last = prose.bytes[token.range.upperBound - 1]
    return last == 0x73 || last == 0x78
  }
}

extension Message {
  fileprivate static func ungroupedThousands(_ corrected: String) -> Message {
    Message(
      fr: "Séparez les milliers par une espace insécable\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "Set the thousands apart by a no-break space: “\(corrected)”.")
  }

  fileprivate static let breakableThousands = Message(
    fr: "Rendez insécable l’espace entre les milliers, sinon le nombre peut être coupé en fin de ligne.",
    en: "Make the space between thousands a no-break one, or the number may be cut at a line end.")
}
