import RelireModel

/// A shortcode taken apart: what a mask hides between `{{<` and `>}}`.
public struct ShortcodeCall: Sendable {
  public struct Argument: Sendable {
    /// Empty for one that counts by its position.
    public let key: String
    public let value: String
    /// The value without its quotes.
    public let range: SourceRange
    /// Whether the value is spelt as it is, without escapes.
    public let isVerbatim: Bool
  }

  public let name: String
  public let nameRange: SourceRange
  public let range: SourceRange
  public let isClosing: Bool
  /// `{{< name />}}`
  public let isSelfClosing: Bool
  public let arguments: [Argument]

  /// Whether the shortcode brings its template along (`{{< x.inline >}}`).
  public var isInline: Bool { name.hasSuffix(".inline") }

  /// The argument of a name, or else the one at a position among those without names.
  public func argument(_ key: String, or position: Int) -> Argument? {
    if let named = arguments.first(where: { $0.key == key }) { return named }
    guard position < arguments.count, arguments[position].key.isEmpty else { return nil }
    return arguments[position]
  }

  /// - Parameter mask: of a shortcode of the document that `source` is read into.
  public init?(_ mask: Mask, in source: SourceText) {
    guard mask.kind == .shortcode, mask.range.count >= 6, mask.range.end <= source.bytes.count else { return nil }
    let bytes = source.bytes
    range = mask.range
    isClosing = mask.isClosing
    name = mask.name
    var offset = mask.range.start + 3
    func skipSpace() { while offset < mask.range.end, bytes[offset].isWhiteSpace { offset += 1 } }
    skipSpace()
    if isClosing {
      offset += 1
      skipSpace()
    }
    nameRange = SourceRange(offset, min(offset + mask.name.utf8.count, mask.range.end))
    offset = nameRange.end
    // A shortcode that is never closed ends with its line, without a delimiter.
    var end = mask.range.end
    if end >= offset + 3, bytes[end - 1] == 0x7D, bytes[end - 2] == 0x7D { end -= 3 }
    var last = end
    while last > offset, bytes[last - 1].isWhiteSpace { last -= 1 }
    isSelfClosing = !mask.isClosing && last > offset && bytes[last - 1] == UInt8(ascii: "/")
    if isSelfClosing { last -= 1 }
    arguments = Self.arguments(bytes, offset, last)
  }

  private static func arguments(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [Argument] {
    var arguments: [Argument] = []
    var offset = start
    while offset < end {
      if bytes[offset].isWhiteSpace {
        offset += 1
        continue
      }
      var key = ""
      let word = offset
      while offset < end, bytes[offset].isASCIIAlphanumeric || bytes[offset] == 0x5F || bytes[offset] == 0x2D {
        offset += 1
      }
      if offset > word, offset < end, bytes[offset] == UInt8(ascii: "=") {
        key = String(decoding: bytes[word..<offset], as: UTF8.self)
        offset += 1
      } else {
        offset = word
      }
      arguments.append(argument(bytes, &offset, end, key: key))
    }
    return arguments
  }

  /// One value: quoted, raw (between back quotes) or bare.
  private static func argument(_ bytes: [UInt8], _ offset: inout Int, _ end: Int, key: String) -> Argument {
    guard offset < end else { return Argument(key: key, value: "", range: SourceRange(at: end), isVerbatim: true) }
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else {
      let start = offset
      while offset < end, !bytes[offset].isWhiteSpace { offset += 1 }
      return Argument(
        key: key, value: String(decoding: bytes[start..<offset], as: UTF8.self), range: SourceRange(start, offset),
        isVerbatim: true)
    }
    offset += 1
    let start = offset
    var value: [UInt8] = []
    var isVerbatim = true
    while offset < end, bytes[offset] != quote {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\"), offset + 1 < end {
        isVerbatim = false
        offset += 1
      }
      value.append(bytes[offset])
      offset += 1
    }
    let range = SourceRange(start, offset)
    if offset < end { offset += 1 }
    return Argument(key: key, value: String(decoding: value, as: UTF8.self), range: range, isVerbatim: isVerbatim)
  }
}

extension Document {
  /// The shortcodes of a Markdown page, in order; comments and what is shown rather than run left out.
  public var shortcodes: [ShortcodeCall] {
    guard !masks.isEmpty else { return [] }
    return masks.compactMap { ShortcodeCall($0, in: source) }
  }
}
