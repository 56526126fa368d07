import RelireAccessibility
import RelireDocuments
import RelireModel

/// A table of data without header cells, or whose header cells do not say what they head.
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
        + "des données ou sert à la mise en page, le verdict revient à une personne, comme pour des en-têtes de lignes et "
        + "de colonnes sans scope\u{A0}: le RGAA le demande, mais les navigateurs s’en passent.",
      en:
        "A table of one row or one column is not judged. Where nothing tells whether the table holds data or serves the "
        + "layout, the verdict is left to a person; so it is where headers of rows and of columns have no scope: RGAA asks "
        + "for it, browsers do without."),
    references: [.rgaa("5.6.1"), .rgaa("5.6.2"), .rgaa("5.6.4"), .rgaa("5.7.1"), .rgaa("5.7.2"), .wcag("1.3.1")],
    examples: [
      Example(
        "⟦<table>⟧<caption>Prix</caption><tr><td>Carte<td>2 F<tr><td>Plan<td>3 F</table>", format: .html),
      Example("⟦<table>⟧<tr><td>Carte<td>2 F<tr><td>Plan<td>3 F</table>", format: .html),
      Example("⟦|  |  |\n|---|---|\n| Carte | 2 F |⟧\n"),
      Example("<table><tr><th scope=⟦colonne⟧>Objet<th>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example("<table><tr><th ⟦scope⟧>Objet<th scope=col>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example("<table><tr><td ⟦scope⟧=col>Objet<td scope=col>Prix<tr><td>Carte<td>2 F</table>", format: .html),
      Example(
        "<table><tr><td>⟦<th>⟧Lundi<th>Mardi<tr><th>Matin<td>9 h<td>8 h<tr><th>Soir<td>18 h<td>17 h</table>",
        format: .html),
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
    let table = TableCensus(element, in: tree)
    guard !table.isTied else { return }
    if let unknown = table.scopes.unknown {
      findings.report(unknown.valueRange.isEmpty ? unknown.nameRange : unknown.valueRange, .unknownScope)
    }
    if let scope = table.scopeOfCell {
      if table.headers == 0, table.rows >= 2, table.longestRow >= 2 { findings.report(scope.nameRange, .scopeOfCell) }
      return
    }
    guard table.rows >= 2, table.longestRow >= 2, table.cells >= 2 else { return }
    guard table.headers == table.emptyHeaders else {
      if let header = table.scopes.firstUnsaid, table.scopes.inFirstRow > 1, table.scopes.inFirstColumn > 1 {
        findings.report(document.signpost(of: header), .unsaid, verdict: .review)
      }
      return
    }
    let isData =
      table.hasPartsOfData || document.attribute(.summary, of: element) != nil || tree.hasAriaName(element)
      || document.format == .markdown && table.headers > 0
    findings.report(
      document.signpost(of: element), table.headers > 0 ? .empty : .none, verdict: isData ? .fault : .review)
  }
}

/// What a table holds, those in it left out.
private struct TableCensus {
  private(set) var rows = 0
  /// In cells of both kinds.
  private(set) var longestRow = 0
  /// Those of data alone.
  private(set) var cells = 0
  private(set) var headers = 0
  private(set) var emptyHeaders = 0
  private(set) var scopes = HeaderScopes()
  /// Whether it has a caption, a head or a foot.
  private(set) var hasPartsOfData = false
  /// On an ordinary cell, where it says nothing.
  private(set) var scopeOfCell: Attribute?
  /// Whether a cell of data names its headers. Nothing is counted from there on.
  private(set) var isTied = false

  init(_ table: NodeID, in tree: AccessibilityTree) {
    let document = tree.document
    var cellsOfRow = 0
    for node in document.elements(ofTable: table) {
      switch document[node].name {
      case .caption, .thead, .tfoot: hasPartsOfData = true
      case .tr:
        rows += 1
        cellsOfRow = 0
      case .td, .th:
        cellsOfRow += 1
        longestRow = max(longestRow, cellsOfRow)
        if document[node].name == .th { scopes.add(node, row: rows, column: cellsOfRow, document) }
        switch tree.role(node) {
        case .columnheader, .rowheader:
          headers += 1
          if document[node].text.isEmpty || document.trimmedText(of: node).isEmpty { emptyHeaders += 1 }
        default:
          cells += 1
          isTied = document.attribute(.headers, of: node) != nil
          if isTied { return }
          if scopeOfCell == nil { scopeOfCell = document.attribute(.scope, of: node) }
        }
      default: break
      }
    }
  }
}

/// What the header cells of a table say of the cells that depend on them.
private struct HeaderScopes {
  /// How many head columns.
  var inFirstRow = 0
  /// How many head rows.
  var inFirstColumn = 0
  /// The first of those that does not say which it does.
  var firstUnsaid: NodeID?
  /// A `scope` that HTML does not know.
  var unknown: Attribute?

  mutating func add(_ header: NodeID, row: Int, column: Int, _ document: Document) {
    // An empty one says nothing, and is not as good as none: HTML knows no such value.
    if let scope = document.attribute(.scope, of: header) {
      let isKnown = ["row", "col", "rowgroup", "colgroup"].contains(scope.value.trimmingSpaces.lowercased())
      if !isKnown, unknown == nil { unknown = scope }
    } else if firstUnsaid == nil, row == 1 || column == 1, !document.trimmedText(of: header).isEmpty,
      !document.hasAttribute(.id, of: header), !document.hasAttribute(.role, of: header)
    {
      firstUnsaid = header
    }
    if row == 1, column > 1 { inFirstRow += 1 }
    if row > 1, column == 1 { inFirstColumn += 1 }
  }
}

extension Message {
  fileprivate static let unknownScope = Message(
    fr: "L’attribut scope n’a pas cette valeur\u{A0}: écrivez `col` pour l’en-tête d’une colonne, `row` pour celui "
      + "d’une ligne.",
    en: "The scope attribute has no such value: write `col` for the header of a column, `row` for that of a row.")

  fileprivate static let scopeOfCell = Message(
    fr: "L’attribut scope ne dit rien sur une cellule ordinaire (td)\u{A0}: faites de chaque en-tête un élément th.",
    en: "The scope attribute says nothing on an ordinary cell (td): make each header a th element.")

  fileprivate static let unsaid = Message(
    fr: "Ce tableau a des en-têtes de lignes et de colonnes\u{A0}: dites par `scope` ce que chacun commande (le RGAA "
      + "le demande).",
    en: "This table has headers of rows and of columns: say by `scope` what each of them heads (RGAA asks for it).")

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
