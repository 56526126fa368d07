import RelireDocuments
import RelireModel

/// `25%` or `25 %` with an ordinary space.
public struct PercentSpacing: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/percent-spacing", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Le signe % n’est pas séparé du nombre par une espace insécable.",
      en: "A percent sign is not parted from its number by a no-break space."),
    rationale: Message(
      fr: "Une espace insécable tient ensemble le nombre et le signe %, qui se lisent d’un trait.",
      en: "A no-break space keeps together the number and the percent sign, which are read in one go."),
    exceptions: Message(
      fr: "En Suisse, l’absence d’espace est acceptée. Le code (`100%bio`, `%20`) est laissé tel quel.",
      en: "In Switzerland, no space at all is accepted. Code (`100%bio`, `%20`) is left alone."),
    references: [.imprimerieNationale("Nombres"), .oqlf("Pour cent"), .cldr("fr, percentFormat")],
    examples: [
      Example("25⟦%⟧ et 3,5⟦ ⟧%", fixed: "25\u{A0}% et 3,5\u{A0}%"),
      Example("3⟦‰⟧", fixed: "3\u{A0}‰"),
      Example("25⟦ ⟧%", fixed: "25\u{A0}%", locale: "fr-CA"),
      Example("25%", locale: "fr-CH"),
      Example("25\u{A0}% des cas, 3\u{202F}%, `width: 50%`, %20"),
    ])

  public static let triggers: Token.Kinds = [.percent]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let before = context.neighbourBefore(index), context[before].kind == .number else { return }
    if context.isJoinedToNext(index), context[index + 1].kind == .word || context[index + 1].kind == .number { return }
    let space = context.spaceBefore(index)
    guard case .replaceBy(let text) = context.fault(in: space, by: context.conventions.percent) else { return }
    findings.report(
      context.source(space.isEmpty ? context[index].range : space), .space, fix: context.respace(space, text))
  }
}

extension Message {
  fileprivate static let space = Message(
    fr: "Mettez une espace insécable entre le nombre et le signe %.",
    en: "Put a no-break space between the number and the percent sign.")
}
