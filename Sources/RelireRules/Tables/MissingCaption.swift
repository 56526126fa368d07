import RelireAccessibility
import RelireDocuments
import RelireModel

/// A table whose title is not tied to it, or a complex one without any.
public struct MissingCaption: RoleRule {
  public static let metadata = RuleMetadata(
    id: "tables/missing-caption",
    severity: .warning,
    summary: Message(
      fr: "Le titre d’un tableau n’est pas relié à lui, ou un tableau complexe n’en a pas.",
      en: "A table’s title is not tied to it, or a complex table has none."),
    rationale: Message(
      fr:
        "Un lecteur d’écran passe d’un tableau à l’autre et en dit le titre\u{A0}: il ne le trouve que dans l’élément "
        + "caption ou par aria-labelledby. Un tableau à plusieurs niveaux d’en-têtes demande aussi un résumé qui explique "
        + "comment le lire.",
      en:
        "A screen reader goes from table to table and says their titles: it finds them only in the caption element or by "
        + "aria-labelledby. A table with several levels of headers also needs a summary that explains how to read it."),
    exceptions: Message(
      fr:
        "Un tableau simple sans titre est admis. Markdown ne sait pas écrire caption\u{A0}: ses tableaux ne sont pas jugés.",
      en: "A simple table without a title is fine. Markdown cannot write a caption: its tables are not judged."),
    references: [.rgaa("5.1.1"), .rgaa("5.4.1"), .wcag("1.3.1")],
    examples: [
      Example(
        "<p>Tableau 2 : les prix</p>⟦<table>⟧<tr><th>Objet<th>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example(
        "⟦<table>⟧<tr><th rowspan=2>Objet<th colspan=2>Prix<tr><th>2023<th>2024<tr><td>Carte<td>2 F<td>3 F</table>",
        format: .html),
      Example("<table><caption>Prix<tr><th>Objet<th>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example(
        "<p id=t>Tableau 2 : les prix</p><table aria-labelledby=t><tr><th>Objet<th>Prix<tr><td>Carte<td>2 F</table>",
        format: .html),
      Example("<p>Voici les prix.</p><table><tr><th>Objet<th>Prix<tr><td>Carte<td>2 F</table>", format: .html),
    ])

  public static let roles: [Role] = [.table, .grid, .treegrid]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    let document = tree.document
    guard document[element].name == .table, document.format == .html, !tree.isNamed(element),
      tree.description(of: element).isEmpty
    else { return }
    if hasTitleBefore(element, document) {
      findings.report(document.signpost(of: element), .notTied)
    } else if isComplex(element, tree) {
      findings.report(document.signpost(of: element), .complex, verdict: .review)
    }
  }

  /// Whether the text right before the table is « Tableau 2 : … ».
  private func hasTitleBefore(_ table: NodeID, _ document: Document) -> Bool {
    let prose = document.prose
    let start = Int(document[table].text.lowerBound)
    var before = start
    while before > 0, prose.bytes[before - 1] <= 0x20 { before -= 1 }
    guard before > 0, let block = prose.block(at: before - 1), block.range.count < 300, block.kind != .tableCell,
      block.element != .none, document[block.element].parent == document[table].parent
    else { return false }
    let text = prose.string(block)
    for word in ["Tableau ", "Table "] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { $0 == "\u{A0}" || $0 == " " }
      return rest.first?.isNumber == true || rest.hasPrefix("n°")
    }
    return false
  }

  /// Whether headers of several levels stand over each other.
  private func isComplex(_ table: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    var rowsOfHeaders = 0
    var row = (headers: 0, cells: 0)
    var hasSpans = false
    func isHeaderRow() -> Bool { row.headers > 1 && row.cells == 0 }
    for node in document.elements(ofTable: table) {
      switch document[node].name {
      case .tr:
        if isHeaderRow() { rowsOfHeaders += 1 }
        row = (0, 0)
      case .th:
        row.headers += 1
        if document.value(.colspan, of: node).flatMap({ Int($0) }) ?? 1 > 1 { hasSpans = true }
      case .td: row.cells += 1
      default: break
      }
    }
    if isHeaderRow() { rowsOfHeaders += 1 }
    return hasSpans && rowsOfHeaders > 1
  }
}

extension Message {
  fileprivate static let notTied = Message(
    fr: "Le titre qui précède ce tableau n’est pas relié à lui\u{A0}: mettez-le dans un élément caption du tableau.",
    en: "The title before this table is not tied to it: put it in a caption element of the table.")

  fileprivate static let complex = Message(
    fr:
      "Ce tableau a plusieurs niveaux d’en-têtes\u{A0}: dites dans un élément caption ce qu’il contient et comment le lire.",
    en: "This table has several levels of headers: say in a caption element what it holds and how to read it.")
}
