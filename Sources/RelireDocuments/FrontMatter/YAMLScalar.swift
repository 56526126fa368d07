import RelireModel

/// What an unquoted YAML scalar means, as Hugo 0.152 and later read it.
enum YAMLScalar {
  /// nil for a text.
  static func resolve(_ bytes: UnsafeBufferPointer<UInt8>) -> DataNode.Value? {
    guard let first = bytes.first else { return .null }
    // Nearly every value is a text, and its first byte tells.
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard bytes.count <= 5 else { return nil }
      switch String(decoding: bytes, as: UTF8.self) {
      case "~", "null", "Null", "NULL": return .null
      case "true", "True", "TRUE": return .bool(true)
      case "false", "False", "FALSE": return .bool(false)
      default: return nil
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      // No number has two points: a version, the number of a criterion.
      guard bytes.count <= 40, bytes.count(where: { $0 == UInt8(ascii: ".") }) < 2 || isDate(bytes) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      // No number has two hyphens between its digits, and dates are on nearly every page.
      return isDate(bytes) ? .date(text) : number(text)
    default:
      return nil
    }
  }

  private static func number(_ text: String) -> DataNode.Value? {
    var digits = Substring(text)
    var sign = ""
    if let first = digits.first, first == "-" || first == "+" {
      digits = digits.dropFirst()
      if first == "-" { sign = "-" }
    }
    switch digits {
    case ".inf", ".Inf", ".INF": return .double(sign.isEmpty ? .infinity : -.infinity)
    case ".nan", ".NaN", ".NAN": return text == digits ? .double(.nan) : nil
    // A folder, as `content: [.]`.
    case ".": return nil
    default: break
    }
    guard let first = digits.first, first.isASCII, first.isNumber || first == "." else { return nil }
    let plain = digits.filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      return Int(sign + plain.dropFirst(2), radix: radix).map { .integer($0) }
    }
    if plain.count > 1, plain.hasPrefix("0"), let octal = Int(sign + plain, radix: 8) { return .integer(octal) }
    if let integer = Int(sign + plain) { return .integer(integer) }
    guard plain.utf8.allSatisfy(Self.isNumeric), let double = Double(sign + (first == "." ? "0" : "") + plain)
    else { return nil }
    return .double(double)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }

  /// `2024-01-31`, alone or with a time after `T` or blanks.
  private static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 10 else { return false }
    for index in 0..<10 {
      let isDash = index == 4 || index == 7
      guard isDash ? bytes[index] == UInt8(ascii: "-") : bytes[index] &- 0x30 < 10 else { return false }
    }
    guard bytes.count > 10 else { return true }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20, 0x09].contains(bytes[10]) else { return false }
    return bytes[11...].allSatisfy { $0 &- 0x30 < 11 || [0x20, 0x09, 0x2B, 0x2D, 0x2E, 0x5A, 0x7A].contains($0) }
  }
}
