// The hash of bytes that lie together, a register of them at a time: what links and blocks are compared by.
extension FoldedHash {
  public static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.withUnsafeBufferPointer { of($0) } }

  /// The same as that of the bytes one after the other.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = FoldedHash().state
    var lead: UInt8 = 0
    var offset = 0
    while raw.count - offset >= 16 {
      let low = lowered(eight(raw, offset), &lead)
      state = mixed(low, lowered(eight(raw, offset + 8), &lead), into: state)
      offset += 16
    }
    if offset == raw.count, offset > 0 { return UInt32(truncatingIfNeeded: state) }
    let rest = rest(of: raw, from: offset)
    let low = lowered(rest.low, &lead)
    return of(lowered: low, rest.high == 0 ? 0 : lowered(rest.high, &lead), after: state)
  }

  /// The fewer than sixteen bytes after an offset, the first one lowest: read together with what is before them, where
  /// there is enough.
  @inline(__always)
  private static func rest(of raw: UnsafeRawBufferPointer, from offset: Int) -> (low: UInt64, high: UInt64) {
    let count = raw.count - offset
    if count > 8 { return (eight(raw, offset), eight(raw, raw.count - 8) >> UInt64(8 * (16 - count))) }
    if count > 0, raw.count >= 8 { return (eight(raw, raw.count - 8) >> UInt64(8 * (8 - count)), 0) }
    var low: UInt64 = 0
    for place in 0..<count { low |= UInt64(raw[offset + place]) << UInt64(8 * place) }
    return (low, 0)
  }

  @inline(__always)
  static func eight(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Eight bytes, the first one lowest, with their letters lowered.
  ///
  /// - Parameter lead: the byte before them; afterwards the last of them.
  @inline(__always)
  private static func lowered(_ bytes: UInt64, _ lead: inout UInt8) -> UInt64 {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let small = bytes & ~highest
    var others = bytes & highest
    // Sums reach the highest bit from `A`, and from the sign after `Z`.
    let fromA = small &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = small &+ 0x2525_2525_2525_2525
    var result = bytes | (fromA & ~afterZ & highest & ~others) >> 2
    // The bytes of accented letters, one after the other.
    while others != 0 {
      let place = UInt64(others.trailingZeroBitCount & 0x38)
      let byte = UInt8(truncatingIfNeeded: bytes >> place)
      let before = place == 0 ? lead : UInt8(truncatingIfNeeded: bytes >> (place - 8))
      result ^= UInt64(byte ^ lowered(byte, after: before)) << place
      others &= others - 1
    }
    lead = UInt8(truncatingIfNeeded: bytes >> 56)
    return result
  }
}
