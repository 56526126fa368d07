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

  /// What makes Hugo refuse to build the site, or take quotes for a part of a value.
  public struct Refusal: Sendable {
    public enum Reason: Sendable {
      /// A no-break space between arguments.
      case noBreakSpace
      /// A value between other quotes than `"` and a back quote.
      case quotes
      /// A value that asks for quotes, or a character that is none of a value.
      case character
      case unclosedQuote
      /// A value with a name after one without, or the contrary.
      case mixture(isNamed: Bool)
      /// A name and `=` without a value.
      case value
      /// No space between a value without quotes and the end, which becomes a part of it.
      case delimiter
    }

    public let reason: Reason
    public let range: SourceRange
  }

  /// Empty for a shortcode that has none, which Hugo refuses.
  public let name: String
  public let nameRange: SourceRange
  public let range: SourceRange
  public let isClosing: Bool
  /// `{{< name />}}`
  public let isSelfClosing: Bool
  public let arguments: [Argument]
  /// In the order of the page; none of a shortcode that is never closed.
  public let refusals: [Refusal]

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
    // A shortcode that is never closed ends with its line, without a delimiter: that is told already.
    let isClosed = range.end >= offset + 3 && bytes[range.end - 1] == 0x7D && bytes[range.end - 2] == 0x7D
    let end = isClosed ? range.end - 3 : range.end
    var last = end
    while last > offset, bytes[last - 1].isWhiteSpace { last -= 1 }
    isSelfClosing = !mask.isClosing && last > offset && bytes[last - 1] == UInt8(ascii: "/")
    let parts = ShortcodeArguments(bytes, SourceRange(offset, isSelfClosing ? last - 1 : end))
    arguments = parts.arguments
    refusals = isClosed ? parts.refusals : []
  }
}

extension Document {
  /// The shortcodes of a Markdown page, in order; comments and what is shown rather than run left out.
  public var shortcodes: [ShortcodeCall] {
    guard !masks.isEmpty else { return [] }
    return masks.compactMap { ShortcodeCall($0, in: source) }
  }
}
