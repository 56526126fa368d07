import RelireDocuments
import RelireLexicon
import RelireModel

/// *14h30* for *14 h 30*.
public struct TimeFormat: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/time-format", severity: .info, fix: .safe,
    summary: Message(
      fr: "Une heure est écrite sans ses espaces insécables.",
      en: "A time of day lacks its no-break spaces."),
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
      fr: "Les horaires à deux points («\u{A0}14:30\u{A0}»), usuels dans les tableaux.",
      en: "Times with a colon (“14:30”), usual in tables."),
    references: [.imprimerieNationale("Heures"), .oqlf("Heure")],
    examples: [
      Example("ouvert à ⟦14h30⟧", fixed: "ouvert à 14\u{A0}h\u{A0}30"),
      Example("de ⟦8h⟧ à ⟦13 h 37⟧", fixed: "de 8\u{A0}h à 13\u{A0}h\u{A0}37"),
      Example("à 14\u{A0}h\u{A0}30, à 12:30, le train de 2 heures, le code 12h4f"),
    ])

  public static let triggers: Token.Kinds = [.number]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context[index].range.count <= 2, context.value(of: context[index].range) <= 24,
      let number = context.number(at: index), number.mark == nil, !number.hasGroups,
      let mark = context.after(index), context.isWord(mark, "h"), context.gap(after: index) != .other
    else { return }
    var end = mark
    if let minutes = context.after(mark), context[minutes].kind == .number, context[minutes].range.count == 2,
      context.value(of: context[minutes].range) < 60, context.gap(after: mark) != .other
    {
      guard context.isGlued(minutes) || context.gap(after: mark) == .noBreak || context.gap(after: index) != .none
      else {
        return
      }
      end = minutes
    }
    guard context.isUnitEnd(end) else { return }
    let isRight = context.gap(after: index) == .noBreak && (end == mark || context.gap(after: mark) == .noBreak)
    guard !isRight else { return }
    // Minutes in the plain form are left to `unit-spacing` when there are none.
    if end == mark, context.gap(after: index) == .blank { return }
    let range = context.range(index..<end + 1)
    var text = context.string(context[index]) + "\u{A0}h"
    if end != mark { text += "\u{A0}" + context.string(context[end]) }
    findings.report(
      context.source(range), .time(text), fix: context.replace(range, with: text, .safe, .write(text)))
  }
}

extension Message {
  fileprivate static func time(_ text: String) -> Message {
    Message(
      fr: "Une heure s’écrit avec des espaces insécables\u{A0}: «\u{A0}\(text)\u{A0}».",
      en: "A time is written with no-break spaces: “\(text)”.")
  }
}
