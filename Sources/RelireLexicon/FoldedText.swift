/// A text as titles, labels and phrases are compared: letters lowered, accents and ligatures undone,
/// apostrophes made straight, every run of spaces one blank; signs at both ends (emoji, brackets, marks,
/// invisible characters) left out.
///
/// `« À compléter… »` and `A completer` are one.
public struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String

  public init(_ text: String) {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    /// Length of `result` up to its last letter or digit.
    var end = 0
    var gap = ""
    for scalar in text.unicodeScalars {
      if let folded = Self.fold(scalar) {
        if !result.isEmpty { result += gap }
        gap = ""
        result += folded
        end = result.utf8.count
      } else if scalar.properties.isWhitespace {
        if gap.last != " " { gap += " " }
      } else if !Self.isIgnored(scalar) {
        gap.unicodeScalars.append(Self.isApostrophe(scalar) ? "'" : scalar)
      }
    }
    description = end == result.utf8.count ? result : String(result.prefix(end))
  }

  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { description.isEmpty }

  /// The folded letter or digit; nil for anything else.
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return String(scalar)
    case 0x41...0x5A: return String(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0xC0: return nil
    default: break
    }
    if let letter = latin[scalar.value] { return letter }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      ? scalar.properties.lowercaseMapping : nil
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
