import RelireModel

/// Reads JSON (RFC 8259, strictly) into values that know their places.
///
/// Of repeated keys all are kept; `DataNode`'s look-up takes the last, as Hugo does. Linear.
public enum JSONReader {
  /// - Parameter range: the bytes to read; they are valid UTF-8 and hold one value.
  public static func read(_ bytes: [UInt8], range: SourceRange) throws(DataError) -> DataNode {
    var parser = JSONParser(bytes: bytes, range: range)
    return try parser.parse()
  }
}

private struct JSONParser {
  private struct Frame {
    let start: Int
    let isObject: Bool
    var items: [DataNode] = []
    var entries: [DataNode.Entry] = []
    /// The key whose value is awaited.
    var key: (text: String, range: SourceRange)?
  }

  private let bytes: [UInt8]
  private let end: Int
  private let start: Int
  private var offset: Int
  private var stack: [Frame] = []

  init(bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    start = range.start
    end = range.end
    offset = range.start
  }

  mutating func parse() throws(DataError) -> DataNode {
    while true {
      skipBlanks()
      guard var value = try openOrValue() else { continue }
      // Hands the value to its container, and closes those that end here.
      while true {
        guard var frame = stack.popLast() else {
          skipBlanks()
          guard offset == end else { throw JSONProblem.trailing(place(offset)) }
          return value
        }
        if let key = frame.key {
          frame.entries.append(DataNode.Entry(key: key.text, keyRange: key.range, value: value))
          frame.key = nil
        } else {
          frame.items.append(value)
        }
        skipBlanks()
        guard offset < end else { throw DataError.unclosed(SourceRange(frame.start, frame.start + 1)) }
        let closing = frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if bytes[offset] == closing {
          offset += 1
          value = close(frame)
          continue
        }
        guard bytes[offset] == UInt8(ascii: ",") else {
          throw DataError.expectedComma(place(offset), closing: frame.isObject ? "}" : "]")
        }
        let comma = offset
        offset += 1
        skipBlanks()
        if offset < end, bytes[offset] == closing { throw JSONProblem.trailingComma(place(comma)) }
        if frame.isObject { frame.key = try key(in: frame) }
        stack.append(frame)
        break
      }
    }
  }

  private func close(_ frame: Frame) -> DataNode {
    DataNode(frame.isObject ? .mapping(frame.entries) : .sequence(frame.items), SourceRange(frame.start, offset))
  }

  /// A value that is complete; nil after the opening of a container that is not empty.
  private mutating func openOrValue() throws(DataError) -> DataNode? {
    guard offset < end else {
      if let frame = stack.last { throw DataError.unclosed(SourceRange(frame.start, frame.start + 1)) }
      throw JSONProblem.expectedValue(SourceRange(at: end))
    }
    let isObject = bytes[offset] == UInt8(ascii: "{")
    guard isObject || bytes[offset] == UInt8(ascii: "[") else { return try scalar() }
    if stack.count >= DataLimits.depth { throw DataLimits.tooDeep(place(offset)) }
    var frame = Frame(start: offset, isObject: isObject)
    offset += 1
    skipBlanks()
    if offset < end, bytes[offset] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      offset += 1
      return close(frame)
    }
    if isObject { frame.key = try key(in: frame) }
    stack.append(frame)
    return nil
  }

  private mutating func key(in frame: Frame) throws(DataError) -> (String, SourceRange) {
    guard offset < end else { throw DataError.unclosed(SourceRange(frame.start, frame.start + 1)) }
    guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONProblem.expectedKey(place(offset)) }
    let start = offset
    let key = try string()
    let range = SourceRange(start, offset)
    skipBlanks()
    guard offset < end, bytes[offset] == UInt8(ascii: ":") else { throw JSONProblem.expectedColon(range) }
    offset += 1
    return (key.text, range)
  }

  private mutating func scalar() throws(DataError) -> DataNode {
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      let string = try string()
      return DataNode(.string(string), SourceRange(start, offset))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number()
    default:
      while offset < end, isWordByte(bytes[offset]) { offset += 1 }
      let range = SourceRange(start, offset)
      switch bytes[start..<min(offset, start + 6)] {
      case let word where word.elementsEqual("true".utf8): return DataNode(.bool(true), range)
      case let word where word.elementsEqual("false".utf8): return DataNode(.bool(false), range)
      case let word where word.elementsEqual("null".utf8): return DataNode(.null, range)
      default: throw JSONProblem.expectedValue(range.isEmpty ? place(start) : range)
      }
    }
  }

  private mutating func number() throws(DataError) -> DataNode {
    let start = offset
    var isInteger = true
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = digits()
    if whole == 0 || (whole > 1 && bytes[offset - whole] == UInt8(ascii: "0")) { throw badNumber(start) }
    if offset < end, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      isInteger = false
      if digits() == 0 { throw badNumber(start) }
    }
    if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      isInteger = false
      if offset < end, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      if digits() == 0 { throw badNumber(start) }
    }
    let range = SourceRange(start, offset)
    let text = String(decoding: bytes[range.bounds], as: UTF8.self)
    if isInteger, let integer = Int(text) { return DataNode(.integer(integer), range) }
    guard let double = Double(text) else { throw badNumber(start) }
    return DataNode(.double(double), range)
  }

  private mutating func digits() -> Int {
    let start = offset
    while offset < end, bytes[offset] &- 0x30 < 10 { offset += 1 }
    return offset - start
  }

  private mutating func badNumber(_ start: Int) -> DataError {
    while offset < end, isWordByte(bytes[offset]) { offset += 1 }
    return JSONProblem.badNumber(SourceRange(start, offset))
  }

  private mutating func string() throws(DataError) -> DataString {
    let start = offset
    offset += 1
    var builder = SpellingBuilder(bytes)
    var run = offset
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        builder.verbatim(run..<offset)
        offset += 1
        return builder.finish(.doubleQuoted)
      case UInt8(ascii: "\\"):
        builder.verbatim(run..<offset)
        try escape(&builder)
        run = offset
      // What stands for an invalid byte is let through: it has been reported already.
      case 0x00...0x19, 0x1B...0x1F:
        throw JSONProblem.controlCharacter(place(offset), isLineEnd: bytes[offset] == 0x0A || bytes[offset] == 0x0D)
      default:
        offset += 1
      }
    }
    throw DataError.unclosedQuote(SourceRange(start, start + 1))
  }

  private mutating func escape(_ builder: inout SpellingBuilder) throws(DataError) {
    let start = offset
    guard start + 1 < end else { throw DataError.unclosedQuote(SourceRange(start, end)) }
    let simple: Unicode.Scalar? =
      switch bytes[start + 1] {
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "/"): "/"
      case UInt8(ascii: "b"): "\u{08}"
      case UInt8(ascii: "f"): "\u{0C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let simple {
      offset = start + 2
      return builder.escape(simple, start..<offset)
    }
    guard bytes[start + 1] == UInt8(ascii: "u"),
      let unit = Hexadecimal.value(bytes, start + 2, digits: 4, end: end)
    else { throw JSONProblem.badEscape(SourceRange(start, min(start + 2, end))) }
    offset = start + 6
    if let scalar = Unicode.Scalar(unit) { return builder.escape(scalar, start..<offset) }
    // A surrogate: the low half must follow the high one.
    guard unit < 0xDC00, offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u"),
      let low = Hexadecimal.value(bytes, offset + 2, digits: 4, end: end), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONProblem.badEscape(SourceRange(start, offset)) }
    offset += 6
    builder.escape(scalar, start..<offset)
  }

  private mutating func skipBlanks() {
    while offset < end, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""):
      false
    default: true
    }
  }

  /// The character at `offset`; empty at the end.
  private func place(_ offset: Int) -> SourceRange {
    var end = min(offset + 1, self.end)
    while end < self.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(offset, max(offset, end))
  }
}
