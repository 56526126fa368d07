import Glibc

/// Tells a page that is CommonMark throughout, as most are, from one that the maskers must go through.
///
/// The maskers follow the blocks of a page to know what stands in code; all that they look for has a byte that
/// letters and the usual marks of a text have not.
struct ConstructSearch {
  private let bytes: [UInt8]
  private let start: Int
  private let hasDialects: Bool

  /// Whether there may be anything from `start` on that a masker hides, rewrites or takes note of. Linear.
  ///
  /// - Parameter hasDialects: whether the page may be written in a Markdown that is not Hugo's.
  static func mayHaveConstructs(_ bytes: [UInt8], from start: Int, hasDialects: Bool = false) -> Bool {
    let search = ConstructSearch(bytes: bytes, start: start, hasDialects: hasDialects)
    // A shortcode, a template's tag, attributes; a table's rule; a formula: what is most frequent comes first.
    return search.has("{") || search.has("|") || search.has("$") || search.has(":", where: search.isConstruct(colon:))
      || search.has("[", where: search.isConstruct(bracket:)) || search.has("\\", where: search.isConstruct(backslash:))
      || search.has("<", where: search.isConstruct(angle:)) || search.mayHaveTooManyLines
      || hasDialects && search.mayHaveDialectBlocks
  }

  /// Whether a byte stands there, at an offset of which something is true.
  @inline(__always)
  private func has(_ byte: Unicode.Scalar, where isMeant: (Int) -> Bool = { _ in true }) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var offset = start
      // Within the array: what is found is below its count.
      while offset < buffer.count, let found = memchr(base + offset, Int32(byte.value), buffer.count - offset) {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if isMeant(offset) { return true }
        offset += 1
      }
      return false
    }
  }

  private func byte(after offset: Int) -> UInt8 { offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A }

  /// A footnote, an alert, a link of a wiki, a citation.
  private func isConstruct(bracket offset: Int) -> Bool {
    switch byte(after: offset) {
    case UInt8(ascii: "^"), UInt8(ascii: "!"): true
    case UInt8(ascii: "["), UInt8(ascii: "@"), UInt8(ascii: "-"): hasDialects
    default: false
    }
  }

  /// A template's tag, the first line of a conflict.
  private func isConstruct(angle offset: Int) -> Bool {
    switch byte(after: offset) {
    case UInt8(ascii: "%"): hasDialects
    case UInt8(ascii: "<"): MergeConflict.begins(bytes, at: offset)
    default: false
    }
  }

  private var mayHaveDialectBlocks: Bool {
    DialectBlock.isCandidate(bytes, bytes.skipBlanks(start))
      || has("\n") { DialectBlock.isCandidate(bytes, contentStart($0 + 1)) }
  }

  /// Past indentation and the marks of quotations.
  private func contentStart(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isBlank || bytes[offset] == UInt8(ascii: ">") { offset += 1 }
    return offset
  }

  /// A formula.
  private func isConstruct(backslash offset: Int) -> Bool {
    byte(after: offset) == UInt8(ascii: "(") || byte(after: offset) == UInt8(ascii: "[")
  }

  /// The definition of a link or of a term, an emoji.
  private func isConstruct(colon offset: Int) -> Bool {
    if offset > 0, bytes[offset - 1] == UInt8(ascii: "]") { return true }
    return byte(after: offset).isBlank ? mayBeginBlock(offset) : InlineMasker.emojiEnd(bytes, offset) != nil
  }

  /// Whether before `offset` there is nothing on its line but what may be the marks of quotations and list items.
  private func mayBeginBlock(_ offset: Int) -> Bool {
    var before = offset
    while before > 0, bytes[before - 1].isBlank { before -= 1 }
    guard before > 0 else { return true }
    let mark = bytes[before - 1]
    return !(mark.isASCIIAlphanumeric || mark >= 0x80)
  }

  /// Whether a paragraph may be one of those that `ParserGuard` keeps from the parser.
  private var mayHaveTooManyLines: Bool {
    // A line of text has two bytes at least.
    guard bytes.count - start > 2 * ParserGuard.lineLimit else { return false }
    var lineEnds = 0
    func isOneTooMany(_: Int) -> Bool {
      lineEnds += 1
      return lineEnds >= ParserGuard.lineLimit
    }
    return has("\n", where: isOneTooMany) || has("\r", where: isOneTooMany)
  }
}
