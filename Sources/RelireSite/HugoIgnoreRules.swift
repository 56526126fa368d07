import RelireModel

/// What Hugo itself leaves aside in the content.
///
/// Not `Sendable`, since compiled regular expressions are not: each walk makes its own.
public struct HugoIgnoreRules {
  private let patterns: [Regex<AnyRegexOutput>]

  /// - Parameter patterns: `ignoreFiles` of the configuration; one that cannot be read matches nothing.
  public init(_ patterns: [String]) {
    self.patterns = patterns.compactMap { try? Regex($0) }
  }

  /// - Parameter path: absolute, which is what Hugo's patterns are compared with.
  public func ignores(_ path: String) -> Bool {
    Self.isIgnoredName(Path.name(path)) || patterns.contains { path.contains($0) }
  }

  /// Hidden files, and those that editors leave behind.
  static func isIgnoredName(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~")
  }
}
