import RelireModel

/// The edits of a fix as one: formats that know single edits only would apply a half of it.
struct MergedEdit {
  let start: Position
  let end: Position
  let text: String

  /// Nil when what lies between the edits is not in the excerpt.
  init?(_ fix: LocatedFix, in excerpt: Excerpt) {
    guard let first = fix.edits.first, let last = fix.edits.last else { return nil }
    start = first.range.start
    end = last.range.end
    guard fix.edits.count > 1 else {
      text = first.text
      return
    }
    let line = Array(excerpt.text.utf8)
    var bytes: [UInt8] = []
    var position = start.offset
    for edit in fix.edits {
      let low = position - excerpt.offset
      let high = edit.range.start.offset - excerpt.offset
      guard low >= 0, low <= high, high <= line.count else { return nil }
      bytes.append(contentsOf: line[low..<high])
      bytes.append(contentsOf: edit.text.utf8)
      position = edit.range.end.offset
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
