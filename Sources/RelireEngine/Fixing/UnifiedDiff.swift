/// The difference of two versions of a file as `git apply` and `patch` read it, byte for byte.
///
/// Format: POSIX, diff -u; file names with unusual bytes are quoted as Git does.
public enum UnifiedDiff {
  private static let context = 3

  /// Empty when both are the same.
  public static func make(path: String, old: [UInt8], new: [UInt8]) -> [UInt8] {
    if old == new { return [] }
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    var out: [UInt8] = []
    out += "--- \(name("a/", path))\n".utf8
    out += "+++ \(name("b/", path))\n".utf8
    for hunk in hunks(LineDiff.changes(oldLines, newLines), oldCount: oldLines.count) {
      out += "@@ -\(span(hunk.old)) +\(span(hunk.new)) @@\n".utf8
      var position = hunk.old.lowerBound
      for change in hunk.changes {
        for line in oldLines[position..<change.old.lowerBound] { write(line, " ", to: &out) }
        for line in oldLines[change.old] { write(line, "-", to: &out) }
        for line in newLines[change.new] { write(line, "+", to: &out) }
        position = change.old.upperBound
      }
      for line in oldLines[position..<hunk.old.upperBound] { write(line, " ", to: &out) }
    }
    return out
  }

  /// Lines with their line feeds. Other line ends are part of the line, as for diff and Git.
  static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    var changes: [LineDiff.Change]
  }

  /// Changes with their context; those whose contexts meet are one hunk.
  private static func hunks(_ changes: [LineDiff.Change], oldCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for change in changes {
      let before = min(context, change.old.lowerBound)
      let after = min(context, oldCount - change.old.upperBound)
      let old = (change.old.lowerBound - before)..<(change.old.upperBound + after)
      let new = (change.new.lowerBound - before)..<(change.new.upperBound + after)
      if let last = hunks.last, last.old.upperBound >= old.lowerBound {
        hunks[hunks.count - 1].old = last.old.lowerBound..<old.upperBound
        hunks[hunks.count - 1].new = last.new.lowerBound..<new.upperBound
        hunks[hunks.count - 1].changes.append(change)
      } else {
        hunks.append(Hunk(old: old, new: new, changes: [change]))
      }
    }
    return hunks
  }

  /// An empty range names the line before it.
  private static func span(_ range: Range<Int>) -> String {
    if range.count == 1 { return "\(range.lowerBound + 1)" }
    return "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  private static func write(_ line: ArraySlice<UInt8>, _ mark: String, to out: inout [UInt8]) {
    out += mark.utf8
    out += line
    if line.last != 0x0A { out += "\n\\ No newline at end of file\n".utf8 }
  }

  /// A tab after a name with blanks keeps `patch` from taking the rest for a date.
  private static func name(_ prefix: String, _ path: String) -> String {
    let path = prefix + path.drop { $0 == "/" }
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return path.utf8.contains(0x20) ? path + "\t" : path
    }
    var quoted: [UInt8] = [0x22]
    for byte in path.utf8 {
      switch byte {
      case 0x22, 0x5C: quoted += [0x5C, byte]
      case 0..<0x20, 0x7F...0xFF:
        quoted.append(0x5C)
        for shift in [6, 3, 0] { quoted.append(0x30 + (byte >> UInt8(shift)) & 7) }
      default: quoted.append(byte)
      }
    }
    return String(decoding: quoted + [0x22], as: UTF8.self)
  }
}
