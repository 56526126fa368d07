/// Paths as plain `/`-separated strings.
public enum Path {
  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    if name.isEmpty || name == "." { return folder }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The part after the last slash.
  public static func name(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The part before the last slash; `.` when there is none.
  public static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The extension in lower case, without its dot; empty for `.name` and names without a dot.
  public static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Without empty components, `.`, and `..` after a name. Does not look at the disk.
  public static func normalised(_ path: String) -> String {
    if isNormalised(path) { return path }
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == "..", let last = components.last, last != ".." {
        components.removeLast()
      } else if component != ".." || !path.hasPrefix("/") {
        components.append(component)
      }
    }
    let joined = components.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// Whether nothing is to be done: no empty, `.` or `..` component, no slash at the end. As nearly always.
  private static func isNormalised(_ path: String) -> Bool {
    var previous: UInt8 = 0
    for byte in path.utf8 {
      // A component that begins with a dot may be a name (`.git`), but those few are left to the long way.
      if previous == 0x2F || previous == 0, byte == 0x2E { return false }
      if previous == 0x2F, byte == 0x2F { return false }
      previous = byte
    }
    return previous != 0 && (previous != 0x2F || path == "/")
  }

  public static func absolute(_ path: String, in folder: String) -> String {
    normalised(path.hasPrefix("/") ? path : folder + "/" + path)
  }

  /// `path` as seen from `folder` when it lies inside it, else nil. Both absolute and normalised.
  public static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "." }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
