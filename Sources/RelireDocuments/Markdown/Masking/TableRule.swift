import RelireModel

/// The line under a table's head: `|---|:-:|`.
struct TableRule {
  /// Where cells of fewer than three characters end, and how many dashes they lack.
  private(set) var widenings: [ParserText.Widening] = []
  private(set) var columns = 0

  /// Reads the line whose content begins at `start`; nil when it is no such line. Linear in the line.
  init?(_ bytes: [UInt8], at start: Int) {
    var offset = start
    var hasPipe = false
    if bytes[offset] == UInt8(ascii: "|") {
      offset = bytes.skipBlanks(offset + 1)
      hasPipe = true
    }
    while offset < bytes.count, !bytes[offset].isLineEnd {
      let cell = offset
      if bytes[offset] == UInt8(ascii: ":") { offset += 1 }
      let dashes = bytes.runEnd(of: UInt8(ascii: "-"), offset)
      guard dashes > offset else { return nil }
      offset = dashes
      if offset < bytes.count, bytes[offset] == UInt8(ascii: ":") { offset += 1 }
      columns += 1
      if offset - cell < 3 { widenings.append(ParserText.Widening(offset: dashes, count: 3 - (offset - cell))) }
      offset = bytes.skipBlanks(offset)
      guard offset < bytes.count, !bytes[offset].isLineEnd else { break }
      guard bytes[offset] == UInt8(ascii: "|") else { return nil }
      hasPipe = true
      offset = bytes.skipBlanks(offset + 1)
    }
    guard hasPipe, columns > 0 else { return nil }
  }

  /// The number of cells of the row whose content begins at `start`. Pipes split code as well.
  static func cellCount(_ bytes: [UInt8], at start: Int) -> Int {
    var end = bytes.lineEnd(start)
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    var offset = start < end && bytes[start] == UInt8(ascii: "|") ? start + 1 : start
    var count = 1
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "|"), offset + 1 < end {
        count += 1
      }
      offset += 1
    }
    return count
  }
}
