/// Two bytes that are looked for at once, eight places in one step: rules ask many texts whether a rare sign is in
/// them.
package struct BytePair {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private let first: UInt64
  private let second: UInt64

  package init(_ first: UInt8, _ second: UInt8) {
    self.first = UInt64(first) &* Self.ones
    self.second = UInt64(second) &* Self.ones
  }

  package init(_ byte: UInt8) { self.init(byte, byte) }

  /// Whether one of them stands in a text.
  package func isIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    var found: UInt64 = 0
    while offset + 8 <= raw.count {
      found |= places(in: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if found != 0 { return true }
    if offset == raw.count { return false }
    // The last eight bytes once more, or what there is of them, filled up with what is looked for by nobody.
    if raw.count >= 8 { return places(in: raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)) != 0 }
    var rest: UInt64 = 0
    for byte in raw { rest = rest << 8 | UInt64(byte) }
    return places(in: rest) & ~(UInt64.max << UInt64(8 * raw.count)) != 0
  }

  /// A bit where a byte is one of them; what a borrow adds above one is of no account to who asks whether there is any.
  @inline(__always)
  private func places(in bytes: UInt64) -> UInt64 {
    let (a, b) = (bytes ^ first, bytes ^ second)
    return ((a &- Self.ones) & ~a | (b &- Self.ones) & ~b) & Self.ones << 7
  }
}
