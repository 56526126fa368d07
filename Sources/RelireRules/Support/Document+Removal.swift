import RelireDocuments
import RelireModel

extension Document {
  /// Takes an attribute away with the white space before it.
  func removal(of attribute: Attribute) -> TextEdit {
    let bytes = source.bytes
    let isQuoted = attribute.quote != 0
    var start =
      attribute.nameRange.isEmpty ? attribute.valueRange.start - (isQuoted ? 1 : 0) : attribute.nameRange.start
    while start > 0, bytes[start - 1] == 0x20 || (0x09...0x0D).contains(bytes[start - 1]) { start -= 1 }
    return TextEdit(SourceRange(start, min(attribute.valueRange.end + (isQuoted ? 1 : 0), bytes.count)), "")
  }

  /// Whether nothing stands before a range on its first line, and nothing but blanks after it on its last one.
  func isAloneOnLines(_ range: SourceRange) -> Bool {
    let bytes = source.bytes
    if range.start > 0, bytes[range.start - 1] != 0x0A { return false }
    let rest = bytes[range.end...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    return rest == nil || rest == 0x0A
  }

  /// Takes what begins a line away to the end of its last one, with the blank line after it when there is one before.
  func removalOfLines(_ range: SourceRange) -> TextEdit {
    let bytes = source.bytes
    func endOfLine(_ start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      return min(end + 1, bytes.count)
    }
    var end = endOfLine(range.end)
    let isAfterBlank = range.start >= 2 && bytes[range.start - 1] == 0x0A && bytes[range.start - 2] == 0x0A
    if isAfterBlank, end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return TextEdit(SourceRange(range.start, end), "")
  }
}
