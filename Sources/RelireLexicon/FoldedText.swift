/// A text as titles, labels and phrases are compared: letters lowered, accents and ligatures undone,
/// apostrophes made straight, every run of spaces one blank; signs at both ends (emoji, brackets, marks,
/// invisible characters) left out.
///
/// `« À compléter… »` and `A completer` are one.
public struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String

  public init(_ text: String) {
    // Titles and labels are folded by the thousand: bytes are gathered rather than strings.
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var gap: [UInt8] = []
    for scalar in text.unicodeScalars {
      let start = result.count
      if start > 0, !gap.isEmpty { result += gap }
      if Self.fold(scalar, into: &result) {
        gap.removeAll(keepingCapacity: true)
        continue
      }
      result.removeLast(result.count - start)
      if scalar == " " || scalar.value > 0x7F && scalar.properties.isWhitespace || (0x09...0x0D).contains(scalar.value) {
        if gap.last != 0x20 { gap.append(0x20) }
      } else if !Self.isIgnored(scalar) {
        gap += Array(String(Self.isApostrophe(scalar) ? "'" : scalar).utf8)
      }
    }
    description = String(decoding: result, as: UTF8.self)
  }

  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { description.isEmpty }

  /// Appends the folded letter or digit; false for anything else.
  private static func fold(_ scalar: Unicode.Scalar, into result: inout [UInt8]) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
    case 0x41...0x5A: result.append(UInt8(scalar.value + 0x20))
    case 0..<0xC0: return false
    default:
      if let letter = latin[scalar.value] {
        result += letter.utf8
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result += scalar.properties.lowercaseMapping.utf8
      } else {
        return false
      }
    }
    return true
  }

  /// Combining marks and characters that are not seen.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}"
  }

  /// Latin-1 and Latin Extended-A letters without their accents.
  private static let latin: [UInt32: String] = {
    let rows: [(String, String)] = [
      ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
      ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņň", "n"), ("òóôõöøōŏő", "o"), ("ŕŗř", "r"),
      ("śŝşš", "s"), ("ţťŧ", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"),
      ("œ", "oe"), ("ß", "ss"),
    ]
    var table: [UInt32: String] = [:]
    for (letters, base) in rows {
      for letter in letters.unicodeScalars {
        table[letter.value] = base
        for capital in letter.properties.uppercaseMapping.unicodeScalars where capital.value > 0x7F {
          table[capital.value] = base
        }
      }
    }
    return table
  }()
}
