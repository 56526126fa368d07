import RelireModel

/// The index of a node in its document's arena. Nodes are numbered in document order, so that the
/// descendants of a node are the numbers up to its `subtreeEnd`.
public struct NodeID: Hashable, Comparable, Sendable {
  public let index: Int32

  @inlinable public init(_ index: Int) { self.index = Int32(index) }

  @inlinable public static var root: NodeID { NodeID(0) }
  @inlinable public static var none: NodeID { NodeID(-1) }

  public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// An element, a piece of text, or something that stands in the text without being text.
public struct Node: Sendable {
  public enum Kind: UInt8, Sendable {
    case root
    case element
    /// Text that is read as prose; `text` is its range in `Document.prose`.
    case text
    /// Text that is not prose (code, scripts, styles): only its source range is kept.
    case verbatim
    /// A shortcode, a formula, a footnote mark, an emoji code: one object character in the prose.
    case object
    case comment
  }

  public let kind: Kind
  /// For elements.
  public let name: ElementName
  public let parent: NodeID
  /// One past the last descendant.
  public internal(set) var subtreeEnd: Int32
  /// The whole markup of the node, for an element from the start tag's `<` to the end tag's `>`
  /// (or to where it is closed by others; or its Markdown).
  public internal(set) var range: SourceRange
  /// An element's start tag or opening Markdown marker; empty where HTML implies the element.
  public internal(set) var startTag: SourceRange
  /// For elements: its attributes in `Document.attributes`.
  public internal(set) var attributes: Range<UInt32>
  /// For `text`: bytes of `Document.prose.bytes`; for an element: all prose inside it, in reading order.
  public internal(set) var text: Range<UInt32>
}

/// An attribute of an element.
public struct Attribute: Sendable {
  public let name: AttributeName
  public let nameRange: SourceRange
  /// The value as written, without its quotes; empty after the name when there is none.
  public let valueRange: SourceRange
  /// The value with its character references (or Markdown escapes) resolved.
  public let value: String
  /// The byte that quotes the value, 0 when unquoted or written by Markdown.
  public let quote: UInt8

  public init(name: AttributeName, nameRange: SourceRange, valueRange: SourceRange, value: String, quote: UInt8) {
    self.name = name
    self.nameRange = nameRange
    self.valueRange = valueRange
    self.value = value
    self.quote = quote
  }
}
