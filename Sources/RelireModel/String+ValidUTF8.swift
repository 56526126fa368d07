extension String {
  /// Text of bytes that are known to be valid UTF-8, as those of a `SourceText` are between any two characters: they
  /// are copied, not looked at again.
  package init(validUTF8 bytes: [UInt8], in range: Range<Int>) {
    self.init(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }
}
