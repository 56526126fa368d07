extension StringProtocol {
  /// Without HTML's white space at its ends.
  public var trimmingSpaces: String {
    let text = Substring(self)
    guard let start = text.utf8.firstIndex(where: { !$0.isHTMLBlank }),
      let last = text.utf8.lastIndex(where: { !$0.isHTMLBlank })
    else { return "" }
    return String(text[start...last])
  }

  /// Whether there is nothing in it but HTML's white space.
  var isBlank: Bool { utf8.allSatisfy { $0.isHTMLBlank } }

  /// The integer that the text begins with, as HTML reads one (HTML standard §2.3.4.1): what follows is passed over.
  public var htmlInteger: Int? {
    let text = trimmingSpaces
    let sign = text.hasPrefix("-") || text.hasPrefix("+") ? 1 : 0
    let digits = text.dropFirst(sign).prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : Int((text.hasPrefix("-") ? "-" : "") + digits)
  }

  /// The tokens of a space-separated attribute.
  public var spaceSeparated: [Substring] {
    Substring(self).utf8.split { $0.isHTMLBlank }.map { Substring($0) }
  }

  /// With every run of white space, no-break spaces included, made one blank, and none at the ends.
  public var collapsingSpaces: String {
    let text = String(self)
    // Names are made by the thousand, and most need no change.
    return String.isCollapsed(text.utf8.span) ? text : text.withCollapsedSpaces
  }
}

extension String {
  /// Whether there is no white space but single blanks, and none at the ends. Yes only where that is told by first
  /// bytes.
  fileprivate static func isCollapsed(_ bytes: Span<UInt8>) -> Bool {
    var isAfterBlank = true
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte <= 0x20 {
        if isAfterBlank || byte != 0x20 { return false }
        isAfterBlank = true
      } else {
        // What other spaces begin with.
        if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xE1 { return false }
        isAfterBlank = false
      }
    }
    return !isAfterBlank || bytes.isEmpty
  }

  fileprivate var withCollapsedSpaces: String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var index = 0
        var isAfterSpace = false
        while index < bytes.count {
          let width = Self.spaceWidth(bytes, at: index)
          if width > 0 {
            isAfterSpace = true
            index += width
            continue
          }
          if isAfterSpace, count > 0 {
            result[count] = 0x20
            count += 1
          }
          isAfterSpace = false
          result[count] = bytes[index]
          count += 1
          index += 1
        }
        return count
      }
    }
  }

  /// The number of bytes of the white space at an offset; 0 for none. U+200B is one too, for names.
  private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : 0 }
    func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch (byte, next(1), next(2)) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      return 3
    default: return 0
    }
  }
}

extension UInt8 {
  var isHTMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}
