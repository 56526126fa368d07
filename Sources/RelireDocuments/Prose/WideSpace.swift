/// A space of more than one byte.
enum WideSpace {
  /// The space of more than one byte at `at`: no-break, narrow, of another width, or none.
  static func at(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> (kind: Token.Kind?, width: Int) {
    guard at + 1 < end else { return (nil, 0) }
    switch (bytes[at], bytes[at + 1]) {
    case (0xC2, 0xA0): return (.noBreakSpace, 2)
    case (0xE2, 0x80) where at + 2 < end:
      switch bytes[at + 2] {
      case 0xAF: return (.narrowNoBreakSpace, 3)
      case 0x80...0x8A, 0xA9: return (.otherSpace, 3)
      default: return (nil, 0)
      }
    case (0xE2, 0x81) where at + 2 < end && bytes[at + 2] == 0x9F: return (.otherSpace, 3)
    case (0xE3, 0x80) where at + 2 < end && bytes[at + 2] == 0x80: return (.otherSpace, 3)
    default: return (nil, 0)
    }
  }
}
