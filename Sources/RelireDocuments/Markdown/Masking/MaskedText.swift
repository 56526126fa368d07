import RelireModel

/// The copy of a page that md4c reads: what only Hugo understands is overwritten by as many bytes,
/// so that every offset stays true. A page without such constructs is never copied.
struct MaskedText {
  struct Piece {
    let mask: Mask
    /// Whether the reader of the page sees something in its place: it is then an object in the prose.
    var isVisible: Bool
  }

  /// Stands for a hidden byte. A letter, as in the words that Hugo itself puts in place of shortcodes: md4c takes
  /// no control characters in destinations, and `[a]({{< ref "b" >}})` is a link.
  static let substitute = UInt8(ascii: "x")

  private(set) var bytes: [UInt8]
  /// In order, and without overlaps, once `sort()` was called.
  private(set) var pieces: [Piece] = []
  /// Where paragraphs begin that are the terms of a definition list.
  var terms: [Int] = []
  /// Where lines begin, after their indentation, that look like `[label]: …`.
  var definitions: [Int] = []
  /// Cells under tables' heads that are too short for md4c, in order.
  var widenings: [ParserText.Widening] = []
  var problems: [ReadingProblem] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var masks: [Mask] { pieces.map(\.mask) }

  mutating func record(_ kind: Mask.Kind, _ range: SourceRange, name: String = "", isVisible: Bool = false) {
    pieces.append(Piece(mask: Mask(kind: kind, range: range, name: name), isVisible: isVisible))
  }

  mutating func record(_ piece: Piece) { pieces.append(piece) }

  /// Puts the constructs in order; one within another is left out.
  mutating func sort() {
    pieces.sort { $0.mask.range < $1.mask.range }
    var end = 0
    pieces.removeAll { piece in
      defer { end = max(end, piece.mask.range.end) }
      return piece.mask.range.start < end
    }
  }

  /// Overwrites by blanks and keeps line ends, so that whole lines become empty lines.
  mutating func blank(_ range: SourceRange) {
    for offset in range.bounds where !bytes[offset].isLineEnd { bytes[offset] = 0x20 }
  }

  /// Overwrites by one word-like run that stays within its line.
  mutating func hide(_ range: SourceRange) {
    for offset in range.bounds { bytes[offset] = Self.substitute }
  }

  /// Overwrites by stops: next to letters, what stands there neither lengthens an address nor keeps `_` from ending an
  /// emphasis.
  mutating func stop(_ range: SourceRange) {
    for offset in range.bounds { bytes[offset] = UInt8(ascii: ".") }
  }

  /// Blanks or hides a range, by whether it fills its own lines; list markers count as text.
  mutating func blankOrHide(_ range: SourceRange, from start: Int) {
    if fillsLines(range, from: start) { blank(range) } else { hide(range) }
  }

  /// Covers and records constructs, in order. Those that fill their lines, alone or side by side, become empty lines.
  mutating func cover(_ pieces: [Piece], from start: Int) {
    var index = 0
    while index < pieces.count {
      let first = index
      var end = pieces[index].mask.range.end
      index += 1
      while index < pieces.count, bytes.skipBlanks(end) == pieces[index].mask.range.start {
        end = pieces[index].mask.range.end
        index += 1
      }
      let group = SourceRange(pieces[first].mask.range.start, end)
      blankOrHide(group, from: start)
      // Blanks between two hidden constructs are text.
      if bytes[group.start] == Self.substitute {
        for gap in first..<(index - 1) {
          blank(SourceRange(pieces[gap].mask.range.end, pieces[gap + 1].mask.range.start))
        }
      }
      for piece in pieces[first..<index] { record(piece) }
    }
  }

  /// Puts other syntax of the same length in place of a construct.
  mutating func rewrite(_ syntax: StaticString, at offset: Int) {
    syntax.withUTF8Buffer { syntax in
      for (index, byte) in syntax.enumerated() { bytes[offset + index] = byte }
    }
  }

  private func fillsLines(_ range: SourceRange, from start: Int) -> Bool {
    var before = range.start
    while before > start, bytes[before - 1].isBlank || bytes[before - 1] == UInt8(ascii: ">") { before -= 1 }
    guard before == start || bytes[before - 1].isLineEnd else { return false }
    let after = bytes.skipBlanks(range.end)
    return after == bytes.count || bytes[after].isLineEnd
  }
}
