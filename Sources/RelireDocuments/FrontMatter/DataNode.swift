import RelireModel

/// A value of YAML, TOML or JSON that knows its place.
public struct DataNode: Sendable {
  public enum Value: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case double(Double)
    case string(DataString)
    /// A date or time, as written (TOML, and YAML's unquoted ISO 8601).
    case date(String)
    case sequence([DataNode])
    /// In source order; keys may repeat where the format allows it.
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public let key: String
    public let keyRange: SourceRange
    public let value: DataNode

    public init(key: String, keyRange: SourceRange, value: DataNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public let value: Value
  /// The value as written, quotes included; empty, after the key, for a value that is left out.
  public let range: SourceRange

  public init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// A string value, with a map from its characters back to how they are written.
public struct DataString: Sendable {
  public enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted
    /// A YAML block scalar or a multi-line TOML string.
    case block
  }

  public let text: String
  public let style: Style
  /// Where a text stands that is spelt as it is, as nearly all are: they need no list of one piece each.
  let verbatimRange: SourceRange?
  private let otherPieces: [Piece]

  /// In order; together they cover `text`'s UTF-8 bytes. Empty where the map is unknown: such a
  /// string can be judged but not corrected.
  public var pieces: [Piece] {
    if let verbatimRange { [Piece(start: 0, source: verbatimRange)] } else { otherPieces }
  }

  /// `text[start...]` up to the next piece is spelt by `source`; when both have the same length it
  /// is verbatim, else it is an escape.
  public struct Piece: Sendable {
    public let start: Int
    public let source: SourceRange

    public init(start: Int, source: SourceRange) {
      self.start = start
      self.source = source
    }
  }

  public init(text: String, style: Style, pieces: [Piece]) {
    self.text = text
    self.style = style
    verbatimRange = nil
    otherPieces = pieces
  }

  /// A text that stands at `range` byte for byte.
  init(text: String, style: Style, verbatim range: SourceRange) {
    self.text = text
    self.style = style
    verbatimRange = range
    otherPieces = []
  }
}

extension DataNode {
  /// The value of a key, matched with case folded as Hugo does; the last one wins. Linear.
  public subscript(key: String) -> DataNode? {
    guard case .mapping(let entries) = value else { return nil }
    // Rules ask for the same few keys on every page, and most pages lack most of them.
    var otherwiseSpelt: Int?
    for index in entries.indices.reversed() where entries[index].key.utf8.count == key.utf8.count {
      if entries[index].key == key { return entries[index].value }
      if otherwiseSpelt == nil, Self.mayBeSame(entries[index].key.utf8.first, key.utf8.first),
        entries[index].key.lowercased() == key.lowercased()
      {
        otherwiseSpelt = index
      }
    }
    return otherwiseSpelt.map { entries[$0].value }
  }

  /// Whether two keys may begin with the same letter, its case aside, as far as their first bytes tell.
  private static func mayBeSame(_ a: UInt8?, _ b: UInt8?) -> Bool {
    guard let a, let b else { return true }
    return a >= 0x80 || b >= 0x80 || a | 0x20 == b | 0x20
  }

  public var entries: [Entry] { if case .mapping(let entries) = value { entries } else { [] } }
  public var items: [DataNode]? { if case .sequence(let items) = value { items } else { nil } }
  public var string: String? { if case .string(let string) = value { string.text } else { nil } }
  public var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  public var isNull: Bool { if case .null = value { true } else { false } }
}
