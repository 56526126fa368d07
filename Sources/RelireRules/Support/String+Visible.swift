extension String {
  /// Whether anything in it can be seen or heard: more than spaces and invisible characters.
  var hasVisibleText: Bool {
    // A letter or sign of ASCII in the beginning is what nearly all texts have.
    if let first = utf8.first, first > 0x20, first < 0x7F { return true }
    return unicodeScalars.contains { $0.isVisible }
  }

  /// The number of scalars, counted by their first bytes.
  var scalarCount: Int {
    let bytes = utf8.span
    var count = 0
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Without the ASCII white space at its ends.
  var trimmingBlanks: Substring {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    guard let start = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return self[start...last]
  }

  /// Whether a word stands in it, its ASCII letters in any case. Linear; without a look at characters.
  func holds(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    let start = word.utf8Start
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= count else { return false }
      for offset in 0...(bytes.count - count) {
        var length = 0
        while length < count, bytes[offset + length] | 0x20 == start[length] { length += 1 }
        if length == count { return true }
      }
      return false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is more than a space or an invisible character.
  var isVisible: Bool {
    if isProseSpace { return false }
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC: return false
    default: return true
    }
  }
}
