import RelireModel

/// Reads the YAML that nearly every page has at its head: lines of `key: value`, and lists of single-line texts.
///
/// libyaml spends more time on such a head than the Markdown parser on the whole page. Whatever is not plain beyond
/// doubt (flow collections, blocks, anchors, escapes, comments after values, nesting, faults) is left to it; a
/// property test holds the two together.
struct PlainYAML {
  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of the text in its file.
  private let base: Int
  private var entries: [DataNode.Entry] = []
  /// The key whose value, a list or nothing, comes next.
  private var pending: (key: String, range: SourceRange, valuePlace: Int)?
  private var items: [DataNode] = []
  private var itemIndent = -1
  private var listStart = 0

  private init(text: UnsafeBufferPointer<UInt8>, base: Int) {
    self.text = text
    self.base = base
  }

  /// - Parameter text: valid UTF-8, at `base` in its file.
  /// - Returns: nil where the text is not plain.
  static func read(_ text: UnsafeBufferPointer<UInt8>, base: Int) -> DataNode? {
    guard hasOnlyPlainCharacters(text) else { return nil }
    var reader = PlainYAML(text: text, base: base)
    return reader.read()
  }

  private mutating func read() -> DataNode? {
    var line = 0
    while line < text.count {
      var end = line
      while end < text.count, text[end] != 0x0A { end += 1 }
      guard read(line: line..<end) else { return nil }
      line = end + 1
    }
    closeKey()
    guard let first = entries.first, let last = entries.last, !hasDoubles else { return nil }
    let end = max(last.keyRange.end, last.value.range.end)
    return DataNode(.mapping(entries), SourceRange(first.keyRange.start, end))
  }

  /// libyaml tells where a key is given twice.
  private var hasDoubles: Bool {
    for (index, entry) in entries.enumerated() {
      for other in entries[..<index] where other.key == entry.key { return true }
    }
    // A head of hundreds of keys is not plain.
    return entries.count > 64
  }

  // MARK: Lines

  private mutating func read(line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == 0x20 { start += 1 }
    if start == line.upperBound { return true }
    if text[start] == UInt8(ascii: "-") { return item(start, indent: start - line.lowerBound, line.upperBound) }
    guard start == line.lowerBound else { return false }
    if text[start] == UInt8(ascii: "#") { return true }
    return key(start, line.upperBound)
  }

  /// `key: value`
  private mutating func key(_ start: Int, _ lineEnd: Int) -> Bool {
    var end = start
    while end < lineEnd, Self.isKeyByte(text[end]) { end += 1 }
    guard end > start, end - start < 128, end < lineEnd, text[end] == UInt8(ascii: ":") else { return false }
    closeKey()
    let range = SourceRange(base + start, base + end)
    let key = string(start..<end)
    let value = trimmed(end + 1..<lineEnd)
    if value.isEmpty {
      pending = (key, range, base + end + 1)
      return true
    }
    guard value.lowerBound > end + 1, let node = scalar(value) else { return false }
    entries.append(DataNode.Entry(key: key, keyRange: range, value: node))
    return true
  }

  /// `- value`
  private mutating func item(_ dash: Int, indent: Int, _ lineEnd: Int) -> Bool {
    guard pending != nil, items.isEmpty || indent == itemIndent, dash + 1 < lineEnd, text[dash + 1] == 0x20,
      let node = scalar(trimmed(dash + 1..<lineEnd))
    else { return false }
    if items.isEmpty {
      itemIndent = indent
      listStart = base + dash
    }
    items.append(node)
    return true
  }

  private mutating func closeKey() {
    guard let (key, range, place) = pending else { return }
    pending = nil
    let value =
      if let last = items.last {
        DataNode(.sequence(items), SourceRange(listStart, last.range.end))
      } else {
        DataNode(.null, SourceRange(at: place))
      }
    items = []
    entries.append(DataNode.Entry(key: key, keyRange: range, value: value))
  }

  // MARK: Scalars

  private func scalar(_ range: Range<Int>) -> DataNode? {
    guard let first = range.first.map({ text[$0] }) else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(range, first) }
    // Signs may mean something to YAML.
    guard Self.isKeyByte(first) && first != UInt8(ascii: "-") || first >= 0x80 || first == UInt8(ascii: "/")
      || first == UInt8(ascii: "(") || first == UInt8(ascii: ".")
    else { return nil }
    for index in range where text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "#") {
      if text[index] == UInt8(ascii: ":") {
        if index + 1 == range.upperBound || text[index + 1] == 0x20 { return nil }
      } else if text[index - 1] == 0x20 {
        return nil
      }
    }
    let place = SourceRange(base + range.lowerBound, base + range.upperBound)
    if let resolved = YAMLScalar.resolve(UnsafeBufferPointer(rebasing: text[range])) {
      return DataNode(resolved, place)
    }
    let piece = DataString.Piece(start: 0, source: place)
    return DataNode(.string(DataString(text: string(range), style: .plain, pieces: [piece])), place)
  }

  private func quoted(_ range: Range<Int>, _ quote: UInt8) -> DataNode? {
    guard range.count >= 3, text[range.upperBound - 1] == quote else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    for index in inside where text[index] == quote || text[index] == UInt8(ascii: "\\") { return nil }
    let piece = DataString.Piece(start: 0, source: SourceRange(base + inside.lowerBound, base + inside.upperBound))
    let style = quote == UInt8(ascii: "'") ? DataString.Style.singleQuoted : .doubleQuoted
    return DataNode(
      .string(DataString(text: string(inside), style: style, pieces: [piece])),
      SourceRange(base + range.lowerBound, base + range.upperBound))
  }

  // MARK: Bytes

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
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
    var previous: UInt8 = 0
    for (index, byte) in text.enumerated() {
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
      previous = byte
    }
    return true
  }
}
