import RelireModel

/// A word of at most fifteen bytes, ASCII letters and those of Latin-1 as `LetterMap` has them: nearly every word of
/// French.
///
/// A kernel of the prose scanner: it classifies and hashes the word in arithmetic on two registers of eight bytes,
/// without a branch on any byte. In the masks, a byte's highest bit stands for it.
struct ShortWord {
  let hash: UInt32
  let flags: Token.Flags

  /// - Parameters:
  ///   - low: the word in lower case, its first byte lowest and zeros behind its end;
  ///   - high: what there is of it from the ninth byte on.
  ///   - changes: 0x20 where that made a small letter of a capital;
  ///   - otherChanges: from the ninth byte on.
  @inline(__always)
  init(low: UInt64, high: UInt64, changes: UInt64, _ otherChanges: UInt64) {
    hash = FoldedHash.of(lowered: low, high)
    let nonASCII: Token.Flags = (low | high) & Self.highest != 0 ? .nonASCII : []
    flags =
      changes | otherChanges == 0
      ? nonASCII : nonASCII.union(Self.flags(low, high, changes << 2, otherChanges << 2))
  }

  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// What its capitals say of a word that has some.
  private static func flags(_ low: UInt64, _ high: UInt64, _ capitals: UInt64, _ otherCapitals: UInt64) -> Token.Flags {
    var flags: Token.Flags = []
    let (letters, otherLetters) = (letters(low), letters(high))
    let (smalls, otherSmalls) = (letters & ~capitals, otherLetters & ~otherCapitals)
    if capitals & lowest(letters) != 0 { flags.insert(.capitalised) }
    if smalls | otherSmalls == 0 {
      if capitals.nonzeroBitCount + otherCapitals.nonzeroBitCount > 1 { flags.insert(.allCapitals) }
    } else if smalls != 0 {
      if capitals > lowest(smalls) || otherCapitals != 0 { flags.insert(.innerCapital) }
    } else if otherCapitals > lowest(otherSmalls) {
      flags.insert(.innerCapital)
    }
    return flags
  }

  /// The small letters of ASCII, and the second bytes of others: of their two highest bits, one is set.
  @inline(__always)
  private static func letters(_ bytes: UInt64) -> UInt64 {
    (bytes ^ bytes << 1) & highest
  }

  @inline(__always)
  private static func lowest(_ bits: UInt64) -> UInt64 { bits & (0 &- bits) }
}
