import RelireAccessibility
import RelireDocuments
import RelireModel

/// A `tabindex` that puts an element before all others.
public struct TabOrder: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "page/tab-order",
    severity: .warning,
    summary: Message(
      fr: "Un `tabindex` positif change l’ordre de tabulation.", en: "A positive `tabindex` changes the tab order."),
    rationale: Message(
      fr:
        "Au clavier, l’élément passe avant tout le reste de la page, où qu’il se trouve\u{A0}: l’ordre n’est plus celui de "
        + "la lecture.",
      en:
        "With the keyboard the element comes before all else on the page, wherever it stands: the order is no longer that "
        + "of reading."),
    references: [.rgaa("12.8.1"), .wcag("2.4.3"), .specification("HTML, 6.6.3, The tabindex attribute")],
    examples: [
      Example("<a href=/ tabindex=⟦3⟧>Accueil</a>", format: .html),
      Example("<p tabindex=0>a</p><p tabindex=-1>b</p>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.tabindex]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    guard let index = attribute.value.htmlInteger, index > 0, tree.isTabbable(element) else { return }
    findings.report(attribute.valueRange, .positive)
  }
}

extension Message {
  fileprivate static let positive = Message(
    fr: "Cette valeur met l’élément avant tous les autres au clavier\u{A0}: écrivez `0`, ou retirez tabindex.",
    en: "This value puts the element before all others for the keyboard: write `0`, or remove tabindex.")
}
