import RelireModel

extension Excerpt {
  /// Lines up to this many bytes are shown whole.
  private static let longestLine = 400
  private static let before = 120
  private static let after = 240

  /// The line on which a range begins, or a window of it around the range when the line is long.
  init(of range: SourceRange, in bytes: [UInt8], _ lines: LineIndex) {
    let line = lines.range(ofLine: lines.line(at: range.start))
    var start = line.start
    var end = line.end
    if line.count > Self.longestLine {
      start = max(start, range.start - Self.before)
      while start > line.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      end = min(end, max(range.start, min(range.end, range.start + Self.after)) + Self.before)
      while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    self.init(
      text: String(decoding: bytes[start..<max(start, end)], as: UTF8.self), offset: start,
      isCutBefore: start > line.start, isCutAfter: end < line.end)
  }
}
