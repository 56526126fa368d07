import RelireModel

/// A text by its letters and digits alone: what stays of it on the way from Markdown to the page, where typographers,
/// templates and parsers change marks and spaces.
struct LetterText: Codable, Sendable {
  /// Letters and digits, ASCII ones in lower case.
  private(set) var bytes: [UInt8] = []

  init(_ text: [UInt8], _ range: Range<Int>) {
    bytes.reserveCapacity(range.count)
    Self.walk(text, range) { start, end in
      for byte in text[start..<end] { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      return true
    }
  }

  var isEmpty: Bool { bytes.isEmpty }

  var hash: UInt64 { FNV1a64.of(bytes) }

  /// Where another text begins in this one. Quadratic at worst: for titles, descriptions and blocks of a page.
  func offset(of other: LetterText) -> Int? { offset(of: other.bytes[...]) }

  func offset(of other: ArraySlice<UInt8>) -> Int? {
    guard let first = other.first, bytes.count >= other.count else { return nil }
    return bytes.withUnsafeBufferPointer { text in
      other.withUnsafeBufferPointer { part in
        var start = 0
        while start <= text.count - part.count {
          if text[start] == first {
            var length = 1
            while length < part.count, text[start + length] == part[length] { length += 1 }
            if length == part.count { return start }
          }
          start += 1
        }
        return nil
      }
    }
  }

  /// Without all that another text says.
  func removing(_ other: LetterText) -> LetterText {
    guard other.bytes.count >= 3, let start = offset(of: other) else { return self }
    var rest = self
    rest.bytes.removeSubrange(start..<(start + other.bytes.count))
    return rest
  }

  /// Number of bytes of letters in a range of a text.
  static func count(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    walk(text, range) { start, end in
      count += end - start
      return true
    }
    return count
  }

  /// What a range of a text has besides letters and spaces.
  static func marks(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var marks: [UInt8] = []
    var offset = range.lowerBound
    func add(_ range: Range<Int>) {
      for place in range where text[place] > 0x20 {
        // U+00A0, U+2000–U+200F, U+202F
        let next = place + 1 < range.upperBound ? text[place + 1] : 0
        let last = place + 2 < range.upperBound ? text[place + 2] : 0
        let isSpace =
          text[place] & 0xC0 == 0x80 || text[place] == 0xC2 && next == 0xA0
          || text[place] == 0xE2 && next == 0x80 && (last <= 0x8F || last == 0xAF)
        if !isSpace { marks.append(text[place]) }
      }
    }
    walk(text, range) { start, end in
      add(offset..<start)
      offset = end
      return true
    }
    add(offset..<range.upperBound)
    return marks
  }

  /// The offsets after the letter number `count` (in bytes of letters) and before the next one.
  static func gap(after count: Int, in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var seen = 0
    var lower = range.lowerBound
    var upper = range.upperBound
    walk(text, range) { start, end in
      guard seen < count else {
        upper = start
        return false
      }
      seen += end - start
      lower = end
      return true
    }
    return lower..<max(lower, upper)
  }

  /// Calls `body` with the bounds of each letter until it says false.
  private static func walk(_ text: [UInt8], _ range: Range<Int>, _ body: (Int, Int) -> Bool) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
        if isLetter, !body(offset, offset + 1) { return }
        offset += 1
        continue
      }
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(offset + width, range.upperBound)
      // U+0080–U+00BF, U+2000–U+2BFF, U+FFFC and emoji: marks, spaces, symbols.
      let isMark =
        byte == 0xC2 || byte == 0xE2 || byte >= 0xF0 || byte == 0xEF && end == offset + 3 && text[offset + 1] >= 0xBB
      if !isMark, !body(offset, end) { return }
      offset = end
    }
  }
}
