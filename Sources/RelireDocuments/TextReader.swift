import RelireModel

/// Reads plain text: one paragraph a line.
public enum TextReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    var builder = DocumentBuilder(source: source, format: .text, language: options.language)
    var start = source.contentStart
    let bytes = source.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if end > start {
        builder.open(.p, startTag: SourceRange(at: start))
        builder.text(SourceRange(start, end))
        builder.close(end: end)
      }
      start = end + 1
    }
    return builder.finish()
  }
}
