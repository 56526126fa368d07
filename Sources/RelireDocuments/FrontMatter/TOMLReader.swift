import RelireModel

/// Reads TOML 1.0 into values that know their places. Linear.
public enum TOMLReader {
  /// - Parameter range: the bytes to read; they are valid UTF-8.
  public static func read(_ bytes: [UInt8], range: SourceRange) throws(DataError) -> DataNode {
    var parser = TOMLParser(bytes: bytes, range: range)
    return try parser.parse()
  }
}

/// The statements of a TOML text: table headers and `key = value` lines.
private struct TOMLParser {
  private var scanner: TOMLScanner
  private var tree: TOMLTree
  private let range: SourceRange

  init(bytes: [UInt8], range: SourceRange) {
    scanner = TOMLScanner(bytes: bytes, range: range)
    tree = TOMLTree(range: range)
    self.range = range
  }

  mutating func parse() throws(DataError) -> DataNode {
    var table = tree.root
    while true {
      try scanner.skipLines()
      guard let byte = scanner.byte else { break }
      if byte == UInt8(ascii: "[") {
        table = try header()
      } else {
        try keyAndValue(in: table)
      }
      try scanner.endLine()
    }
    return tree.node()
  }

  private mutating func header() throws(DataError) -> Int {
    let start = scanner.offset
    scanner.offset += 1
    let isArray = scanner.byte == UInt8(ascii: "[")
    if isArray { scanner.offset += 1 }
    scanner.skipBlanks()
    let key = try scanner.key()
    for _ in 0..<(isArray ? 2 : 1) {
      guard scanner.byte == UInt8(ascii: "]") else {
        throw TOMLProblem.unclosedHeader(SourceRange(start, scanner.offset))
      }
      scanner.offset += 1
    }
    return try tree.open(key, isArray: isArray, SourceRange(start, scanner.offset))
  }

  private mutating func keyAndValue(in table: Int) throws(DataError) {
    let place = try keyAndEquals(in: table)
    tree.add(try value(in: place.table), at: place)
  }

  /// Reads `key =` and finds where the value belongs.
  private mutating func keyAndEquals(in table: Int) throws(DataError) -> TOMLTree.Place {
    let key = try scanner.key()
    guard scanner.byte == UInt8(ascii: "=") else { throw TOMLProblem.expectedEquals(key.range) }
    scanner.offset += 1
    scanner.skipBlanks()
    return try tree.place(of: key, in: table)
  }

  /// Reads a value of any kind, with a stack for the lists and inline tables that are open.
  private mutating func value(in table: Int) throws(DataError) -> Int {
    var stack: [(slot: Int, place: TOMLTree.Place?)] = []
    while true {
      var complete: Int
      switch scanner.byte {
      case UInt8(ascii: "["):
        let list = try tree.makeList(scanner.character, in: stack.last?.slot ?? table)
        scanner.offset += 1
        try scanner.skipLines()
        guard scanner.byte == UInt8(ascii: "]") else {
          stack.append((list, nil))
          continue
        }
        scanner.offset += 1
        complete = tree.close(list, scanner.offset)
      case UInt8(ascii: "{"):
        let table = try tree.makeInlineTable(
          scanner.character, in: stack.last?.place?.table ?? stack.last?.slot ?? table)
        scanner.offset += 1
        scanner.skipBlanks()
        guard scanner.byte == UInt8(ascii: "}") else {
          stack.append((table, try keyAndEquals(in: table)))
          continue
        }
        scanner.offset += 1
        complete = tree.close(table, scanner.offset)
      default:
        complete = tree.makeLeaf(try scanner.scalar())
      }
      // Hands the value to what holds it, and closes what ends with it.
      while true {
        guard let (slot, place) = stack.popLast() else { return complete }
        if let place { tree.add(complete, at: place) } else { tree.append(complete, to: slot) }
        if place == nil { try scanner.skipLines() } else { scanner.skipBlanks() }
        let closing = place == nil ? UInt8(ascii: "]") : UInt8(ascii: "}")
        if scanner.byte == UInt8(ascii: ",") {
          let comma = scanner.character
          scanner.offset += 1
          if place == nil { try scanner.skipLines() } else { scanner.skipBlanks() }
          if scanner.byte != closing {
            stack.append((slot, place == nil ? nil : try keyAndEquals(in: slot)))
            break
          }
          // Lists may end with a comma, inline tables may not.
          if place != nil { throw TOMLProblem.trailingComma(comma) }
        }
        guard scanner.byte == closing else {
          throw scanner.byte == nil || (place != nil && scanner.isAtLineEnd)
            ? DataError.unclosed(SourceRange(tree.start(of: slot), tree.start(of: slot) + 1))
            : DataError.expectedComma(scanner.character, closing: place == nil ? "]" : "}")
        }
        scanner.offset += 1
        complete = tree.close(slot, scanner.offset)
      }
    }
  }
}
