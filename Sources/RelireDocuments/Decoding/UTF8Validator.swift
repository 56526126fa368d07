/// Finds what is wrong in text that should be UTF-8, at the speed of memory where it is ASCII.
enum UTF8Validator {
  enum Fault { case invalid, nul }

  /// The offset of the first byte from `start` on that is NUL or no part of a well-formed sequence (Unicode, table
  /// 3-7), and how many well-formed sequences of several bytes come before it; nil when there is none.
  static func firstFault(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, sequences: inout Int
  ) -> (offset: Int, fault: Fault)? {
    var offset = start
    let end = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while offset < end {
      while offset + 8 <= end {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        // The lowest mark is that of a byte above 0x7F, or (by the borrow) of a NUL; those above it may be false.
        let marks = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        guard marks != 0 else {
          offset += 8
          continue
        }
        offset += marks.trailingZeroBitCount / 8
        // Letters with accents and French marks pass here; whatever else there is has its check below.
        guard offset + 4 <= end else { break }
        let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        if four & 0xC0E0 == 0x80C0, four & 0x1E != 0 {
          offset += 2
        } else if four & 0xC0_C0FF == 0x80_80E2 {
          offset += 3
        } else {
          break
        }
        sequences += 1
      }
      guard offset < end else { break }
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte == 0 { return (offset, .nul) }
        offset += 1
      } else {
        let length = sequenceLength(in: bytes, at: offset, end)
        if length == 0 { return (offset, .invalid) }
        sequences += 1
        offset += length
      }
    }
    return nil
  }

  /// The length of the well-formed sequence of several bytes at `offset`, or 0.
  @inline(__always)
  private static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ end: Int) -> Int {
    let lead = bytes[offset]
    let left = end - offset
    func isContinuation(_ index: Int) -> Bool { bytes[offset + index] & 0xC0 == 0x80 }
    if lead < 0xE0 {
      return lead >= 0xC2 && left > 1 && isContinuation(1) ? 2 : 0
    }
    if lead < 0xF0 {
      guard left > 2, isContinuation(1), isContinuation(2) else { return 0 }
      // No overlong form, no surrogate.
      if lead == 0xE0, bytes[offset + 1] < 0xA0 { return 0 }
      if lead == 0xED, bytes[offset + 1] > 0x9F { return 0 }
      return 3
    }
    guard lead < 0xF5, left > 3, isContinuation(1), isContinuation(2), isContinuation(3) else { return 0 }
    if lead == 0xF0, bytes[offset + 1] < 0x90 { return 0 }
    if lead == 0xF4, bytes[offset + 1] > 0x8F { return 0 }
    return 4
  }
}
