/// A place in a source file as people and editors name it.
public struct Position: Hashable, Codable, Sendable {
  /// Counted from 1. A line ends at LF, CRLF or a lone CR.
  public let line: Int
  /// Counted from 1, in Unicode scalars. A byte order mark is not counted.
  public let column: Int
  /// Counted from 0, in UTF-8 bytes of the file.
  public let offset: Int
  /// Counted from 1, in UTF-8 bytes: the column as reviewdog counts it.
  public let byteColumn: Int

  /// - Parameter byteColumn: the same as `column` unless given.
  public init(line: Int, column: Int, offset: Int, byteColumn: Int? = nil) {
    self.line = line
    self.column = column
    self.offset = offset
    self.byteColumn = byteColumn ?? column
  }
}

/// Two positions, the second one after the last character.
public struct PositionRange: Hashable, Codable, Sendable {
  public let start: Position
  public let end: Position

  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  public var source: SourceRange { SourceRange(start.offset, end.offset) }
}
