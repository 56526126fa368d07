import RelireModel

/// A word of fewer than sixteen bytes, ASCII letters and those of Latin-1: nearly every word of French.
///
/// The kernel of the prose scanner: it measures, classifies and hashes the word in arithmetic on two registers of eight
/// bytes, without a branch on any byte, for where words end and have accents cannot be foreseen. In the masks, a byte's
/// highest bit stands for it.
struct ShortWord {
  /// In bytes; `limit` or more than 15 when more of the word may follow than is seen here.
  let length: Int
  let hash: UInt32
  let flags: Token.Flags

  /// Bytes that are read, whatever the word's length.
  static let window = 16

  /// - Parameters:
  ///   - start: where the word begins, with `window` bytes behind it that can be read.
  ///   - limit: the bytes up to where the block of prose ends.
  @inline(__always)
  init(at start: UnsafeRawPointer, limit: Int) {
    let low = Eight(start.loadUnaligned(as: UInt64.self), leadBefore: 0)
    let high = Eight(start.loadUnaligned(fromByteOffset: 8, as: UInt64.self), leadBefore: low.leads >> 56)
    let ends = low.others != 0 ? low.others.trailingZeroBitCount : 64 + high.others.trailingZeroBitCount
    length = min(ends / 8, limit)
    let first = UInt64.max &>> UInt64(64 - 8 * min(length, 8))
    let second = 1 &<< UInt64(8 * max(length - 8, 0)) &- 1
    hash = FoldedHash.of(lowered: low.lowered & first, high.lowered & second)
    var flags: Token.Flags = []
    if low.leads & first | high.leads & second != 0 { flags.insert(.nonASCII) }
    let (capitals, otherCapitals) = (low.capitals & first, high.capitals & second)
    if capitals | otherCapitals != 0 {
      let (letters, otherLetters) = (low.letters & first, high.letters & second)
      let (smalls, otherSmalls) = (letters & ~capitals, otherLetters & ~otherCapitals)
      if capitals & Self.lowest(letters) != 0 { flags.insert(.capitalised) }
      if smalls | otherSmalls == 0 {
        if capitals.nonzeroBitCount + otherCapitals.nonzeroBitCount > 1 { flags.insert(.allCapitals) }
      } else if smalls != 0 {
        if capitals > Self.lowest(smalls) || otherCapitals != 0 { flags.insert(.innerCapital) }
      } else if otherCapitals > Self.lowest(otherSmalls) {
        flags.insert(.innerCapital)
      }
    }
    self.flags = flags
  }

  @inline(__always)
  private static func lowest(_ bits: UInt64) -> UInt64 { bits & (0 &- bits) }

  private struct Eight {
    /// First bytes of two-byte letters; whether a letter follows is left to who looks at the next byte.
    let leads: UInt64
    /// The ASCII letters, and the second bytes of others.
    let letters: UInt64
    let capitals: UInt64
    /// What belongs to no letter.
    let others: UInt64
    let lowered: UInt64

    @inline(__always)
    init(_ loaded: UInt64, leadBefore: UInt64) {
      let bytes = UInt64(littleEndian: loaded)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highest = ones << 7
      let small = (bytes | ones &* 0x20) & ~highest
      // Sums reach the highest bit from 0x61, and from 0x7B.
      let ascii = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05) & ~bytes & highest
      leads = Self.places(of: 0xC3, in: bytes)
      // × and ÷ are no letters, ß is no capital; with ÿ they are left to the long way.
      let trails = (leads << 8 | leadBefore) & ~Self.places(of: 0xBF, in: bytes | ones &* 0x28)
      letters = ascii | trails
      // Capitals lack the bit 0x20, here moved to the highest place.
      capitals = letters & ~bytes << 2
      others = ~(letters | leads) & highest
      lowered = bytes | capitals >> 2
    }

    @inline(__always)
    private static func places(of byte: UInt64, in bytes: UInt64) -> UInt64 {
      // A borrow may mark the next byte as well, where it differs in the lowest bit alone: none of those we look for
      // has such a neighbour in valid text.
      let ones: UInt64 = 0x0101_0101_0101_0101
      let difference = bytes ^ byte &* ones
      return (difference &- ones) & ~difference & ones << 7
    }
  }
}
