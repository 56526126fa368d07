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
  var htmlInteger: Int? {
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
    var text = String(self)
    // Names are made by the thousand: bytes are looked at rather than characters, and most need no change.
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      var index = 0
      var runStart = 0
      var isChanged = false
      while index < bytes.count {
        let width = Self.spaceWidth(bytes, at: index)
        if width == 0 {
          index += 1
          continue
        }
        var end = index + width
        while end < bytes.count {
          let next = Self.spaceWidth(bytes, at: end)
          if next == 0 { break }
          end += next
        }
        let isPlain = end == index + 1 && bytes[index] == 0x20 && index > 0 && end < bytes.count
        if !isPlain {
          isChanged = true
          result += bytes[runStart..<index]
          if !result.isEmpty, end < bytes.count { result.append(0x20) }
          runStart = end
        }
        index = end
      }
      guard isChanged else { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[runStart...]
      return String(decoding: result, as: UTF8.self)
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
  fileprivate var isHTMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}
