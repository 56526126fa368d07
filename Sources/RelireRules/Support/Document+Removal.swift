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
}
