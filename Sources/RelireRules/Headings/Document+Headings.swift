import RelireDocuments
import RelireModel

extension Document {
  /// The `#` signs of a Markdown heading; nil for an underlined or an HTML one.
  func headingMarker(_ heading: NodeID) -> SourceRange? {
    guard format == .markdown else { return nil }
    let range = self[heading].range
    var end = range.start
    while end < range.end, source.bytes[end] == 0x23 { end += 1 }
    return end > range.start ? SourceRange(range.start, end) : nil
  }

  /// The edit that takes a Markdown heading away with its line, and the blank line after it when there is one before.
  func removalOfHeading(_ heading: NodeID) -> TextEdit? {
    guard let marker = headingMarker(heading) else { return nil }
    let bytes = source.bytes
    func endOfLine(_ start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      return min(end + 1, bytes.count)
    }
    var end = endOfLine(self[heading].range.end)
    let isAfterBlank = marker.start >= 2 && bytes[marker.start - 1] == 0x0A && bytes[marker.start - 2] == 0x0A
    if isAfterBlank, end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return TextEdit(SourceRange(marker.start, end), "")
  }
}
