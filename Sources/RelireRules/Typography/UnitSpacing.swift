import RelireDocuments
import RelireLexicon
import RelireModel

/// *12kg* and *30 cm* with a blank that a line may break; *10 KM*.
public struct UnitSpacing: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/unit-spacing", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Un nombre et son unité ne sont pas séparés par une espace insécable.",
      en: "A number and its unit are not parted by a no-break space."),
    rationale: Message(
      fr: """
        Le symbole d’une unité se sépare du nombre par une espace insécable\u{A0}: «\u{A0}12\u{A0}kg\u{A0}», \
        «\u{A0}20\u{A0}°C\u{A0}». Sans elle, l’unité peut se retrouver seule au début de la ligne suivante. La casse du \
        symbole compte\u{A0}: «\u{A0}km\u{A0}», non «\u{A0}KM\u{A0}».
        """,
      en: """
        The symbol of a unit is parted from its number by a no-break space: “12 kg”, “20 °C”. Without it the unit may \
        end up alone on the next line. The case of the symbol matters: “km”, not “KM”.
        """),
    exceptions: Message(
      fr: """
        Les unités écrites en toutes lettres («\u{A0}20 ans\u{A0}»), les minutes et secondes d’angle, et ce qui n’est \
        pas une unité\u{A0}: «\u{A0}2012 l’État\u{A0}», «\u{A0}3D\u{A0}», «\u{A0}4G\u{A0}».
        """,
      en: "Units in full (“20 ans”), minutes and seconds of arc, and what is no unit: “2012 l’État”, “3D”, “4G”."),
    references: [
      .imprimerieNationale("Unités de mesure"), .oqlf("Espacement\u{A0}: symboles d’unités de mesure"),
      .specification("ISO 80000-1, 7.1.4"),
    ],
    examples: [
      Example("⟦12kg⟧ de sucre à ⟦20°C⟧", fixed: "12\u{A0}kg de sucre à 20\u{A0}°C"),
      Example("un débit de ⟦40 Mo⟧", fixed: "un débit de 40\u{A0}Mo"),
      Example("Voir ⟦10 KM⟧.", fixed: "Voir 10\u{A0}km."),
      Example("⟦30 M⟧², ⟦50 hz⟧, ⟦20 ° C⟧", fixed: "30\u{A0}m², 50\u{A0}Hz, 20\u{A0}°C"),
      Example("En 2012 l’État, 1998 s’annonce, le 3D et la 4G, page 3 m’a plu, 4pm, 200112L."),
      Example("La piste 27L, la Renault 4L, le siège 12L, quai 3m, un pneu R16 91V, la piste 09L/27R"),
      Example("le 2nd degré, 15\u{A0}nd de vent"),
      Example("140\u{A0}rad/s et 20 ans"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let number = context.number(at: index) else { return }
    let last = number.indices.upperBound - 1
    guard let next = context.after(last) else { return }
    let gap = context.gap(after: last)
    switch context[next].kind {
    case .degree:
      guard gap != .other else { return }
      checkDegree(number, next, gap, in: context, &findings)
    case .word:
      guard gap != .other, context.isUnitEnd(next) else { return }
      checkWord(number, next, gap, in: context, &findings)
    default: return
    }
  }

  /// `20°C`, but not the angle `22°16’`.
  private func checkDegree(
    _ number: WrittenNumber, _ degree: Int, _ gap: BlockContext.Gap, in context: BlockContext,
    _ findings: inout Findings
  ) {
    if let symbol = context.wordAfter(degree), context.gap(after: degree) != .other,
      context.string(context[symbol]) == "C", !context.isJoinedToNext(symbol) || context.isClauseEnd(symbol),
      context.wordAfter(symbol).map({ !context[$0].flags.contains(.capitalised) }) ?? true
    {
      let range = context[number.indices.upperBound - 1].range.upperBound..<context[symbol].range.upperBound
      findings.report(
        context.source(context.range(number.indices.lowerBound..<symbol + 1)), .unitCase("°C"),
        fix: context.replace(range, with: "\u{A0}°C", .unsafe, .write("°C")))
      return
    }
    guard gap != .noBreak, context.isJoinedToNext(degree),
      context.isWord(degree + 1, "c") || context.isWord(degree + 1, "f"),
      context[degree + 1].flags.contains(.capitalised),
      !context.isJoinedToNext(degree + 1) || !context[degree + 2].kind.ties
    else { return }
    report(number, degree + 1, "\u{A0}°" + context.string(context[degree + 1]), in: context, &findings)
  }

  private func checkWord(
    _ number: WrittenNumber, _ unit: Int, _ gap: BlockContext.Gap, in context: BlockContext,
    _ findings: inout Findings
  ) {
    let text = context.string(context[unit])
    let lists = context.lists(unit)
    guard lists.contains(.units), !context.isLabelled(number) else { return }
    let symbols = context.lexicon.values(context.entry(unit), in: .units)
    if symbols.contains(text) {
      guard gap != .noBreak, isPlausible(text, number, gap, in: context),
        text.count > 1 || gap != .none || !isName(number, unit, in: context)
      else { return }
      // « le 2nd degré » is no knot.
      if text == "nd", gap == .none { return }
      report(number, unit, "\u{A0}" + text, in: context, &findings)
    } else if text == "M", context.isJoinedToNext(unit), context[unit + 1].kind == .superscript {
      reportCase(number, unit, "m", in: context, &findings)
    } else if let symbol = symbols.first, Self.unmistakable.contains(symbol), symbols.count == 1 {
      // « 1, 2, 3, go ! »
      if symbol == "Go", number.digits < 2 { return }
      reportCase(number, unit, symbol, in: context, &findings)
    }
  }

  private func reportCase(
    _ number: WrittenNumber, _ unit: Int, _ symbol: String, in context: BlockContext, _ findings: inout Findings
  ) {
    let range = context[number.indices.upperBound - 1].range.upperBound..<context[unit].range.upperBound
    findings.report(
      context.source(context.range(number.indices.lowerBound..<unit + 1)), .unitCase(symbol),
      fix: context.replace(range, with: "\u{A0}" + symbol, .unsafe, .write(symbol)))
  }

  /// Symbols whose letters are those of no other unit in another case, as Gb is no GB.
  private static let unmistakable: Set<String> = [
    "km", "kg", "cm", "mm", "cl", "Hz", "kHz", "MHz", "GHz", "kWh", "MWh", "GWh", "kW", "kVA", "dB", "Go",
  ]

  /// One letter is soon something else than a unit: *3 A*, *4G*, *2 h* (which belongs to `time-format`).
  private func isPlausible(
    _ symbol: String, _ number: WrittenNumber, _ gap: BlockContext.Gap, in context: BlockContext
  ) -> Bool {
    guard symbol.count == 1 else {
      // « 4pm » is in the afternoon.
      if symbol == "pm" { return number.value > 12 }
      return gap != .none || symbol != "UI" && symbol != "To"
    }
    switch symbol {
    // Up to 24 it is a time of day, which `time-format` judges.
    case "h": return !isClock(number, in: context) && (gap == .blank || number.value > 24)
    case "s": return gap == .blank && number.digits < 4
    case "m", "g", "l", "L": return number.digits < 4 || gap == .none || !(1000...2199).contains(number.value)
    case "V", "W": return number.digits < 4 && (gap == .blank || number.digits > 1)
    case "t", "Ω", "Å": return gap == .blank && number.digits < 4
    default: return false
    }
  }

  /// *la piste 27L*, *la Renault 4L*, *R16 91V*: a number and the letter tied to it name something.
  private func isName(_ number: WrittenNumber, _ letter: Int, in context: BlockContext) -> Bool {
    if context.isJoinedToNext(letter), context[letter + 1].kind == .slash, context.isJoinedToNext(letter + 1),
      context[letter + 2].kind == .number
    {
      return true
    }
    guard let word = context.wordBefore(number.indices.lowerBound) else { return false }
    let flags = context[word].flags
    if flags.contains(.hasDigit) || context.isGlued(word) && context[word - 1].kind == .number { return true }
    return flags.contains(.capitalised) && !context.isSentenceStart(word)
      || context.isWord(word, among: Self.numberedThings)
  }

  private static let numberedThings: WordSet = [
    "jean", "pantalon", "piste", "place", "pneu", "pneus", "quai", "rang", "siège", "sièges", "taille",
  ]

  private func isClock(_ number: WrittenNumber, in context: BlockContext) -> Bool {
    guard number.mark == nil, let unit = context.after(number.lastGroup), let next = context.after(unit) else {
      return false
    }
    return context[next].kind == .number && context[next].range.count == 2
  }

  private func report(
    _ number: WrittenNumber, _ unit: Int, _ text: String, in context: BlockContext, _ findings: inout Findings
  ) {
    let range = context[number.indices.upperBound - 1].range.upperBound..<context[unit].range.upperBound
    let whole = context.range(number.indices.lowerBound..<unit + 1)
    let gap = range.lowerBound..<(range.upperBound - text.utf8.count + 2)
    let isSpaced = gap.count == 1
    let fix =
      isSpaced || gap.isEmpty
      ? context.replace(gap, with: "\u{A0}", .safe, .noBreakSpace)
      : context.replace(range, with: text, .safe, .noBreakSpace)
    let symbol = String(text.dropFirst())
    findings.report(context.source(whole), isSpaced ? .breakableUnit(symbol) : .gluedUnit(symbol), fix: fix)
  }
}

extension Message {
  fileprivate static func gluedUnit(_ symbol: String) -> Message {
    Message(
      fr: "Il manque une espace insécable entre le nombre et l’unité «\u{A0}\(symbol)\u{A0}».",
      en: "A no-break space is missing between the number and the unit “\(symbol)”.")
  }

  fileprivate static func breakableUnit(_ symbol: String) -> Message {
    Message(
      fr:
        "Rendez insécable l’espace entre le nombre et l’unité «\u{A0}\(symbol)\u{A0}», sinon elle peut passer seule à "
        + "la ligne.",
      en: "Make the space between the number and the unit “\(symbol)” a no-break one, or it may wrap alone.")
  }

  fileprivate static func unitCase(_ symbol: String) -> Message {
    Message(
      fr: "Le symbole de cette unité s’écrit «\u{A0}\(symbol)\u{A0}».",
      en: "The symbol of this unit is written “\(symbol)”.")
  }

  static let noBreakSpace = Message(fr: "Mettre une espace insécable", en: "Put a no-break space")
}
