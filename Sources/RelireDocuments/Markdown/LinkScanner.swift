import RelireModel

/// Reads destinations and titles of links again, as CommonMark defines them, to find their places:
/// md4c gives their values only.
enum LinkScanner {
  struct Target {
    /// Without `<` and `>`.
    let destination: SourceRange
    /// Without its quotes; nil when there is none.
    let title: SourceRange?
    /// After the title or the destination.
    let end: Int
  }

  /// `(destination "title")` whose `(` stands at `offset`. The target's end is after the `)`.
  static func inline(_ bytes: [UInt8], at offset: Int) -> Target? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "(") else { return nil }
    let start = skipSpace(bytes, offset + 1)
    var result = Target(destination: SourceRange(at: start), title: nil, end: start)
    if start < bytes.count, bytes[start] != UInt8(ascii: ")") {
      guard let target = target(bytes, at: start) else { return nil }
      result = target
    }
    let end = skipSpace(bytes, result.end)
    guard end < bytes.count, bytes[end] == UInt8(ascii: ")") else { return nil }
    return Target(destination: result.destination, title: result.title, end: end + 1)
  }

  /// `[label]: destination "title"` whose `[` stands at `offset`, up to its line's end.
  static func definition(_ bytes: [UInt8], at offset: Int) -> (label: SourceRange, target: Target)? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "["), let close = labelEnd(bytes, offset + 1),
      close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = SourceRange(offset + 1, close)
    guard !bytes[label.bounds].allSatisfy(\.isWhiteSpace) else { return nil }
    let start = skipSpace(bytes, close + 2)
    guard start < bytes.count, let (destination, end) = destination(bytes, at: start), end > start else { return nil }
    let titleStart = skipSpace(bytes, end)
    if titleStart > end, let (title, titleEnd) = title(bytes, at: titleStart), isLineEnd(bytes, titleEnd) {
      return (label, Target(destination: destination, title: title, end: titleEnd))
    }
    guard isLineEnd(bytes, end) else { return nil }
    return (label, Target(destination: destination, title: nil, end: end))
  }

  /// The `]` that ends a label of at most 999 characters; brackets in it are escaped.
  static func labelEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var offset = start
    while offset < bytes.count, offset - start < 4000 {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return offset
      default: offset += 1
      }
    }
    return nil
  }

  private static func target(_ bytes: [UInt8], at start: Int) -> Target? {
    guard let (destination, end) = destination(bytes, at: start) else { return nil }
    let titleStart = skipSpace(bytes, end)
    if titleStart > end, let (title, titleEnd) = title(bytes, at: titleStart) {
      return Target(destination: destination, title: title, end: titleEnd)
    }
    return Target(destination: destination, title: nil, end: end)
  }

  private static func destination(_ bytes: [UInt8], at start: Int) -> (SourceRange, end: Int)? {
    var offset = start
    if bytes[start] == UInt8(ascii: "<") {
      offset += 1
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: ">"): return (SourceRange(start + 1, offset), offset + 1)
        case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
        case UInt8(ascii: "\\"): offset += 2
        default: offset += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case 0x00...0x20, 0x7F: break scan
      case UInt8(ascii: "\\") where offset + 1 < bytes.count && bytes[offset + 1].isPunctuation: offset += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      offset += 1
    }
    return depth == 0 ? (SourceRange(start, min(offset, bytes.count)), min(offset, bytes.count)) : nil
  }

  private static func title(_ bytes: [UInt8], at start: Int) -> (SourceRange, end: Int)? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == close { return (SourceRange(start + 1, offset), offset + 1) }
      if byte == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
      if byte.isLineEnd {
        offset = bytes.afterLineEnd(offset)
        let next = bytes.skipBlanks(offset)
        if next == bytes.count || bytes[next].isLineEnd { return nil }
      } else {
        offset += byte == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return nil
  }

  /// Passes over white space with at most one line end, and the marks of quotations after it.
  static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var offset = bytes.skipBlanks(start)
    guard offset < bytes.count, bytes[offset].isLineEnd else { return offset }
    offset = bytes.afterLineEnd(offset)
    while offset < bytes.count, bytes[offset].isBlank || bytes[offset] == UInt8(ascii: ">") { offset += 1 }
    return offset
  }

  private static func isLineEnd(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let end = bytes.skipBlanks(offset)
    return end >= bytes.count || bytes[end].isLineEnd
  }
}
