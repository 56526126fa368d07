/// A pattern for paths as Hugo writes them in `cascade` and in mounts: `*` within a name, `**` across folders, `?`,
/// and `{a,b}`. Letters are compared in small ones.
struct HugoGlob: Sendable {
  /// With the braces expanded: one of them has to match.
  private let patterns: [[UInt8]]

  init(_ pattern: String) { patterns = Self.expanded(pattern.lowercased()).map { Array($0.utf8) } }

  /// - Parameter text: in small letters.
  func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return patterns.contains { Self.matches($0[...], text[...]) }
  }

  /// `a{b,c}` as `ab` and `ac`. Braces within braces are left as they are, which match nothing.
  private static func expanded(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") else {
      return [pattern]
    }
    let rest = expanded(String(pattern[pattern.index(after: close)...]))
    return pattern[pattern.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
      .flatMap { choice in rest.map { pattern[..<open] + choice + $0 } }
  }

  /// One point of return is enough for each kind of star: what was matched before it never needs another place.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var text = text
    var star: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    var folders: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while true {
      if pattern.starts(with: [0x2A, 0x2A]) {
        pattern = pattern.dropFirst(2)
        folders = (pattern, text)
        star = nil
      } else if pattern.first == 0x2A {
        pattern = pattern.dropFirst()
        star = (pattern, text)
      } else if let wanted = pattern.first, let byte = text.first,
        wanted == byte || wanted == UInt8(ascii: "?") && byte != UInt8(ascii: "/")
      {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if pattern.isEmpty, text.isEmpty {
        return true
      } else if let point = star, let byte = point.text.first, byte != UInt8(ascii: "/") {
        text = point.text.dropFirst()
        star = (point.pattern, text)
        pattern = point.pattern
      } else if let point = folders, !point.text.isEmpty {
        text = point.text.dropFirst()
        folders = (point.pattern, text)
        star = nil
        pattern = point.pattern
      } else {
        return false
      }
    }
  }
}
