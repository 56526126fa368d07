import RelireDocuments
import RelireModel
import RelireRules
import RelireSite

/// A generated page beside its source: which block, which element of the one is which of the other.
///
/// Blocks are the same when their letters are. The longest run of pairs in the order of both is the page's own text in
/// the middle of what the theme puts around it; menus and tables of contents repeat parts of it elsewhere.
final class PageAlignment {
  let source: Document
  let generated: Document
  /// The letters of the source's blocks, and the blocks by them.
  private let letters: [LetterText]
  private let byText: [UInt64: [Int]]
  /// The source block of each generated one, within the page's own text.
  private var pairs: [Int: Int] = [:]
  /// Source offsets of the generated page's own text; nil when it has no words, only pictures perhaps.
  private(set) var region: SourceRange?
  let places: ProsePlaces

  init(source: Document, generated: Document) {
    self.source = source
    self.generated = generated
    let letters = source.prose.blocks.map { LetterText(source.prose.bytes, $0.range) }
    var byText: [UInt64: [Int]] = [:]
    for (index, text) in letters.enumerated() where !text.isEmpty { byText[text.hash, default: []].append(index) }
    self.letters = letters
    self.byText = byText
    places = ProsePlaces(generated.prose)
    pairs = Self.longestRun(generated.prose, byText, source.prose)
    region = ownText()
  }

  // MARK: Pairs

  private struct Link {
    let generated: Int
    let source: Int
    let previous: Int
  }

  /// The longest strictly ascending run of pairs. n log n in the blocks.
  private static func longestRun(_ generated: Prose, _ byText: [UInt64: [Int]], _ source: Prose) -> [Int: Int] {
    var links: [Link] = []
    // The last link of the best run of each length.
    var tails: [Int] = []
    for (index, block) in generated.blocks.enumerated() {
      let text = LetterText(generated.bytes, block.range)
      guard !text.isEmpty, let candidates = byText[text.hash] else { continue }
      for candidate in candidates.prefix(16).reversed() where !source.blocks[candidate].isFrontMatter {
        let length = tails.partitionPoint { links[$0].source >= candidate }
        links.append(Link(generated: index, source: candidate, previous: length > 0 ? tails[length - 1] : -1))
        if length == tails.count { tails.append(links.count - 1) } else { tails[length] = links.count - 1 }
      }
    }
    var pairs: [Int: Int] = [:]
    var current = tails.last ?? -1
    while current >= 0 {
      pairs[links[current].generated] = links[current].source
      current = links[current].previous
    }
    return pairs
  }

  /// The element around all pairs; of one that is the whole page only the part from the first to the last pair.
  private func ownText() -> SourceRange? {
    let elements = pairs.keys.sorted().map { generated.prose.blocks[$0].element }.filter { $0 != .none && $0 != .root }
    guard let first = elements.first, let last = elements.last else { return nil }
    var around = generated[first].parent
    while around != .none, generated[around].subtreeEnd <= last.index { around = generated[around].parent }
    guard around != .none, around != .root, !generated.isElement(around, .body), !generated.isElement(around, .html)
    else {
      return generated[first].range.union(generated[last].range)
    }
    return generated[around].range
  }

  // MARK: Text

  /// The place in the source of a piece of the generated page’s prose; nil when its text is not the source's.
  func textPlace(of range: SourceRange) -> SourceRange? {
    guard let start = places.offset(of: range.start), let number = places.block(at: start) else { return nil }
    let block = generated.prose.blocks[number]
    let end = max(start, min(places.offset(of: range.end) ?? start, block.range.upperBound))
    let bytes = generated.prose.bytes
    let before = LetterText.count(bytes, block.range.lowerBound..<start)
    let inside = LetterText.count(bytes, start..<end)
    let marks = LetterText.marks(bytes, start..<end)
    guard let (index, shift) = sourceBlock(of: number, before, inside, marks) else { return nil }
    return place(in: index, before - shift, inside, Array(bytes[start..<end]))
  }

  /// The source block that says what a generated one does, and how many letters stand before it there.
  private func sourceBlock(
    of number: Int, _ before: Int, _ inside: Int, _ marks: [UInt8]
  ) -> (index: Int, shift: Int)? {
    if let pair = pairs[number] { return (pair, 0) }
    let text = LetterText(generated.prose.bytes, generated.prose.blocks[number].range)
    guard !text.isEmpty else { return nil }
    if let same = byText[text.hash]?.first { return (same, 0) }
    // The title of the page before that of the site; a description in a longer text.
    if text.bytes.count < 1_000 {
      for (index, block) in source.prose.blocks.enumerated()
      where block.isFrontMatter && letters[index].bytes.count >= 3 {
        guard let start = text.offset(of: letters[index]) else { continue }
        let end = start + letters[index].bytes.count
        guard before >= start, before + inside <= end else { continue }
        // A mark at an end of the title may be the template's.
        let isWithin = inside > 0 || before > start && before < end
        if isWithin || hasMarks(marks, after: before - start, in: block) { return (index, start) }
      }
    }
    // A summary: the beginning of a longer text.
    guard text.bytes.count >= 12 else { return nil }
    for index in letters.indices {
      if let start = letters[index].offset(of: text) { return (index, -start) }
    }
    // Among other texts: in a shortcode's.
    guard !isAtEdge(before, inside, text) else { return nil }
    let lower = before - Self.reach
    let window = text.bytes[lower..<(before + inside + Self.reach)]
    for index in letters.indices {
      if let start = letters[index].offset(of: window) { return (index, lower - start) }
    }
    return nil
  }

  /// Whether a block of the source has the first of some marks behind so many letters.
  private func hasMarks(_ marks: [UInt8], after count: Int, in block: ProseBlock) -> Bool {
    guard let first = marks.first else { return false }
    let gap = LetterText.gap(after: count, in: source.prose.bytes, block.range)
    return LetterText.marks(source.prose.bytes, gap).contains(first)
  }

  private static let reach = 8

  private func isAtEdge(_ before: Int, _ inside: Int, _ text: LetterText) -> Bool {
    before < Self.reach || text.bytes.count - before - inside < Self.reach
  }

  private func place(in index: Int, _ before: Int, _ inside: Int, _ text: [UInt8]) -> SourceRange {
    let prose = source.prose
    let block = prose.blocks[index]
    let gap = LetterText.gap(after: before, in: prose.bytes, block.range)
    if inside == 0 {
      // The very mark where it is still the same, else all that stands between the letters.
      if let first = text.first, text.count <= gap.count,
        let start = (gap.lowerBound...(gap.upperBound - text.count)).first(where: {
          prose.bytes[$0] == first && prose.bytes[$0..<($0 + text.count)].elementsEqual(text)
        })
      {
        return prose.sourceRange(of: start..<(start + text.count))
      }
      return prose.sourceRange(of: gap)
    }
    let end = LetterText.gap(after: before + inside, in: prose.bytes, block.range).lowerBound
    return prose.sourceRange(of: gap.upperBound..<max(gap.upperBound, end))
  }

  /// What a text of the generated page says besides what the source's front matter does: the template's share.
  func templateText(_ text: LetterText) -> LetterText {
    var text = text
    for (index, block) in source.prose.blocks.enumerated() where block.isFrontMatter {
      text = text.removing(letters[index])
    }
    return text
  }

  // MARK: Elements

  /// The source's element that became a generated one: of the same name, with the same address and text; of a link whose
  /// path Hugo rewrites, with the same text and anchor.
  func counterpart(of node: NodeID) -> NodeID? {
    let key = ElementKey(node, in: generated)
    if key.isEmpty { return nil }
    return counterpart(of: node, key) { $0.written == $1.written && $0.isSame(as: $1) }
      ?? counterpart(of: node, key) { $0.isSame(as: $1) && $0.fragment == $1.fragment && !$0.isComputed }
      ?? (key.name == .a ? counterpart(of: node, key) { $0.isRewritten(as: $1) } : nil)
      ?? counterpart(of: node, key) { $0.isSame(as: $1) }
  }

  /// Of several elements, the one that has as many of its kind before it.
  private func counterpart(
    of node: NodeID, _ key: ElementKey, _ isSame: (_ source: ElementKey, _ generated: ElementKey) -> Bool
  ) -> NodeID? {
    let alike = sourceKeys.filter { Self.isAlike($0.key.name, key.name) && isSame($0.key, key) }
    guard let first = alike.first, alike.count > 1 else { return alike.first?.node }
    let number = generatedKeys.lazy.prefix { $0.node < node }.count {
      Self.isAlike($0.key.name, key.name) && isSame(first.key, $0.key)
        && self.region?.contains(self.generated[$0.node].range.start) ?? true
    }
    return alike[min(number, alike.count - 1)].node
  }

  private lazy var calls = ShortcodeUse.all(in: source)
  private lazy var orderedPairs = pairs.sorted { $0.key < $1.key }

  private typealias KeyedElement = (node: NodeID, key: ElementKey)
  private lazy var sourceKeys = Self.keys(of: source)
  private lazy var generatedKeys = Self.keys(of: generated)

  private static func keys(of document: Document) -> [KeyedElement] {
    document.nodes.indices.lazy.filter { document.nodes[$0].kind == .element }
      .map { (NodeID($0), ElementKey(NodeID($0), in: document)) }.filter { !$0.1.isEmpty }
  }

  static func isAlike(_ a: ElementName, _ b: ElementName) -> Bool { a == b || (a.isHeading && b.isHeading) }

  // MARK: Shortcodes

  /// The shortcodes that may have written a generated element: those between the source's neighbours of it, then those
  /// around them, the innermost first.
  func calls(around node: NodeID) -> [ShortcodeUse] {
    if calls.isEmpty { return [] }
    let start = generated[node].range.start
    var before = source.frontMatter?.range.end ?? 0
    var after = source.source.bytes.count
    for (number, pair) in orderedPairs {
      let element = generated.prose.blocks[number].element
      guard element != .none else { continue }
      let place = source.prose.sourceRange(of: source.prose.blocks[pair].range)
      if generated[element].range.end <= start {
        before = max(before, place.end)
      } else if generated[element].range.contains(start) {
        // Within a block of the source.
        before = max(before, place.start)
        after = min(after, place.end)
        break
      } else {
        after = min(after, place.start)
        break
      }
    }
    let near = calls.filter { $0.range.start >= before && $0.range.start <= after }
    return near + calls.reversed().filter { $0.range.start < before && $0.whole.end >= before }
  }
}

/// What makes an element of one page the element of another.
private struct ElementKey {
  let name: ElementName
  /// The last part of its address, without its extension: images are renamed and scaled.
  private let address: String
  private let text: UInt64
  let written: String
  /// What the address has behind `#`.
  let fragment: String
  /// Whether a shortcode makes the address.
  let isComputed: Bool

  var isEmpty: Bool { address.isEmpty && text == 0 }

  /// - Parameter generated: of an element whose address is known.
  func isSame(as generated: ElementKey) -> Bool {
    isComputed ? text != 0 && text == generated.text : address == generated.address && text == generated.text
  }

  func isRewritten(as generated: ElementKey) -> Bool {
    text != 0 && text == generated.text && fragment == generated.fragment
  }

  init(_ node: NodeID, in document: Document) {
    name = document[node].name
    let attribute = document.attribute(.href, of: node) ?? document.attribute(.src, of: node)
    let value = attribute?.value ?? ""
    let isComputed = SiteIndex.isComputed(value)
    self.isComputed = isComputed
    written = isComputed ? attribute.map { document.source.string($0.valueRange) } ?? "" : value
    fragment = String(written.drop { $0 != "#" }.prefix { !isComputed || $0 != "\"" && $0 != "`" })
    let path = value.prefix { $0 != "#" && $0 != "?" }.split(separator: "/").last ?? ""
    let name = path.prefix { $0 != "." }.lowercased()
    address = name == "_index" || name == "index" ? "" : name
    let range = document[node].text
    let letters = LetterText(document.prose.bytes, Int(range.lowerBound)..<Int(range.upperBound))
    text = letters.isEmpty ? 0 : letters.hash
  }
}
