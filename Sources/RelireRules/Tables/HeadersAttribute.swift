import RelireAccessibility
import RelireDocuments
import RelireModel

/// A cell that names headers which are not in its table.
public struct HeadersAttribute: AttributeRule {
  public static let metadata = RuleMetadata(
    id: "tables/headers-attribute",
    severity: .error,
    summary: Message(
      fr: "Une cellule désigne des en-têtes qui ne sont pas dans son tableau.",
      en: "A cell names headers that are not in its table."),
    rationale: Message(
      fr: "Le lecteur d’écran ne trouve pas l’en-tête et lit la cellule seule.",
      en: "A screen reader does not find the header and reads the cell alone."),
    references: [.rgaa("5.7.4"), .wcag("1.3.1"), .act("a25f45")],
    examples: [
      Example("<table><tr><th id=a>A</th></tr><tr><td headers=⟦z⟧>1</td></tr></table>", format: .html),
      Example("<table><tr><th id=a>A</th></tr><tr><td headers=a>1</td></tr></table>", format: .html),
    ])

  public static let attributes: [AttributeName]? = [.headers]

  public init() {}

  public func check(
    _ attribute: Attribute, of element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings
  ) {
    let document = tree.document
    guard document.isElement(element, .td) || document.isElement(element, .th), tree.isVisible(element),
      let table = tree.table(of: element), tree.isExposed(table), tree.role(table) != .none
    else { return }
    for id in attribute.value.spaceSeparated {
      guard let header = tree.element(withID: id), header != element,
        document.isElement(header, .td) || document.isElement(header, .th), tree.table(of: header) == table
      else { return findings.report(attribute.valueRange, .elsewhere(String(id))) }
    }
  }
}

extension Message {
  fileprivate static func elsewhere(_ id: String) -> Message {
    Message(
      fr: "Le tableau n’a pas de cellule d’en-tête «\u{A0}\(id)\u{A0}»\u{A0}: corrigez l’attribut headers.",
      en: "The table has no header cell “\(id)”: correct the headers attribute.")
  }
}
