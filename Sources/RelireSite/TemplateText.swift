import RelireModel

/// What is known of one template without running it: the elements that it writes, and its words.
public struct TemplateText: Sendable {
  /// Relative to the site's root; nil for a template that comes with Hugo.
  public let path: String?
  /// Without Go's comments.
  public let bytes: [UInt8]
  /// The names of the elements that it opens, lower case.
  private let tags: Set<String>
  /// The hashes of its words: names of elements and attributes, classes, values, text.
  private let words: Set<UInt64>
  /// Of these, what it may write as it stands: no code.
  private let saidWords: Set<UInt64>
  /// `<h{{ .Level }}>`
  private let hasComputedHeading: Bool
  /// `<{{ $tag }}>`
  private let hasComputedTag: Bool
  /// The partial templates that it asks for, below their folder.
  let partials: [String]
  /// Whether it asks for a partial template whose name is computed.
  let hasComputedPartial: Bool

  init(path: String?, _ bytes: [UInt8]) {
    self.path = path
    let bytes = Self.withoutComments(bytes)
    self.bytes = bytes
    var tags: Set<String> = []
    var hasComputedHeading = false
    var hasComputedTag = false
    for start in bytes.indices where bytes[start] == UInt8(ascii: "<") {
      var end = start + 1
      while end < bytes.count, Self.isOfName(bytes[end]) { end += 1 }
      let isComputed = end < bytes.count && (bytes[end] == UInt8(ascii: "{") || bytes[end] == UInt8(ascii: "%"))
      if end > start + 1 { tags.insert(String(decoding: bytes[(start + 1)..<end], as: UTF8.self).lowercased()) }
      guard isComputed else { continue }
      if end == start + 1 { hasComputedTag = true }
      if end == start + 2, bytes[start + 1] | 0x20 == UInt8(ascii: "h") { hasComputedHeading = true }
    }
    self.tags = tags
    self.hasComputedHeading = hasComputedHeading
    self.hasComputedTag = hasComputedTag
    var words: Set<UInt64> = []
    Self.forEachWord(bytes) { words.insert($0) }
    self.words = words
    var saidWords: Set<UInt64> = []
    Self.forEachWord(Self.withoutCode(bytes)) { saidWords.insert($0) }
    self.saidWords = saidWords
    (partials, hasComputedPartial) = Self.partials(bytes)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
  }

  // MARK: Elements

  /// Whether the template may open such an element.
  public func mayOpen(_ name: String) -> Bool {
    tags.contains(name) || hasComputedTag || hasComputedHeading && TemplateText.headings.contains(name)
  }

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Whether the template may print a heading of its own, or the content of another page.
  var mayPrintHeading: Bool {
    hasComputedTag || hasComputedHeading || hasComputedPartial || !tags.isDisjoint(with: TemplateText.headings)
      || ["heading", "readFile", "Content", "RawContent"].contains { words.contains(Self.hash(Array($0.utf8)[...])) }
      || hasMarkdownHeading
  }

  private var hasMarkdownHeading: Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let line = line.drop { $0 == 0x20 }
      let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
      return (1...6).contains(marks) && line.dropFirst(marks).first == 0x20
    }
  }

  /// The start tags of an element as they are written, and what follows each up to the element's end.
  public func openings(of name: String) -> [(tag: ArraySlice<UInt8>, content: ArraySlice<UInt8>)] {
    let start = Array("<\(name)".utf8)
    let end = Array("</\(name)".utf8)
    var result: [(ArraySlice<UInt8>, ArraySlice<UInt8>)] = []
    var offset = 0
    while let found = bytes.index(of: start, from: offset) {
      offset = found + start.count
      if offset < bytes.count, Self.isOfName(bytes[offset]) { continue }
      let tagEnd = Self.tagEnd(bytes, from: offset)
      let contentEnd = bytes.index(of: end, from: tagEnd) ?? bytes.count
      result.append((bytes[found..<tagEnd], bytes[tagEnd..<contentEnd]))
    }
    return result
  }

  /// The end of a tag: its `>` outside of actions and quotes.
  private static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    var quote: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "{"), offset + 1 < bytes.count, bytes[offset + 1] == byte {
        offset = bytes.index(of: Array("}}".utf8), from: offset).map { $0 + 2 } ?? bytes.count
        continue
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      }
      offset += 1
    }
    return bytes.count
  }

  // MARK: Words

  public func holds(word hash: UInt64) -> Bool { words.contains(hash) }

  /// Whether a word stands in the template's text, or in a string of its code.
  public func says(word hash: UInt64) -> Bool { saidWords.contains(hash) }

  /// Whether it prints an element of Markdown.
  public var isHook: Bool { path?.contains("_markup/") ?? false }

  /// The hashes of the words of a text: letters, digits, `-` and `_` in a row.
  ///
  /// - Parameter length: how many bytes they have at least.
  public static func words(of text: String, minimum length: Int = 1) -> [UInt64] {
    var words: [UInt64] = []
    forEachWord(Array(text.utf8), minimum: length) { words.append($0) }
    return words
  }

  private static func forEachWord(_ bytes: [UInt8], minimum length: Int = 1, _ body: (UInt64) -> Void) {
    var start = -1
    for offset in 0...bytes.count {
      // U+0080–U+00BF, U+2000–U+2FFF: marks and spaces.
      let isOfWord =
        offset < bytes.count
        && (isOfName(bytes[offset]) || bytes[offset] == UInt8(ascii: "_")
          || bytes[offset] >= 0x80 && !isOfMark(bytes, offset))
      if isOfWord, start < 0 { start = offset }
      if !isOfWord, start >= 0 {
        if offset - start >= length { body(hash(bytes[start..<offset])) }
        start = -1
      }
    }
  }

  private static func isOfMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var lead = offset
    while lead > 0, bytes[lead] & 0xC0 == 0x80, offset - lead < 3 { lead -= 1 }
    return bytes[lead] == 0xC2 || bytes[lead] == 0xE2
  }

  /// FNV-1a.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  // MARK: Go

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    let start = Array("{{".utf8)
    var result: [UInt8] = []
    var offset = 0
    while let found = bytes.index(of: start, from: offset) {
      var inner = found + 2
      while inner < bytes.count, bytes[inner] == UInt8(ascii: "-") || bytes[inner] == 0x20 { inner += 1 }
      guard bytes[inner...].starts(with: "/*".utf8), let end = bytes.index(of: Array("*/".utf8), from: inner + 2)
      else {
        result += bytes[offset..<inner]
        offset = inner
        continue
      }
      result += bytes[offset..<found]
      offset = bytes.index(of: Array("}}".utf8), from: end).map { $0 + 2 } ?? bytes.count
    }
    return offset == 0 ? bytes : result + bytes[offset...]
  }

  /// Spaces in place of actions, but for their strings.
  private static func withoutCode(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var isAction = false
    var quote: UInt8 = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if !isAction, byte == UInt8(ascii: "{"), next == byte {
        isAction = true
        quote = 0
      } else if isAction, quote == 0, byte == UInt8(ascii: "}"), next == byte {
        isAction = false
      } else if isAction {
        if quote == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
          quote = byte
        } else if byte == quote {
          quote = 0
        } else if quote == 0 {
          result[offset] = 0x20
        }
      }
      offset += 1
    }
    return result
  }

  /// The names behind `partial`, `partialCached` and `template`.
  private static func partials(_ bytes: [UInt8]) -> (names: [String], isComputed: Bool) {
    var names: [String] = []
    var isComputed = false
    var offset = 0
    let keyword = Array("partial".utf8)
    while let found = bytes.index(of: keyword, from: offset) {
      offset = found + keyword.count
      if bytes[offset...].starts(with: "Cached".utf8) { offset += 6 }
      let argument = bytes[offset...].drop { $0 == 0x20 }
      guard argument.startIndex > offset, let quote = argument.first else { continue }
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else {
        isComputed = isComputed || quote == UInt8(ascii: "(") || quote == UInt8(ascii: "$")
        continue
      }
      let name = String(decoding: argument.dropFirst().prefix { $0 != quote }, as: UTF8.self)
      names.append(Path.name(name).contains(".") ? name : name + ".html")
    }
    return (names, isComputed)
  }
}

extension [UInt8] {
  /// Where another text begins, at or after an offset.
  func index(of text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return nil }
    var offset = start
    while offset <= count - text.count {
      if self[offset] == first, self[offset..<(offset + text.count)].elementsEqual(text) { return offset }
      offset += 1
    }
    return nil
  }
}
