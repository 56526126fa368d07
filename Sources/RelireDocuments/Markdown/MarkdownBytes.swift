import Glibc

/// The character classes of CommonMark, on bytes.
extension UInt8 {
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
  @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  @inline(__always) var isWhiteSpace: Bool { isBlank || isLineEnd }

  /// What a backslash can escape.
  @inline(__always) var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60)
      || (self >= 0x7B && self <= 0x7E)
  }
}

extension [UInt8] {
  /// The offset of the first byte at or after `offset` that is no blank or tab.
  func skipBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset].isBlank { offset += 1 }
    return offset
  }

  func skipWhiteSpace(_ offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset].isWhiteSpace { offset += 1 }
    return offset
  }

  /// The length in bytes of the no-break space at `offset`, wide or narrow; nil for none.
  func noBreakSpace(at offset: Int) -> Int? {
    if has("\u{A0}", at: offset) { return 2 }
    return has("\u{202F}", at: offset) ? 3 : nil
  }

  /// The offset of the line end at or after `offset`, or the end of the text.
  func lineEnd(_ offset: Int) -> Int {
    withUnsafeBytes { bytes in
      var offset = offset
      while offset < bytes.count {
        if offset + 8 <= bytes.count, Self.hasNoControl(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
          offset += 8
        } else if bytes[offset].isLineEnd {
          return offset
        } else {
          offset += 1
        }
      }
      return offset
    }
  }

  /// Whether all of eight bytes are 0x20 or more: of those that are not, the first borrows its highest bit.
  private static func hasNoControl(_ eight: UInt64) -> Bool {
    (eight &- 0x2020_2020_2020_2020) & ~eight & 0x8080_8080_8080_8080 == 0
  }

  /// The offset after the line end that stands at `offset`.
  func afterLineEnd(_ offset: Int) -> Int {
    guard offset < count else { return count }
    return self[offset] == 0x0D && offset + 1 < count && self[offset + 1] == 0x0A ? offset + 2 : offset + 1
  }

  /// The end of a run of one byte.
  func runEnd(of byte: UInt8, _ offset: Int) -> Int {
    var offset = offset
    while offset < count, self[offset] == byte { offset += 1 }
    return offset
  }

  func has(_ syntax: StaticString, at offset: Int) -> Bool {
    syntax.withUTF8Buffer { syntax in
      guard offset >= 0, offset + syntax.count <= count else { return false }
      for index in 0..<syntax.count where self[offset + index] != syntax[index] { return false }
      return true
    }
  }

  /// The first place at or after `offset` where `syntax` stands, before `end`.
  public func find(_ syntax: StaticString, from offset: Int, to end: Int? = nil) -> Int? {
    syntax.withUTF8Buffer { syntax in
      let last = Swift.min(end ?? count, count) - syntax.count
      guard offset <= last else { return nil }
      return withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return nil }
        var offset = offset
        // Within the array: `offset` to `last` are below the count by the length of `syntax`.
        while offset <= last, let found = memchr(base + offset, Int32(syntax[0]), last + 1 - offset) {
          offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          var index = 1
          while index < syntax.count, bytes[offset + index] == syntax[index] { index += 1 }
          if index == syntax.count { return offset }
          offset += 1
        }
        return nil
      }
    }
  }
}
