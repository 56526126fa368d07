import RelireModel

/// Goldmark's attributes in braces: `{#id .class key=value key="a b"}`.
enum AttributeList {
  /// The place of the id (empty when there is none), or nil when the braces hold something else.
  static func id(_ bytes: [UInt8], _ range: SourceRange) -> SourceRange? {
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
