import RelireModel

/// The data at the head of a source page, in Markdown or HTML.
public struct FrontMatter: Sendable {
  public enum Format: String, Sendable {
    case yaml = "YAML"
    case toml = "TOML"
    case json = "JSON"
  }

  public let format: Format
  /// From the opening fence to the end of the closing fence's line.
  public let range: SourceRange
  /// The mapping; nil when it could not be read (a problem of the document says why).
  public let root: DataNode?

  public init(format: Format, range: SourceRange, root: DataNode?) {
    self.format = format
    self.range = range
    self.root = root
  }

  public subscript(key: String) -> DataNode? { root?[key] }
}
