import RelireModel

/// Reads a Markdown page as Hugo does.
public enum MarkdownReader {
  public static func read(_ source: SourceText, options: ReadingOptions = ReadingOptions()) -> Document {
    DocumentBuilder(source: source, format: .markdown, language: options.language).finish()
  }
}
