import RelireAccessibility
import RelireDocuments
import RelireModel

/// An attribute that looks like ARIA but is none.
public struct UnknownAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "aria/unknown-attribute",
    severity: .error,
    summary: Message(fr: "Un attribut aria-… n’existe pas.", en: "An aria-… attribute does not exist."),
    rationale: Message(
      fr: "Un attribut mal écrit est ignoré\u{A0}: ce qu’il devait dire n’est dit à personne.",
      en: "A misspelt attribute is ignored: what it was to say is said to nobody."),
    references: [.rgaa("8.2.1"), .wcag("4.1.2"), .act("5f99a7")],
    examples: [
      Example("<button ⟦aria-lable⟧=Fermer>×</button>", format: .html),
      Example("<button aria-label=Fermer>×</button>", format: .html),
      Example("<p data-aria-x=1>a</p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = nil

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let name = tree.document.spelling(attribute.name)
    guard name.hasPrefix("aria-") else { return }
    findings.report(attribute.nameRange, .unknown(name))
  }
}

extension Message {
  fileprivate static func unknown(_ name: String) -> Message {
    Message(
      fr: "L’attribut «\u{A0}\(name)\u{A0}» n’existe pas dans WAI-ARIA\u{A0}: corrigez-le ou retirez-le.",
      en: "WAI-ARIA has no attribute “\(name)”: correct it or remove it.")
  }
}
