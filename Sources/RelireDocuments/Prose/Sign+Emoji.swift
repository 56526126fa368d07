extension Sign {
  /// An emoji is one symbol with the variation selectors, joiners and further emoji that it is made of.
  /// - Parameter start: where its first scalar ends.
  static func emojiEnd(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Int {
    var at = start
    while at + 2 < end {
      if bytes[at] == 0xEF, bytes[at + 1] == 0xB8, bytes[at + 2] & 0xF0 == 0x80 {
        at += 3
      } else if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x8D, at + 3 < end, bytes[at + 3] >= 0xE2 {
        at += 3
        at += Sign.at(at, in: bytes, end: end).length
      } else {
        return at
      }
    }
    return at
  }
}
