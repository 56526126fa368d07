import RelireDocuments
import RelireModel

/// A heading made by `role` whose level is missing or no level.
public struct AriaLevel: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/aria-level",
    severity: .error,
    summary: Message(
      fr: "Un titre déclaré par `role` n’a pas de niveau valable.", en: "A heading made by `role` has no valid level."),
    rationale: Message(
      fr:
        "`role=\"heading\"` ne dit pas le niveau du titre\u{A0}: sans `aria-level`, chaque lecteur d’écran en invente "
        + "un (2, le plus souvent).",
      en: "`role=\"heading\"` does not tell the heading’s level: without `aria-level` every screen reader makes one up "
        + "(2, most often)."),
    references: [
      .rgaa("9.1.3"), .wcag("1.3.1"), .wcag("4.1.2"), .act("4e8ab6"), .act("6a7281"),
      .specification("WAI-ARIA 1.2, heading"),
    ],
    examples: [
      Example("⟦<div role=heading>⟧Les pièces</div>", format: .html),
      Example("<div role=heading aria-level=⟦zéro⟧>Les pièces</div>", format: .html),
      Example("<h2 aria-level=⟦0⟧>Les pièces</h2>", format: .html),
      Example("<div role=heading aria-level=3>Les pièces</div>", format: .html),
      Example("<h2 role=heading>Les pièces</h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings {
      guard let node = heading.node, !document[node].attributes.isEmpty else { continue }
      if let level = document.attribute(.ariaLevel, of: node) {
        if let number = Int(level.value.trimmingBlanks), number > 0 { continue }
        findings.report(level.valueRange.isEmpty ? level.nameRange : level.valueRange, .invalid)
      } else if !document[node].name.isHeading, !document.binds(.ariaLevel, of: node) {
        findings.report(document.signpost(of: node), .missingLevel)
      }
    }
  }
}

extension Message {
  /// Of a heading made by `role`, for the rule on the attributes of all roles too.
  static let missingLevel = Message(
    fr: "Ce titre n’a pas de niveau\u{A0}: ajoutez `aria-level`, ou mieux, employez un élément `h2` à `h6`.",
    en: "This heading has no level: add `aria-level`, or better, use an `h2` to `h6` element.")

  fileprivate static let invalid = Message(
    fr: "`aria-level` attend un nombre entier à partir de 1.", en: "`aria-level` expects a whole number from 1.")
}
