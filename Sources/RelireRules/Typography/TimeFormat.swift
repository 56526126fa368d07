import RelireDocuments
import RelireLexicon
import RelireModel

/// *14h30* for *14 h 30*.
public struct TimeFormat: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/time-format", severity: .info, fix: .safe,
    summary: Message(
      fr: "Une heure ou une durée est écrite sans ses espaces insécables.",
      en: "A time of day or a duration lacks its no-break spaces."),
    rationale: Message(
      fr: """
        «\u{A0}h\u{A0}» est le symbole d’une unité\u{A0}: il se sépare des chiffres par des espaces insécables, \
        «\u{A0}14\u{A0}h\u{A0}30\u{A0}». La forme serrée «\u{A0}14h30\u{A0}» est si répandue que ce n’est qu’une \
        information.
        """,
      en: """
        “h” is the symbol of a unit, parted from the digits by no-break spaces: “14 h 30”. The tight form “14h30” is so \
        common that this is only information.
        """),
    exceptions: Message(
      fr: "Les horaires à deux points («\u{A0}14:30\u{A0}»), usuels dans les tableaux, et «\u{A0}24h/24\u{A0}».",
      en: "Times with a colon (“14:30”), usual in tables, and “24h/24”."),
    references: [.imprimerieNationale("Heures"), .oqlf("Heure")],
    examples: [
      Example("ouvert à ⟦14h30⟧", fixed: "ouvert à 14\u{A0}h\u{A0}30"),
      Example("de ⟦8h⟧ à ⟦13 h 37⟧", fixed: "de 8\u{A0}h à 13\u{A0}h\u{A0}37"),
      Example("dès ⟦14H30⟧, ouvert ⟦8h-12h⟧", fixed: "dès 14\u{A0}h\u{A0}30, ouvert 8\u{A0}h-12\u{A0}h"),
      Example("⟦8 h30⟧, puis ⟦14h 30⟧.", fixed: "8\u{A0}h\u{A0}30, puis 14\u{A0}h\u{A0}30."),
      Example(
        "une visite de ⟦1h16⟧, ouvert 24h/24 et 7j/7", fixed: "une visite de 1\u{A0}h\u{A0}16, ouvert 24h/24 et 7j/7"),
      Example("un crayon 2H, la salle 5H, le bloc 7h"),
      Example("à 14\u{A0}h\u{A0}30, à 12:30, le train de 2 heures, le code 12h4f"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let first = clock(index, in: context), let number = context.number(at: index), number.mark == nil,
      !number.hasGroups
    else { return }
    var clocks = [first]
    // « 8h-12h »
    if let hyphen = context.next(first.end), hyphen.kind.isHyphen, context.isJoinedToNext(first.end),
      context.isJoinedToNext(first.end + 1), let second = clock(first.end + 2, in: context)
    {
      clocks.append(second)
    }
    let end = clocks[clocks.count - 1].end
    guard context.isUnitEnd(end), !clocks.allSatisfy(\.isRight), !isRate(end, in: context) else { return }
    // Without minutes, the plain form is left to `unit-spacing`.
    if clocks.count == 1, !first.hasMinutes, context.gap(after: index) == .blank { return }
    let range = context.range(index..<end + 1)
    let text = clocks.map(\.text).joined(separator: "-")
    let isCapital = context.prose.bytes[range].contains(UInt8(ascii: "H"))
    // « RMN 1H », « un crayon 2H », « le bloc 7h » are none.
    if clocks.count == 1, !first.hasMinutes {
      if isCapital, !isAfterPreposition(index, in: context) { return }
      if let word = context.wordBefore(index), context.isWord(word, among: Self.numbered) { return }
    }
    findings.report(
      context.source(range), .time(text),
      fix: context.replace(range, with: text, isCapital ? .unsafe : .safe, .write(text)))
  }

  /// `24h/24`
  private func isRate(_ end: Int, in context: BlockContext) -> Bool {
    context.isJoinedToNext(end) && context[end + 1].kind == .slash && context.isJoinedToNext(end + 1)
      && context[end + 2].kind == .number
  }

  private struct Clock {
    /// The token of the minutes, or else of the *h*.
    let end: Int
    let hasMinutes: Bool
    let isRight: Bool
    /// As it should be written.
    let text: String
  }

  /// The time whose hours are at an index.
  private func clock(_ index: Int, in context: BlockContext) -> Clock? {
    guard context[index].kind == .number, context[index].range.count <= 2,
      context.value(of: context[index].range) <= 24, let mark = context.after(index), context[mark].kind == .word
    else { return nil }
    let gap = context.gap(after: index)
    guard gap != .other else { return nil }
    let hours = context.string(context[index]) + "\u{A0}h"
    guard context.isWord(mark, "h") else {
      // « 14 h30 »: not glued to a number, the word goes on.
      guard context[mark].range.count == 3, context[mark].flags.contains(.hasDigit) else { return nil }
      let word = context.string(context[mark])
      guard word.first == "h" || word.first == "H", let minutes = Int(word.dropFirst()), minutes < 60 else {
        return nil
      }
      let text = hours + "\u{A0}" + word.dropFirst()
      return Clock(end: mark, hasMinutes: true, isRight: false, text: text)
    }
    guard let minutes = minutes(after: mark, in: context) else {
      return Clock(end: mark, hasMinutes: false, isRight: gap == .noBreak, text: hours)
    }
    // « À 14h 30 personnes… »
    if gap == .none, context.gap(after: mark) == .blank, !isEnd(minutes, in: context) { return nil }
    return Clock(
      end: minutes, hasMinutes: true, isRight: gap == .noBreak && context.gap(after: mark) == .noBreak,
      text: hours + "\u{A0}" + context.string(context[minutes]))
  }

  private func minutes(after mark: Int, in context: BlockContext) -> Int? {
    guard let minutes = context.after(mark), context[minutes].kind == .number, context[minutes].range.count == 2,
      context.value(of: context[minutes].range) < 60, context.gap(after: mark) != .other
    else { return nil }
    return minutes
  }

  /// Whether the minutes are no number of something.
  private func isEnd(_ minutes: Int, in context: BlockContext) -> Bool {
    if context.isClauseEnd(minutes) { return true }
    return context.wordAfter(minutes).map { context.isWord($0, among: Self.links) } ?? false
  }

  private func isAfterPreposition(_ index: Int, in context: BlockContext) -> Bool {
    context.wordBefore(index).map { context.isWord($0, among: Self.prepositions) } ?? false
  }

  /// What a number and a letter may be the name of.
  private static let numbered: WordSet = ["appartement", "bloc", "classe", "place", "rang", "salle", "siège"]
  private static let links: WordSet = ["à", "et", "ou", "au", "le"]
  private static let prepositions: WordSet = ["à", "de", "dès", "vers", "entre", "et", "avant", "après"]
}

extension Message {
  fileprivate static func time(_ text: String) -> Message {
    Message(
      fr: "Heures et minutes s’écrivent avec des espaces insécables\u{A0}: «\u{A0}\(text)\u{A0}».",
      en: "Hours and minutes are written with no-break spaces: “\(text)”.")
  }
}
