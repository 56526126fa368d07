import RelireModel

/// Grows a document from a reader's events, in document order: the tree, the prose and its blocks at once.
///
/// The readers say what is there and where; the builder decides what of it is prose (see `Display`).
struct DocumentBuilder {
  private struct Open {
    let node: NodeID
    let display: Display
    let language: UInt8
    /// The nearest block element, itself included: where loose text belongs.
    let block: NodeID
    /// Whether text inside is not prose.
    let isOpaque: Bool
  }

  private struct PendingProse {
    let kind: ProseBlock.Kind
    let element: NodeID
    let language: UInt8
    let pieces: [ProsePiece]
  }

  let source: SourceText
  let format: Document.Format
  private var nodes: [Node] = []
  private var attributes: [Attribute] = []
  private(set) var customNames: [String] = []
  private var customNumbers: [String: UInt16] = [:]
  private var bytes: [UInt8] = []
  private var segments: [Prose.Segment] = []
  private var blocks: [ProseBlock] = []
  private var languages: [LanguageTag]
  private var stack: [Open] = []
  private var blockStart = 0
  private var pending: [PendingProse] = []
  var frontMatter: FrontMatter?
  var masks: [Mask] = []
  var problems: [ReadingProblem] = []

  init(source: SourceText, format: Document.Format, language: LanguageTag) {
    self.source = source
    self.format = format
    languages = [language]
    bytes.reserveCapacity(source.bytes.count)
    nodes.append(
      Node(
        kind: .root, name: ElementName(rawValue: .max), parent: .none, subtreeEnd: 0,
        range: SourceRange(0, source.bytes.count), startTag: SourceRange(at: 0), attributes: 0..<0, text: 0..<0))
    stack.append(Open(node: .root, display: .block, language: 0, block: .root, isOpaque: false))
  }

  // MARK: Elements

  /// Number of open elements, the root left out.
  var depth: Int { stack.count - 1 }

  /// The innermost open element, or the root.
  var current: NodeID { stack[stack.count - 1].node }

  /// The name of the open element at `depth` (1 is the outermost).
  func openName(at depth: Int) -> ElementName { nodes[Int(stack[depth].node.index)].name }

  /// The node's data so far: complete when it has been closed.
  subscript(node: NodeID) -> Node { nodes[Int(node.index)] }

  /// The name spelt by lower-case text, interned.
  mutating func elementName(_ lowercased: some Collection<UInt8>) -> ElementName {
    ElementName.known(lowercased) ?? ElementName(rawValue: customNumber(lowercased))
  }

  mutating func attributeName(_ lowercased: some Collection<UInt8>) -> AttributeName {
    AttributeName.known(lowercased) ?? AttributeName(rawValue: customNumber(lowercased))
  }

  private mutating func customNumber(_ spelling: some Collection<UInt8>) -> UInt16 {
    let spelling = String(decoding: spelling, as: UTF8.self)
    if let number = customNumbers[spelling] { return number }
    // A page with more than 60,000 different made-up names gets one name for all the rest.
    let number = ElementName.firstCustom + UInt16(min(customNames.count, 60_000))
    if customNames.count <= 60_000 { customNames.append(spelling) }
    customNumbers[spelling] = number
    return number
  }

  /// Opens an element inside the innermost open one.
  @discardableResult
  mutating func open(_ name: ElementName, startTag: SourceRange, attributes list: [Attribute] = []) -> NodeID {
    let parent = stack[stack.count - 1]
    let display = Display.of(name)
    let node = NodeID(nodes.count)
    let firstAttribute = UInt32(attributes.count)
    attributes.append(contentsOf: list)

    switch display {
    case .block, .verbatimBlock: flushBlock()
    case .object where !parent.isOpaque: appendObject(.object, "\u{FFFC}", startTag, parent.language, node)
    case .lineBreak where !parent.isOpaque: appendObject(.lineBreak, "\u{2028}", startTag, parent.language, node)
    case .inline, .hidden, .object, .lineBreak: break
    }
    nodes.append(
      Node(
        kind: .element, name: name, parent: parent.node, subtreeEnd: 0, range: startTag, startTag: startTag,
        attributes: firstAttribute..<UInt32(attributes.count), text: UInt32(bytes.count)..<UInt32(bytes.count)))
    let language = list.isEmpty ? parent.language : language(of: list, inherited: parent.language)
    stack.append(
      Open(
        node: node, display: display, language: language, block: display == .block ? node : parent.block,
        isOpaque: parent.isOpaque || (display != .block && display != .inline)))
    if !parent.isOpaque, !list.isEmpty { collectAttributeProse(list, name, node, language) }
    return node
  }

  /// Closes the innermost open element; its markup ends at `end`. Does nothing when none is open.
  mutating func close(end: Int) {
    guard stack.count > 1, let open = stack.popLast() else { return }
    if open.display == .block || open.display == .verbatimBlock { flushBlock(in: open) }
    finish(open, end: end)
    if open.display == .object, let index = segments.indices.last, segments[index].node == open.node {
      let segment = segments[index]
      segments[index] = Prose.Segment(
        start: segment.start, source: nodes[Int(open.node.index)].range, kind: segment.kind, language: segment.language,
        node: segment.node)
    }
  }

  private mutating func finish(_ open: Open, end: Int) {
    let index = Int(open.node.index)
    nodes[index].subtreeEnd = Int32(nodes.count)
    nodes[index].range = SourceRange(nodes[index].range.start, max(end, nodes[index].startTag.end))
    nodes[index].text = nodes[index].text.lowerBound..<UInt32(bytes.count)
  }

  private mutating func language(of list: [Attribute], inherited: UInt8) -> UInt8 {
    var tag: LanguageTag?
    for attribute in list {
      switch attribute.name {
      case .lang: tag = LanguageTag(attribute.value)
      case .xmlLang where tag == nil: tag = LanguageTag(attribute.value)
      case .translate where attribute.value.lowercased() == "no": return languageNumber(.noLanguage)
      default: break
      }
    }
    return tag.map { languageNumber($0) } ?? inherited
  }

  private mutating func languageNumber(_ tag: LanguageTag) -> UInt8 {
    if let index = languages.firstIndex(of: tag) { return UInt8(index) }
    guard languages.count < 255 else { return 254 }
    languages.append(tag)
    return UInt8(languages.count - 1)
  }

  // MARK: Text

  /// Text that stands in the source as it is read.
  mutating func text(_ range: SourceRange) {
    guard !range.isEmpty else { return }
    let open = stack[stack.count - 1]
    if open.isOpaque { return verbatim(range) }
    let node = textNode(range, open)
    if let index = segments.indices.last, segments[index].kind == .verbatim, segments[index].node == node,
      segments[index].source.end == range.start, segments[index].language == open.language
    {
      let segment = segments[index]
      segments[index] = Prose.Segment(
        start: segment.start, source: segment.source.union(range), kind: .verbatim, language: open.language, node: node)
    } else {
      segments.append(
        Prose.Segment(start: UInt32(bytes.count), source: range, kind: .verbatim, language: open.language, node: node))
    }
    bytes.append(contentsOf: source.bytes[range.bounds])
    nodes[Int(node.index)].text = nodes[Int(node.index)].text.lowerBound..<UInt32(bytes.count)
  }

  /// A character (or several) that other source bytes spell: a character reference, an escape.
  mutating func text(_ characters: String, spelledBy range: SourceRange) {
    guard !characters.isEmpty else { return }
    let open = stack[stack.count - 1]
    if open.isOpaque { return verbatim(range) }
    let node = textNode(range, open)
    segments.append(
      Prose.Segment(start: UInt32(bytes.count), source: range, kind: .escape, language: open.language, node: node))
    bytes.append(contentsOf: characters.utf8)
    nodes[Int(node.index)].text = nodes[Int(node.index)].text.lowerBound..<UInt32(bytes.count)
  }

  /// Text that is not prose, wherever it stands.
  mutating func verbatim(_ range: SourceRange) {
    appendLeaf(.verbatim, range, stack[stack.count - 1].node)
  }

  /// A shortcode, a formula, a footnote mark, an emoji: one object character, when `isVisible`.
  mutating func object(_ range: SourceRange, isVisible: Bool = true) {
    let open = stack[stack.count - 1]
    let node = NodeID(nodes.count)
    if isVisible, !open.isOpaque { appendObject(.object, "\u{FFFC}", range, open.language, node) }
    appendLeaf(.object, range, open.node)
  }

  mutating func comment(_ range: SourceRange) {
    appendLeaf(.comment, range, stack[stack.count - 1].node)
  }

  private mutating func textNode(_ range: SourceRange, _ open: Open) -> NodeID {
    let last = nodes.count - 1
    if last > 0, nodes[last].kind == .text, nodes[last].parent == open.node {
      nodes[last].range = nodes[last].range.union(range)
      return NodeID(last)
    }
    appendLeaf(.text, range, open.node)
    return NodeID(nodes.count - 1)
  }

  private mutating func appendLeaf(_ kind: Node.Kind, _ range: SourceRange, _ parent: NodeID) {
    nodes.append(
      Node(
        kind: kind, name: ElementName(rawValue: .max), parent: parent, subtreeEnd: Int32(nodes.count + 1), range: range,
        startTag: SourceRange(at: range.start), attributes: 0..<0, text: UInt32(bytes.count)..<UInt32(bytes.count)))
  }

  private mutating func appendObject(
    _ kind: Prose.Segment.Kind, _ character: String, _ range: SourceRange, _ language: UInt8, _ node: NodeID
  ) {
    segments.append(
      Prose.Segment(start: UInt32(bytes.count), source: range, kind: kind, language: language, node: node))
    bytes.append(contentsOf: character.utf8)
  }

  // MARK: Blocks

  /// Ends the run of prose since the last block boundary.
  private mutating func flushBlock(in open: Open? = nil) {
    defer { blockStart = bytes.count }
    let open = open ?? stack[stack.count - 1]
    guard blockStart < bytes.count, let range = trimmed(blockStart..<bytes.count) else { return }
    blocks.append(
      ProseBlock(
        text: UInt32(range.lowerBound)..<UInt32(range.upperBound), kind: blockKind(open.block), language: open.language,
        element: open.block, tokens: 0..<0))
  }

  /// The range without white space at its ends; nil when nothing is left. No-break spaces stay: they are content.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func blockKind(_ element: NodeID) -> ProseBlock.Kind {
    switch nodes[Int(element.index)].name {
    case .p, .address: .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li: .listItem
    case .td, .th: .tableCell
    case .dt: .term
    case .dd: .definition
    case .caption, .figcaption: .caption
    case .blockquote: .quotation
    case .legend, .button, .option, .optgroup, .summary: .control
    case .title: .pageTitle
    default: format == .text ? .paragraph : .container
    }
  }

  // MARK: Prose outside the flow

  /// Text of an attribute or of the front matter; its block is added after the body's.
  mutating func prose(_ kind: ProseBlock.Kind, of element: NodeID, pieces: [ProsePiece]) {
    pending.append(
      PendingProse(kind: kind, element: element, language: stack[stack.count - 1].language, pieces: pieces))
  }

  private mutating func collectAttributeProse(
    _ list: [Attribute], _ name: ElementName, _ node: NodeID, _ language: UInt8
  ) {
    for attribute in list {
      let kind: ProseBlock.Kind
      switch attribute.name {
      case .alt: kind = .alternative
      case .title, .ariaLabel, .ariaDescription, .ariaRoledescription, .placeholder, .ariaPlaceholder:
        kind = .attribute
      case .content where name == .meta && list.contains { $0.name == .name && $0.value == "description" }:
        kind = .metaDescription
      default: continue
      }
      guard !attribute.value.isEmpty, !attribute.valueRange.isEmpty else { continue }
      pending.append(
        PendingProse(
          kind: kind, element: node, language: language,
          pieces: ProsePiece.pieces(of: attribute, in: source.bytes)))
    }
  }

  private mutating func appendPending() {
    for prose in pending {
      blockStart = bytes.count
      for piece in prose.pieces {
        let length = UInt32(bytes.count)
        switch piece {
        case .verbatim(let range):
          bytes.append(contentsOf: source.bytes[range.bounds])
          segments.append(
            Prose.Segment(start: length, source: range, kind: .verbatim, language: prose.language, node: .none))
        case .escape(let characters, let range):
          bytes.append(contentsOf: characters.utf8)
          segments.append(
            Prose.Segment(start: length, source: range, kind: .escape, language: prose.language, node: .none))
        }
      }
      guard let range = trimmed(blockStart..<bytes.count) else { continue }
      blocks.append(
        ProseBlock(
          text: UInt32(range.lowerBound)..<UInt32(range.upperBound), kind: prose.kind, language: prose.language,
          element: prose.element, tokens: 0..<0))
    }
  }

  // MARK: The end

  /// Closes what is open and gives the document.
  consuming func finish() -> Document {
    while stack.count > 1 { close(end: source.bytes.count) }
    flushBlock()
    finish(stack[0], end: source.bytes.count)
    appendPending()
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var segment = 0
    for index in blocks.indices {
      let first = UInt32(tokens.count)
      ProseScanner.scan(bytes, block: blocks[index], segments: segments, firstSegment: &segment, into: &tokens)
      blocks[index].tokens = first..<UInt32(tokens.count)
    }
    return Document(
      source: source, format: format, nodes: nodes, attributes: attributes, customNames: customNames,
      prose: Prose(bytes: bytes, segments: segments, blocks: blocks, tokens: tokens, languages: languages),
      frontMatter: frontMatter, masks: masks, problems: problems)
  }
}
