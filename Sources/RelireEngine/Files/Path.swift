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
    let bytes = Array(path.utf8)
    let isAbsolute = bytes.first == slash
    var result: [UInt8] = isAbsolute ? [slash] : []
    result.reserveCapacity(bytes.count)
    /// Where the kept components begin, those that a `..` may take back.
    var starts: [Int] = []
    for component in bytes.split(separator: slash) where !component.elementsEqual([dot]) {
      if component.elementsEqual([dot, dot]) {
        if let start = starts.popLast() {
          result.removeLast(result.count - start)
          continue
        }
        if isAbsolute { continue }
      } else {
        starts.append(result.count)
      }
      if !result.isEmpty, result.last != slash { result.append(slash) }
      result += component
    }
    return result.isEmpty ? "." : String(decoding: result, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Whether nothing is to be done: no empty, `.` or `..` component, no slash at the end. As nearly always.
  private static func isNormalised(_ path: String) -> Bool {
    var previous: UInt8 = 0
    let bytes = path.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      // A component that begins with a dot may be a name (`.git`), but those few are left to the long way.
      if previous == 0x2F || previous == 0, byte == 0x2E { return false }
      if previous == 0x2F, byte == 0x2F { return false }
      previous = byte
    }
    return previous != 0 && (previous != 0x2F || path == "/")
  }

  public static func absolute(_ path: String, in folder: String) -> String {
    if path.utf8.first == slash { return normalised(path) }
    // `../site/page.md`, as pages beside the working directory are named: without a list of all components.
    var base = folder.utf8[...]
    var rest = path.utf8[...]
    if isNormalised(folder) {
      while base.count > 1, rest.starts(with: [dot, dot, slash]), let end = base.lastIndex(of: slash) {
        base = base[..<end]
        rest = rest.dropFirst(3)
      }
    }
    return normalised(String(Substring(base)) + "/" + String(Substring(rest)))
  }

  /// `path` as seen from `folder` when it lies inside it, else nil. Both absolute and normalised.
  public static func relative(_ path: String, to folder: String) -> String? {
    guard begins(path, with: folder) else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    if rest.isEmpty { return "." }
    if folder.utf8.last == slash { return String(Substring(rest)) }
    return rest.first == slash ? String(Substring(rest.dropFirst())) : nil
  }

  /// Byte by byte: to the disk, two spellings of one letter are two names.
  private static func begins(_ path: String, with folder: String) -> Bool {
    let path = path.utf8.span
    let folder = folder.utf8.span
    guard path.count >= folder.count else { return false }
    for index in folder.indices where path[index] != folder[index] { return false }
    return true
  }
}
