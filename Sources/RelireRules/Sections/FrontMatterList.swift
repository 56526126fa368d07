import RelireDocuments
import RelireModel

/// Writes a list into a page's front matter, in the front matter's own language.
enum FrontMatterList {
  /// The edit that gives a key these items; nil where the key says something already, or its place cannot be told.
  static func edit(key: String, items: [String], in document: Document) -> TextEdit? {
    guard let frontMatter = document.frontMatter, let root = frontMatter.root, !items.isEmpty else { return nil }
    if let entry = root.entries.last(where: { $0.key.lowercased() == key.lowercased() }) {
      let value = entry.value
      guard value.isNull || value.items?.isEmpty == true || value.string?.isEmpty == true else { return nil }
      return replacement(of: entry, with: items, in: document)
    }
    let lineEnd = lineEnd(frontMatter, document)
    switch frontMatter.format {
    case .yaml:
      guard let fence = closingFence(frontMatter, document), isBlock(root, document) else { return nil }
      return TextEdit(SourceRange(at: fence), key + ":" + block(items, lineEnd) + lineEnd)
    case .toml:
      // Before all others: after a `[table]` the key would belong to that.
      guard let start = endOfLine(frontMatter.range.start, document) else { return nil }
      return TextEdit(SourceRange(at: start), "\(key) = \(array(items))\(lineEnd)")
    case .json:
      guard let first = root.entries.first else { return nil }
      return TextEdit(SourceRange(at: first.keyRange.start), quoted(key) + ": " + array(items) + ", ")
    }
  }

  /// The edit that puts these items in the place of an entry's value; nil where that place cannot be told.
  static func replacement(of entry: DataNode.Entry, with items: [String], in document: Document) -> TextEdit? {
    guard let frontMatter = document.frontMatter else { return nil }
    return switch frontMatter.format {
    case .yaml: yamlValue(of: entry, block(items, lineEnd(frontMatter, document)), document)
    case .toml, .json: TextEdit(entry.value.range, array(items))
    }
  }

  // MARK: Lists

  /// A list of YAML, an item a line, from the end of the key's line on.
  private static func block(_ items: [String], _ lineEnd: String) -> String {
    items.map { lineEnd + "- " + YAMLText.scalar($0) }.joined()
  }

  /// An array of TOML, and of JSON.
  private static func array(_ items: [String]) -> String {
    "[" + items.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  private static func lineEnd(_ frontMatter: FrontMatter, _ document: Document) -> String {
    document.source.bytes[frontMatter.range.bounds].contains(0x0D) ? "\r\n" : "\n"
  }

  // MARK: Places

  /// The rest of the key's line gives way to the list; a comment after a value stays, behind the last item. Nil where
  /// one stands in the value's place.
  private static func yamlValue(of entry: DataNode.Entry, _ list: String, _ document: Document) -> TextEdit? {
    let bytes = document.source.bytes
    var colon = entry.keyRange.end
    while colon < bytes.count, bytes[colon] != UInt8(ascii: ":") {
      if bytes[colon].endsLine { return nil }
      colon += 1
    }
    var end = max(colon + 1, entry.value.range.end)
    while end < bytes.count, !bytes[end].endsLine {
      if bytes[end] == UInt8(ascii: "#"), !entry.value.range.isEmpty {
        end = entry.value.range.end
        break
      }
      if bytes[end] != 0x20, bytes[end] != 0x09 { return nil }
      end += 1
    }
    return colon < end ? TextEdit(SourceRange(colon + 1, end), list) : nil
  }

  /// Whether keys stand at the start of lines, not between braces.
  private static func isBlock(_ root: DataNode, _ document: Document) -> Bool {
    guard let first = root.entries.first?.keyRange.start, first > 0 else { return false }
    return document.source.bytes[first - 1].endsLine
  }

  /// Where the line of the closing fence begins.
  private static func closingFence(_ frontMatter: FrontMatter, _ document: Document) -> Int? {
    let bytes = document.source.bytes
    var start = frontMatter.range.end
    while start > frontMatter.range.start, bytes[start - 1].endsLine { start -= 1 }
    while start > frontMatter.range.start, !bytes[start - 1].endsLine { start -= 1 }
    return start > frontMatter.range.start && bytes[start] == UInt8(ascii: "-") ? start : nil
  }

  private static func endOfLine(_ start: Int, _ document: Document) -> Int? {
    document.source.bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
  }

  /// A basic string of TOML, and of JSON: both escape alike what a line of text may hold.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
