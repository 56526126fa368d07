import RelireDocuments
import RelireModel

extension Document {
  /// The prose inside an element, white space and no-break spaces at its ends left out.
  func trimmedText(of node: NodeID) -> Range<Int> {
    prose.trimmed(Int(self[node].text.lowerBound)..<Int(self[node].text.upperBound))
  }

  /// The place to point at for a whole element: in Markdown all of it, in HTML its start tag.
  func signpost(of node: NodeID) -> SourceRange {
    let element = self[node]
    let tag = element.startTag
    let isTag = tag.count > 2 && source.bytes[tag.start] == 0x3C && source.bytes[tag.end - 1] == 0x3E
    return format == .html || isTag ? (tag.isEmpty ? element.range : tag) : element.range
  }

  /// What follows under the same parent: an element, or text that is not blank. Comments do not count.
  func nextSibling(of node: NodeID) -> NodeID? {
    let end = self[self[node].parent].subtreeEnd
    var next = self[node].subtreeEnd
    while next < end {
      let sibling = self[NodeID(Int(next))]
      if sibling.kind == .element { return NodeID(Int(next)) }
      if sibling.kind != .comment, !isBlank(NodeID(Int(next))) { return NodeID(Int(next)) }
      next = sibling.subtreeEnd
    }
    return nil
  }

  /// What comes before under the same parent, found likewise. Linear in the depth of what it holds.
  func previousSibling(of node: NodeID) -> NodeID? {
    let parent = self[node].parent
    var index = Int(node.index) - 1
    while index > Int(parent.index) {
      var sibling = NodeID(index)
      while self[sibling].parent != parent { sibling = self[sibling].parent }
      if self[sibling].kind != .comment, !isBlank(sibling) { return sibling }
      index = Int(sibling.index) - 1
    }
    return nil
  }

  private func isBlank(_ node: NodeID) -> Bool {
    self[node].kind == .text && trimmedText(of: node).isEmpty
  }
}

extension Prose {
  /// The range without white space of any kind at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, let width = spaceWidth(at: start, end) { start += width }
    while end > start, let width = spaceWidth(before: end, start) { end -= width }
    return start..<end
  }

  /// The number of bytes of the white space character at `offset`; nil when there is none.
  private func spaceWidth(at offset: Int, _ end: Int) -> Int? {
    switch bytes[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      guard offset + 2 < end, bytes[offset + 1] == 0x80 else { return nil }
      return bytes[offset + 2] <= 0x8A || (0xA8...0xAF).contains(bytes[offset + 2]) ? 3 : nil
    default: return nil
    }
  }

  private func spaceWidth(before offset: Int, _ start: Int) -> Int? {
    for width in 1...3 where offset - width >= start {
      if bytes[offset - width] & 0xC0 == 0x80 { continue }
      return spaceWidth(at: offset - width, offset) == width ? width : nil
    }
    return nil
  }
}
