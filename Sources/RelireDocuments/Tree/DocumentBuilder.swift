import RelireModel

/// Grows a document from a reader's events, in document order: the tree, the prose and its blocks at once.
///
/// The readers say what is there and where; the builder decides what of it is prose (see `Display`).
struct DocumentBuilder: ~Copyable {
  private struct PendingProse {
    let kind: ProseBlock.Kind
    let element: NodeID
    var language: UInt8
    /// Where it stands as it is read, when it does: most need no list of one piece.
    let verbatim: SourceRange?
    let pieces: [ProsePiece]
  }

  let source: SourceText
  let format: Document.Format
  private var nodes: Arena<Node>
  private var attributes: [Attribute] = []
  private var customNames = NameTable()
  private var bytes: Arena<UInt8>
  private var segments: Arena<Prose.Segment>
  private var blocks: Arena<ProseBlock>
  private var languages: [LanguageTag]
  private(set) var stack = OpenElements()
  /// Where the attributes of the next element begin in `attributes`.
  private var firstAttribute = 0
  /// The names of its attributes, once they are many.
  private var manyNames: Set<AttributeName> = []
  private var blockStart = 0
  private var pending: [PendingProse] = []
  var frontMatter: FrontMatter?
  var masks: [Mask] = []
  var problems: [ReadingProblem] = []

  init(source: SourceText, format: Document.Format, language: LanguageTag) {
    self.source = source
    self.format = format
    languages = [language]
    // What nearly every page fits in.
    let count = source.bytes.count
    nodes = Arena(capacity: count / 32 + 16)
    bytes = Arena(capacity: count + 64)
    segments = Arena(capacity: count / 64 + 16)
    blocks = Arena(capacity: count / 128 + 8)
    attributes.reserveCapacity(count / 256 + 4)
    if format == .markdown { pending.reserveCapacity(8) }
    nodes.append(
      Node(
        kind: .root, name: ElementName(rawValue: .max), parent: .none, subtreeEnd: 0,
        range: SourceRange(0, count), startTag: SourceRange(at: 0), attributes: 0..<0, text: 0..<0))
  }

  // MARK: Elements

  /// Number of open elements, the root left out.
  var depth: Int { stack.depth }

  /// The innermost open element, or the root.
  var current: NodeID { stack.top.node }

  /// The name of the open element at `depth` (1 is the outermost).
  func openName(at depth: Int) -> ElementName { stack.entries[depth].name }

  /// The node's data so far: complete when it has been closed.
  subscript(node: NodeID) -> Node { @inline(__always) get { nodes[Int(node.index)] } }

  /// The name spelt by a piece of the source in any case, interned.
  mutating func elementName(_ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> ElementName {
    let name = UnsafeBufferPointer(rebasing: bytes[range.bounds])
    let hash = NameTable.hash(name)
    if let number = NameTable.elements.index(of: name, hash: hash) { return ElementName(rawValue: number) }
    return ElementName(rawValue: customNumber(name, hash))
  }

  mutating func attributeName(_ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> AttributeName {
    let name = UnsafeBufferPointer(rebasing: bytes[range.bounds])
    let hash = NameTable.hash(name)
    if let number = NameTable.attributes.index(of: name, hash: hash) { return AttributeName(rawValue: number) }
    return AttributeName(rawValue: customNumber(name, hash))
  }

  private mutating func customNumber(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> UInt16 {
    if let number = customNames.index(of: name, hash: hash) { return ElementName.firstCustom + number }
    // A page with more than 60,000 different made-up names gets one name for all the rest.
    if customNames.count < 60_000 { customNames.insert(name, hash: hash) }
    return ElementName.firstCustom + UInt16(customNames.count - 1)
  }

  /// Opens an element inside the innermost open one.
  @discardableResult
  mutating func open(_ name: ElementName, startTag: SourceRange, attributes list: [Attribute] = []) -> NodeID {
    for attribute in list { addAttribute(attribute) }
    return push(name, startTag, isTag: false)
  }

  /// Opens an element for a tag of HTML, with the attributes added since the last one: other tags may close it.
  @discardableResult
  mutating func open(_ name: ElementName, tag: SourceRange) -> NodeID { push(name, tag, isTag: true) }

  /// Opens an element that HTML implies. It has no attributes: those added stay for the next one.
  @discardableResult
  mutating func openImplied(_ name: ElementName, at offset: Int) -> NodeID {
    push(name, SourceRange(at: offset), isTag: true, takesAttributes: false)
  }

  private mutating func push(
    _ name: ElementName, _ startTag: SourceRange, isTag: Bool, takesAttributes: Bool = true
  ) -> NodeID {
    let parent = stack.top
    let display = Display.of(name)
    let node = NodeID(nodes.count)
    let list = UInt32(firstAttribute)..<UInt32(takesAttributes ? attributes.count : firstAttribute)
    firstAttribute = Int(list.upperBound)

    if !parent.isOpaque {
      switch display {
      case .block, .verbatimBlock: flushBlock()
      case .object: appendObject(.object, "\u{FFFC}", startTag, parent.language, node)
      case .lineBreak: appendObject(.lineBreak, "\u{2028}", startTag, parent.language, node)
      case .inline, .hidden: break
      }
    }
    nodes.append(
      Node(
        kind: .element, name: name, parent: parent.node, subtreeEnd: 0, range: startTag, startTag: startTag,
        attributes: list, text: UInt32(bytes.count)..<UInt32(bytes.count)))
    let language = list.isEmpty ? parent.language : language(of: list, inherited: parent.language)
    stack.push(name, node: node, display: display, language: language, isTag: isTag)
    if !parent.isOpaque, !list.isEmpty { collectAttributeProse(list, name, node, language) }
    return node
  }

  /// Adds an attribute to the element that is opened next.
  mutating func addAttribute(_ attribute: Attribute) { attributes.append(attribute) }

  /// Whether the element that is opened next has an attribute of that name already. Linear in its attributes
  /// while they are few.
  mutating func hasAttribute(_ name: AttributeName) -> Bool {
    let count = attributes.count - firstAttribute
    if count < 16 {
      for index in firstAttribute..<attributes.count where attributes[index].name == name { return true }
      return false
    }
    if count == 16 { manyNames = Set(attributes[firstAttribute...].map(\.name)) }
    return !manyNames.insert(name).inserted
  }

  /// Gives an element that has none the attributes added since the last one was opened, when these are known only
  /// after its content. Their prose is the caller's to add.
  mutating func assignAttributes(to node: NodeID) {
    nodes[Int(node.index)].attributes = UInt32(firstAttribute)..<UInt32(attributes.count)
    firstAttribute = attributes.count
  }

  /// Forgets the attributes added since the last element was opened.
  mutating func dropAttributes() { attributes.removeSubrange(firstAttribute...) }

  /// Gives an element the attributes added since the last one was opened, those that it has already apart.
  mutating func mergeAttributes(into node: NodeID) {
    let index = Int(node.index)
    let own = nodes[index].attributes
    let names = Set(attributes(own).map(\.name))
    let added = attributes[firstAttribute...].filter { !names.contains($0.name) }
    dropAttributes()
    // The limit keeps a page of nothing but such tags from copying ever longer lists.
    guard !added.isEmpty, names.count < 256 else { return }
    attributes.append(contentsOf: attributes(own))
    attributes.append(contentsOf: added)
    let list = UInt32(firstAttribute)..<UInt32(attributes.count)
    firstAttribute = attributes.count
    nodes[index].attributes = list
    if language(of: own, inherited: 0) == 0 { inherit(language(of: list, inherited: 0)) }
  }

  /// Gives what has inherited no language a language that was declared too late.
  private mutating func inherit(_ language: UInt8) {
    guard language != 0 else { return }
    stack.replaceLanguage(0, by: language)
    for index in 0..<segments.count where segments[index].language == 0 { segments[index].language = language }
    for index in 0..<blocks.count where blocks[index].language == 0 { blocks[index].language = language }
    for index in pending.indices where pending[index].language == 0 { pending[index].language = language }
  }

  /// Closes the innermost open element; its markup ends at `end`. Does nothing when none is open.
  mutating func close(end: Int) {
    guard let closed = stack.pop() else { return }
    if closed.display == .block || closed.display == .verbatimBlock, !stack.top.isOpaque { flushBlock(in: closed) }
    finish(closed.node, end: end)
    if closed.display == .object, let segment = segments.last, segment.node == closed.node {
      segments[segments.count - 1] = Prose.Segment(
        start: segment.start, source: nodes[Int(closed.node.index)].range, kind: segment.kind,
        language: segment.language, node: segment.node)
    }
  }

  /// Closes elements until only `depth` are open.
  mutating func close(toDepth depth: Int, end: Int) {
    while stack.depth > depth { close(end: end) }
  }

  /// Says that the open element at `depth` closes together with the one inside it.
  mutating func closeWithContent(at depth: Int) { stack.closeWithContent(at: depth) }

  private mutating func finish(_ node: NodeID, end: Int) {
    let index = Int(node.index)
    nodes[index].subtreeEnd = Int32(nodes.count)
    nodes[index].range = SourceRange(nodes[index].range.start, max(end, nodes[index].startTag.end))
    nodes[index].text = nodes[index].text.lowerBound..<UInt32(bytes.count)
  }

  @inline(__always)
  private func attributes(_ list: Range<UInt32>) -> ArraySlice<Attribute> {
    attributes[Int(list.lowerBound)..<Int(list.upperBound)]
  }

  private mutating func language(of list: Range<UInt32>, inherited: UInt8) -> UInt8 {
    var tag: LanguageTag?
    for index in list.lazy.map(Int.init) {
      switch attributes[index].name {
      case .lang: tag = LanguageTag(attributes[index].value)
      case .xmlLang where tag == nil: tag = LanguageTag(attributes[index].value)
      case .translate where attributes[index].value.lowercased() == "no": return languageNumber(.noLanguage)
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
    let open = stack.top
    if open.isOpaque { return verbatim(range) }
    let node = textNode(range, open)
    if let segment = segments.last, segment.kind == .verbatim, segment.node == node,
      segment.source.end == range.start, segment.language == open.language
    {
      segments[segments.count - 1] = Prose.Segment(
        start: segment.start, source: segment.source.union(range), kind: .verbatim, language: open.language, node: node)
    } else {
      segments.append(
        Prose.Segment(start: UInt32(bytes.count), source: range, kind: .verbatim, language: open.language, node: node))
    }
    bytes.append(contentsOf: range, in: source.bytes)
    nodes[Int(node.index)].text = nodes[Int(node.index)].text.lowerBound..<UInt32(bytes.count)
  }

  /// A character (or several) that other source bytes spell: a character reference, an escape.
  mutating func text(_ characters: String, spelledBy range: SourceRange) {
    guard !characters.isEmpty else { return }
    let open = stack.top
    if open.isOpaque { return verbatim(range) }
    let node = textNode(range, open)
    segments.append(
      Prose.Segment(start: UInt32(bytes.count), source: range, kind: .escape, language: open.language, node: node))
    bytes.append(contentsOf: characters)
    nodes[Int(node.index)].text = nodes[Int(node.index)].text.lowerBound..<UInt32(bytes.count)
  }

  /// Text that is not prose, wherever it stands.
  mutating func verbatim(_ range: SourceRange) {
    appendLeaf(.verbatim, range, stack.top.node)
  }

  /// A shortcode, a formula, a footnote mark, an emoji: one object character, when `isVisible`.
  mutating func object(_ range: SourceRange, isVisible: Bool = true) {
    let open = stack.top
    let node = NodeID(nodes.count)
    if isVisible, !open.isOpaque { appendObject(.object, "\u{FFFC}", range, open.language, node) }
    appendLeaf(.object, range, open.node)
  }

  mutating func comment(_ range: SourceRange) {
    appendLeaf(.comment, range, stack.top.node)
  }

  private mutating func textNode(_ range: SourceRange, _ open: OpenElements.Entry) -> NodeID {
    let last = nodes.count - 1
    if last > 0, nodes[last].kind == .text, nodes[last].parent == open.node, nodes[last].range.end == range.start {
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
    bytes.append(contentsOf: character)
  }

  // MARK: Blocks

  /// Ends the run of prose since the last block boundary.
  private mutating func flushBlock(in entry: OpenElements.Entry? = nil) {
    defer { blockStart = bytes.count }
    let entry = entry ?? stack.top
    guard blockStart < bytes.count, let range = trimmed(blockStart..<bytes.count) else { return }
    blocks.append(
      ProseBlock(
        text: UInt32(range.lowerBound)..<UInt32(range.upperBound), kind: blockKind(entry.block),
        language: entry.language, element: entry.block, tokens: 0..<0))
  }

  /// The range without white space at its ends; nil when nothing is left. No-break spaces stay: they are content.
  @inline(__always)
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  @inline(__always)
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
      PendingProse(kind: kind, element: element, language: stack.top.language, verbatim: nil, pieces: pieces))
  }

  /// As above, of a text that the source spells as it is read.
  mutating func prose(_ kind: ProseBlock.Kind, of element: NodeID, verbatim range: SourceRange) {
    pending.append(
      PendingProse(kind: kind, element: element, language: stack.top.language, verbatim: range, pieces: []))
  }

  private mutating func collectAttributeProse(
    _ range: Range<UInt32>, _ name: ElementName, _ node: NodeID, _ language: UInt8
  ) {
    for index in range.lazy.map(Int.init) {
      let kind: ProseBlock.Kind
      switch attributes[index].name {
      case .alt: kind = .alternative
      case .title, .ariaLabel, .ariaDescription, .ariaRoledescription, .placeholder, .ariaPlaceholder:
        kind = .attribute
      case .content where name == .meta && attributes(range).contains { $0.name == .name && $0.value == "description" }:
        kind = .metaDescription
      default: continue
      }
      let attribute = attributes[index]
      guard !attribute.value.isEmpty, !attribute.valueRange.isEmpty else { continue }
      pending.append(
        PendingProse(
          kind: kind, element: node, language: language, verbatim: nil,
          pieces: ProsePiece.pieces(of: attribute, in: source.bytes)))
    }
  }

  private mutating func appendPending() {
    for prose in pending {
      blockStart = bytes.count
      if let range = prose.verbatim { append(range, prose.language) }
      for piece in prose.pieces {
        switch piece {
        case .verbatim(let range): append(range, prose.language)
        case .escape(let characters, let range):
          segments.append(
            Prose.Segment(
              start: UInt32(bytes.count), source: range, kind: .escape, language: prose.language, node: .none))
          bytes.append(contentsOf: characters)
        }
      }
      guard let range = trimmed(blockStart..<bytes.count) else { continue }
      blocks.append(
        ProseBlock(
          text: UInt32(range.lowerBound)..<UInt32(range.upperBound), kind: prose.kind, language: prose.language,
          element: prose.element, tokens: 0..<0))
    }
  }

  private mutating func append(_ range: SourceRange, _ language: UInt8) {
    segments.append(
      Prose.Segment(start: UInt32(bytes.count), source: range, kind: .verbatim, language: language, node: .none))
    bytes.append(contentsOf: range, in: source.bytes)
  }

  // MARK: The end

  /// Closes what is open and gives the document.
  consuming func finish() -> Document {
    close(toDepth: 0, end: source.bytes.count)
    flushBlock()
    finish(.root, end: source.bytes.count)
    appendPending()
    // Each arena is freed before the next array is made: of a large page there is never more than one list twice.
    let nodes = nodes.array()
    let tokens = ProseScanner.scan(bytes.elements, blocks: &blocks, segments: segments.elements)
    let prose = Prose(
      bytes: bytes.array(), segments: segments.array(), blocks: blocks.array(), tokens: tokens, languages: languages)
    return Document(
      source: source, format: format, nodes: nodes, attributes: attributes,
      customNames: customNames.spellings, prose: prose, frontMatter: frontMatter, masks: masks, problems: problems)
  }
}
