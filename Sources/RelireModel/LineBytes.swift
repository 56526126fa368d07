/// Line ends and scalars of valid UTF-8, eight bytes at a time.
enum LineBytes {
  private static let topBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101

  /// All bits of a byte, but the top bit where it is below 0x0E, as line ends are. The top bit that every byte is given
  /// keeps the subtraction from borrowing of its neighbour.
  @inline(__always)
  private static func others(_ word: UInt64) -> UInt64 { ((word | topBits) &- 0x0E &* lowBits) | word }

  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether a line ends with this byte: LF, or CR that no LF follows.
  @inline(__always)
  static func isLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    bytes[offset] == 0x0A || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
  }

  /// Calls `body` with the last byte of each line in a range.
  @inline(__always)
  static func forEachLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Int) -> Void) {
    func visit(_ others: UInt64, at offset: Int) {
      var marks = ~others & topBits
      while marks != 0 {
        let place = offset &+ marks.trailingZeroBitCount / 8
        if isLineEnd(bytes, place) { body(place) }
        marks &= marks &- 1
      }
    }
    var offset = range.lowerBound
    while offset &+ 32 <= range.upperBound {
      // Lines are long: most words have no control character at all.
      let words = (
        others(word(bytes, offset)), others(word(bytes, offset &+ 8)), others(word(bytes, offset &+ 16)),
        others(word(bytes, offset &+ 24))
      )
      if words.0 & words.1 & words.2 & words.3 & topBits != topBits {
        visit(words.0, at: offset)
        visit(words.1, at: offset &+ 8)
        visit(words.2, at: offset &+ 16)
        visit(words.3, at: offset &+ 24)
      }
      offset &+= 32
    }
    while offset &+ 8 <= range.upperBound {
      visit(others(word(bytes, offset)), at: offset)
      offset &+= 8
    }
    while offset < range.upperBound {
      if isLineEnd(bytes, offset) { body(offset) }
      offset &+= 1
    }
  }

  /// The first LF or CR from an offset on, or the end.
  static func firstBreak(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      while offset &+ 8 <= bytes.count, others(word(bytes, offset)) & topBits == topBits { offset &+= 8 }
      // The word holds a control character; or there is no whole word any more.
      let end = min(offset &+ 8, bytes.count)
      while offset < end {
        if bytes[offset] == 0x0A || bytes[offset] == 0x0D { return offset }
        offset &+= 1
      }
    }
    return bytes.count
  }

  /// Number of scalars that begin in a range: its bytes but for those that go on with one, which alone begin with the
  /// bits 10.
  static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int {
    var count = range.count
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      // Each byte of `sums` counts for itself, and has room for what a stretch of this length can add to it.
      let end = min(offset &+ 1024, range.upperBound)
      var sums: UInt64 = 0
      while offset &+ 8 <= end {
        let word = word(bytes, offset)
        sums &+= (word >> 7) & ~(word >> 6) & lowBits
        offset &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      // The product gathers the four sums in its upper bits.
      count &-= Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while offset < range.upperBound {
      if bytes[offset] & 0xC0 == 0x80 { count &-= 1 }
      offset &+= 1
    }
    return count
  }
}
