import RelireModel

/// Reads the YAML that nearly every page has at its head: lines of `key: value`, lists, and both within another, all
/// texts on one line.
///
/// libyaml spends more time on such a head than the Markdown parser on the whole page. Whatever is not plain beyond
/// doubt (flow collections, blocks, anchors, escapes, comments after values, faults) is left to it; a property test
/// holds the two together.
struct PlainYAML {
  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of the text in its file.
  private let base: Int

  // The line that is read next; in a list, what follows the dash counts as a line of its own.
  private var content = 0
  private var indent = 0
  private var lineEnd = 0

  /// Deeper heads, and mappings of more keys, are not plain.
  private static let maximumDepth = 16
  private static let maximumKeys = 64

  private init(text: UnsafeBufferPointer<UInt8>, base: Int) {
    self.text = text
    self.base = base
  }

  /// - Parameter text: valid UTF-8, at `base` in its file.
  /// - Returns: nil where the text is not plain.
  static func read(_ text: UnsafeBufferPointer<UInt8>, base: Int) -> DataNode? {
    guard hasOnlyPlainCharacters(text) else { return nil }
    var reader = PlainYAML(text: text, base: base)
    reader.findLine(from: 0)
    // A line that belongs to no collection around it ends them all.
    guard reader.content < text.count, reader.indent == 0, let node = reader.mapping(depth: 0),
      reader.content == text.count
    else { return nil }
    return node
  }

  // MARK: Lines

  private mutating func nextLine() { findLine(from: lineEnd + 1) }

  /// Goes to the first line from `start` on that is neither empty nor a comment; to the end when there is none.
  private mutating func findLine(from start: Int) {
    var start = start
    while start < text.count {
      content = start
      while content < text.count, text[content] == 0x20 { content += 1 }
      lineEnd = content
      while lineEnd < text.count, text[lineEnd] != 0x0A { lineEnd += 1 }
      indent = content - start
      let isComment = indent == 0 && text[content] == UInt8(ascii: "#")
      if content < lineEnd, !isComment { return }
      start = lineEnd + 1
    }
    content = text.count
    indent = -1
  }

  /// Whether `- ` stands here.
  private var isItem: Bool {
    content + 1 < lineEnd && text[content] == UInt8(ascii: "-") && text[content + 1] == 0x20
  }

  /// The end of the key that stands here with its colon.
  private var keyEnd: Int? {
    var end = content
    while end < lineEnd, Self.isKeyByte(text[end]) { end += 1 }
    guard end > content, end - content < 128, text[content] != UInt8(ascii: "-"), end < lineEnd,
      text[end] == UInt8(ascii: ":"), end + 1 == lineEnd || text[end + 1] == 0x20
    else { return nil }
    return end
  }

  // MARK: Collections

  /// The mapping whose first key stands here.
  private mutating func mapping(depth: Int) -> DataNode? {
    let start = content
    let indent = self.indent
    var entries: [DataNode.Entry] = []
    entries.reserveCapacity(8)
    repeat {
      guard let keyEnd, entries.count < Self.maximumKeys else { return nil }
      let range = SourceRange(base + content, base + keyEnd)
      let key = string(content..<keyEnd)
      // libyaml tells where a key is given twice.
      for entry in entries where entry.key == key { return nil }
      guard let value = value(after: keyEnd + 1, indent, depth) else { return nil }
      entries.append(DataNode.Entry(key: key, keyRange: range, value: value))
    } while self.indent == indent
    return DataNode(.mapping(entries), SourceRange(base + start, entries[entries.count - 1].value.range.end))
  }

  /// What follows a key of a mapping that is indented by `indent`: a scalar, a collection below it, or nothing.
  private mutating func value(after colon: Int, _ indent: Int, _ depth: Int) -> DataNode? {
    let rest = trimmed(colon..<lineEnd)
    nextLine()
    if !rest.isEmpty { return scalar(rest) }
    guard depth < Self.maximumDepth else { return nil }
    // A list may stand right below its key.
    if isItem, self.indent >= indent { return sequence(depth: depth + 1) }
    return self.indent > indent ? mapping(depth: depth + 1) : DataNode(.null, SourceRange(at: base + colon))
  }

  /// The list whose first dash stands here.
  private mutating func sequence(depth: Int) -> DataNode? {
    let start = content
    let indent = self.indent
    var items: [DataNode] = []
    items.reserveCapacity(4)
    repeat {
      let rest = trimmed(content + 1..<lineEnd)
      guard !rest.isEmpty, depth < Self.maximumDepth else { return nil }
      self.indent += rest.lowerBound - content
      content = rest.lowerBound
      if keyEnd != nil {
        guard let item = mapping(depth: depth + 1) else { return nil }
        items.append(item)
      } else {
        guard let item = scalar(rest) else { return nil }
        items.append(item)
        nextLine()
      }
    } while self.indent == indent && isItem
    return DataNode(.sequence(items), SourceRange(base + start, items[items.count - 1].range.end))
  }

  // MARK: Scalars

  private func scalar(_ range: Range<Int>) -> DataNode? {
    guard let first = range.first.map({ text[$0] }) else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(range, first) }
    // Signs may mean something to YAML.
    guard
      Self.isKeyByte(first) && first != UInt8(ascii: "-") || first >= 0x80 || first == UInt8(ascii: "/")
        || first == UInt8(ascii: "(") || first == UInt8(ascii: ".")
    else { return nil }
    guard !hasKeyOrComment(range) else { return nil }
    let place = SourceRange(base + range.lowerBound, base + range.upperBound)
    if let resolved = YAMLScalar.resolve(UnsafeBufferPointer(rebasing: text[range])) {
      return DataNode(resolved, place)
    }
    return DataNode(.string(DataString(text: string(range), style: .plain, verbatim: place)), place)
  }

  /// Whether a colon before a blank or the end, or a `#` after a blank, stands in a scalar: not in its first byte.
  private func hasKeyOrComment(_ range: Range<Int>) -> Bool {
    let signs = BytePair(UInt8(ascii: ":"), UInt8(ascii: "#"))
    guard signs.isIn(UnsafeBufferPointer(rebasing: text[range])) else { return false }
    for index in range {
      if text[index] == UInt8(ascii: ":") {
        if index + 1 == range.upperBound || text[index + 1] == 0x20 { return true }
      } else if text[index] == UInt8(ascii: "#"), text[index - 1] == 0x20 {
        return true
      }
    }
    return false
  }

  private func quoted(_ range: Range<Int>, _ quote: UInt8) -> DataNode? {
    guard range.count >= 3, text[range.upperBound - 1] == quote else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    for index in inside where text[index] == quote || text[index] == UInt8(ascii: "\\") { return nil }
    let place = SourceRange(base + inside.lowerBound, base + inside.upperBound)
    let style = quote == UInt8(ascii: "'") ? DataString.Style.singleQuoted : .doubleQuoted
    return DataNode(
      .string(DataString(text: string(inside), style: style, verbatim: place)),
      SourceRange(base + range.lowerBound, base + range.upperBound))
  }

  // MARK: Bytes

  private func string(_ range: Range<Int>) -> String {
    String(validUTF8: UnsafeBufferPointer(rebasing: text[range]))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// No control characters, tabs and carriage returns among them, none of the line ends of YAML 1.1 beyond ASCII
  /// (U+0085, U+2028, U+2029), and nothing that libyaml refuses.
  private static func hasOnlyPlainCharacters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let others = otherThanPrintable(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        guard others != 0 else {
          index += 8
          continue
        }
        index += others.trailingZeroBitCount / 8
      }
      let byte = text[index]
      let previous = index > 0 ? text[index - 1] : 0
      if byte < 0x20 {
        if byte != 0x0A { return false }
      } else if byte >= 0x7F {
        switch byte {
        case 0x7F, 0xEF: return false
        case 0x80..<0xA0 where previous == 0xC2: return false
        case 0xA8, 0xA9: if previous == 0x80, index > 1, text[index - 2] == 0xE2 { return false }
        // Beyond the Basic Multilingual Plane are emoji, which are plain, and noncharacters.
        case 0xBF where previous == 0xBF, 0xBE where previous == 0xBF: return false
        default: break
        }
      }
      index += 1
    }
    return true
  }

  /// The highest bits of those of eight bytes that are not from 0x20 to 0x7E, of which neither the sum nor the
  /// difference reaches it. Above such a byte others may be marked.
  @inline(__always)
  private static func otherThanPrintable(_ eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (eight | (eight &+ ones) | (eight &- ones &* 0x20)) & ones << 7
  }
}
