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
    let bytes = path.utf8.span
    let isAbsolute = !bytes.isEmpty && bytes[0] == slash
    var result: [UInt8] = isAbsolute ? [slash] : []
    result.reserveCapacity(bytes.count)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == slash {
      let component = start..<end
      start = end + 1
      if component.isEmpty || component.count == 1 && bytes[component.lowerBound] == dot { continue }
      if component.count == 2, bytes[component.lowerBound] == dot, bytes[component.lowerBound + 1] == dot {
        let last = result.lastIndex(of: slash).map { $0 + 1 } ?? 0
        if last < result.count, !result[last...].elementsEqual([dot, dot]) {
          result.removeLast(result.count - max(last - 1, isAbsolute ? 1 : 0))
          continue
        }
        if isAbsolute { continue }
      }
      if !result.isEmpty, result.last != slash { result.append(slash) }
      for index in component { result.append(bytes[index]) }
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
    normalised(path.utf8.first == slash ? path : folder + "/" + path)
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
