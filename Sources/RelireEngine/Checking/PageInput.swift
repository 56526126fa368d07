import RelireDocuments

/// A page to check.
public struct PageInput: Sendable {
  /// As it is shown, and, unless its bytes are given, where it is read.
  public let path: String
  public let format: Document.Format
  /// The page's bytes when they do not come from the disk.
  public let bytes: [UInt8]?

  public init(path: String, format: Document.Format, bytes: [UInt8]? = nil) {
    self.path = path
    self.format = format
    self.bytes = bytes
  }

  /// Nil when the extension is none of a page's.
  public init?(path: String, bytes: [UInt8]? = nil) {
    guard let format = Document.Format(fileExtension: Path.fileExtension(path)) else { return nil }
    self.init(path: path, format: format, bytes: bytes)
  }
}

extension Document.Format {
  init?(fileExtension: String) {
    switch fileExtension {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "txt": self = .text
    default: return nil
    }
  }
}
