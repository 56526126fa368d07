/// A word of at most sixteen bytes in two registers, its letters lowered as far as a single bit does it: ASCII,
/// Latin-1.
///
/// Words whose spellings are the same and whose `FoldedHash`es are the same are the same, letter case aside. Where the
/// spellings differ, the words may still be the same: *Œ* and *œ*.
struct Spelling: Equatable, Sendable {
  private let low: UInt64
  private let high: UInt64

  /// Of no word.
  static let none = Spelling(low: 0, high: 0)

  private static let window = 16
  /// The bit that parts a small letter from its capital.
  private static let cases: UInt64 = 0x2020_2020_2020_2020

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init(_ word: some Collection<UInt8>) {
    guard !word.isEmpty, word.count <= Self.window else {
      self = .none
      return
    }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (place, byte) in word.enumerated() {
      let lowered = UInt64(byte | 0x20) << UInt64((place & 7) * 8)
      if place < 8 { low |= lowered } else { high |= lowered }
    }
    self.init(low: low, high: high)
  }

  /// Whether the word at `range` is spelled so. No for the last words of a text, which have too little behind them to
  /// be read in one.
  @inline(__always)
  func isOf(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = range.upperBound - range.lowerBound
    guard count <= Self.window, range.lowerBound + Self.window <= bytes.count else { return false }
    let raw = UnsafeRawBufferPointer(bytes)
    let first = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: range.lowerBound + 8, as: UInt64.self))
    let firstMask = UInt64.max &>> UInt64(64 - 8 * min(count, 8))
    let secondMask = count <= 8 ? 0 : UInt64.max &>> UInt64(64 - 8 * (count - 8))
    return (first | Self.cases) & firstMask == low && (second | Self.cases) & secondMask == high
  }
}
