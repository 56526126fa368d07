/// What Git leaves aside: the patterns of all `.gitignore` files that hold in a folder.
///
/// A value: whoever walks a tree adds each folder's file to a copy before going down into it. Git
/// does not look into ignored folders, and neither must the walk: a `!` below cannot bring back
/// what lies in one.
public struct IgnoreRules: Sendable, Hashable {
  private struct Layer: Sendable, Hashable {
    /// UTF-8 bytes of the folder's path that a path below it begins with: 0 for the root, else with the slash.
    let prefix: Int
    let patterns: [IgnorePattern]
  }

  private var layers: [Layer] = []

  public init() {}

  public var isEmpty: Bool { layers.isEmpty }

  /// Adds the patterns of a `.gitignore`, which win over those added before.
  ///
  /// To be added in this order: `.git/info/exclude` (in folder `""`), the root's file, then those of
  /// the folders on the way down.
  /// - Parameter folder: where the file lies, relative to the repository's root; `""` for the root.
  public mutating func add(_ text: [UInt8], in folder: String) {
    var lines = text[...]
    if lines.starts(with: [0xEF, 0xBB, 0xBF]) { lines = lines.dropFirst(3) }
    let patterns = lines.split(separator: 0x0A).compactMap { IgnorePattern($0) }
    guard !patterns.isEmpty else { return }
    layers.append(Layer(prefix: folder.isEmpty ? 0 : folder.utf8.count + 1, patterns: patterns))
  }

  /// Whether a file or folder itself is ignored; the folders that it lies in are not looked at.
  ///
  /// - Parameter path: relative to the repository's root, `/`-separated, below the folders of all
  ///   files that were added.
  public func ignores(_ path: String, isFolder: Bool) -> Bool { verdict(on: path, isFolder: isFolder) ?? false }

  /// What the last pattern that matches says: true to ignore, false (`!`) not to; nil when none does.
  public func verdict(on path: String, isFolder: Bool) -> Bool? {
    if layers.isEmpty { return nil }
    let path = Array(path.utf8)
    for layer in layers.reversed() where layer.prefix < path.count {
      let relative = path[layer.prefix...]
      for pattern in layer.patterns.reversed() where pattern.matches(relative, isFolder: isFolder) {
        return !pattern.isNegated
      }
    }
    return nil
  }

  /// The rules that hold in a folder of a repository: all files from the root down to it.
  ///
  /// - Parameters:
  ///   - folder: relative to the repository's root, `""` for the root itself.
  ///   - read: the bytes of a file given by its path relative to the root; nil when there is none.
  public static func inFolder(_ folder: String, read: (String) -> [UInt8]?) -> IgnoreRules {
    var rules = IgnoreRules()
    if let exclude = read(".git/info/exclude") { rules.add(exclude, in: "") }
    if let file = read(".gitignore") { rules.add(file, in: "") }
    var path = ""
    for name in folder.split(separator: "/") {
      path += path.isEmpty ? String(name) : "/" + name
      if let file = read(path + "/.gitignore") { rules.add(file, in: path) }
    }
    return rules
  }
}
