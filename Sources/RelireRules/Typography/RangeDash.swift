import RelireDocuments
import RelireModel

/// `1914-1918` with a hyphen.
public struct RangeDash: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/range-dash", severity: .info, fix: .suggestion,
    summary: Message(
      fr: "Un intervalle d’années est écrit avec un trait d’union.", en: "A range of years is written with a hyphen."),
    rationale: Message(
      fr: "Un tiret demi-cadratin (1914–1918) distingue l’intervalle d’un numéro composé.",
      en: "An en dash (1914–1918) tells a range from a compound number."),
    exceptions: Message(
      fr: "Le trait d’union est admis par l’usage\u{A0}: ce n’est qu’une suggestion.",
      en: "Usage allows the hyphen: this is only a suggestion."),
    references: [.oqlf("Tiret"), .usage(Message(fr: "typographie courante", en: "ordinary typography"))],
    examples: [
      Example("les années 1914⟦-⟧1918"),
      Example("les années 1914–1918, p. 123-125, 25-60-00, la loi n° 2016-1321"),
    ])

  public static let triggers: Token.Kinds = [.hyphen]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context.isJoinedToNext(index), let first = year(index - 1, in: context),
      let second = year(index + 1, in: context), first < second, !context.isGlued(index - 1)
    else { return }
    // Loi n° 2016-1321 and its like.
    if let before = context.before(index - 1), context[before].kind == .degree { return }
    if context.isJoinedToNext(index + 1), context[index + 2].kind.isHyphen || context[index + 2].kind == .word {
      return
    }
    let range = context[index].range
    findings.report(context.source(range), .dash, fix: context.replace(range, with: "–", .suggestion, .write("–")))
  }

  /// A number of four digits that may be a year; nil for others.
  private func year(_ index: Int, in context: BlockContext) -> Int? {
    let token = context[index]
    guard token.kind == .number, token.range.count == 4 else { return nil }
    let value = context.prose.bytes[token.range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1000...2100).contains(value) ? value : nil
  }
}

extension Message {
  fileprivate static let dash = Message(
    fr: "Entre deux années, un tiret – est plus juste qu’un trait d’union.",
    en: "Between two years, a dash – is better than a hyphen.")
}
