/// Lines of a file, counted from 1.
public enum LineSet: Sendable, Hashable {
  case all
  /// In order.
  case some([ClosedRange<Int>])

  func overlaps(_ lines: ClosedRange<Int>) -> Bool {
    switch self {
    case .all: true
    case .some(let ranges): ranges.contains { $0.overlaps(lines) }
    }
  }

  /// The new or changed lines of each file of a patch without context, by the file's new path.
  static func read(patch: [UInt8]) -> [String: LineSet] {
    var result: [String: LineSet] = [:]
    var path: String?
    var ranges: [ClosedRange<Int>] = []
    // Lines of the patch that are the file's own text, which may look like anything.
    var textLines = 0
    func finish() { if let path { result[path] = .some(ranges) } }
    for line in patch.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if textLines > 0, let mark = line.first, mark == 0x2B || mark == 0x2D {
        textLines -= 1
      } else if line.starts(with: Array("+++ ".utf8)) {
        finish()
        path = name(line.dropFirst(4))
        ranges = []
      } else if line.starts(with: Array("@@ ".utf8)), let hunk = hunk(line) {
        textLines = hunk.oldCount + hunk.newCount
        if hunk.newCount > 0 { ranges.append(hunk.start...(hunk.start + hunk.newCount - 1)) }
      }
    }
    finish()
    return result
  }

  /// `@@ -a,b +c,d @@`
  private static func hunk(_ line: ArraySlice<UInt8>) -> (oldCount: Int, start: Int, newCount: Int)? {
    let fields = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 3)
    guard fields.count >= 3 else { return nil }
    let old = fields[1].dropFirst().split(separator: ",")
    let new = fields[2].dropFirst().split(separator: ",")
    guard let first = new.first, let start = Int(first) else { return nil }
    return (old.count > 1 ? Int(old[1]) ?? 1 : 1, start, new.count > 1 ? Int(new[1]) ?? 1 : 1)
  }

  /// `b/path`, quoted where it holds unusual bytes, with a tab after one with blanks; nil for `/dev/null`.
  private static func name(_ field: ArraySlice<UInt8>) -> String? {
    var bytes = field
    if bytes.last == 0x09 { bytes = bytes.dropLast() }
    if bytes.first == 0x22 { bytes = unquoted(bytes.dropFirst().dropLast())[...] }
    guard bytes.starts(with: Array("b/".utf8)) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }

  /// C's escapes, as Git writes them.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let letters: [UInt8: UInt8] = [
      0x61: 7, 0x62: 8, 0x74: 9, 0x6E: 10, 0x76: 11, 0x66: 12, 0x72: 13,
    ]
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x5C, index + 1 < bytes.endIndex else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[index + 1]
      if (0x30...0x37).contains(next), index + 3 < bytes.endIndex {
        result.append(bytes[(index + 1)...(index + 3)].reduce(0) { $0 &* 8 &+ ($1 & 7) })
        index += 4
      } else {
        result.append(letters[next] ?? next)
        index += 2
      }
    }
    return result
  }
}
