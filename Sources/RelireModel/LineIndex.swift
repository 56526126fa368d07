/// Turns byte offsets into lines and columns.
///
/// Built once a file, and only for files with something to report. Building is linear; a look-up is
/// a binary search plus at most `stride` bytes, so that a minified page of one line costs no more.
public struct LineIndex: Sendable {
  private static let stride = 1024

  private let bytes: [UInt8]
  private let contentStart: Int
  private let lineStarts: [UInt32]
  /// Number of scalars that begin before byte `i * stride`; empty where no line is longer than that.
  private let scalarsBefore: [UInt32]

  /// - Parameter contentStart: where the text begins: 3 after a UTF-8 byte order mark, else 0.
  public init(_ bytes: [UInt8], contentStart: Int = 0) {
    self.bytes = bytes
    self.contentStart = contentStart
    (lineStarts, scalarsBefore) = bytes.withUnsafeBufferPointer { buffer in
      let starts = Self.lineStarts(buffer, from: contentStart)
      return (starts, Self.hasLongLines(starts, end: buffer.count) ? Self.scalarsBefore(buffer) : [])
    }
  }

  private static func hasLongLines(_ starts: [UInt32], end: Int) -> Bool {
    var previous = Int(starts.last ?? 0)
    if end - previous > stride { return true }
    for start in starts.reversed() {
      if previous - Int(start) > stride { return true }
      previous = Int(start)
    }
    return false
  }

  private static func lineStarts(_ buffer: UnsafeBufferPointer<UInt8>, from contentStart: Int) -> [UInt32] {
    var starts = [UInt32(contentStart)]
    starts.reserveCapacity(buffer.count / 40 + 2)
    LineBytes.forEachLineEnd(buffer, in: contentStart..<max(contentStart, buffer.count)) {
      starts.append(UInt32($0 + 1))
    }
    return starts
  }

  private static func scalarsBefore(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var result: [UInt32] = [0]
    result.reserveCapacity(buffer.count / stride + 1)
    var start = 0
    while start + stride < buffer.count {
      result.append(result[result.count - 1] + UInt32(LineBytes.scalarCount(buffer, in: start..<start + stride)))
      start += stride
    }
    return result
  }

  // MARK: Look-up

  /// The line (from 1) on which the byte at `offset` stands.
  public func line(at offset: Int) -> Int {
    let offset = UInt32(clamping: offset)
    return lineStarts.partitionPoint { $0 > offset }
  }

  /// The bytes of a line (from 1), its line end left out.
  public func range(ofLine line: Int) -> SourceRange {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    if line < lineStarts.count {
      end -= 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return SourceRange(start, max(start, end))
  }

  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    let start = Int(lineStarts[line - 1])
    let column: Int
    if offset < start {
      column = 1
    } else if offset - start <= Self.stride {
      column = scalarCount(in: start..<offset) + 1
    } else {
      column = scalarCount(before: offset) - scalarCount(before: start) + 1
    }
    return Position(line: line, column: column, offset: offset, byteColumn: max(offset - start, 0) + 1)
  }

  public func positions(of range: SourceRange) -> PositionRange {
    let start = position(at: range.start)
    // Most ranges are a word or a mark on one line.
    guard range.start >= contentStart, range.end <= bytes.count, range.end >= range.start, range.count <= Self.stride,
      start.line == lineStarts.count || range.end < Int(lineStarts[start.line])
    else { return PositionRange(start: start, end: position(at: range.end)) }
    let end = Position(
      line: start.line, column: start.column + scalarCount(in: range.bounds), offset: range.end,
      byteColumn: start.byteColumn + range.count)
    return PositionRange(start: start, end: end)
  }

  private func scalarCount(before offset: Int) -> Int {
    let checkpoint = min(offset / Self.stride, scalarsBefore.count - 1)
    return Int(scalarsBefore[checkpoint]) + scalarCount(in: (checkpoint * Self.stride)..<offset)
  }

  private func scalarCount(in range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { LineBytes.scalarCount($0, in: range) }
  }
}
