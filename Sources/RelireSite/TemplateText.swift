import RelireDocuments
import RelireModel

/// What is known of one template without running it: whether it may print a heading, and what it asks for.
struct TemplateText: Sendable {
  /// Whether it may print a heading of its own, or the content of another page. Partial templates apart.
  let mayPrintHeading: Bool
  /// The partial templates that it asks for, below their folder.
  let partials: [String]

  init(_ bytes: [UInt8]) {
    let bytes = Self.withoutComments(bytes)
    let (partials, hasComputedPartial) = Self.partials(bytes)
    self.partials = partials
    mayPrintHeading =
      hasComputedPartial || Self.opensHeading(bytes) || Self.holdsPage(bytes) || Self.hasMarkdownHeading(bytes)
  }

  /// `<h2`, `<h{{ .Level }}`, `<{{ $tag }}`
  private static func opensHeading(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { start in
      guard bytes[start] == UInt8(ascii: "<") else { return false }
      let tag = bytes[(start + 1)...].prefix(4)
      guard let first = tag.first else { return false }
      if isComputed(first) { return true }
      guard first | 0x20 == UInt8(ascii: "h"), let second = tag.dropFirst().first else { return false }
      return isComputed(second) || (0x31...0x36).contains(second) && !(tag.dropFirst(2).first.map(isOfName) ?? false)
    }
  }

  private static func isComputed(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") }

  /// Whether it prints a page or a file, or calls a template for headings by name.
  private static func holdsPage(_ bytes: [UInt8]) -> Bool {
    bytes.split { !isOfName($0) && $0 != UInt8(ascii: "_") }.contains { word in
      ["heading", "readFile", "Content", "RawContent"].contains { word.elementsEqual($0.utf8) }
    }
  }

  private static func hasMarkdownHeading(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let line = line.drop { $0 == 0x20 }
      let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
      return (1...6).contains(marks) && line.dropFirst(marks).first == 0x20
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
      || byte >= 0x80
  }

  /// Go's comments taken out.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while let found = bytes.find("{{", from: offset) {
      var inner = found + 2
      while inner < bytes.count, bytes[inner] == UInt8(ascii: "-") || bytes[inner] == 0x20 { inner += 1 }
      guard bytes[inner...].starts(with: "/*".utf8) else {
        result += bytes[offset..<inner]
        offset = inner
        continue
      }
      guard let end = bytes.find("*/", from: inner + 2) else { break }
      result += bytes[offset..<found]
      offset = bytes.find("}}", from: end).map { $0 + 2 } ?? bytes.count
    }
    return offset == 0 ? bytes : result + bytes[offset...]
  }

  /// The names behind `partial`, `partialCached` and `template`; whether one of them is computed.
  private static func partials(_ bytes: [UInt8]) -> (names: [String], hasComputed: Bool) {
    var names: [String] = []
    var hasComputed = false
    var offset = 0
    while let found = bytes.find("partial", from: offset) {
      offset = found + "partial".utf8.count
      if bytes[offset...].starts(with: "Cached".utf8) { offset += 6 }
      let argument = bytes[offset...].drop { $0 == 0x20 }
      guard argument.startIndex > offset, let quote = argument.first else { continue }
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else {
        hasComputed = hasComputed || quote == UInt8(ascii: "(") || quote == UInt8(ascii: "$")
        continue
      }
      let name = String(decoding: argument.dropFirst().prefix { $0 != quote }, as: UTF8.self)
      names.append(Path.name(name).contains(".") ? name : name + ".html")
    }
    return (names, hasComputed)
  }
}
