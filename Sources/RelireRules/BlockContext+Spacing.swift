import RelireDocuments
import RelireLexicon
import RelireModel

/// The spaces beside marks, and where new ones go among markup.
extension BlockContext {
  /// The white space before the token at `index`, of whatever kind, possibly empty.
  func spaceBefore(_ index: Int) -> Range<Int> {
    let start = Int(tokens[index].start)
    guard index > indices.lowerBound else { return block.range.lowerBound..<start }
    let previous = tokens[index - 1]
    return (previous.kind.isWhite ? Int(previous.start) : Int(previous.end))..<start
  }

  /// The white space after the token at `index`, of whatever kind, possibly empty.
  func spaceAfter(_ index: Int) -> Range<Int> {
    let end = Int(tokens[index].end)
    guard index + 1 < indices.upperBound else { return end..<block.range.upperBound }
    let next = tokens[index + 1]
    return end..<(next.kind.isWhite ? Int(next.end) : Int(next.start))
  }

  /// The token before `index` that is no white space, joined or not; nil at the start of the block.
  func neighbourBefore(_ index: Int) -> Int? {
    let near = index > indices.lowerBound && tokens[index - 1].kind.isWhite ? index - 2 : index - 1
    return near >= indices.lowerBound ? near : nil
  }

  /// The token after `index` that is no white space, joined or not; nil at the end of the block.
  func neighbourAfter(_ index: Int) -> Int? {
    let near = index + 1 < indices.upperBound && tokens[index + 1].kind.isWhite ? index + 2 : index + 1
    return near < indices.upperBound ? near : nil
  }

  /// Whether a line of the source ends in a range of white space: a fix must not join lines, which in Markdown may
  /// make a list or a heading of them.
  func hasLineEnd(_ space: Range<Int>) -> Bool {
    prose.bytes[space].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether the token at `index` ends the block, or a space, a closing mark or a line break follows it: only then
  /// may a missing space before it be added.
  func isFollowedByEdge(_ index: Int) -> Bool {
    guard index + 1 < indices.upperBound, tokens[index + 1].flags.contains(.joined) else { return true }
    let next = tokens[index + 1].kind
    return next.isWhite || next.isClosing || next == .lineBreak || next == .straightQuote || next == .period
      || next == .comma || next == .ellipsis || next == .periodRun || next == .asterisk || next == .straightApostrophe
  }

  // MARK: By convention

  enum SpaceFault {
    /// Another space is due, or one where there is none.
    case replaceBy(String)
    case remove
  }

  /// What is wrong with the space beside a mark, or nil.
  func fault(in space: Range<Int>, by spacing: Conventions.Spacing) -> SpaceFault? {
    guard !space.isEmpty else {
      guard let preferred = spacing.preferred, !spacing.acceptsNone else { return nil }
      return .replaceBy(String(preferred))
    }
    let found = singleNoBreakSpace(space)
    guard let preferred = spacing.preferred else {
      return found != nil && spacing.acceptsSpace && !page.settings.strictSpaces ? nil : .remove
    }
    if let found, found == preferred || !page.settings.strictSpaces { return nil }
    if found == nil, precedesBareAddress(space.upperBound) { return nil }
    return .replaceBy(String(preferred))
  }

  /// The no-break space that a range consists of, alone.
  func singleNoBreakSpace(_ space: Range<Int>) -> Unicode.Scalar? {
    switch space.count {
    case 2 where prose.bytes[space.lowerBound] == 0xC2 && prose.bytes[space.lowerBound + 1] == 0xA0: "\u{A0}"
    case 3 where prose.bytes[space.lowerBound..<space.upperBound].elementsEqual([0xE2, 0x80, 0xAF]): "\u{202F}"
    default: nil
    }
  }

  // MARK: Fixes

  /// A fix of the white space in `range`; nil where it would join lines, touch what is not text, or break emphasis.
  func respace(_ range: Range<Int>, _ text: String, _ title: Message = .respace) -> Fix? {
    if range.isEmpty { return insert(text, at: range.lowerBound, title) }
    if hasLineEnd(range) { return nil }
    // `mot **, suite**` must not become `mot**, suite**`.
    if page.document.format == .markdown {
      if text.isEmpty, opensMarkup(range.upperBound), !opensInBracket(range) { return nil }
      if text.utf8.first ?? 0 > 0x7F, precedesBareAddress(range.upperBound) { return nil }
    }
    return replace(range, with: text, .safe, title)
  }

  /// A fix that puts a space between two characters: outside of an element that ends or begins there, so that
  /// Markdown's emphasis holds.
  func insert(_ text: String, at offset: Int, _ title: Message = .respace) -> Fix? {
    replace(offset..<offset, with: text, .safe, title)
  }

  /// What a replacement changes at least: both texts without what they begin and end with in common. Nil where they are
  /// the same.
  func change(from range: Range<Int>, to text: String) -> (range: Range<Int>, text: String)? {
    let old = Array(string(range).unicodeScalars)
    let new = Array(text.unicodeScalars)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old.dropFirst(prefix).reversed(), new.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
    func length(_ scalars: some Sequence<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + UTF8.width($1) } }
    let changed = range.lowerBound + length(old.prefix(prefix))..<range.upperBound - length(old.suffix(suffix))
    var result = ""
    result.unicodeScalars.append(contentsOf: new[prefix..<new.count - suffix])
    return changed.isEmpty && result.isEmpty ? nil : (changed, result)
  }

  /// Whether a range of prose is all that an element inside of the block holds.
  func empties(_ range: Range<Int>) -> Bool {
    let node = prose.segments[prose.segmentIndex(at: range.lowerBound)].node
    guard node != .none else { return false }
    let element = page.document[node].parent
    guard element != .none, element != block.element, page.document[element].kind == .element else { return false }
    let text = page.document[element].text
    return range.lowerBound <= Int(text.lowerBound) && Int(text.upperBound) <= range.upperBound
  }

  /// On which side of the markup at an offset text belongs that is to be in neither element; nil where there is no
  /// such place, between `*a**b*`.
  func affinity(at offset: Int) -> Prose.Affinity? {
    guard let (left, right) = parents(at: offset), left != right else { return .before }
    if contains(right, left) { return .after }
    if contains(left, right) { return .before }
    return page.document.format == .markdown ? nil : .after
  }

  /// Whether an element begins between the characters before and after an offset.
  private func opensMarkup(_ offset: Int) -> Bool {
    guard let (left, right) = parents(at: offset) else { return false }
    return left != right && !contains(right, left)
  }

  /// `( **mot**`: a letter right after asterisks that follow a bracket still opens emphasis.
  private func opensInBracket(_ space: Range<Int>) -> Bool {
    guard let before = scalar(before: space.lowerBound), before == "(" || before == "[",
      let after = scalar(at: space.upperBound)
    else { return false }
    return after.properties.isAlphabetic
  }

  /// Whether a bare address begins at an offset: Markdown makes it a link after an ASCII space, not after a no-break
  /// one.
  private func precedesBareAddress(_ offset: Int) -> Bool {
    guard page.document.format == .markdown, offset < block.range.upperBound else { return false }
    let segment = prose.segments[prose.segmentIndex(at: offset)]
    guard segment.node != .none else { return false }
    let link = page.document[segment.node].parent
    // Nothing is before the text of such a link: no bracket, no tag.
    return page.document.isElement(link, .a) && page.document[link].range.start == segment.source.start
  }

  /// Whether an element of this name ends at an offset, with text of the block behind it.
  func closes(_ name: ElementName, at offset: Int) -> Bool {
    guard let (left, right) = parents(at: offset) else { return false }
    let element = page.document.isElement(left, name) ? left : page.document.ancestor(name, of: left)
    return element.map { !contains($0, right) && $0 != right } ?? false
  }

  /// The elements that hold the characters before and after an offset, when markup is between these.
  func parents(at offset: Int) -> (NodeID, NodeID)? {
    guard offset > block.range.lowerBound, offset < block.range.upperBound else { return nil }
    let index = prose.segmentIndex(at: offset)
    guard index > 0, Int(prose.segments[index].start) == offset else { return nil }
    let left = prose.segments[index - 1]
    let right = prose.segments[index]
    guard left.source.end != right.source.start, left.node != .none, right.node != .none else { return nil }
    return (page.document[left.node].parent, page.document[right.node].parent)
  }

  private func contains(_ element: NodeID, _ other: NodeID) -> Bool {
    element < other && other.index < page.document[element].subtreeEnd
  }
}

extension Token.Kind {
  /// White space: invisible characters are none.
  var isWhite: Bool {
    switch self {
    case .noBreakSpace, .narrowNoBreakSpace, .spaceRun, .tab, .otherSpace: true
    default: false
    }
  }

  /// Brackets and quotes that only close.
  var isClosing: Bool {
    switch self {
    case .closingParenthesis, .closingBracket, .closingGuillemet, .closingEnglishQuote: true
    default: false
    }
  }

  /// Brackets and quotes that only open.
  var isOpening: Bool {
    switch self {
    case .openingParenthesis, .openingBracket, .openingGuillemet, .openingEnglishQuote, .lowQuote: true
    default: false
    }
  }

  /// What a mark of punctuation may follow: the end of something that is said.
  var endsPhrase: Bool {
    switch self {
    case .word, .number, .technical, .object, .percent, .currency, .degree, .superscript, .straightQuote,
      .straightApostrophe, .apostrophe, .doublePrime, .symbol, .singleGuillemet:
      true
    default: isClosing
    }
  }
}

extension Message {
  static let respace = Message(fr: "Corriger l’espace", en: "Correct the space")
}
