/// Which 32-bit hashes were put in, by one bit each: it may say yes of one that was not, never no of one that was.
///
/// Thirty-two bits a hash, or up to twice as many, make it wrong about one in forty, and small enough to stay in the
/// processor's cache, where the table behind it does not.
public struct HashFilter: Sendable {
  @usableFromInline private(set) var words: [UInt64]
  /// What of a product of 32 bits is too much for a place among the bits.
  @usableFromInline let shift: UInt32

  /// - Parameter capacity: how many hashes are expected.
  init(capacity: Int) {
    var count = 1
    while count * 2 < capacity { count *= 2 }
    shift = Self.shift(wordCount: count)
    words = [UInt64](repeating: 0, count: count)
  }

  init(_ hashes: [UInt32]) {
    self.init(capacity: hashes.count)
    for hash in hashes { insert(hash) }
  }

  private static func shift(wordCount: Int) -> UInt32 { 26 - UInt32(wordCount.trailingZeroBitCount) }

  mutating func insert(_ hash: UInt32) {
    let place = Self.place(of: hash, shift)
    words[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// 1 where the hash may have been put in, 0 where it was not: a number, for loops without branches.
  @inlinable @inline(__always)
  func bit(_ hash: UInt32) -> UInt64 { Self.bit(of: words[Self.word(of: hash, shift)], hash, shift) }

  /// The same of bits that lie elsewhere.
  public struct View {
    @usableFromInline let words: UnsafeBufferPointer<UInt64>
    @usableFromInline let shift: UInt32

    /// - Parameter words: a power of two of them; or none, of which nothing may be asked.
    init(words: UnsafeBufferPointer<UInt64>) {
      self.words = words
      shift = words.isEmpty ? 0 : HashFilter.shift(wordCount: words.count)
    }

    /// No place lies beyond the words, of which there are as many as `shift` leaves numbers for.
    @inlinable @inline(__always)
    public func bit(_ hash: UInt32) -> UInt64 {
      HashFilter.bit(of: words[HashFilter.word(of: hash, shift)], hash, shift)
    }

    @inlinable @inline(__always)
    func mayContain(_ hash: UInt32) -> Bool { bit(hash) != 0 }
  }

  /// The upper bits of a product are a better mixture than the lower bits of the hash.
  @inlinable @inline(__always)
  static func place(of hash: UInt32, _ shift: UInt32) -> UInt32 { (hash &* 0x9E37_79B1) &>> shift }

  @inlinable @inline(__always)
  static func word(of hash: UInt32, _ shift: UInt32) -> Int { Int(place(of: hash, shift) &>> 6) }

  @inlinable @inline(__always)
  static func bit(of word: UInt64, _ hash: UInt32, _ shift: UInt32) -> UInt64 {
    word &>> UInt64(place(of: hash, shift) & 63) & 1
  }
}
