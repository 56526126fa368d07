import RelireModel

/// What a reader of the page reads: the joined text of its blocks, with the way back to the source.
///
/// All offsets named *prose offsets* count bytes of `bytes`. Code, images, shortcodes and formulas are
/// one U+FFFC each; a hard line break is U+2028; a character reference is the character it stands for.
///
/// An immutable class for the same reason as `Document`: rules reach for it at every token.
public final class Prose: Sendable {
  public let bytes: [UInt8]
  /// Sorted by `start`, without gaps.
  public let segments: [Segment]
  /// Sorted by prose offset: the body's blocks, then attributes, then front matter.
  public let blocks: [ProseBlock]
  /// The tokens of all blocks, in order.
  public let tokens: [Token]
  /// The languages of the page, by number; the first one is the site's (or page's) default.
  public let languages: [LanguageTag]

  public init(
    bytes: [UInt8], segments: [Segment], blocks: [ProseBlock], tokens: [Token], languages: [LanguageTag]
  ) {
    self.bytes = bytes
    self.segments = segments
    self.blocks = blocks
    self.tokens = tokens
    self.languages = languages
  }

  /// A run of prose that one run of source bytes spells.
  public struct Segment: Sendable {
    public enum Kind: UInt8, Sendable {
      /// Byte for byte as in the source.
      case verbatim
      /// A character reference or an escape: several source bytes, one character.
      case escape
      /// U+FFFC for something that is not text.
      case object
      /// U+2028 for a hard line break.
      case lineBreak
    }

    /// Prose offset; the segment ends where the next one starts.
    public let start: UInt32
    public let source: SourceRange
    public let kind: Kind
    /// Index into `Prose.languages`.
    public internal(set) var language: UInt8
    /// The text node or the element behind it; `.none` for attributes and front matter.
    public let node: NodeID
  }

  public func language(of block: ProseBlock) -> LanguageTag { languages[Int(block.language)] }

  public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  public func string(_ block: ProseBlock) -> String { string(block.range) }

  public func tokens(of block: ProseBlock) -> ArraySlice<Token> {
    tokens[Int(block.tokens.lowerBound)..<Int(block.tokens.upperBound)]
  }
}

/// The joined inline text of one paragraph, heading, item, cell, attribute or front matter value.
public struct ProseBlock: Sendable {
  public enum Kind: UInt8, Sendable {
    case paragraph, heading, listItem, tableCell, term, definition, caption, quotation
    /// `label`, `legend`, `button`, `option`, `summary`.
    case control
    /// The HTML `title` element.
    case pageTitle
    /// Text directly in a `div` or another container.
    case container
    /// `alt`.
    case alternative
    /// `title`, `aria-label`, `aria-description`, `placeholder`…
    case attribute
    /// `<meta name="description">`.
    case metaDescription
    case frontMatterTitle, frontMatterDescription
    /// Another front matter text, such as one of the objectives.
    case frontMatterText
    /// An argument of a shortcode that readers see, such as a title.
    case shortcodeArgument
  }

  /// Prose offsets.
  public let text: Range<UInt32>
  public let kind: Kind
  /// Index into `Prose.languages`.
  public internal(set) var language: UInt8
  /// The nearest block element around the text, or the element whose attribute it is; `.none` for front matter.
  public let element: NodeID
  /// Indices into `Prose.tokens`.
  public internal(set) var tokens: Range<UInt32>

  public var range: Range<Int> { Int(text.lowerBound)..<Int(text.upperBound) }

  public var isFrontMatter: Bool {
    kind == .frontMatterTitle || kind == .frontMatterDescription || kind == .frontMatterText
  }

  /// Whether the text stands in data, front matter or an argument of a shortcode, which no reader of Markdown gets to see.
  public var isData: Bool { isFrontMatter || kind == .shortcodeArgument }
}

extension Prose {
  /// The `FoldedHash` of a range, for tokens that carry none.
  public func hash(_ range: Range<Int>) -> UInt32 { FoldedHash.of(bytes[range]) }
}
