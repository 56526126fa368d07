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

  /// - Parameters:
  ///   - contentStart: where the text begins: 3 after a UTF-8 byte order mark, else 0.
  ///   - last: the last offset that is asked for; what comes after its line is not looked at.
  public init(_ bytes: [UInt8], contentStart: Int = 0, last: Int = .max) {
    self.bytes = bytes
    self.contentStart = contentStart
    (lineStarts, scalarsBefore) = bytes.withUnsafeBufferPointer { buffer in
      let starts = Self.lineStarts(buffer, from: contentStart, last: last)
      // The line after that of the last offset is not asked for.
      let end = starts.last.map { Int($0) > last ? Int($0) : buffer.count } ?? 0
      return (starts, Self.hasLongLines(starts, end: end) ? Self.scalarsBefore(buffer, end: end) : [])
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

  private static func lineStarts(
    _ buffer: UnsafeBufferPointer<UInt8>, from contentStart: Int, last: Int
  ) -> [UInt32] {
    var starts = [UInt32(contentStart)]
    starts.reserveCapacity(min(buffer.count, last) / 40 + 2)
    let bytes = UnsafeRawBufferPointer(buffer)
    func visit(_ offset: Int) {
      if buffer[offset] == 0x0A || buffer[offset] == 0x0D && (offset + 1 == buffer.count || buffer[offset + 1] != 0x0A) {
        starts.append(UInt32(offset + 1))
      }
    }
    func controls(_ offset: Int) -> UInt64 {
      Self.controls(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    func visit(_ marks: UInt64, at offset: Int) {
      var marks = marks
      while marks != 0 {
        visit(offset + marks.trailingZeroBitCount / 8)
        marks &= marks &- 1
      }
    }
    var offset = 0
    while offset &+ 32 <= buffer.count {
      // Lines are long: most words have no control character at all.
      let marks = (controls(offset), controls(offset &+ 8), controls(offset &+ 16), controls(offset &+ 24))
      if marks.0 | marks.1 | marks.2 | marks.3 != 0 {
        visit(marks.0, at: offset)
        visit(marks.1, at: offset &+ 8)
        visit(marks.2, at: offset &+ 16)
        visit(marks.3, at: offset &+ 24)
        if Int(starts[starts.count - 1]) > last { return starts }
      }
      offset &+= 32
    }
    while offset < buffer.count {
      visit(offset)
      offset += 1
    }
    return starts
  }

  private static func scalarsBefore(_ buffer: UnsafeBufferPointer<UInt8>, end: Int) -> [UInt32] {
    var result: [UInt32] = [0]
    result.reserveCapacity(end / stride + 1)
    var start = 0
    while start + stride < end {
      result.append(result[result.count - 1] + UInt32(scalarCount(buffer, start..<start + stride)))
      start += stride
    }
    return result
  }

  // MARK: Words of eight bytes

  private static let topBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101

  /// A bit for each byte below 0x0E, as line ends are. The top bit that every byte is given keeps the subtraction from
  /// borrowing of its neighbour.
  private static func controls(_ word: UInt64) -> UInt64 {
    ~((word | topBits) &- 0x0E &* lowBits) & ~word & topBits
  }

  /// Number of scalars that begin in a range: its bytes but for those that go on with one, which alone begin with the
  /// bits 10.
  private static func scalarCount(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let bytes = UnsafeRawBufferPointer(buffer)
    var count = range.count
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      // Each byte of `sums` counts for itself, and has room for what a stretch of this length can add to it.
      let end = min(offset &+ 1024, range.upperBound)
      var sums: UInt64 = 0
      while offset &+ 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        sums &+= (word >> 7) & ~(word >> 6) & Self.lowBits
        offset &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      // The product gathers the four sums in its upper bits.
      count &-= Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while offset < range.upperBound {
      if bytes[offset] & 0xC0 == 0x80 { count &-= 1 }
      offset += 1
    }
    return count
  }

  // MARK: Look-up

  public var lineCount: Int { lineStarts.count }

  /// The line (from 1) on which the byte at `offset` stands.
  ///
  /// - Parameter hint: a line that it may well be: looked at before all others.
  public func line(at offset: Int, near hint: Int = 1) -> Int {
    let offset = UInt32(clamping: offset)
    if lineStarts[hint - 1] <= offset, hint == lineStarts.count || offset < lineStarts[hint] { return hint }
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
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

  public func position(at offset: Int, near hint: Int = 1) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset, near: hint)
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

  /// - Parameter hint: the line on which it may well begin.
  public func positions(of range: SourceRange, near hint: Int = 1) -> PositionRange {
    let start = position(at: range.start, near: hint)
    // Most ranges are a word or a mark on one line.
    guard range.start >= contentStart, range.end <= bytes.count, range.end >= range.start, range.count <= Self.stride,
      start.line == lineStarts.count || range.end < Int(lineStarts[start.line])
    else { return PositionRange(start: start, end: position(at: range.end, near: start.line)) }
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
    bytes.withUnsafeBufferPointer { Self.scalarCount($0, range) }
  }
}
