/// A half-open range of UTF-8 byte offsets into one source file, counted from 0.
///
/// Offsets count the bytes of the file as it is on disk, a byte order mark included.
/// Stored in 32 bits: the readers refuse files of 4 GiB and more.
public struct SourceRange: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  /// - Precondition: `0 <= start <= end < 4 GiB`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a source range ends before it starts")
    self.init(lower: UInt32(start), upper: UInt32(end))
  }

  @usableFromInline
  init(lower: UInt32, upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }

  /// The empty range at `offset`: where something is missing or to be inserted.
  @inlinable
  public init(at offset: Int) { self.init(offset, offset) }

  public var start: Int { Int(lower) }
  public var end: Int { Int(upper) }
  public var count: Int { Int(upper - lower) }
  public var isEmpty: Bool { lower == upper }
  public var bounds: Range<Int> { start..<end }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether both share a byte, or one is empty and lies within or at an edge of the other.
  public func touches(_ other: SourceRange) -> Bool { start <= other.end && other.start <= end }

  public func overlaps(_ other: SourceRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

extension SourceRange: Comparable {
  /// By start, then by end.
  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}

extension SourceRange: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
