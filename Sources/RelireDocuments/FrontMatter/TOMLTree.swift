import RelireModel

/// The tables of a TOML text while it is read. Headers and dotted keys reach back into tables made
/// before, so they are kept in an arena, in which a child always comes after what holds it.
struct TOMLTree {
  /// A table and the name in it under which a value is to be put.
  struct Place {
    let table: Int
    let part: TOMLKey.Part
  }

  private enum Kind {
    case leaf(DataNode)
    /// `[…]`: nothing can be added once it is closed.
    case list
    /// `{…}`: likewise.
    case inlineTable
    /// What `[[name]]` adds to.
    case tables
    /// Named by a header of its own.
    case table
    /// Only mentioned in the header of a table within it.
    case impliedTable
    /// Made by a dotted key.
    case dottedTable
  }

  private struct Slot {
    var kind: Kind
    var range: SourceRange
    let depth: Int
    var entries: [(part: TOMLKey.Part, slot: Int)] = []
    var items: [Int] = []
    var slots: [String: Int] = [:]
  }

  private var slots: [Slot]
  let root = 0

  init(range: SourceRange) { slots = [Slot(kind: .table, range: range, depth: 0)] }

  // MARK: Values

  mutating func makeLeaf(_ node: DataNode) -> Int {
    slots.append(Slot(kind: .leaf(node), range: node.range, depth: 0))
    return slots.count - 1
  }

  /// - Parameter range: of the opening bracket; `close` extends it.
  mutating func makeList(_ range: SourceRange, in parent: Int) throws(DataError) -> Int {
    try make(.list, range, in: parent)
  }

  mutating func makeInlineTable(_ range: SourceRange, in parent: Int) throws(DataError) -> Int {
    try make(.inlineTable, range, in: parent)
  }

  mutating func close(_ slot: Int, _ end: Int) -> Int {
    slots[slot].range = SourceRange(slots[slot].range.start, end)
    return slot
  }

  func start(of slot: Int) -> Int { slots[slot].range.start }

  mutating func append(_ item: Int, to list: Int) { slots[list].items.append(item) }

  mutating func add(_ value: Int, at place: Place) {
    slots[place.table].entries.append((place.part, value))
    slots[place.table].slots[place.part.name] = value
  }

  private mutating func make(_ kind: Kind, _ range: SourceRange, in parent: Int) throws(DataError) -> Int {
    let depth = slots[parent].depth + 1
    if depth > DataLimits.depth { throw DataLimits.tooDeep(range) }
    slots.append(Slot(kind: kind, range: range, depth: depth))
    return slots.count - 1
  }

  // MARK: Tables

  /// Where the value of a dotted key belongs: the tables on the way are made.
  mutating func place(of key: TOMLKey, in table: Int) throws(DataError) -> Place {
    var current = table
    for part in key.parents {
      guard let next = slots[current].slots[part.name] else {
        current = try makeTable(.dottedTable, part, in: current)
        continue
      }
      switch slots[next].kind {
      case .dottedTable, .impliedTable: current = next
      default: throw TOMLProblem.duplicateKey(part)
      }
    }
    if slots[current].slots[key.last.name] != nil { throw TOMLProblem.duplicateKey(key.last) }
    return Place(table: current, part: key.last)
  }

  /// The table that a header opens.
  mutating func open(_ key: TOMLKey, isArray: Bool, _ range: SourceRange) throws(DataError) -> Int {
    var current = root
    for part in key.parents {
      guard let next = slots[current].slots[part.name] else {
        current = try makeTable(.impliedTable, part, in: current)
        continue
      }
      switch slots[next].kind {
      case .table, .impliedTable, .dottedTable: current = next
      case .tables: current = slots[next].items.last ?? next
      case .leaf, .list, .inlineTable: throw TOMLProblem.duplicateKey(part)
      }
    }
    guard let existing = slots[current].slots[key.last.name] else {
      if !isArray { return try makeTable(.table, key.last, range, in: current) }
      let tables = try makeTable(.tables, key.last, range, in: current)
      return try appendTable(to: tables, range)
    }
    switch slots[existing].kind {
    case .tables where isArray:
      return try appendTable(to: existing, range)
    case .impliedTable where !isArray:
      slots[existing].kind = .table
      slots[existing].range = range
      return existing
    default:
      throw TOMLProblem.duplicateKey(key.last)
    }
  }

  private mutating func makeTable(_ kind: Kind, _ part: TOMLKey.Part, _ range: SourceRange? = nil, in table: Int)
    throws(DataError) -> Int
  {
    let slot = try make(kind, range ?? part.range, in: table)
    add(slot, at: Place(table: table, part: part))
    return slot
  }

  private mutating func appendTable(to tables: Int, _ range: SourceRange) throws(DataError) -> Int {
    let table = try make(.table, range, in: tables)
    append(table, to: tables)
    return table
  }

  // MARK: Result

  /// The whole as values. From the last slot to the first, so that all children are at hand.
  func node() -> DataNode {
    var nodes = [DataNode?](repeating: nil, count: slots.count)
    for index in slots.indices.reversed() {
      let slot = slots[index]
      switch slot.kind {
      case .leaf(let node):
        nodes[index] = node
      case .list, .tables:
        nodes[index] = DataNode(.sequence(slot.items.compactMap { nodes[$0] }), slot.range)
      case .inlineTable, .table, .impliedTable, .dottedTable:
        let entries = slot.entries.compactMap { entry in
          nodes[entry.slot].map { DataNode.Entry(key: entry.part.name, keyRange: entry.part.range, value: $0) }
        }
        nodes[index] = DataNode(.mapping(entries), slot.range)
      }
      for entry in slot.entries { nodes[entry.slot] = nil }
      for item in slot.items { nodes[item] = nil }
    }
    return nodes[root] ?? DataNode(.mapping([]), slots[root].range)
  }
}

/// A key of one or more parts: `a`, `"é"`, `a.b`.
struct TOMLKey {
  struct Part {
    let name: String
    /// As written, quotes included.
    let range: SourceRange
  }

  var parents: [Part] = []
  var last: Part

  var range: SourceRange { (parents.first ?? last).range.union(last.range) }
}
