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

  /// The edit that takes a Markdown heading away with its line.
  func removalOfHeading(_ heading: NodeID) -> TextEdit? {
    headingMarker(heading).map { removalOfLines(SourceRange($0.start, self[heading].range.end)) }
  }
}
