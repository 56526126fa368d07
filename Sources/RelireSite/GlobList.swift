import RelireModel

/// Patterns for paths, as in a `.gitignore`: one without a slash (but a last one) matches at any depth,
/// one that matches a folder matches all that is in it, `!` takes back what another one chose.
///
/// Unlike Git's, a `!` may bring back what lies in a chosen folder: these are choices, not a walk.
public struct GlobList: Sendable, Hashable, ExpressibleByArrayLiteral {
  public let patterns: [String]
  private let rules: IgnoreRules

  public init(_ patterns: [String]) {
    self.patterns = patterns
    var rules = IgnoreRules()
    let lines = patterns.map { $0.hasPrefix("./") ? String($0.dropFirst()) : $0 }
    rules.add(Array(lines.joined(separator: "\n").utf8), in: "")
    self.rules = rules
  }

  public init(arrayLiteral patterns: String...) { self.init(patterns) }

  public var isEmpty: Bool { patterns.isEmpty }

  /// - Parameter path: of a file, `/`-separated, relative to where the patterns start from.
  public func matches(_ path: String) -> Bool {
    if rules.isEmpty { return false }
    var path = path
    var isFolder = false
    while !path.isEmpty {
      if let verdict = rules.verdict(on: path, isFolder: isFolder) { return verdict }
      path = Path.parent(path)
      isFolder = true
    }
    return false
  }
}
