import RelireModel

/// Which bytes of a text belong to letters of ASCII and Latin-1, by one bit each: nearly every letter of French.
///
/// A kernel of the prose scanner, over buffers whose places come from its own count. Made for a whole page at once, eight
/// bytes at a time without a branch. The scanner reads from it how long a word is in a few instructions, and goes on with
/// the next one while the processor is still busy with what the word is made of (`ShortWord`).
struct LetterMap: ~Copyable {
  private let bits: UnsafeMutablePointer<UInt8>

  /// Words as long as this may have more letters than are told.
  static let longest = 56

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = (bytes.count + 7) / 8
    // With room for eight more, as eight are read at a time.
    bits = .allocate(capacity: count + 8)
    (bits + count).initialize(repeating: 0, count: 8)
    let text = UnsafeRawBufferPointer(bytes)
    var leadBefore: UInt64 = 0
    for index in 0..<bytes.count / 8 {
      let eight = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      (bits + index).initialize(to: Self.letters(of: eight, &leadBefore))
    }
    if bytes.count % 8 > 0 {
      var eight: UInt64 = 0
      for offset in (bytes.count & ~7)..<bytes.count { eight |= UInt64(bytes[offset]) << UInt64(offset % 8 * 8) }
      (bits + count - 1).initialize(to: Self.letters(of: eight, &leadBefore))
    }
  }

  deinit { bits.deallocate() }

  /// The bytes from `start` on that belong to letters, `longest` at most.
  @inline(__always)
  func length(at start: Int) -> Int {
    let next = UInt64(
      littleEndian: UnsafeRawPointer(bits).loadUnaligned(fromByteOffset: start &>> 3, as: UInt64.self))
    return min((~(next &>> UInt64(start & 7))).trailingZeroBitCount, Self.longest)
  }

  /// - Parameter leadBefore: the highest bit says that the byte before is the first of a letter; set for the next eight.
  @inline(__always)
  private static func letters(of bytes: UInt64, _ leadBefore: inout UInt64) -> UInt8 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest = ones << 7
    let small = (bytes | ones &* 0x20) & ~highest
    // Sums reach the highest bit from 0x61, and from 0x7B.
    let ascii = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05) & ~bytes & highest
    let leads = places(of: 0xC3, in: bytes)
    // × and ÷ are no letters, ß is no capital; with ÿ they are left to the long way.
    let trails = (leads << 8 | leadBefore &>> 56) & ~places(of: 0xBF, in: bytes | ones &* 0x28)
    leadBefore = leads
    // The product moves the highest bits of all bytes into the highest byte, the first one lowest.
    return UInt8(truncatingIfNeeded: ((ascii | leads | trails) &>> 7 &* 0x0102_0408_1020_4080) &>> 56)
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
