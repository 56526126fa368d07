/// What of a text a correction of glyphs and spaces leaves as it is: fingerprints are taken of nothing else, so that
/// a fault is known again once its neighbours on the line are corrected.
public enum StableText {
  /// The letters and digits, in UTF-8: without ASCII and Latin-1 marks, general punctuation, spaces. Linear.
  public static func letters(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    // Whether the character goes on that is being read, and is kept.
    var isKept = false
    var isUndecided = false
    for byte in bytes {
      if byte < 0x80 {
        isKept = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        isUndecided = false
      } else if byte >= 0xC0 {
        // U+0080 to U+00BF hold no letter; of U+2000 to U+2FFF the second byte tells U+2000 to U+206F.
        isKept = byte != 0xC2 && byte != 0xE2
        isUndecided = byte == 0xE2
      } else if isUndecided {
        isKept = byte > 0x81
        isUndecided = false
        if isKept { result.append(0xE2) }
      }
      if isKept { result.append(byte) }
    }
    return result
  }
}
