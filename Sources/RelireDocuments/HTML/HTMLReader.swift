import RelireModel

/// Reads an HTML page.
public enum HTMLReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    DocumentBuilder(source: source, format: .html, language: options.language).finish()
  }
}
