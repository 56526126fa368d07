/// Paths as plain `/`-separated strings: those of the disk, absolute or not, and those within a site, which start from
/// its top. `""` and `.` are the folder itself.
public enum Path {
  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name.isEmpty ? folder : name }
    if name.isEmpty || name == "." { return folder }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The part after the last slash.
  public static func name(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The part before the last slash; `""` when there is none, and at the root of the disk.
  public static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The same as a folder of the disk: `.` when there is none, `/` at the root.
  public static func folder(_ path: String) -> String {
    let parent = parent(path)
    return parent.isEmpty ? path.utf8.first == slash ? "/" : "." : parent
  }

  /// The extension in lower case, without its dot; empty for `.name` and names without a dot.
  public static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  // MARK: Normalised

  /// Without empty components, `.`, and `..` after a name; `.` for the folder itself. Does not look at the disk.
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

  /// The same of a path from the top of a site: without slashes at its edges, `""` for the top.
  public static func normalised(fromTop path: String) -> String {
    let bytes = path.utf8.span
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == slash { start += 1 }
    while end > start, bytes[end - 1] == slash { end -= 1 }
    var previous = slash
    for index in start..<end {
      if previous == slash, bytes[index] == slash || bytes[index] == dot { return withoutDots(path) }
      previous = bytes[index]
    }
    return start == 0 && end == bytes.count ? path : String(Substring(path.utf8.dropFirst(start).prefix(end - start)))
  }

  private static func withoutDots(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The same without what leads above the top.
  public static func withoutClimb(_ path: String) -> String {
    let path = normalised(fromTop: path)
    return path.hasPrefix("..") ? path.split(separator: "/").drop { $0 == ".." }.joined(separator: "/") : path
  }

  public static func absolute(_ path: String, in folder: String) -> String {
    normalised(path.utf8.first == slash ? path : folder + "/" + path)
  }

  // MARK: Relative

  /// The part of a path below a folder; `""` for the folder itself, nil when it does not lie in it. Both normalised.
  public static func below(_ folder: String, _ path: String) -> String? {
    if folder.isEmpty { return path }
    guard begins(path, with: folder) else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    if rest.isEmpty { return "" }
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

  /// `path` as seen from `folder` when it lies inside it, else nil; `.` for the folder itself. Both absolute and
  /// normalised.
  public static func relative(_ path: String, to folder: String) -> String? {
    below(folder, path).map { $0.isEmpty ? "." : $0 }
  }

  /// `path` as it is shown: from the working directory where it lies inside it. Normalised.
  public static func shown(_ path: String, in workingDirectory: String) -> String {
    relative(path, to: workingDirectory) ?? path
  }
}
