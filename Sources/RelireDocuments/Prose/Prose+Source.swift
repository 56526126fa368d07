import RelireModel

/// From prose back to the source.
extension Prose {
  /// To which neighbour a new character belongs when it is inserted between two pieces of markup.
  public enum Affinity: Sendable {
    case before, after
  }

  /// The segment that holds the byte at a prose offset. A binary search.
  public func segmentIndex(at offset: Int) -> Int {
    // Nothing foretells which way it goes: each step is a choice of a number, not of a branch.
    segments.withUnsafeBufferPointer { segments in
      var low = 0
      var count = segments.count
      while count > 1 {
        let half = count / 2
        low = Int(segments[low + half].start) <= offset ? low + half : low
        count -= half
      }
      return low
    }
  }

  public func end(ofSegment index: Int) -> Int {
    index + 1 < segments.count ? Int(segments[index + 1].start) : bytes.count
  }

  /// The source bytes from the first to the last character of a range of prose, markup between them included.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !segments.isEmpty else { return SourceRange(at: 0) }
    let index = segmentIndex(at: range.lowerBound)
    let start = sourceOffset(of: range.lowerBound, in: segments[index])
    if range.isEmpty { return SourceRange(at: start) }
    let end =
      range.upperBound <= end(ofSegment: index)
      ? sourceOffset(of: range.upperBound, in: segments[index]) : sourceOffset(of: range.upperBound, .before)
    // With front matter and attributes after the body, a hull can only be asked for within one block.
    return SourceRange(start, max(start, end))
  }

  /// Where in the source the boundary before the prose byte at `offset` lies: at the end of the
  /// character before it, or at the start of the one after it.
  public func sourceOffset(of offset: Int, _ affinity: Affinity) -> Int {
    let index = segmentIndex(at: affinity == .before ? max(0, offset - 1) : offset)
    return sourceOffset(of: offset, in: segments[index])
  }

  private func sourceOffset(of offset: Int, in segment: Segment) -> Int {
    let inside = offset - Int(segment.start)
    if segment.kind == .verbatim { return min(segment.source.start + inside, segment.source.end) }
    return inside <= 0 ? segment.source.start : segment.source.end
  }

  /// Whether markup stands between the character before `offset` and the one after it.
  public func isBoundary(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    let index = segmentIndex(at: offset)
    return index > 0 && Int(segments[index].start) == offset
      && segments[index - 1].source.end != segments[index].source.start
  }

  /// Whether markup stands between two characters of a range.
  public func holdsBoundary(_ range: Range<Int>) -> Bool {
    !range.isEmpty && (range.lowerBound + 1..<range.upperBound).contains { isBoundary($0) }
  }

  /// The edits that put `text` in place of a range of prose, or nil when that would touch something
  /// that is not text. Markup between the characters stays: the text goes to the first piece.
  public func edits(replacing range: Range<Int>, with text: String, affinity: Affinity = .before) -> TextEdits? {
    guard !range.isEmpty else {
      let anchor = affinity == .before ? range.lowerBound - 1 : range.lowerBound
      guard anchor >= 0, anchor < bytes.count else { return nil }
      return TextEdits(TextEdit(SourceRange(at: sourceOffset(of: range.lowerBound, affinity)), text))
    }
    var edits = TextEdits()
    var offset = range.lowerBound
    var index = segmentIndex(at: offset)
    while offset < range.upperBound {
      let segment = segments[index]
      guard segment.kind == .verbatim || segment.kind == .escape else { return nil }
      let end = min(range.upperBound, self.end(ofSegment: index))
      let source = SourceRange(sourceOffset(of: offset, in: segment), sourceOffset(of: end, in: segment))
      if let last = edits.last, last.range.end == source.start {
        edits.replaceLast(with: TextEdit(last.range.union(source), last.text))
      } else {
        edits.append(TextEdit(source, edits.isEmpty ? text : ""))
      }
      offset = end
      index += 1
    }
    return edits
  }
}
