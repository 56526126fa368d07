import RelireModel

extension MarkdownTree {
  // MARK: Entering

  mutating func enter(_ block: MarkdownBlock) {
    flushHTML()
    if place == .inText { place = .afterBlock }
    switch block {
    case .document: break
    case .quotation: enterQuotation()
    case .bulletList, .orderedList: push(.list(block))
    case .item(let task): enterItem(task)
    case .rule: enterRule()
    case .heading(let level): enterHeading(level)
    case .code(let fence): enterCode(fence)
    case .html:
      endDefinitionList()
      push(.html)
    case .paragraph: push(.paragraph)
    case .table: enterTable(.table)
    case .tableHead: enterTable(.thead)
    case .tableBody: enterTable(.tbody)
    case .row: enterRow()
    case .cell(let isHeader, let alignment): enterCell(isHeader ? .th : .td, alignment)
    }
  }

  /// Opens an element of Markdown; what HTML has left open gives way as it would to a tag.
  private mutating func open(_ name: ElementName, _ marker: SourceRange) -> NodeID {
    let top = builder.stack.top
    if builder.depth > Int(top.floor) { HTMLTreeConstructor.closeImplied(by: name, at: marker.start, in: &builder) }
    return builder.open(name, startTag: marker)
  }

  private mutating func push(_ kind: OpenBlock.Kind, _ node: NodeID = .none, depth: Int? = nil) {
    blocks.append(OpenBlock(kind: kind, node: node, depth: depth ?? builder.depth))
  }

  private mutating func push(_ kind: OpenBlock.Kind, opening name: ElementName, _ marker: SourceRange) {
    let depth = builder.depth
    let node = open(name, marker)
    push(kind, node, depth: min(depth, builder.depth - 1))
  }

  private mutating func enterQuotation() {
    endDefinitionList()
    seek()
    let marker = lines.openQuotation(text)
    cursor = marker.end
    push(.quotation, opening: .blockquote, marker)
  }

  private mutating func enterRule() {
    endDefinitionList()
    seek()
    let end = trimmedLineEnd(lines.offset)
    push(.other, opening: .hr, SourceRange(lines.offset, end))
    cursor = end
    place = .afterBlock
  }

  private mutating func enterHeading(_ level: Int) {
    endDefinitionList()
    seek()
    let start = lines.offset
    let hashes = text.runEnd(of: UInt8(ascii: "#"), start)
    let isUnderlined = hashes - start != level || !(hashes == text.count || text[hashes].isWhiteSpace)
    let name = ElementName(rawValue: ElementName.h1.rawValue + UInt16(level - 1))
    push(.heading(isUnderlined: isUnderlined), opening: name, SourceRange(start, isUnderlined ? start : hashes))
    cursor = isUnderlined ? start : text.skipBlanks(hashes)
    place = .inText
  }

  private mutating func enterCode(_ fence: UInt8) {
    endDefinitionList()
    seek()
    let start = lines.offset
    let tag = SourceRange(start, fence == 0 ? start : trimmedLineEnd(start))
    if let id = attributes(of: tag) { addID(id) }
    push(.code(fence: fence, start: start), opening: .pre, tag)
    builder.open(.code, startTag: SourceRange(at: builder[builder.current].startTag.end))
    lineCount = 0
  }

  /// The id in the attributes at the end of a fence: ```` ```sh {#id} ````.
  private func attributes(of fence: SourceRange) -> SourceRange? {
    let bytes = builder.source.bytes
    guard !fence.isEmpty, bytes[fence.end - 1] == UInt8(ascii: "}"),
      let open = bytes.find("{", from: fence.start, to: fence.end),
      let id = AttributeList.id(bytes, SourceRange(open, fence.end)), !id.isEmpty
    else { return nil }
    return id
  }

  private mutating func addID(_ id: SourceRange) {
    builder.addAttribute(
      Attribute(
        name: .id, nameRange: SourceRange(at: id.start), valueRange: id, value: builder.source.string(id), quote: 0))
  }

  // MARK: Lists

  private mutating func enterItem(_ task: Int?) {
    seek()
    let start = lines.offset
    let mask = piece(at: start)?.mask
    if mask != nil { closeList() }
    let marker = lines.openItem(text)
    switch mask?.kind {
    case .definitionMarker:
      openDefinitionList(in: blocks.count - 2, at: start)
      if !blocks.isEmpty { blocks[blocks.count - 1].depth = builder.depth }
      nextPiece += 1
      push(.item, opening: .dd, marker)
    case .footnoteDefinition, .abbreviation:
      // The rest of the mark is hidden in the item's first line.
      push(.item, opening: .div, mask?.range ?? marker)
    default:
      openList(at: start, marker)
      push(.item, opening: .li, marker)
    }
    cursor = marker.end
    guard let task, task + 2 <= text.count else { return }
    builder.object(SourceRange(task - 1, task + 2), isVisible: false)
    cursor = task + 2
    lines.advance(text, to: cursor)
    isAfterMark = true
  }

  private mutating func openList(at start: Int, _ marker: SourceRange) {
    let last = blocks.count - 1
    guard case .list(let list) = blocks.last?.kind, !blocks[last].isOpen else { return }
    if last > 0 { endDefinitionList(of: last - 1) }
    if case .orderedList(let first) = list {
      if first != 1 {
        builder.addAttribute(
          Attribute(
            name: .start, nameRange: SourceRange(at: start), valueRange: SourceRange(start, max(start, marker.end - 1)),
            value: String(first), quote: 0))
      }
      _ = open(.ol, SourceRange(at: start))
    } else {
      _ = open(.ul, SourceRange(at: start))
    }
    blocks[last].isOpen = true
  }

  private mutating func closeList() {
    guard let list = blocks.last, list.isOpen else { return }
    builder.close(toDepth: list.depth, end: cursor)
    blocks[blocks.count - 1].isOpen = false
  }

  // MARK: Definition lists

  /// Opens a definition list in a block, unless one is open there.
  private mutating func openDefinitionList(in index: Int, at start: Int) {
    let depth = index >= 0 ? blocks[index].definitionListDepth : pageDefinitionListDepth
    guard depth == nil else { return }
    setDefinitionListDepth(builder.depth, index)
    _ = open(.dl, SourceRange(at: start))
  }

  private mutating func setDefinitionListDepth(_ depth: Int?, _ index: Int) {
    if index >= 0 { blocks[index].definitionListDepth = depth } else { pageDefinitionListDepth = depth }
  }

  /// Ends the definition list that the next block does not belong to.
  mutating func endDefinitionList() { endDefinitionList(of: blocks.count - 1) }

  private mutating func endDefinitionList(of index: Int) {
    guard let depth = index >= 0 ? blocks[index].definitionListDepth : pageDefinitionListDepth else { return }
    builder.close(toDepth: depth, end: cursor)
    setDefinitionListDepth(nil, index)
  }

  // MARK: Paragraphs

  /// Opens the paragraph that was announced, now that its first content is met.
  mutating func openParagraph(at start: Int, isAlertTitle: Bool) {
    isAfterMark = false
    let last = blocks.count - 1
    guard last >= 0, case .paragraph = blocks[last].kind, !blocks[last].isOpen else {
      // Text directly in a tight item.
      endDefinitionList()
      return
    }
    _ = blocks.popLast()
    while nextTerm < terms.count, terms[nextTerm] < start { nextTerm += 1 }
    if nextTerm < terms.count, terms[nextTerm] == start {
      openDefinitionList(in: blocks.count - 1, at: start)
      push(.other, opening: .dt, SourceRange(at: start))
      splitDepth = builder.depth
    } else {
      endDefinitionList()
      push(.other, opening: .p, SourceRange(at: start))
      splitDepth = isAlertTitle ? builder.depth : 0
    }
  }

  /// At a line end: ends a term or the title of an alert, whose next line is another block.
  mutating func splitParagraph(at next: Int) -> Bool {
    guard splitDepth > 0, builder.depth == splitDepth, let block = blocks.last else { return false }
    let name = builder.openName(at: splitDepth)
    builder.close(toDepth: block.depth, end: cursor)
    _ = open(name, SourceRange(at: next))
    if name == .p { splitDepth = 0 }
    return true
  }

  // MARK: Leaving

  mutating func leaveBlock() {
    flushHTML()
    guard let block = blocks.last else { return }
    // Around addresses that are links by themselves, md4c may leave a span without saying so.
    if !spans.isEmpty {
      spans.truncate(to: 0)
      imageDepth = 0
      linkDepth = 0
    }
    isAfterMark = false
    switch block.kind {
    case .quotation, .item:
      if place == .inText { place = .afterBlock }
      passTrailingDefinitions()
      lines.closeContainer()
    case .heading(let isUnderlined): endHeading(isUnderlined, block.node)
    case .code(let fence, let start): endCode(fence, start)
    case .row(let end): endRow(end)
    case .cell: endCell()
    case .list, .paragraph, .html, .tableHead, .other, .missing: break
    }
    _ = blocks.popLast()
    switch block.kind {
    // What a block of HTML has opened may close in another one.
    case .missing, .html: return
    default: builder.close(toDepth: block.depth, end: cursor)
    }
    if case .tableHead = block.kind { passTableRule() }
    if place == .inText, !isInRow { place = .afterBlock }
    splitDepth = 0
  }

  private var isInRow: Bool {
    if case .row = blocks.last?.kind { true } else { false }
  }

  private mutating func endHeading(_ isUnderlined: Bool, _ node: NodeID) {
    var end = trimmedLineEnd(cursor)
    while nextPiece < pieces.count, pieces[nextPiece].mask.range.start < end {
      let mask = pieces[nextPiece].mask
      if mask.kind == .attributeList, let id = AttributeList.id(builder.source.bytes, mask.range), !id.isEmpty {
        addID(id)
        builder.assignAttributes(to: node)
      }
      nextPiece += 1
    }
    if isUnderlined {
      lines.startLine(text, at: text.afterLineEnd(text.lineEnd(cursor)))
      end = max(end, trimmedLineEnd(min(lines.offset, text.count)))
    }
    cursor = end
    place = .afterBlock
  }

  private mutating func endCode(_ fence: UInt8, _ start: Int) {
    var end = text.lineEnd(start)
    // The fence is a line of its own.
    for _ in 0..<(fence == 0 ? max(0, lineCount - 1) : lineCount) { end = text.lineEnd(text.afterLineEnd(end)) }
    let contentStart = fence == 0 ? start : text.afterLineEnd(text.lineEnd(start))
    if end > contentStart { builder.verbatim(SourceRange(contentStart, end)) }
    cursor = max(end, builder[builder.current].startTag.end)
    builder.close(end: cursor)
    if fence != 0, end < text.count {
      lines.startLine(text, at: text.afterLineEnd(end))
      let end = text.runEnd(of: fence, lines.offset)
      let length = text.runEnd(of: fence, start) - start
      let after = text.skipBlanks(end)
      if lines.isInside, lines.indent < 4, end - lines.offset >= length, after == text.count || text[after].isLineEnd {
        cursor = end
      }
    }
    skipPieces(before: cursor)
    place = .afterBlock
  }

  // MARK: Tables

  private mutating func enterTable(_ name: ElementName) {
    endDefinitionList()
    seek()
    push(name == .thead ? .tableHead : .other, opening: name, SourceRange(at: lines.offset))
  }

  private mutating func enterRow() {
    seek(passesDefinitions: false)
    push(.row(end: trimmedLineEnd(lines.offset)), opening: .tr, SourceRange(at: lines.offset))
    cursor = lines.offset
    place = .inText
    isFirstCell = true
  }

  private mutating func enterCell(_ name: ElementName, _ alignment: MarkdownBlock.Alignment) {
    place = .inText
    guard case .row(let end) = blocks.last?.kind else { return push(.missing) }
    cursor = text.skipBlanks(cursor)
    if isFirstCell, cursor < end, text[cursor] == UInt8(ascii: "|") { cursor = text.skipBlanks(cursor + 1) }
    // A cell that its row leaves out is in no place.
    guard cursor < end || isFirstCell else { return push(.missing) }
    isFirstCell = false
    cursor = min(cursor, end)
    if alignment != .none {
      builder.addAttribute(
        Attribute(
          name: .style, nameRange: SourceRange(at: cursor), valueRange: SourceRange(at: cursor),
          value: "text-align: \(alignment.rawValue)", quote: 0))
    }
    push(.cell, opening: name, SourceRange(at: cursor))
  }

  private mutating func endCell() {
    guard let last = blocks.last else { return }
    builder.close(toDepth: last.depth, end: cursor)
    guard blocks.count > 1, case .row(let end) = blocks[blocks.count - 2].kind else { return }
    while cursor < end, text[cursor] != UInt8(ascii: "|") { cursor += 1 }
    if cursor < end { cursor += 1 }
  }

  private mutating func endRow(_ end: Int) {
    cursor = max(cursor, end)
    skipPieces(before: cursor)
    place = .afterBlock
  }

  /// The line of dashes belongs to the table, not to its head.
  private mutating func passTableRule() {
    lines.startLine(text, at: text.afterLineEnd(text.lineEnd(cursor)))
    cursor = max(cursor, trimmedLineEnd(min(lines.offset, text.count)))
    place = .afterBlock
  }
}
