import RelireModel

/// TOML's values that are no strings: booleans, numbers, dates and times.
enum TOMLScalar {
  static func read(_ bytes: [UInt8], _ range: SourceRange) throws(DataError) -> DataNode.Value {
    // Longer than any number or date: a text without its quotation marks.
    guard range.count <= 100 else { throw TOMLProblem.unquotedText(range) }
    let word = String(decoding: bytes[range.bounds], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "inf", "+inf": return .double(.infinity)
    case "-inf": return .double(-.infinity)
    case "nan", "+nan", "-nan": return .double(.nan)
    default: break
    }
    let first = bytes[range.start]
    let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let digit = isSigned && range.count > 1 ? bytes[range.start + 1] : first
    guard digit &- 0x30 < 10 else { throw TOMLProblem.unquotedText(range) }
    if !isSigned, isDateLike(Array(bytes[range.bounds])) {
      guard isDate(Array(bytes[range.bounds])) else { throw TOMLProblem.badDate(range) }
      return .date(word)
    }
    guard let number = number(word) else { throw TOMLProblem.badNumber(range) }
    return number
  }

  // MARK: Numbers

  private static func number(_ word: String) -> DataNode.Value? {
    guard let plain = withoutUnderscores(word) else { return nil }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      let digits = plain.dropFirst(2)
      guard digits.first != "+", digits.first != "-" else { return nil }
      return Int(digits, radix: radix).map { .integer($0) }
    }
    let digits = plain.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let whole = digits.prefix { $0 &- 0x30 < 10 }
    // Leading zeroes are forbidden.
    guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    if whole.count == digits.count { return Int(plain).map { .integer($0) } }
    var rest = digits.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix { $0 &- 0x30 < 10 }
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(fraction.count)
    }
    if let e = rest.first, e | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard !rest.isEmpty else { return nil }
      rest = rest.drop { $0 &- 0x30 < 10 }
    }
    guard rest.isEmpty else { return nil }
    return Double(plain).map { .double($0) }
  }

  /// nil when an underscore does not stand between two digits.
  private static func withoutUnderscores(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      guard byte == UInt8(ascii: "_") else {
        result.append(byte)
        continue
      }
      guard index > 0, index + 1 < bytes.count, Hexadecimal.digit(bytes[index - 1]) != nil,
        Hexadecimal.digit(bytes[index + 1]) != nil
      else { return nil }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Dates

  private static func isDateLike(_ word: [UInt8]) -> Bool {
    (word.count > 4 && word[4] == UInt8(ascii: "-")) || (word.count > 2 && word[2] == UInt8(ascii: ":"))
  }

  /// RFC 3339: `2024-01-31`, `10:20:30.5`, or both with or without an offset.
  private static func isDate(_ word: [UInt8]) -> Bool {
    var reader = DigitReader(bytes: word)
    if word.count > 4, word[4] == UInt8(ascii: "-") {
      guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
        let day = reader.number(2), CalendarDate(year: year, month: month, day: day).exists
      else { return false }
      if reader.isAtEnd { return true }
      guard reader.skip("T") || reader.skip("t") || reader.skip(" "), reader.time() else { return false }
      return reader.isAtEnd || reader.zone()
    }
    return reader.time() && reader.isAtEnd
  }

  private struct DigitReader {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func number(_ digits: Int) -> Int? {
      guard offset + digits <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[offset..<offset + digits] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      offset += digits
      return value
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard offset < bytes.count, UInt32(bytes[offset]) == scalar.value else { return false }
      offset += 1
      return true
    }

    mutating func time() -> Bool {
      guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
        let second = number(2), second <= 60
      else { return false }
      guard skip(".") else { return true }
      let start = offset
      while offset < bytes.count, bytes[offset] &- 0x30 < 10 { offset += 1 }
      return offset > start
    }

    mutating func zone() -> Bool {
      if skip("Z") || skip("z") { return isAtEnd }
      guard skip("+") || skip("-"), let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60
      else { return false }
      return isAtEnd
    }
  }
}
