import RelireAccessibility
import RelireDocuments
import RelireModel

/// A table that is said to serve the layout but is marked as one of data.
public struct LayoutWithDataMarkup: ElementRule {
  public static let metadata = RuleMetadata(
    id: "tables/layout-with-data-markup",
    severity: .error,
    summary: Message(
      fr: "Un tableau de mise en forme contient des balises de tableau de données.",
      en: "A layout table holds the markup of a data table."),
    rationale: Message(
      fr:
        "`role=\"presentation\"` dit que le tableau n’en est pas un\u{A0}: caption, th, scope ou headers disent le contraire.",
      en: "`role=\"presentation\"` says that the table is none: caption, th, scope or headers say the opposite."),
    references: [.rgaa("5.8.1", isWhole: true), .wcag("1.3.1")],
    examples: [
      Example("<table role=presentation><tr>⟦<th>⟧a<td>b</table>", format: .html),
      Example("<table role=presentation summary=⟦Prix⟧><tr><td>a<td>b</table>", format: .html),
      Example("<table role=presentation><tr><td>a<td>b</table>", format: .html),
      Example("<table><tr><th>a<td>b</table>", format: .html),
    ])

  public static let elements: [ElementName] = [.table]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    guard !document[element].attributes.isEmpty,
      ["presentation", "none"].contains(document.value(.role, of: element)?.lowercased()),
      page.accessibility.isExposed(element)
    else { return }
    if let summary = document.attribute(.summary, of: element), summary.value.hasVisibleText {
      return findings.report(summary.valueRange, .summary)
    }
    for node in document.elements(ofTable: element) {
      switch document[node].name {
      case .caption, .thead, .tfoot, .th, .colgroup: return findings.report(document.signpost(of: node), .data)
      case .td:
        if document.attribute(.scope, of: node) != nil || document.attribute(.headers, of: node) != nil {
          return findings.report(document.signpost(of: node), .data)
        }
      default: break
      }
    }
  }
}

extension Message {
  fileprivate static let summary = Message(
    fr: "Un tableau de mise en forme n’a pas de résumé\u{A0}: retirez l’attribut summary, ou le rôle.",
    en: "A layout table has no summary: remove the summary attribute, or the role.")

  fileprivate static let data = Message(
    fr:
      "Cette balise est celle d’un tableau de données, mais le tableau se dit de mise en forme\u{A0}: retirez l’une ou "
      + "l’autre.",
    en: "This is the markup of a data table, but the table says that it serves the layout: remove one or the other.")
}
