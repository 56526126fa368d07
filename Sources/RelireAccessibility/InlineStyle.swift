/// The little that a `style` attribute says of visibility.
enum InlineStyle {
  enum Display: Sendable {
    case unknown, none, shown
  }

  /// Reads `display` and `visibility`; the last declaration wins.
  static func read(_ style: String, display: inout Display, visibility: inout Bool?) {
    read(style.utf8.span, display: &display, visibility: &visibility)
  }

  static func read(_ bytes: Span<UInt8>, display: inout Display, visibility: inout Bool?) {
    // `display` and `visibility` have their second and third letters in common.
    guard mayTell(bytes) else { return }
    var start = 0
    while start < bytes.count {
      let end = first(UInt8(ascii: ";"), in: bytes, start..<bytes.count)
      let colon = first(UInt8(ascii: ":"), in: bytes, start..<end)
      if colon < end {
        // What comes after `!` is no part of the value.
        let value = trimmed(bytes, (colon + 1)..<first(UInt8(ascii: "!"), in: bytes, (colon + 1)..<end))
        let name = trimmed(bytes, start..<colon)
        if isSame(bytes, name, "display") {
          display = isSame(bytes, value, "none") ? .none : .shown
        } else if isSame(bytes, name, "visibility") {
          visibility = !isSame(bytes, value, "hidden") && !isSame(bytes, value, "collapse")
        }
      }
      start = end + 1
    }
  }

  /// Whether a style keeps an element's text from the eye, though not from ears: cut to nothing or put far off, without
  /// a size or a colour. For the few elements of which that is asked.
  static func keepsFromEye(_ style: String) -> Bool {
    let bytes = style.utf8.filter { $0 > 0x20 }
    let plain = String(decoding: bytes, as: UTF8.self).lowercased()
    if hidesText(plain: plain) || holds(plain, "opacity:0") { return true }
    guard plain.contains("absolute") || plain.contains("fixed") else { return false }
    return plain.contains("clip") || plain.contains("-999") || plain.contains("-1000")
  }

  /// Whether a style leaves the element in its place and takes its text away.
  static func hidesText(_ style: String) -> Bool {
    hidesText(plain: String(decoding: style.utf8.filter { $0 > 0x20 }, as: UTF8.self).lowercased())
  }

  private static func hidesText(plain: String) -> Bool {
    holds(plain, "font-size:0") || plain.contains("text-indent:-999") || plain.contains("text-indent:-1000")
  }

  /// Whether a declaration of zero, in any unit, stands in a style: not of `0.5`.
  private static func holds(_ style: String, _ zero: String) -> Bool {
    for part in style.split(separator: ";") where part.hasPrefix(zero) {
      let rest = part.dropFirst(zero.count)
      if !rest.contains(where: { "123456789".contains($0) }) { return true }
    }
    return false
  }

  private static func mayTell(_ bytes: Span<UInt8>) -> Bool {
    for offset in 1..<max(1, bytes.count) where bytes[offset] | 0x20 == 0x73 && bytes[offset - 1] | 0x20 == 0x69 {
      return true
    }
    return false
  }

  /// The offset of the first such byte in a range; the range's end where there is none.
  private static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    for offset in range where bytes[offset] == byte { return offset }
    return range.upperBound
  }

  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isHTMLBlank { start += 1 }
    while end > start, bytes[end - 1].isHTMLBlank { end -= 1 }
    return start..<end
  }

  /// Whether a word stands at a range, its letters in any case.
  private static func isSame(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for place in 0..<range.count where bytes[range.lowerBound + place] | 0x20 != word.utf8Start[place] { return false }
    return true
  }
}
