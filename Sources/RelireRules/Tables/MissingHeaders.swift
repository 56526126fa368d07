import RelireAccessibility
import RelireDocuments
import RelireModel

/// A table of data without header cells.
public struct MissingHeaders: RoleRule {
  public static let metadata = RuleMetadata(
    id: "tables/missing-headers",
    severity: .error,
    summary: Message(
      fr: "Un tableau de données n’a pas de cellules d’en-tête.", en: "A table of data has no header cells."),
    rationale: Message(
      fr:
        "Un lecteur d’écran lit chaque cellule avec ses en-têtes\u{A0}: sans eux, «\u{A0}12\u{A0}» ne dit pas douze quoi.",
      en: "A screen reader reads each cell with its headers: without them “12” does not say twelve what."),
    exceptions: Message(
      fr:
        "Un tableau d’une seule rangée ou d’une seule colonne n’est pas jugé. Quand rien ne dit si le tableau contient "
        + "des données ou sert à la mise en page, le verdict revient à une personne.",
      en:
        "A table of one row or one column is not judged. Where nothing tells whether the table holds data or serves the "
        + "layout, the verdict is left to a person."),
    references: [.rgaa("5.6.1"), .rgaa("5.6.2"), .rgaa("5.6.4"), .rgaa("5.7.1"), .wcag("1.3.1")],
    examples: [
      Example(
        "⟦<table>⟧<caption>Prix</caption><tr><td>Carte<td>2 F<tr><td>Plan<td>3 F</table>", format: .html),
      Example("⟦<table>⟧<tr><td>Carte<td>2 F<tr><td>Plan<td>3 F</table>", format: .html),
      Example("⟦|  |  |\n|---|---|\n| Carte | 2 F |⟧\n"),
      Example("<table><tr><th>Objet<th>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", format: .html),
      Example("| Objet | Prix |\n|---|---|\n| Carte | 2 F |\n"),
      Example("|  | Prix |\n|---|---|\n| Carte | 2 F |\n"),
    ])

  public static let roles: [Role] = [.table, .grid, .treegrid]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard document[element].name == .table else { return }
    var rows = 0
    var cells = 0
    var longestRow = 0
    var headers = 0
    var emptyHeaders = 0
    var cellsOfRow = 0
    var isData = tree.hasAriaName(element) || document.attribute(.summary, of: element) != nil
    var index = Int(element.index) + 1
    let end = Int(document[element].subtreeEnd)
    while index < end {
      let node = NodeID(index)
      index += 1
      guard document[node].kind == .element else { continue }
      switch document[node].name {
      case .table: index = Int(document[node].subtreeEnd)
      case .caption, .thead, .tfoot: isData = true
      case .tr:
        rows += 1
        cellsOfRow = 0
      case .td, .th:
        cellsOfRow += 1
        longestRow = max(longestRow, cellsOfRow)
        switch tree.role(node) {
        case .columnheader, .rowheader:
          headers += 1
          if document[node].text.isEmpty || document.trimmedText(of: node).isEmpty { emptyHeaders += 1 }
        default:
          cells += 1
          if document.attribute(.headers, of: node) != nil || document.attribute(.scope, of: node) != nil { return }
        }
      default: break
      }
    }
    guard rows >= 2, longestRow >= 2, cells >= 2, headers == emptyHeaders else { return }
    let isMarkdown = document.format == .markdown && headers > 0
    findings.report(
      document.signpost(of: element), headers > 0 ? .empty : .none, verdict: isData || isMarkdown ? .fault : .review)
  }
}

extension Message {
  fileprivate static let none = Message(
    fr:
      "Ce tableau n’a pas de cellules d’en-tête\u{A0}: écrivez avec th celles qui disent ce que contiennent les autres, ou "
      + "ajoutez `role=\"presentation\"` s’il ne sert qu’à la mise en page.",
    en:
      "This table has no header cells: use th for those that say what the others hold, or add `role=\"presentation\"` "
      + "if it only serves the layout.")

  fileprivate static let empty = Message(
    fr: "Tous les en-têtes de ce tableau sont vides\u{A0}: dites dans chacun ce que contient sa colonne.",
    en: "All headers of this table are empty: say in each what its column holds.")
}
