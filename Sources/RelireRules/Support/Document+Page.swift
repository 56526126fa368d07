import RelireDocuments
import RelireModel

extension Document {
  /// The `html` element, written or implied.
  var rootElement: NodeID? { children(of: .root).first { isElement($0, .html) } }

  /// The `body` element, of a whole page or of one that leaves its tags out.
  var bodyElement: NodeID? { rootElement.flatMap { children(of: $0).first { isElement($0, .body) } } }

  /// The page's `title` element: the first one, wherever it stands, that is not an SVG image's. Nil in most
  /// fragments only after all nodes were looked at.
  var titleElement: NodeID? {
    var index: Int32 = 1
    while index < nodes.count {
      let node = nodes[Int(index)]
      if node.kind == .element {
        if node.name == .title { return NodeID(Int(index)) }
        if node.name == .svg || node.name == .template {
          index = node.subtreeEnd
          continue
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether the HTML file is a page rather than a piece of one: it writes its `html`, `head`, `body` or `title` tag.
  var isWholePage: Bool {
    guard format == .html else { return false }
    guard let html = rootElement else { return titleElement != nil }
    if !self[html].startTag.isEmpty { return true }
    return children(of: html).contains { child in
      (isElement(child, .head) || isElement(child, .body)) && !self[child].startTag.isEmpty
    } || titleElement != nil
  }
}

extension Prose {
  /// The block that holds a prose offset, or nil between blocks. A binary search.
  func block(at offset: Int) -> ProseBlock? { blockIndex(at: offset).map { blocks[$0] } }

  /// The number of that block.
  func blockIndex(at offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].range.contains(offset) ? low : nil
  }
}

extension String {
  /// With every run of white space one blank, and none at the ends: to be quoted in a message.
  var singleSpaced: String {
    // Nearly all texts are that already.
    if utf8.span.isSingleSpaced { return self }
    let trimmed = trimmingBlanks
    if trimmed.utf8.span.isSingleSpaced { return String(trimmed) }
    return unicodeScalars.split { $0.isProseSpace }.map { String($0) }.joined(separator: " ")
  }
}

extension Span<UInt8> {
  /// Whether all white space is single blanks between other characters, as far as first bytes tell.
  fileprivate var isSingleSpaced: Bool {
    var isAfterBlank = true
    for offset in indices {
      let byte = self[offset]
      if byte <= 0x20 {
        if isAfterBlank || byte != 0x20 { return false }
        isAfterBlank = true
        continue
      }
      isAfterBlank = false
      switch byte {
      // Spaces of other kinds begin so; of signs that do, those of U+2010 to U+2027 are the commonest.
      case 0xC2: if offset + 1 < count, self[offset + 1] == 0xA0 { return false }
      case 0xE2:
        guard offset + 2 < count, self[offset + 1] == 0x80, self[offset + 2] &- 0x90 < 0x18 else { return false }
      case 0xE1, 0xE3: return false
      default: break
      }
    }
    return !isAfterBlank
  }
}
