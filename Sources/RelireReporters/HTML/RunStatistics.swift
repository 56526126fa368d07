import RelireModel

/// What the HTML report counts.
struct RunStatistics {
  struct Folder {
    let name: String
    var files = 0
    var faulty = 0
    var diagnostics = 0
  }

  enum Objectives { case present, placeholder, missing }

  let result: RunResult
  let folders: [Folder]
  private let folderDepth: Int
  private let folderPrefix: String

  init(_ result: RunResult) {
    self.result = result
    // Files that could not be read are reported without having been read.
    let paths = Set(result.files).union(result.pages.map(\.path)).sorted()
    folderPrefix = Self.commonFolder(paths)
    let prefix = folderPrefix
    // Deep enough to tell something, not so deep that nobody reads it.
    var depth = 1
    for candidate in 1...4 {
      let count = Set(paths.map { Self.folder(of: $0, below: prefix, depth: candidate) }).count
      if count > 20 { break }
      depth = candidate
      if count >= 6 { break }
    }
    folderDepth = depth
    var folders: [String: Folder] = [:]
    for path in paths {
      let name = Self.folder(of: path, below: prefix, depth: depth)
      folders[name, default: Folder(name: name)].files += 1
    }
    for page in result.pages {
      let name = Self.folder(of: page.path, below: prefix, depth: depth)
      folders[name]?.faulty += 1
      folders[name]?.diagnostics += page.diagnostics.count
    }
    self.folders = folders.values.sorted { $0.name < $1.name }
  }

  func folder(of path: String) -> String { Self.folder(of: path, below: folderPrefix, depth: folderDepth) }

  private static func folder(of path: String, below prefix: String, depth: Int) -> String {
    let parts = path.dropFirst(prefix.count).split(separator: "/").dropLast().prefix(depth)
    // Where the site lies on a disk says nothing of its folders.
    return (prefix.hasPrefix("/") ? "" : prefix) + parts.map { $0 + "/" }.joined()
  }

  private static func commonFolder(_ paths: [String]) -> String {
    guard let first = paths.first else { return "" }
    var common = first[...(first.lastIndex(of: "/") ?? first.startIndex)]
    if !first.contains("/") { return "" }
    for path in paths {
      while !common.isEmpty, !path.hasPrefix(common) {
        common.removeLast()
        common = common[..<(common.lastIndex(of: "/").map { common.index(after: $0) } ?? common.startIndex)]
      }
    }
    return String(common)
  }

  var countsByFamily: [(family: String, count: Int)] {
    var counts: [String: Int] = [:]
    for entry in result.countsByRule { counts[entry.rule.family, default: 0] += entry.count }
    return counts.map { ($0.key, $0.value) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// The state of the objectives of each written page, when a rule watched over it.
  var objectives: [(path: String, state: Objectives)]? {
    guard result.rules["sections/missing-objectives"] != nil else { return nil }
    var states: [String: Objectives] = [:]
    for path in result.files where !path.hasSuffix(".html") && !path.hasSuffix(".htm") { states[path] = .present }
    for diagnostic in result.diagnostics where states[diagnostic.path] != nil {
      switch diagnostic.rule {
      case "sections/missing-objectives": states[diagnostic.path] = .missing
      case "sections/empty-objectives": states[diagnostic.path] = .placeholder
      default: break
      }
    }
    return states.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }
}
