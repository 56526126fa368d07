import CCharacterReferences
import RelireModel

/// HTML's character references (`&eacute;`, `&#233;`, `&#xE9;`), as the HTML standard resolves them
/// (§13.2.5.72 and following).
public enum CharacterReferences {
  /// A text with its references resolved. Linear.
  public static func resolved(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { text(of: SourceRange(0, $0.count), in: $0, isAttribute: false) }
  }

  /// The pieces of a run of source: verbatim text, and a piece for each reference. Linear.
  static func pieces(of range: SourceRange, in bytes: [UInt8], isAttribute: Bool) -> [ProsePiece] {
    var pieces: [ProsePiece] = []
    bytes.withUnsafeBufferPointer { buffer in
      forEachPiece(of: range, in: buffer, isAttribute: isAttribute) { pieces.append($0) }
    }
    return pieces
  }

  /// Calls `body` with each piece in order. Linear.
  @inline(__always)
  static func forEachPiece(
    of range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool, _ body: (ProsePiece) -> Void
  ) {
    var verbatimStart = range.start
    var offset = range.start
    let end = range.end
    while offset < end {
      guard bytes[offset] == UInt8(ascii: "&"),
        let (text, length) = reference(in: bytes, at: offset, end: end, isAttribute: isAttribute)
      else {
        offset += 1
        continue
      }
      if offset > verbatimStart { body(.verbatim(SourceRange(verbatimStart, offset))) }
      body(.escape(text, spelledBy: SourceRange(offset, offset + length)))
      offset += length
      verbatimStart = offset
    }
    if verbatimStart < end { body(.verbatim(SourceRange(verbatimStart, end))) }
  }

  /// A run of source with its references resolved.
  static func text(of range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool) -> String {
    guard HTMLTagScanner.offset(of: UInt8(ascii: "&"), bytes, from: range.start, range.end) < range.end else {
      return String(decoding: bytes[range.bounds], as: UTF8.self)
    }
    var text = ""
    forEachPiece(of: range, in: bytes, isAttribute: isAttribute) { piece in
      switch piece {
      case .verbatim(let range): text += String(decoding: bytes[range.bounds], as: UTF8.self)
      case .escape(let characters, _): text += characters
      }
    }
    return text
  }

  /// The reference that starts with the `&` at `start`: its text and its length in bytes; nil for a mere `&`.
  static func reference(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, isAttribute: Bool)
    -> (text: String, length: Int)?
  {
    let first = start + 1
    guard first < end else { return nil }
    return bytes[first] == UInt8(ascii: "#")
      ? numeric(in: bytes, at: start, end: end)
      : named(in: bytes, at: start, end: end, isAttribute: isAttribute)
  }

  // MARK: Named

  /// `CounterClockwiseContourIntegral` is the longest name.
  private static let longestName = 31
  /// `frac12` and others: the longest name that works without a semicolon.
  private static let longestBareName = 6

  private static func named(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, isAttribute: Bool)
    -> (text: String, length: Int)?
  {
    let first = start + 1
    var offset = first
    while offset < end, offset - first <= longestName, bytes[offset].isASCIIAlphanumeric { offset += 1 }
    let run = offset - first
    guard run > 1, let base = bytes.baseAddress else { return nil }
    if offset < end, bytes[offset] == UInt8(ascii: ";"), run <= longestName {
      let found = relire_character_reference(base + first, run)
      if found.first != 0 { return (string(found), run + 2) }
    }
    // Without its semicolon: the longest known beginning. In an attribute, `&copy=1` and `&copyright` are queries.
    for length in stride(from: min(run, longestBareName), to: 1, by: -1) {
      let found = relire_character_reference(base + first, length)
      guard found.first != 0, found.worksWithoutSemicolon else { continue }
      let next = first + length
      if isAttribute, next < end, bytes[next] == UInt8(ascii: "=") || bytes[next].isASCIIAlphanumeric { return nil }
      return (string(found), length + 1)
    }
    return nil
  }

  private static func string(_ found: RelireCharacterReference) -> String {
    var text = String(scalar(found.first))
    if found.second != 0 { text.unicodeScalars.append(Unicode.Scalar(found.second) ?? replacement) }
    return text
  }

  // MARK: Numeric

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  private static func numeric(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int)
    -> (text: String, length: Int)?
  {
    var offset = start + 2
    guard offset < end else { return nil }
    let isHexadecimal = bytes[offset] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { offset += 1 }
    let digits = offset
    var value: UInt32 = 0
    while offset < end {
      let byte = bytes[offset]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte &- 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) &- 0x61) + 10
      } else {
        break
      }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      offset += 1
    }
    guard offset > digits else { return nil }
    if offset < end, bytes[offset] == UInt8(ascii: ";") { offset += 1 }
    return (String(scalar(value)), offset - start)
  }

  /// The character of a number: NUL, surrogates and what is beyond Unicode are U+FFFD, and the C1 controls
  /// are read as windows-1252, for that is what pages that write `&#150;` mean.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    if number == 0 { return replacement }
    if number >= 0x80, number < 0xA0 { return Windows1252.scalar(UInt8(number)) }
    return Unicode.Scalar(number) ?? replacement
  }
}
