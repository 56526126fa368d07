/// The files that a site is made of, as far as it is looked at: the disk, or what a test says.
public struct FileTree: Sendable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  /// The bytes of a file; nil when there is none or it cannot be read.
  public let read: @Sendable (String) -> [UInt8]?
  /// What lies in a folder, sorted by name; nil when it is no folder.
  public let entries: @Sendable (String) -> [Entry]?
  /// The number of bytes of a file, without reading it; nil when there is none.
  public let size: @Sendable (String) -> Int?

  /// - Parameter size: found out by reading, unless there is a shorter way.
  public init(
    read: @escaping @Sendable (String) -> [UInt8]?, entries: @escaping @Sendable (String) -> [Entry]?,
    size: (@Sendable (String) -> Int?)? = nil
  ) {
    self.read = read
    self.entries = entries
    self.size = size ?? { read($0)?.count }
  }

  func isFolder(_ path: String) -> Bool { entries(path) != nil }
}

/// Joins paths as the site uses them: `/`-separated, `""` and `.` for the folder itself.
enum SitePath {
  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name.isEmpty ? folder : name }
    if name.isEmpty || name == "." { return folder }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Without `.`, `..` after a name, empty parts and slashes at the edges.
  static func normalised(_ path: String) -> String {
    let bytes = path.utf8.span
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == slash { start += 1 }
    while end > start, bytes[end - 1] == slash { end -= 1 }
    var previous = slash
    for index in start..<end {
      // A part that begins with a dot may be a name, but those few are left to the long way.
      if previous == slash, bytes[index] == slash || bytes[index] == UInt8(ascii: ".") { return withoutDots(path) }
      previous = bytes[index]
    }
    return start == 0 && end == bytes.count ? path : String(Substring(path.utf8.dropFirst(start).prefix(end - start)))
  }

  /// The same without what leads above the top.
  static func withoutClimb(_ path: String) -> String {
    let path = normalised(path)
    return path.hasPrefix("..") ? path.split(separator: "/").drop { $0 == ".." }.joined(separator: "/") : path
  }

  private static let slash = UInt8(ascii: "/")

  private static func withoutDots(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The part of `path` below `folder`; nil when it does not lie in it. `""` for the folder itself.
  static func below(_ folder: String, _ path: String) -> String? {
    if folder.isEmpty { return path }
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    if rest.isEmpty { return "" }
    return rest.first == slash ? String(Substring(rest.dropFirst())) : nil
  }

  static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// `""` at the top.
  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
