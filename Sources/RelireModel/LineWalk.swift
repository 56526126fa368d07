/// Lines and columns of places that come in the order of the text: one walk forward, which counts each byte about once.
/// What lies before the walk, or far ahead of it time and again, is left to a `LineIndex`.
///
/// Says the same as a `LineIndex` of the same bytes.
package struct LineWalk {
  private let text: [UInt8]
  private let contentStart: Int
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Where the walk is: the line, from 1, its first byte and the one after its last, and where the next one begins.
  private var number = 1
  private var lineStart: Int
  private var lineEnd: Int
  /// Out of reach where there is no next line.
  private var nextStart: Int
  /// A place on the line whose column is known: columns are counted from there on.
  private var columnOffset: Int
  private var column = 1

  /// How many bytes may still be looked at more than once.
  private var patience: Int
  private var index: LineIndex?

  /// - Parameter bytes: those of `source`, for as long as the walk goes.
  package init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    text = source.bytes
    contentStart = source.contentStart
    self.bytes = bytes
    lineStart = source.contentStart
    lineEnd = lineStart
    nextStart = lineStart
    columnOffset = lineStart
    patience = 4 * bytes.count + 4096
    setEnd(from: lineStart)
  }

  /// The bytes of the line that the walk is on, its line end left out.
  package var line: SourceRange { SourceRange(lineStart, lineEnd) }

  /// Goes on to the line of an offset.
  ///
  /// - Parameter offset: none before those that it was asked for before.
  package mutating func advance(to offset: Int) {
    let offset = min(offset, bytes.count)
    guard offset >= nextStart else { return }
    (number, lineStart) = line(of: offset)
    columnOffset = lineStart
    column = 1
    setEnd(from: offset)
  }

  /// - Parameter range: begins on the line that the walk is on, not before the last one that was asked for, or anywhere.
  package mutating func positions(of range: SourceRange) -> PositionRange {
    let start = position(at: range.start)
    if range.end >= nextStart || range.end > bytes.count || range.start < lineStart {
      return PositionRange(start: start, end: position(at: range.end))
    }
    guard isPatient(range.count) else { return fromIndex(range) }
    return PositionRange(
      start: start,
      end: Position(
        line: number, column: start.column + scalars(in: range.bounds), offset: range.end,
        byteColumn: start.byteColumn + range.count))
  }

  private mutating func position(at offset: Int) -> Position {
    let offset = min(offset, bytes.count)
    if offset >= nextStart {
      guard isPatient(offset - nextStart) else { return fromIndex(SourceRange(at: offset)).start }
      let (number, start) = line(of: offset)
      return Position(
        line: number, column: scalars(in: start..<offset) + 1, offset: offset, byteColumn: offset - start + 1)
    }
    if offset < lineStart {
      // Before the first line there is a byte order mark at most.
      if number == 1 { return Position(line: 1, column: 1, offset: offset) }
      return fromIndex(SourceRange(at: offset)).start
    }
    if offset >= columnOffset {
      column += scalars(in: columnOffset..<offset)
      columnOffset = offset
    } else {
      guard isPatient(offset - lineStart) else { return fromIndex(SourceRange(at: offset)).start }
      return Position(
        line: number, column: scalars(in: lineStart..<offset) + 1, offset: offset, byteColumn: offset - lineStart + 1)
    }
    return Position(line: number, column: column, offset: offset, byteColumn: offset - lineStart + 1)
  }

  private mutating func isPatient(_ count: Int) -> Bool {
    patience -= count
    return patience >= 0
  }

  private mutating func fromIndex(_ range: SourceRange) -> PositionRange {
    let known = index ?? LineIndex(text, contentStart: contentStart)
    index = known
    return known.positions(of: range)
  }

  // MARK: Lines

  /// - Parameter offset: on the line.
  private mutating func setEnd(from offset: Int) {
    var end = offset
    // Between CR and LF, the line ended before.
    if end > lineStart, end < bytes.count, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    end = LineBytes.firstBreak(bytes, from: end)
    lineEnd = end
    if end == bytes.count {
      nextStart = .max
    } else {
      nextStart = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }
  }

  /// - Parameter offset: beyond the line that the walk is on.
  private func line(of offset: Int) -> (number: Int, start: Int) {
    var line = (number: number + 1, start: nextStart)
    LineBytes.forEachLineEnd(bytes, in: nextStart..<offset) { end in line = (line.number + 1, end + 1) }
    return line
  }

  private func scalars(in range: Range<Int>) -> Int { LineBytes.scalarCount(bytes, in: range) }
}
