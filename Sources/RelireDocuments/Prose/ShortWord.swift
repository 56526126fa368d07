import RelireModel

/// A word of at most sixteen bytes, ASCII letters and those of Latin-1 as `LetterMap` has them: nearly every word of French.
///
/// A kernel of the prose scanner: it classifies and hashes the word in arithmetic on two registers of eight bytes, without
/// a branch on any byte, for where words have accents cannot be foreseen. In the masks, a byte's highest bit stands for it.
struct ShortWord {
  let hash: UInt32
  let flags: Token.Flags

  /// Bytes that are read, whatever the word's length.
  static let window = 16

  /// - Parameters:
  ///   - start: where the word begins, with `window` bytes behind it that can be read.
  ///   - length: in bytes; 1 to 15.
  @inline(__always)
  init(at start: UnsafeRawPointer, length: Int) {
    let low = Eight(start.loadUnaligned(as: UInt64.self), UInt64.max &>> UInt64(64 - 8 * min(length, 8)))
    let high = Eight(
      start.loadUnaligned(fromByteOffset: 8, as: UInt64.self), 1 &<< UInt64(8 * max(length - 8, 0)) &- 1)
    hash = FoldedHash.of(lowered: low.lowered, high.lowered)
    var flags: Token.Flags = []
    if low.leads | high.leads != 0 { flags.insert(.nonASCII) }
    if low.capitals | high.capitals != 0 {
      let (smalls, otherSmalls) = (low.letters & ~low.capitals, high.letters & ~high.capitals)
      if low.capitals & Self.lowest(low.letters) != 0 { flags.insert(.capitalised) }
      if smalls | otherSmalls == 0 {
        if low.capitals.nonzeroBitCount + high.capitals.nonzeroBitCount > 1 { flags.insert(.allCapitals) }
      } else if smalls != 0 {
        if low.capitals > Self.lowest(smalls) || high.capitals != 0 { flags.insert(.innerCapital) }
      } else if high.capitals > Self.lowest(otherSmalls) {
        flags.insert(.innerCapital)
      }
    }
    self.flags = flags
  }

  @inline(__always)
  private static func lowest(_ bits: UInt64) -> UInt64 { bits & (0 &- bits) }

  private struct Eight {
    /// First bytes of two-byte letters.
    let leads: UInt64
    /// The ASCII letters, and the second bytes of others.
    let letters: UInt64
    let capitals: UInt64
    let lowered: UInt64

    /// - Parameter word: all bits of the bytes that belong to the word.
    @inline(__always)
    init(_ loaded: UInt64, _ word: UInt64) {
      let bytes = UInt64(littleEndian: loaded) & word
      let highest = word & 0x8080_8080_8080_8080
      leads = bytes & bytes << 1 & highest
      letters = highest & ~leads
      // Capitals lack the bit 0x20, here moved to the highest place.
      capitals = letters & ~bytes << 2
      lowered = bytes | capitals >> 2
    }
  }
}
