import RelireDocuments
import RelireModel

/// An attribute written twice in one tag.
public struct DuplicateAttribute: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/duplicate-attribute",
    severity: .error,
    summary: Message(
      fr: "Un attribut est écrit deux fois dans une balise.",
      en: "An attribute is written twice in one tag."),
    rationale: Message(
      fr: "Le navigateur ne garde que le premier\u{A0}: le second est sans effet.",
      en: "Browsers keep the first one: the second has no effect."),
    references: [.rgaa("8.2.1"), .act("e6952f")],
    examples: [
      Example("<p class=a ⟦class⟧=b>a</p>", format: .html),
      Example("<p class=\"a b\">a</p>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for problem in page.document.problems where problem.kind == .duplicateAttribute {
      findings.report(problem.range, .duplicate(page.document.source.string(problem.range)))
    }
  }
}

extension Message {
  fileprivate static func duplicate(_ name: String) -> Message {
    Message(
      fr: "L’attribut «\u{A0}\(name)\u{A0}» est écrit deux fois dans cette balise\u{A0}: seul le premier compte.",
      en: "The attribute “\(name)” is written twice in this tag: only the first one counts.")
  }
}
