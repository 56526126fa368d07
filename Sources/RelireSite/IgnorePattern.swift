/// One line of a `.gitignore`.
///
/// Source: gitignore(5), “Pattern format”, and for what it leaves open, Git's own matching: bytes, not
/// characters; an unclosed `[` matches nothing.
struct IgnorePattern: Sendable, Hashable {
  private enum Element: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case any
    /// `*`: anything without a slash.
    case star
    /// `**/`: nothing, or folders with their slashes.
    case folders
    /// `/**` at the end: anything.
    case everything
    /// `[…]`: never a slash.
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  let isNegated: Bool
  private let isForFolders: Bool
  /// Without a slash but a last one: matches the name at any depth.
  private let isName: Bool
  private let elements: [Element]

  /// - Returns: nil for an empty line, a comment, and what can match nothing.
  init?(_ line: some Collection<UInt8>) {
    var pattern = Self.trimmed(Array(line))[...]
    if pattern.isEmpty || pattern.first == UInt8(ascii: "#") { return nil }
    isNegated = pattern.first == UInt8(ascii: "!")
    if isNegated { pattern = pattern.dropFirst() }
    isForFolders = pattern.last == UInt8(ascii: "/")
    if isForFolders { pattern = pattern.dropLast() }
    isName = !pattern.contains(UInt8(ascii: "/"))
    if pattern.first == UInt8(ascii: "/") { pattern = pattern.dropFirst() }
    guard !pattern.isEmpty, let elements = Self.parse(Array(pattern), isName: isName) else { return nil }
    self.elements = elements
  }

  /// Without blanks at the end, unless a backslash keeps one, and without a CR.
  private static func trimmed(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var line = line[...]
    if line.last == 0x0D { line = line.dropLast() }
    while line.last == 0x20 {
      let backslashes = line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      line = line.dropLast()
    }
    return line
  }

  // MARK: Parsing

  private static func parse(_ pattern: [UInt8], isName: Bool) -> [Element]? {
    var elements: [Element] = []
    var index = 0
    // Git compares what is before the first wildcard apart, and so takes `a**/b` for `a` and `**/b`.
    let firstWildcard = pattern.firstIndex { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B || $0 == 0x5C }
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "*"):
        let start = index
        while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
        let isAlone =
          !isName && index - start > 1 && (start == firstWildcard || pattern[start - 1] == UInt8(ascii: "/"))
          && (index == pattern.count || pattern[index] == UInt8(ascii: "/"))
        if !isAlone {
          elements.append(.star)
        } else if index == pattern.count {
          elements.append(.everything)
        } else {
          elements.append(.folders)
          index += 1
        }
      case UInt8(ascii: "?"):
        elements.append(.any)
        index += 1
      case UInt8(ascii: "["):
        guard let (set, next) = set(pattern, index) else { return nil }
        elements.append(set)
        index = next
      case UInt8(ascii: "\\"):
        // A backslash at the very end matches nothing.
        guard index + 1 < pattern.count else { return nil }
        elements.append(.byte(pattern[index + 1]))
        index += 2
      default:
        elements.append(.byte(pattern[index]))
        index += 1
      }
    }
    return elements
  }

  /// `[…]` from `start`, and the index after it; nil when it does not end.
  private static func set(_ pattern: [UInt8], _ start: Int) -> (Element, Int)? {
    var ranges: [ClosedRange<UInt8>] = []
    var index = start + 1
    var isNegated = false
    if index < pattern.count, pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    var isFirst = true
    var previous: UInt8?
    while index < pattern.count, isFirst || pattern[index] != UInt8(ascii: "]") {
      isFirst = false
      if pattern[index] == UInt8(ascii: "["), index + 1 < pattern.count, pattern[index + 1] == UInt8(ascii: ":"),
        let end = pattern[(index + 2)...].firstIndex(of: UInt8(ascii: "]")), pattern[end - 1] == UInt8(ascii: ":"),
        end - 1 > index + 1
      {
        guard let named = namedClass(pattern[(index + 2)..<(end - 1)]) else { return nil }
        ranges += named
        previous = nil
        index = end + 1
        continue
      }
      if pattern[index] == UInt8(ascii: "-"), let low = previous, index + 1 < pattern.count,
        pattern[index + 1] != UInt8(ascii: "]")
      {
        index += 1
        if pattern[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < pattern.count else { return nil }
        if low <= pattern[index] { ranges.append(low...pattern[index]) }
        previous = nil
        index += 1
        continue
      }
      if pattern[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < pattern.count else { return nil }
      ranges.append(pattern[index]...pattern[index])
      previous = pattern[index]
      index += 1
    }
    guard index < pattern.count else { return nil }
    return (.set(ranges, isNegated: isNegated), index + 1)
  }

  private static func namedClass(_ name: ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": [0x41...0x5A, 0x61...0x7A]
    case "blank": [0x20...0x20, 0x09...0x09]
    case "cntrl": [0x00...0x1F, 0x7F...0x7F]
    case "digit": [0x30...0x39]
    case "graph": [0x21...0x7E]
    case "lower": [0x61...0x7A]
    case "print": [0x20...0x7E]
    case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": [0x09...0x0D, 0x20...0x20]
    case "upper": [0x41...0x5A]
    case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: nil
    }
  }

  // MARK: Matching

  /// - Parameter path: `/`-separated, relative to the folder of the `.gitignore`.
  func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    guard isName, let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return matches(path) }
    return matches(path[(slash + 1)...])
  }

  /// One point of return for the last `*` and one for the last `**/` are enough: what was matched
  /// before them at the earliest place never needs another one. At most elements × bytes steps.
  private func matches(_ path: ArraySlice<UInt8>) -> Bool {
    var element = 0
    var offset = path.startIndex
    var star: (element: Int, offset: Int)?
    var folders: (element: Int, offset: Int)?
    while true {
      if element < elements.count {
        switch elements[element] {
        case .everything:
          return true
        case .star:
          star = (element + 1, offset)
          element += 1
          continue
        case .folders:
          folders = (element + 1, offset)
          star = nil
          element += 1
          continue
        case .byte(let byte) where offset < path.endIndex && path[offset] == byte:
          element += 1
          offset += 1
          continue
        case .any where offset < path.endIndex && path[offset] != UInt8(ascii: "/"):
          element += 1
          offset += 1
          continue
        case .set(let ranges, let isNegated)
        where offset < path.endIndex && path[offset] != UInt8(ascii: "/")
          && ranges.contains(where: { $0.contains(path[offset]) }) != isNegated:
          element += 1
          offset += 1
          continue
        default: break
        }
      } else if offset == path.endIndex {
        return true
      }
      if let point = star, point.offset < path.endIndex, path[point.offset] != UInt8(ascii: "/") {
        star = (point.element, point.offset + 1)
        element = point.element
        offset = point.offset + 1
      } else if let point = folders, let slash = path[point.offset...].firstIndex(of: UInt8(ascii: "/")) {
        folders = (point.element, slash + 1)
        star = nil
        element = point.element
        offset = slash + 1
      } else {
        return false
      }
    }
  }
}
