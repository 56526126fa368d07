import CLibYAML
import RelireModel

/// Finds how each character of a YAML scalar is written.
///
/// libyaml tells what a scalar says and where it stands, not how it spells it. The scalar is read
/// again here by the same rules; if both readings differ, the map is left out rather than guessed.
struct YAMLSpelling {
  let bytes: [UInt8]
  /// Where the key or the list begins to which the scalar belongs; nil at the root.
  let parentStart: Int?

  /// - Parameter range: the scalar without its anchor and tag.
  func read(
    _ range: SourceRange, style: yaml_scalar_style_t, value: UnsafeBufferPointer<UInt8>
  ) -> DataString {
    var builder = SpellingBuilder(bytes)
    let stringStyle: DataString.Style
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      stringStyle = .singleQuoted
      if range.count >= 2 { flow(range.start + 1..<range.end - 1, style, &builder) }
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      stringStyle = .doubleQuoted
      if range.count >= 2 { flow(range.start + 1..<range.end - 1, style, &builder) }
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      stringStyle = .block
      block(range.bounds, isFolded: style == YAML_FOLDED_SCALAR_STYLE, &builder)
    default:
      stringStyle = .plain
      flow(range.bounds, style, &builder)
    }
    let string = builder.finish(stringStyle)
    if builder.text.elementsEqual(value) { return string }
    return DataString(text: String(decoding: value, as: UTF8.self), style: stringStyle, pieces: [])
  }

  /// The range of a scalar that follows its anchor (`&name`) and tag (`!name`).
  static func withoutProperties(_ bytes: [UInt8], _ range: SourceRange) -> SourceRange {
    var offset = range.start
    while offset < range.end, bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!") {
      while offset < range.end, bytes[offset] > 0x20 { offset += 1 }
      while offset < range.end {
        if bytes[offset] == UInt8(ascii: "#") {
          while offset < range.end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        } else if bytes[offset] <= 0x20 {
          offset += 1
        } else {
          break
        }
      }
    }
    return SourceRange(offset, range.end)
  }

  // MARK: Plain and quoted

  private func flow(
    _ range: Range<Int>, _ style: yaml_scalar_style_t, _ builder: inout SpellingBuilder
  ) {
    let isSingle = style == YAML_SINGLE_QUOTED_SCALAR_STYLE
    let isDouble = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if isBlank(byte) || isBreak(byte) {
        offset = fold(offset, range.upperBound, isEscaped: false, &builder)
      } else if isSingle, byte == UInt8(ascii: "'") {
        builder.escape("'", offset..<min(offset + 2, range.upperBound))
        offset += 2
      } else if isDouble, byte == UInt8(ascii: "\\") {
        offset = escape(offset, range.upperBound, &builder)
      } else {
        let start = offset
        while offset < range.upperBound, !isBlank(bytes[offset]), !isBreak(bytes[offset]),
          !(isSingle && bytes[offset] == UInt8(ascii: "'")), !(isDouble && bytes[offset] == UInt8(ascii: "\\"))
        {
          offset += 1
        }
        builder.verbatim(start..<offset)
      }
    }
  }

  /// White space: as it is within a line; a line end with the blanks around it is one blank, or as
  /// many line ends as there are empty lines.
  private func fold(
    _ start: Int, _ end: Int, isEscaped: Bool, _ builder: inout SpellingBuilder
  ) -> Int {
    var offset = isEscaped ? start + 1 : start
    var breaks = 0
    while offset < end {
      if isBreak(bytes[offset]) {
        offset = afterBreak(offset, end)
        breaks += 1
      } else if isBlank(bytes[offset]) {
        offset += 1
      } else {
        break
      }
    }
    switch breaks {
    case 0: builder.verbatim(start..<offset)
    // A backslash at the end of a line joins both lines without a blank.
    case 1 where !isEscaped: builder.escape(" ", start..<offset)
    default: builder.lineEnds(breaks - 1, start..<offset)
    }
    return offset
  }

  private func escape(_ start: Int, _ end: Int, _ builder: inout SpellingBuilder) -> Int {
    guard start + 1 < end else { return end }
    let code = bytes[start + 1]
    if isBreak(code) { return fold(start, end, isEscaped: true, &builder) }
    if let scalar = Self.simpleEscapes[code] {
      builder.escape(scalar, start..<start + 2)
      return start + 2
    }
    let digits =
      switch code {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    guard let (scalar, next) = Hexadecimal.scalar(bytes, start + 2, digits: digits, end: end) else { return end }
    builder.escape(scalar, start..<next)
    return next
  }

  private static let simpleEscapes: [UInt8: Unicode.Scalar] = {
    let table: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
      "0": "\0", "a": "\u{07}", "b": "\u{08}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{0B}", "f": "\u{0C}",
      "r": "\r", "e": "\u{1B}", " ": " ", "\"": "\"", "/": "/", "\\": "\\", "N": "\u{85}", "_": "\u{A0}",
      "L": "\u{2028}", "P": "\u{2029}",
    ]
    return Dictionary(uniqueKeysWithValues: table.map { (UInt8(truncatingIfNeeded: $0.value), $1) })
  }()

  // MARK: Block scalars

  private struct Line {
    let start: Int
    /// Without the line end.
    let end: Int
    let next: Int
  }

  private func block(
    _ range: Range<Int>, isFolded: Bool, _ builder: inout SpellingBuilder
  ) {
    var offset = range.lowerBound
    var chomping: UInt8 = 0
    var indicator: Int?
    while offset < range.upperBound, !isBreak(bytes[offset]), bytes[offset] != UInt8(ascii: "#") {
      switch bytes[offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "+"): chomping = bytes[offset]
      case UInt8(ascii: "1")...UInt8(ascii: "9"): indicator = Int(bytes[offset] - UInt8(ascii: "0"))
      default: break
      }
      offset += 1
    }
    while offset < range.upperBound, !isBreak(bytes[offset]) { offset += 1 }
    if offset < range.upperBound { offset = afterBreak(offset, range.upperBound) }

    let explicit = indicator.map { $0 + parentColumn }
    guard let indent = explicit ?? indentation(offset..<range.upperBound) else {
      return emptyBlock(offset..<range.upperBound, keeps: chomping == UInt8(ascii: "+"), &builder)
    }
    // Line ends that are not yet known to be kept, dropped or folded.
    var pending: [Line] = []
    var hasContent = false
    var wasBlank = false
    while offset < range.upperBound {
      let line = self.line(offset, range.upperBound)
      offset = line.next
      var start = line.start
      while start < line.end, start - line.start < indent, bytes[start] == 0x20 { start += 1 }
      if start == line.end {
        pending.append(line)
        continue
      }
      let isBlank = isBlank(bytes[start])
      if let first = pending.first {
        if !hasContent {
          for line in pending { builder.lineEnds(1, line.end..<line.next) }
        } else if isFolded, !wasBlank, !isBlank {
          if pending.count == 1 {
            builder.escape(" ", first.end..<start)
          } else {
            builder.lineEnds(pending.count - 1, first.end..<start)
          }
        } else {
          for line in pending { lineEnd(line, &builder) }
        }
      }
      pending.removeAll(keepingCapacity: true)
      builder.verbatim(start..<line.end)
      if line.next > line.end { pending.append(Line(start: line.end, end: line.end, next: line.next)) }
      hasContent = true
      wasBlank = isBlank
    }
    switch chomping {
    case UInt8(ascii: "-"): break
    case UInt8(ascii: "+"): for line in pending { lineEnd(line, &builder) }
    default: if let first = pending.first { lineEnd(first, &builder) }
    }
  }

  /// A block without a line of text says nothing, or its line ends with `+`.
  private func emptyBlock(
    _ range: Range<Int>, keeps: Bool, _ builder: inout SpellingBuilder
  ) {
    guard keeps else { return }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let line = self.line(offset, range.upperBound)
      lineEnd(line, &builder)
      offset = line.next
    }
  }

  private func lineEnd(_ line: Line, _ builder: inout SpellingBuilder) {
    if line.next - line.end == 1, bytes[line.end] == 0x0A {
      builder.verbatim(line.end..<line.next)
    } else if line.next > line.end {
      builder.lineEnds(1, line.end..<line.next)
    }
  }

  /// The blanks before the first line of text; nil without such a line.
  private func indentation(_ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let line = self.line(offset, range.upperBound)
      let blanks = bytes[line.start..<line.end].prefix { $0 == 0x20 }.count
      if line.start + blanks < line.end { return blanks }
      offset = line.next
    }
    return nil
  }

  /// The column of what the scalar belongs to, from which an explicit indentation counts.
  private var parentColumn: Int {
    guard let parentStart else { return 0 }
    var start = parentStart
    while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
    return parentStart - start
  }

  // MARK: Lines

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func afterBreak(_ offset: Int, _ end: Int) -> Int {
    let isPair = bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  private func line(_ start: Int, _ limit: Int) -> Line {
    var end = start
    while end < limit, !isBreak(bytes[end]) { end += 1 }
    return Line(start: start, end: end, next: end < limit ? afterBreak(end, limit) : end)
  }
}

/// `\x`, `\u` and `\U` escapes.
enum Hexadecimal {
  /// The scalar that `digits` hexadecimal digits spell, and the offset after them.
  static func scalar(_ bytes: [UInt8], _ start: Int, digits: Int, end: Int) -> (Unicode.Scalar, next: Int)? {
    guard let value = value(bytes, start, digits: digits, end: end) else { return nil }
    return Unicode.Scalar(value).map { ($0, start + digits) }
  }

  static func value(_ bytes: [UInt8], _ start: Int, digits: Int, end: Int) -> UInt32? {
    guard digits > 0, start + digits <= end else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + digits {
      guard let digit = digit(bytes[offset]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
