import RelireModel

/// Goldmark's attributes in braces: `{#id .class key=value key="a b"}`, and kramdown's: `{: #id .class key='a b'}`.
enum AttributeList {
  /// The place of the id (empty when there is none), or nil when the braces hold something else.
  static func id(_ bytes: [UInt8], _ range: SourceRange) -> SourceRange? {
    if range.start + 1 < range.end, bytes[range.start + 1] == UInt8(ascii: ":") { return colonID(bytes, range) }
    var id = SourceRange(at: range.end)
    var offset = bytes.skipBlanks(range.start + 1)
    let end = range.end - 1
    guard offset < end else { return nil }
    while offset < end {
      let mark = bytes[offset]
      if mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") {
        let nameEnd = self.nameEnd(bytes, offset + 1, end)
        guard nameEnd > offset + 1 else { return nil }
        if mark == UInt8(ascii: "#") { id = SourceRange(offset + 1, nameEnd) }
        offset = nameEnd
      } else {
        let key = nameEnd(bytes, offset, end)
        guard key > offset, key < end, bytes[key] == UInt8(ascii: "=") else { return nil }
        let isID = bytes[offset..<key].elementsEqual("id".utf8)
        offset = key + 1
        let value: SourceRange
        if offset < end, bytes[offset] == UInt8(ascii: "\"") {
          guard let close = bytes.find("\"", from: offset + 1, to: end) else { return nil }
          value = SourceRange(offset + 1, close)
          offset = close + 1
        } else {
          value = SourceRange(offset, nameEnd(bytes, offset, end))
          offset = value.end
        }
        if isID, !value.isEmpty { id = value }
      }
      let next = bytes.skipBlanks(offset)
      guard next > offset || next == end || bytes[next] == UInt8(ascii: ",") else { return nil }
      offset = next < end && bytes[next] == UInt8(ascii: ",") ? bytes.skipBlanks(next + 1) : next
    }
    return id
  }

  // MARK: After a colon

  /// The end of the braces with a colon that open at `start`: they hold attributes, a name of some, or options. Nil where
  /// they are not closed on their line.
  static func colonEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var offset = start + 2
    let limit = min(bytes.count, start + 500)
    while offset < limit {
      switch bytes[offset] {
      case UInt8(ascii: "}"): return offset + 1
      case UInt8(ascii: "{"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): offset = quoteEnd(bytes, offset, limit) ?? offset
      default: break
      }
      offset += 1
    }
    return nil
  }

  private static func quoteEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    let isQuote = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
    guard isQuote, bytes[start - 1] == UInt8(ascii: "=") else { return nil }
    var offset = start + 1
    while offset < limit, !bytes[offset].isLineEnd {
      if bytes[offset] == bytes[start] { return offset }
      offset += 1
    }
    return nil
  }

  /// All of it is syntax, whatever it says.
  private static func colonID(_ bytes: [UInt8], _ range: SourceRange) -> SourceRange {
    var id = SourceRange(at: range.end)
    var offset = range.start + 2
    while offset < range.end - 1 {
      if bytes[offset] == UInt8(ascii: "#"), bytes[offset - 1].isBlank || bytes[offset - 1] == UInt8(ascii: ":") {
        let end = nameEnd(bytes, offset + 1, range.end - 1)
        if end > offset + 1 { id = SourceRange(offset + 1, end) }
      } else if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") {
        offset = quoteEnd(bytes, offset, range.end) ?? offset
      }
      offset += 1
    }
    return id
  }

  // MARK: Pairs

  /// The `key="value"` of a list; `quote` is 0 where there is none.
  static func pairs(_ bytes: [UInt8], _ range: SourceRange) -> [(key: SourceRange, value: SourceRange, quote: UInt8)] {
    var result: [(key: SourceRange, value: SourceRange, quote: UInt8)] = []
    var offset = range.start + 1
    while offset < range.end - 1 {
      let keyEnd = self.keyEnd(bytes, offset, range.end)
      guard keyEnd > offset, bytes[keyEnd] == UInt8(ascii: "=") else {
        offset = max(keyEnd, offset + 1)
        continue
      }
      let value = keyEnd + 1
      if let close = quoteEnd(bytes, value, range.end) {
        result.append((SourceRange(offset, keyEnd), SourceRange(value + 1, close), bytes[value]))
        offset = close + 1
      } else {
        let end = nameEnd(bytes, value, range.end - 1)
        result.append((SourceRange(offset, keyEnd), SourceRange(value, end), 0))
        offset = max(end, value)
      }
    }
    return result
  }

  private static func keyEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset].isASCIIAlphanumeric || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    return offset
  }

  private static func nameEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, isNameByte(bytes[offset]) { offset += 1 }
    return offset
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...0xFF: true
    default: byte.isASCIIAlphanumeric
    }
  }
}
