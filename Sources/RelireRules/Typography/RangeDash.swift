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
    references: [.oqlf("Tiret"), .usage(Message(fr: "Usage typographique.", en: "Typographic usage."))],
    examples: [
      Example("les années 1914⟦-⟧1918"),
      Example("les années 1914–1918, p. 123-125, 25-60-00"),
    ])

  public static let triggers: Token.Kinds = [.hyphen]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context.isJoinedToNext(index), isYear(index - 1, in: context),
      isYear(index + 1, in: context), !context.isGlued(index - 1), !context.isJoinedToNext(index + 1)
    else { return }
    let range = context[index].range
    findings.report(context.source(range), .dash, fix: context.replace(range, with: "–", .suggestion, .write("–")))
  }

  private func isYear(_ index: Int, in context: BlockContext) -> Bool {
    let token = context[index]
    guard token.kind == .number, token.range.count == 4 else { return false }
    let first = context.prose.bytes[Int(token.start)]
    return first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
  }
}

extension Message {
  fileprivate static let dash = Message(
    fr: "Entre deux années, un tiret – est plus juste qu’un trait d’union.",
    en: "Between two years, a dash – is better than a hyphen.")
}
