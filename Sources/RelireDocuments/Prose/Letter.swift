/// What of a word is written outside ASCII.
struct Letter {
  enum Form {
    case small, capital
    /// A combining mark, or another letter without case.
    case mark
    case softHyphen
  }

  let form: Form
  /// In bytes; 0 when it is none.
  let length: Int

  private static let none = Letter(form: .small, length: 0)

  /// The letter at `at`. Scripts other than Latin are taken whole as small letters: no rule looks inside their words.
  @inline(__always)
  static func at(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Letter {
    guard at + 1 < end else { return none }
    let second = bytes[at + 1]
    switch bytes[at] {
    case 0xC3:
      // × and ÷ are no letters.
      if second & 0xDF == 0x97 { return none }
      return Letter(form: second < 0x9F ? .capital : .small, length: 2)
    case 0xC2:
      if second == 0xB5 { return Letter(form: .small, length: 2) }
      return second == 0xAD ? Letter(form: .softHyphen, length: 2) : none
    case 0xC4: return Letter(form: (second < 0xB8) == (second & 1 == 0) ? .capital : .small, length: 2)
    case 0xC5:
      // U+0139–U+0148 and U+0179–U+017E have their capitals at odd code points; U+0178 is Ÿ.
      let isOddCapital = second < 0x89 || second > 0xB8
      let isCapital = second == 0xB8 || (second != 0xBF && (second & 1 == 1) == isOddCapital)
      return Letter(form: isCapital ? .capital : .small, length: 2)
    case 0xC6...0xC9: return Letter(form: .small, length: 2)
    // From U+02B0 on: superscript letters and signs that stand for apostrophes.
    case 0xCA: return second < 0xB0 ? Letter(form: .small, length: 2) : none
    case 0xCC: return Letter(form: .mark, length: 2)
    case 0xCD: return Letter(form: second < 0xB0 ? .mark : .small, length: 2)
    case 0xCE...0xDF: return Letter(form: .small, length: 2)
    case 0xE0, 0xE4...0xED: return at + 2 < end ? Letter(form: .small, length: 3) : none
    case 0xE1:
      // U+1D2C–U+1D6A: superscript letters; U+1680: a space.
      let value = UInt16(second) << 8 | UInt16(at + 2 < end ? bytes[at + 2] : 0)
      if value >= 0xB4AC && value <= 0xB5AA || value == 0x9A80 { return none }
      return at + 2 < end ? Letter(form: .small, length: 3) : none
    case 0xE3: return second > 0x80 && at + 2 < end ? Letter(form: .small, length: 3) : none
    // U+FB00–U+FB06: ligatures of metal type.
    case 0xEF where second == 0xAC: return at + 2 < end ? Letter(form: .small, length: 3) : none
    // Mathematical letters.
    case 0xF0 where second == 0x9D: return at + 3 < end ? Letter(form: .small, length: 4) : none
    default: return none
    }
  }
}
