import RelireAccessibility
import RelireDocuments
import RelireModel

/// A passage whose declared language does not exist.
public struct InvalidPartLanguage: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "language/invalid-part",
    severity: .error,
    summary: Message(
      fr: "La langue déclarée d’un passage n’existe pas.",
      en: "The declared language of a passage does not exist."),
    rationale: Message(
      fr: "Un code inconnu équivaut à aucune langue\u{A0}: le passage est lu avec l’accent du reste.",
      en: "An unknown code is as good as none: the passage is read with the accent of the rest."),
    references: [.rgaa("8.8.1"), .wcag("3.1.2"), .act("de46e4")],
    examples: [
      Example("<p><input type=submit lang=⟦anglais⟧ value=Search></p>", format: .html),
      Example("<p lang=⟦anglais⟧>Open by default</p>", format: .html),
      Example("<p lang=en>Open by default</p>", format: .html),
      Example("<p lang=anglais></p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.lang]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    guard document[element].name != .html, !attribute.value.isEmpty, tree.hasTextInLanguage(of: element) else {
      return
    }
    switch LanguageSubtag.check(primaryOf: attribute.value) {
    case .valid: break
    case .unknown: findings.report(attribute.valueRange, .unknown)
    case .hasShorterForm(let code): findings.report(attribute.valueRange, .shorter(code), verdict: .review)
    }
  }
}

extension Message {
  fileprivate static let unknown = Message(
    fr: "Ce code de langue n’existe pas\u{A0}: écrivez celui de la langue du passage, par exemple «\u{A0}en\u{A0}» "
      + "pour l’anglais.",
    en: "This language code does not exist: write that of the passage’s language, such as “en” for English.")

  fileprivate static func shorter(_ code: String) -> Message {
    Message(
      fr: "Ce code à trois lettres est toléré par le RGAA, mais les navigateurs attendent «\u{A0}\(code)\u{A0}».",
      en: "RGAA tolerates this three-letter code, but browsers expect “\(code)”.")
  }
}
