import RelireModel

/// Reads a file of any supported format.
public enum DocumentReader {
  public static func read(_ source: SourceText, format: Document.Format, options: ReadingOptions = ReadingOptions())
    -> Document
  {
    switch format {
    case .text: TextReader.read(source, options: options)
    case .markdown: MarkdownReader.read(source, options: options)
    case .html: HTMLReader.read(source, options: options)
    }
  }
}
