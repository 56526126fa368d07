extension String {
  /// Text of bytes that are known to be valid UTF-8, as those of a `SourceText` are between any two characters: they
  /// are copied, not looked at again.
  package init(validUTF8 bytes: [UInt8], in range: Range<Int>) {
    self.init(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// As above.
  package init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var all: UInt8 = 0
    var eight: UInt64 = 0
    var offset = 0
    while offset &+ 8 <= raw.count {
      eight |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    while offset < raw.count {
      all |= raw[offset]
      offset &+= 1
    }
    // Texts that are known to be ASCII are compared faster.
    let isASCII = eight & 0x8080_8080_8080_8080 == 0 && all < 0x80
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
  }
}
