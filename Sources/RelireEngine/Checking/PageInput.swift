import RelireDocuments
import RelireModel

/// A page to check.
public struct PageInput: Sendable {
  /// As it is shown, and, unless its bytes are given, where it is read.
  public let path: String
  public let format: Document.Format
  /// The page's bytes when they do not come from the disk.
  public let bytes: [UInt8]?
  /// How many bytes it has, as far as that is known before it is read.
  let size: Int

  public init(path: String, format: Document.Format, bytes: [UInt8]? = nil) {
    self.init(path: path, format: format, bytes: bytes, size: bytes?.count ?? 0)
  }

  private init(path: String, format: Document.Format, bytes: [UInt8]?, size: Int) {
    self.path = path
    self.format = format
    self.bytes = bytes
    self.size = size
  }

  /// Nil when the extension is none of a page's.
  public init?(path: String, bytes: [UInt8]? = nil) {
    guard let format = Document.Format(fileExtension: Path.fileExtension(path)) else { return nil }
    self.init(path: path, format: format, bytes: bytes)
  }

  /// The same page, of which the size is known.
  func sized(_ size: Int) -> PageInput { PageInput(path: path, format: format, bytes: bytes, size: size) }
}
