/// Where the source of a page is shown: a pattern such as `https://forge.example/depot/blob/main/{path}#L{line}`.
public struct SourceLink: Sendable {
  private let pattern: String

  /// Nil unless the pattern is a web address with `{path}` in it: anything else could run a script.
  public init?(_ pattern: String) {
    let lower = pattern.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), pattern.contains("{path}") else { return nil }
    self.pattern = pattern
  }

  func url(_ path: String, line: Int) -> String {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{path}") {
        result += PercentEncoding.encoded(path)
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{line}") {
        result += String(line)
        rest = rest.dropFirst(6)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
