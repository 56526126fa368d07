/// A pattern for paths, in the manner of `.gitignore`: `*` and `?` stop at slashes, `**` does not,
/// `[a-z]` is a set. A pattern without a slash (other than a last one) matches at any depth, and one
/// that matches a folder matches all that is in it.
///
/// Source: gitignore(5), “Pattern format”.
public struct Glob: Sendable, Hashable {
  public let text: String
  /// Whether the pattern began with `!`.
  public let isNegated: Bool
  private let segments: [[UInt8]]
  private let isAnchored: Bool

  public init(_ text: String) {
    self.text = text
    var pattern = Substring(text)
    isNegated = pattern.hasPrefix("!")
    if isNegated { pattern = pattern.dropFirst() }
    while pattern.hasSuffix("/") { pattern = pattern.dropLast() }
    isAnchored = pattern.contains("/")
    if pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
    if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
    segments = pattern.split(separator: "/").map { Array($0.utf8) }
  }

  /// Whether the path, `/`-separated and relative to where the pattern starts from, or a folder that it lies in matches.
  public func matches(_ path: String) -> Bool {
    guard !segments.isEmpty else { return false }
    let components = path.split(separator: "/").map { Array($0.utf8) }
    if !isAnchored { return components.contains { Self.matches(segments[0], $0) } }
    return matches(components)
  }

  /// Greedy matching of `**` with one point of return, as for `*` below: no backtracking into earlier ones
  /// is ever needed. At most `segments × components` steps.
  private func matches(_ components: [[UInt8]]) -> Bool {
    var segment = 0
    var component = 0
    var restart: (segment: Int, component: Int)?
    while true {
      // All of the pattern used up: what is left of the path lies inside the folder that matched.
      if segment == segments.count { return true }
      if segments[segment] == Self.anyDepth {
        if segment + 1 == segments.count { return component < components.count }
        restart = (segment + 1, component)
        segment += 1
      } else if component < components.count, Self.matches(segments[segment], components[component]) {
        segment += 1
        component += 1
      } else if let point = restart, point.component < components.count {
        restart = (point.segment, point.component + 1)
        segment = point.segment
        component = point.component + 1
      } else {
        return false
      }
    }
  }

  private static let anyDepth: [UInt8] = [0x2A, 0x2A]

  /// One component against one part of the pattern.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var p = 0
    var n = 0
    var restart: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == 0x2A {
        restart = (p + 1, n)
        p += 1
      } else if p < pattern.count, let step = matchOne(pattern, p, name, n) {
        p = step.pattern
        n = step.name
      } else if let point = restart {
        restart = (point.pattern, point.name + 1)
        p = point.pattern
        n = point.name + 1
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == 0x2A { p += 1 }
    return p == pattern.count
  }

  /// One character of the name against one element of the pattern; where both go on, or nil.
  private static func matchOne(_ pattern: [UInt8], _ p: Int, _ name: [UInt8], _ n: Int) -> (pattern: Int, name: Int)? {
    switch pattern[p] {
    case 0x3F:  // ? is one scalar, not one byte
      var next = n + 1
      while next < name.count, name[next] & 0xC0 == 0x80 { next += 1 }
      return (p + 1, next)
    case 0x5B:
      guard let set = set(pattern, p) else { return name[n] == 0x5B ? (p + 1, n + 1) : nil }
      return set.contains(name[n]) ? (set.end, n + 1) : nil
    case 0x5C where p + 1 < pattern.count:
      return pattern[p + 1] == name[n] ? (p + 2, n + 1) : nil
    default:
      return pattern[p] == name[n] ? (p + 1, n + 1) : nil
    }
  }

  private struct ByteSet {
    var ranges: [ClosedRange<UInt8>] = []
    var isNegated = false
    var end = 0

    func contains(_ byte: UInt8) -> Bool { ranges.contains { $0.contains(byte) } != isNegated }
  }

  /// `[…]` from `start`; nil when it does not end. ASCII only.
  private static func set(_ pattern: [UInt8], _ start: Int) -> ByteSet? {
    var set = ByteSet()
    var index = start + 1
    if index < pattern.count, pattern[index] == 0x21 || pattern[index] == 0x5E {
      set.isNegated = true
      index += 1
    }
    let first = index
    while index < pattern.count, pattern[index] != 0x5D || index == first {
      let low = pattern[index]
      if index + 2 < pattern.count, pattern[index + 1] == 0x2D, pattern[index + 2] != 0x5D {
        let high = pattern[index + 2]
        if low <= high { set.ranges.append(low...high) }
        index += 3
      } else {
        set.ranges.append(low...low)
        index += 1
      }
    }
    guard index < pattern.count else { return nil }
    set.end = index + 1
    return set
  }
}

/// Several patterns; the last one that matches decides, so that `!` can take back what another one chose.
public struct GlobList: Sendable, Hashable, ExpressibleByArrayLiteral {
  public let globs: [Glob]

  public init(_ patterns: [String]) { globs = patterns.map { Glob($0) } }
  public init(arrayLiteral patterns: String...) { self.init(patterns) }

  public var isEmpty: Bool { globs.isEmpty }

  public func matches(_ path: String) -> Bool {
    guard let last = globs.last(where: { $0.matches(path) }) else { return false }
    return !last.isNegated
  }
}
