import RelireDocuments
import RelireModel

/// Bold text that fills a block, or the first line of one: what authors write instead of a heading.
struct BoldLabel {
  let element: NodeID
  /// The paragraph (or other block) that it begins.
  let block: NodeID
  /// Without spaces at its ends.
  let text: String
  /// Prose offsets of `text`.
  let range: Range<Int>
  /// Whether nothing else is in the block.
  let fillsBlock: Bool
  /// Whether nothing else is on its line; else it ends in a colon and is run in, as in `**Public :** tous`.
  let endsLine: Bool
  /// The node after which comes what the label announces: the paragraph, or in a `div` the label itself.
  let follower: NodeID

  var endsInColon: Bool { text.utf8.last == UInt8(ascii: ":") }

  /// - Returns: nil when the element is not the first of its block, or is mere emphasis within a line.
  init?(_ element: NodeID, on page: Page) {
    let document = page.document
    let node = document[element]
    let content = document.trimmedText(of: element)
    guard !content.isEmpty, content.count <= 320 else { return nil }
    // Up through other emphasis, as in `_**Titre**_`, to what holds it. No author nests more than a few; where end tags
    // are missing, thousands may be.
    var outer = element
    for _ in 0..<8 {
      guard document[document[outer].parent].kind == .element, document[document[outer].parent].name.isEmphasis else {
        break
      }
      outer = document[outer].parent
    }
    let block = document[outer].parent
    guard document[block].kind == .element,
      document[block].name.holdsLabels,
      let prose = document.prose.block(at: content.lowerBound), prose.element == block,
      // Bold text that holds blocks of its own is no label.
      content.upperBound <= prose.range.upperBound,
      prose.range.lowerBound == content.lowerBound || prose.range.lowerBound == Int(node.text.lowerBound),
      !document.isInsideOrHoldsOnlyLink(element)
    else { return nil }
    self.element = outer
    self.block = block
    follower = document.isElement(block, .p) ? block : outer
    // `**Objectifs** :` has its colon outside.
    let rest = document.prose.trimmed(content.upperBound..<prose.range.upperBound)
    if rest.first.map({ document.prose.bytes[$0] }) == UInt8(ascii: ":") {
      range = content.lowerBound..<(rest.lowerBound + 1)
    } else {
      range = content
    }
    text = document.prose.string(range)
    fillsBlock = range.upperBound >= document.prose.trimmed(prose.range).upperBound
    endsLine = fillsBlock || document.prose.startsLine(after: range.upperBound)
    guard endsLine || endsInColon else { return nil }
  }

  /// The source of the label's text, its emphasis marks, its colon and spaces left out.
  func titleSource(_ document: Document) -> SourceRange {
    var end = range.upperBound
    if endsInColon { end -= 1 }
    return document.prose.sourceRange(of: document.prose.trimmed(range.lowerBound..<end))
  }
}

extension ElementName {
  fileprivate var holdsLabels: Bool {
    self == .p || self == .div || self == .section || self == .article || self == .main || self == .body
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}

extension Prose {
  /// Whether a soft or hard line end comes next, spaces aside.
  fileprivate func startsLine(after offset: Int) -> Bool {
    var offset = offset
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset < bytes.count else { return true }
    return bytes[offset].endsLine || (bytes[offset] == 0xE2 && bytes.dropFirst(offset).starts(with: "\u{2028}".utf8))
  }
}

extension Document {
  /// Whether all of a paragraph's text is in one bold element.
  func isAllBold(_ block: NodeID) -> Bool {
    let text = trimmedText(of: block)
    guard !text.isEmpty else { return false }
    return children(of: block).contains { child in
      self[child].kind == .element && (self[child].name == .strong || self[child].name == .b)
        && trimmedText(of: child) == text
    }
  }

  /// Whether the element stands in a link, or its only content is one.
  fileprivate func isInsideOrHoldsOnlyLink(_ element: NodeID) -> Bool {
    if isElement(self[element].parent, .a) { return true }
    let text = trimmedText(of: element)
    return descendants(of: element).contains { isElement($0, .a) && trimmedText(of: $0) == text }
  }
}
