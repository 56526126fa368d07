extension Excerpt {
  /// Lines up to this many bytes are shown whole.
  private static let longestLine = 400
  private static let before = 120
  private static let after = 240

  /// The line on which a range begins, or a window of it around the range when the line is long.
  package init(of range: SourceRange, in bytes: [UInt8], _ lines: LineIndex) {
    let line = lines.range(ofLine: lines.line(at: range.start))
    let window = bytes.withUnsafeBufferPointer { Self.window(around: range, of: line, in: $0) }
    self.init(
      text: String(decoding: bytes[window], as: UTF8.self), offset: window.lowerBound,
      isCutBefore: window.lowerBound > line.start, isCutAfter: window.upperBound < line.end)
  }

  /// - Parameter line: the one on which the range begins.
  static func window(
    around range: SourceRange, of line: SourceRange, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var start = line.start
    var end = line.end
    if line.count > longestLine {
      start = max(start, range.start - before)
      while start > line.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      end = min(end, max(range.start, min(range.end, range.start + after)) + before)
      while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return start..<max(start, end)
  }
}
