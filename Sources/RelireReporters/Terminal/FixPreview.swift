import RelireModel

/// The line of an excerpt as it reads once a fix is applied.
struct FixPreview {
  let text: String
  /// Byte ranges of `text` that the fix wrote.
  let written: [Range<Int>]

  /// Nil when the fix reaches beyond the excerpt.
  init?(_ fix: LocatedFix, in excerpt: Excerpt) {
    let source = Array(excerpt.text.utf8)
    var bytes: [UInt8] = []
    var written: [Range<Int>] = []
    var position = 0
    for edit in fix.edits {
      let start = edit.range.start.offset - excerpt.offset
      let end = edit.range.end.offset - excerpt.offset
      guard start >= position, end >= start, end <= source.count else { return nil }
      bytes.append(contentsOf: source[position..<start])
      written.append(bytes.count..<(bytes.count + edit.text.utf8.count))
      bytes.append(contentsOf: edit.text.utf8)
      position = end
    }
    guard !fix.edits.isEmpty else { return nil }
    bytes.append(contentsOf: source[position...])
    text = String(decoding: bytes, as: UTF8.self)
    self.written = written
  }
}
