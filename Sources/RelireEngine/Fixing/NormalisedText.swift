/// Compares texts by their words: glyphs that stand for one another are one, spaces and invisible
/// characters are nothing.
enum NormalisedText {
  static func same(_ a: String, _ b: String) -> Bool { same(Array(a.utf8), Array(b.utf8)) }

  static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    let (x, y) = (words(a), words(b))
    // Composed and decomposed accents are the same letters: Swift compares strings canonically.
    return x == y || String(decoding: x, as: UTF8.self) == String(decoding: y, as: UTF8.self)
  }

  /// The text without spaces, its marks in their plainest form. Linear.
  static func words(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x30 < 10, let end = endOfPairs(bytes, index) {
          result.append(contentsOf: bytes[index..<end].lazy.filter { $0 &- 0x30 < 10 })
          index = end
          continue
        }
        append(byte, to: &result)
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, bytes.count)
      var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for next in bytes[(index + 1)..<end] { value = value << 6 | UInt32(next & 0x3F) }
      if let plain = plain(value) {
        if plain != 0 { append(plain, to: &result) }
      } else {
        result.append(contentsOf: bytes[index..<end])
      }
      index = end
    }
    return result
  }

  /// The end of `01.23.45.67.89`, pairs of digits with one and the same mark between them; nil where there are none. In
  /// a phone number, the mark stands for a space.
  private static func endOfPairs(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 7 < bytes.count, start == 0 || bytes[start - 1] &- 0x30 >= 10 else { return nil }
    let mark = bytes[start + 2]
    guard mark == 0x2E || mark == 0x2D else { return nil }
    var end = start
    while end + 1 < bytes.count, bytes[end] &- 0x30 < 10, bytes[end + 1] &- 0x30 < 10 {
      end += 2
      guard end + 1 < bytes.count, bytes[end] == mark, bytes[end + 1] &- 0x30 < 10 else { break }
      end += 1
    }
    guard end - start == 8 || end - start == 14, end == bytes.count || bytes[end] &- 0x30 >= 10 else { return nil }
    return end
  }

  /// Spaces go; `...`, `--` and doubled quotes are one mark, whatever their number.
  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    switch byte {
    case 0x00...0x20, 0x7F: return
    case 0x2E, 0x2D: if result.last == byte { return }
    // '' and << stand for a quotation mark; which of them is an apostrophe is for the rules to tell.
    case 0x27 where result.last == 0x27: return
    case 0x3C where result.last == 0x3C, 0x3E where result.last == 0x3E:
      result[result.count - 1] = 0x27
      return
    case 0x22, 0x60:
      append(0x27, to: &result)
      return
    default: break
    }
    result.append(byte)
  }

  /// The ASCII mark that a character stands for, 0 when it is a space or invisible, nil for all others.
  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x80...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: 0
    case 0xAB, 0xBB, 0xB4, 0x02B9...0x02BC, 0x02C8, 0x2018...0x201F, 0x2032...0x2036, 0x2039, 0x203A, 0x300C...0x300F:
      0x27
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x2026: 0x2E
    case 0xB2: 0x32
    case 0xB3: 0x33
    case 0xB9: 0x31
    case 0xD7: 0x78  // × for x
    case 0xB0, 0xBA: 0x6F  // n° and nº for no
    default: nil
    }
  }
}
