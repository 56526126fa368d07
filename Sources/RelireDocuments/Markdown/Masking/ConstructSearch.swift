import Glibc

/// Tells a page that is CommonMark throughout, as most are, from one that the maskers must go through.
///
/// The maskers follow the blocks of a page to know what stands in code; all that they look for has a byte that
/// letters and the usual marks of a text have not.
enum ConstructSearch {
  /// Whether there may be anything from `start` on that a masker hides, rewrites or takes note of. Linear.
  static func mayHaveConstructs(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { mayHaveConstructs($0, from: start, bytes) }
  }

  private static func mayHaveConstructs(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, _ bytes: [UInt8]) -> Bool {
    if mayHaveTooManyLines(buffer, from: start) { return true }
    let raw = UnsafeRawBufferPointer(buffer)
    var offset = start
    while offset &+ 8 <= buffer.count {
      var marks = marks(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      while marks != 0 {
        if isConstruct(bytes, offset &+ marks.trailingZeroBitCount / 8) { return true }
        marks &= marks &- 1
      }
      offset &+= 8
    }
    while offset < buffer.count {
      if isConstruct(bytes, offset) { return true }
      offset += 1
    }
    return false
  }

  /// The highest bits of those of eight bytes that may begin a construct: `$`, `:`, `[`, `\`, `{` and `|`, the last four
  /// of which are two but for one bit. Above such a byte another one may be marked that is none.
  @inline(__always)
  private static func marks(_ eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Of seven bits, sums that reach the eighth from `[` on, and from `]` on.
    let letters = eight & (0x5F &* ones)
    let brackets = (letters &+ 0x25 &* ones) & ~(letters &+ 0x23 &* ones)
    let dollar = eight ^ UInt64(UInt8(ascii: "$")) &* ones
    let colon = eight ^ UInt64(UInt8(ascii: ":")) &* ones
    return (brackets | (dollar &- ones) & ~dollar | (colon &- ones) & ~colon) & ~eight & ones << 7
  }

  private static func isConstruct(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
    switch bytes[offset] {
    // A shortcode, a template's tag, attributes; a table's rule; a formula.
    case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "$"): return true
    // A footnote or an alert.
    case UInt8(ascii: "["): return next == UInt8(ascii: "^") || next == UInt8(ascii: "!")
    // A formula.
    case UInt8(ascii: "\\"): return next == UInt8(ascii: "(") || next == UInt8(ascii: "[")
    case UInt8(ascii: ":"):
      // The definition of a link.
      if offset > 0, bytes[offset - 1] == UInt8(ascii: "]") { return true }
      return next.isBlank ? mayBeginBlock(bytes, offset) : InlineMasker.emojiEnd(bytes, offset) != nil
    default: return false
    }
  }

  /// Whether before `offset` there is nothing on its line but what may be the marks of quotations and list items.
  private static func mayBeginBlock(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var before = offset
    while before > 0, bytes[before - 1].isBlank { before -= 1 }
    guard before > 0 else { return true }
    let mark = bytes[before - 1]
    return !(mark.isASCIIAlphanumeric || mark >= 0x80)
  }

  /// Whether a paragraph may be one of those that `ParserGuard` keeps from the parser.
  private static func mayHaveTooManyLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    // A line of text has two bytes at least.
    bytes.count - start > 2 * ParserGuard.lineLimit
      && count(0x0A, bytes, from: start) + count(0x0D, bytes, from: start) >= ParserGuard.lineLimit
  }

  private static func count(_ byte: Int32, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard var rest = bytes.baseAddress.map({ UnsafeRawPointer($0) + start }) else { return 0 }
    let end = rest + (bytes.count - start)
    var count = 0
    while let found = memchr(rest, byte, end - rest) {
      count += 1
      rest = UnsafeRawPointer(found) + 1
    }
    return count
  }
}
