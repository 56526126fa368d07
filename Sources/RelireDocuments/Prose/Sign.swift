/// A sign outside ASCII that is neither a letter nor a space.
struct Sign {
  let kind: Token.Kind
  /// In bytes, at least 1.
  let length: Int

  static func at(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Sign {
    let lead = bytes[at]
    let length = min(lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, end - at)
    let second = length > 1 ? bytes[at + 1] : 0
    let third = length > 2 ? bytes[at + 2] : 0
    return Sign(kind: kind(lead, second, third), length: length)
  }

  private static func kind(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Token.Kind {
    switch (lead, second) {
    case (0xC2, _): return latin1(second)
    case (0xC3, 0x97), (0xC3, 0xB7): return .mathematical
    case (0xCA, 0xB9), (0xCA, 0xBC): return .apostropheLike
    case (0xCA, 0xB0...0xB8), (0xCB, 0xA0...0xA4), (0xE1, 0xB4...0xB5): return .superscript
    case (0xCC, _), (0xCD, _): return .combiningMark
    case (0xE2, 0x80): return generalPunctuation(third)
    case (0xE2, 0x81):
      if third >= 0xB0 { return .superscript }
      return third >= 0xA0 ? .invisible : .symbol
    case (0xE2, 0x82): return third >= 0xA0 ? .currency : .symbol
    case (0xE2, 0x88) where third == 0x92: return .minus
    // ≈ ≠ ≤ ≥
    case (0xE2, 0x89) where third == 0x88 || third == 0xA0 || third == 0xA4 || third == 0xA5: return .mathematical
    case (0xEF, 0xBB) where third == 0xBF: return .invisible
    case (0xEF, 0xBF) where third == 0xBC: return .object
    default: return .symbol
    }
  }

  private static func latin1(_ second: UInt8) -> Token.Kind {
    switch second {
    case 0x80...0x9F, 0xAD: .invisible
    case 0xA3, 0xA5: .currency
    case 0xAB: .openingGuillemet
    case 0xBB: .closingGuillemet
    case 0xB0, 0xBA: .degree
    case 0xB1: .mathematical
    case 0xB2, 0xB3, 0xB9: .superscript
    case 0xB4: .apostropheLike
    case 0xB7: .bullet
    default: .symbol
    }
  }

  /// U+2000–U+203F by their third byte.
  private static func generalPunctuation(_ third: UInt8) -> Token.Kind {
    switch third {
    case 0x8B...0x8F, 0xAA...0xAE: .invisible
    case 0x90, 0x91: .otherHyphen
    case 0x93: .enDash
    case 0x94: .emDash
    case 0x98, 0x9B, 0xB2: .apostropheLike
    case 0x99: .apostrophe
    case 0x9A, 0x9E: .lowQuote
    case 0x9C, 0x9F: .openingEnglishQuote
    case 0x9D: .closingEnglishQuote
    case 0xA2: .bullet
    case 0xA6: .ellipsis
    case 0xA8: .lineBreak
    case 0xB0, 0xB1: .percent
    case 0xB3: .doublePrime
    case 0xB9, 0xBA: .singleGuillemet
    default: .symbol
    }
  }
}
