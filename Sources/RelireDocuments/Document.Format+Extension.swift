extension Document.Format {
  /// - Parameter name: an extension in small letters, without its dot.
  public init?(fileExtension name: String) {
    switch name {
    // MDX is Markdown whose elements are components; what it adds is masked as the other dialects’ constructs are.
    case "md", "markdown", "mdx": self = .markdown
    case "html", "htm": self = .html
    case "txt": self = .text
    default: return nil
    }
  }
}

extension FrontMatter.Format {
  /// - Parameter name: an extension in small letters, without its dot.
  public init?(fileExtension name: String) {
    switch name {
    case "toml": self = .toml
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    default: return nil
    }
  }
}
