import RelireAccessibility
import RelireDocuments
import RelireModel

/// A header cell that heads nothing.
public struct HeaderWithoutCells: RoleRule {
  public static let metadata = RuleMetadata(
    id: "tables/header-without-cells",
    severity: .warning,
    summary: Message(fr: "Une cellule d’en-tête n’a pas de cellules.", en: "A header cell heads no cells."),
    rationale: Message(
      fr: "Un en-tête sans donnée est une erreur de structure, ou un titre mis en tableau.",
      en: "A header without data is a fault of structure, or a title put in a table."),
    references: [.rgaa("5.7.1"), .wcag("1.3.1"), .act("d0f69e")],
    examples: [
      Example("<table><tr><th>A</th>⟦<th>⟧B</th></tr><tr><td>1</td></tr></table>", format: .html),
      Example("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", format: .html),
      Example(
        "<table><tr><th>A<th>B<tbody><tr><th scope=rowgroup colspan=2>C</th><tr><td>1<td>2</table>", format: .html),
      Example("<table role=presentation><tr><th>A</th></tr></table>", format: .html),
      Example("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody></tbody></table>", format: .html),
      Example(
        "<table><tr><th>2023<th>Poste<tr><td>1⟦<th scope=row>⟧Voirie</table>", format: .html),
    ])

  public static let roles: [Role] = [.table, .grid, .treegrid]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard let table = TableModel(element, in: tree) else { return }
    let headers = table.headersWithoutCells()
    if headers.isEmpty || Self.isToBeFilled(element, tree) { return }
    for header in headers where tree.isExposed(header) {
      // Browsers look for what a header is about after it, but whoever reads the row finds it before.
      let isLast =
        tree.document.value(.scope, of: header)?.lowercased() == "row" && Self.followsCell(header, tree.document)
      findings.report(tree.document.signpost(of: header), .nothing, verdict: isLast ? .review : .fault)
    }
  }

  /// Whether a script writes the rows: their part of the table is there, and empty.
  private static func isToBeFilled(_ table: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    return tree.isFilledByFramework(table)
      || document.children(of: table).contains { part in
        document.isElement(part, .tbody) && document.trimmedText(of: part).isEmpty
          && !document.children(of: part).contains { document[$0].kind == .element }
      }
  }

  private static func followsCell(_ header: NodeID, _ document: Document) -> Bool {
    document.children(of: document[header].parent).contains { $0 < header && document.isElement($0, .td) }
  }
}

extension Message {
  fileprivate static let nothing = Message(
    fr: "Aucune cellule ne dépend de cet en-tête\u{A0}: complétez le tableau, ou faites-en une cellule ordinaire.",
    en: "No cell depends on this header: complete the table, or make it an ordinary cell.")
}
