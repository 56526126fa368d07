extension Span<UInt8> {
  /// Whether the text begins with these bytes.
  func begins(with start: StaticString) -> Bool { holds(start, at: 0) }

  /// Whether these bytes stand anywhere in the text.
  func holds(_ text: StaticString) -> Bool {
    for offset in indices where holds(text, at: offset) { return true }
    return false
  }

  private func holds(_ text: StaticString, at start: Int) -> Bool {
    guard count - start >= text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Whether another text stands in this one, a blank or the end of the text on either side of it.
  func holdsWords(_ words: Span<UInt8>) -> Bool {
    guard count >= words.count else { return false }
    search: for start in 0...(count - words.count) {
      let end = start + words.count
      guard start == 0 || self[start - 1] == 0x20, end == count || self[end] == 0x20 else { continue }
      for offset in 0..<words.count where self[start + offset] != words[offset] { continue search }
      return true
    }
    return false
  }
}
