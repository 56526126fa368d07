import RelireModel

/// Reads an HTML page.
public enum HTMLReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    var builder = DocumentBuilder(source: source, format: .html, language: options.language)
    var scanner = HTMLFragmentScanner(isPage: true)
    let end = source.bytes.count
    source.bytes.withUnsafeBufferPointer {
      scanner.feed(SourceRange(source.contentStart, end), of: $0, into: &builder)
    }
    scanner.constructor.finish(end: end, in: &builder)
    return builder.finish()
  }
}
