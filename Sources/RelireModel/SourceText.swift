/// The text of one file: what is on disk, and the valid UTF-8 that the readers work on.
public struct SourceText: Sendable {
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"
  }

  /// Something wrong with the bytes themselves, found while decoding.
  public enum Flaw: Hashable, Sendable {
    case invalidUTF8(SourceRange)
    case notUTF8(Encoding)
    /// An HTML page declares a charset, at this place, that it is not written in.
    case wrongCharset(SourceRange, declared: String, actual: Encoding)
    case nul(SourceRange)
  }

  /// Valid UTF-8, of the same length as the file when `encoding` is UTF-8: an invalid byte is
  /// replaced by U+001A and NUL by a blank, so that every offset stays true.
  public let bytes: [UInt8]
  /// The file's own bytes when they differ from `bytes`; edits are always applied to these.
  public let original: [UInt8]?
  public let encoding: Encoding
  /// 3 when a UTF-8 byte order mark leads the file, else 0.
  public let contentStart: Int
  public let flaws: [Flaw]

  public init(
    bytes: [UInt8], original: [UInt8]? = nil, encoding: Encoding = .utf8, contentStart: Int = 0,
    flaws: [Flaw] = []
  ) {
    self.bytes = bytes
    self.original = original
    self.encoding = encoding
    self.contentStart = contentStart
    self.flaws = flaws
  }

  /// Text known to be valid, as in tests and examples.
  public init(_ string: String) { self.init(bytes: Array(string.utf8)) }

  /// Offsets into a transcoded file are not offsets into the file: it can be judged, not corrected.
  public var isEditable: Bool { encoding == .utf8 }

  public var fileBytes: [UInt8] { original ?? bytes }

  public subscript(range: SourceRange) -> ArraySlice<UInt8> { bytes[range.bounds] }

  public func string(_ range: SourceRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }
}
