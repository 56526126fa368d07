import RelireDocuments

/// The cells of a table in their rows and columns, spans unfolded (HTML standard §4.9.12), by role, so that tables
/// made with ARIA are read too.
public struct TableModel: Sendable {
  private struct Cell {
    let node: NodeID
    let row: Int
    let column: Int
    let width: Int
    let height: Int
    let isHeader: Bool
  }

  private let tree: AccessibilityTree
  private var cells: [Cell] = []
  /// Of each row: the cell (by its number) in each column, −1 for none.
  private var slots: [[Int]] = []
  /// Of each row, the element around it.
  private let groups: [NodeID]

  /// Larger tables are not modelled.
  private static let maximumSlots = 100_000

  /// Nil for a table that is too large.
  public init?(_ table: NodeID, in tree: AccessibilityTree) {
    self.tree = tree
    let document = tree.document
    var rows: [NodeID] = []
    var index = Int(table.index) + 1
    while index < Int(document[table].subtreeEnd) {
      let node = NodeID(index)
      guard document[node].kind == .element else {
        index += 1
        continue
      }
      switch tree.role(node) {
      case .table, .grid, .treegrid: index = Int(document[node].subtreeEnd)
      case .row:
        rows.append(node)
        index += 1
      default: index += 1
      }
    }
    slots = [[Int]](repeating: [], count: rows.count)
    groups = rows.map { document[$0].parent }
    var used = 0
    for (row, node) in rows.enumerated() {
      var column = 0
      for cell in tree.ownedElements(of: node) where Self.isCell(tree.role(cell)) {
        while column < slots[row].count, slots[row][column] >= 0 { column += 1 }
        let width = min(max(Self.number(.colspan, of: cell, document), 1), 1000)
        let height = min(max(Self.number(.rowspan, of: cell, document), 1), rows.count - row)
        used += width * height
        guard used <= Self.maximumSlots else { return nil }
        place(cell, row: row, column: column, width: width, height: height)
        column += width
      }
    }
  }

  private static func isCell(_ role: Role) -> Bool {
    role == .cell || role == .gridcell || role == .columnheader || role == .rowheader
  }

  private static func number(_ name: AttributeName, of cell: NodeID, _ document: Document) -> Int {
    document.value(name, of: cell).flatMap { Int($0.trimmingSpaces) } ?? 1
  }

  private mutating func place(_ node: NodeID, row: Int, column: Int, width: Int, height: Int) {
    let role = tree.role(node)
    for line in row..<(row + height) {
      if slots[line].count < column + width {
        slots[line].append(contentsOf: repeatElement(-1, count: column + width - slots[line].count))
      }
      for place in column..<(column + width) where slots[line][place] < 0 { slots[line][place] = cells.count }
    }
    cells.append(
      Cell(
        node: node, row: row, column: column, width: width, height: height,
        isHeader: role == .columnheader || role == .rowheader))
  }

  // MARK: Headers

  /// The cells that stand at the head of another one's row and column, be they marked as its headers or not; nil where
  /// that is the cell itself.
  public struct Heads: Sendable {
    public let ofRow: NodeID?
    public let ofColumn: NodeID?
  }

  /// Of each cell, those at the head of its row and column.
  public var heads: [NodeID: Heads] {
    func node(_ slot: Int?, besides cell: Cell) -> NodeID? {
      guard let slot, slot >= 0, cells[slot].node != cell.node else { return nil }
      return cells[slot].node
    }
    return Dictionary(
      cells.map { cell in
        let top = slots.first.flatMap { cell.column < $0.count ? $0[cell.column] : nil }
        return (cell.node, Heads(ofRow: node(slots[cell.row].first, besides: cell), ofColumn: node(top, besides: cell)))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The header cells that no other cell is under or beside, and that no `headers` attribute names.
  public func headersWithoutCells() -> [NodeID] {
    let named = Set(cells.flatMap { tree.elements(.headers, of: $0.node) })
    let rowsWithData = slots.map { $0.contains { isData($0) } }
    var columnsWithData: Set<Int> = []
    for row in slots {
      for (column, cell) in row.enumerated() where isData(cell) { columnsWithData.insert(column) }
    }
    return cells.filter { header in
      guard header.isHeader, !named.contains(header.node) else { return false }
      let direction = direction(header)
      if direction == .group { return !hasCells(inGroupOf: header) }
      if direction != .row {
        for row in (header.row + header.height)..<max(slots.count, header.row + header.height) {
          // A row may end before the header's column.
          for column in slots[row].indices.dropFirst(header.column).prefix(header.width)
          where slots[row][column] >= 0 && (isData(slots[row][column]) || rowsWithData[row]) {
            return false
          }
        }
      }
      if direction != .column {
        for row in header.row..<(header.row + header.height) {
          for column in slots[row].indices.dropFirst(header.column + header.width)
          where slots[row][column] >= 0 && (isData(slots[row][column]) || columnsWithData.contains(column)) {
            return false
          }
        }
      }
      return true
    }.map(\.node)
  }

  /// Whether a cell of the row group follows its header: HTML gives it all that are not before or above it.
  private func hasCells(inGroupOf header: Cell) -> Bool {
    for row in slots.indices.dropFirst(header.row) {
      guard groups[row] == groups[header.row] else { return false }
      if slots[row].dropFirst(header.column).contains(where: { isData($0) }) { return true }
    }
    return false
  }

  private func isData(_ cell: Int) -> Bool { cell >= 0 && !cells[cell].isHeader }

  private enum Direction { case row, group, column, either }

  private func direction(_ header: Cell) -> Direction {
    switch tree.document.value(.scope, of: header.node)?.lowercased() {
    case "row": return .row
    case "rowgroup": return .group
    case "col", "colgroup": return .column
    default: break
    }
    guard tree.hasExplicitRole(header.node) || !tree.document.isElement(header.node, .th) else { return .either }
    return tree.role(header.node) == .rowheader ? .row : .column
  }
}

extension AccessibilityTree {
  /// The `table` that a cell is in. Linear in the depth.
  public func table(of cell: NodeID) -> NodeID? { document.ancestor(.table, of: cell) }
}
