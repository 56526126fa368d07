import RelireDocuments
import RelireModel

/// What must not change when a page is corrected.
///
/// Text nodes themselves are left out: a reference such as `&nbsp;` may cut one in two.
struct DocumentStructure {
  /// What to ask of a corrected page.
  enum Strictness {
    /// Glyphs and spaces only: the same elements, attributes, words, front matter.
    case sameWords
    /// The page may have changed on purpose, but still reads without new trouble: as many problems as before
    /// at most, the same front matter keys, the same shortcodes.
    case stillSound
  }

  static func isKept(from old: Document, to new: Document, _ strictness: Strictness) -> Bool {
    guard new.problems.count <= old.problems.count, sameMasks(old, new, strictness) else { return false }
    let words = strictness == .sameWords
    guard sameData(old.frontMatter, new.frontMatter, words: words) else { return false }
    return !words || (sameTree(old, new) && sameText(old, new))
  }

  // MARK: Masks

  private static func sameMasks(_ old: Document, _ new: Document, _ strictness: Strictness) -> Bool {
    let kinds: Set<Mask.Kind> = [.shortcode, .commentedShortcode, .templateTag]
    let oldMasks = old.masks.lazy.filter { kinds.contains($0.kind) }
    let newMasks = new.masks.lazy.filter { kinds.contains($0.kind) }
    return oldMasks.elementsEqual(newMasks) { first, second in
      first.kind == second.kind && first.name == second.name && first.isClosing == second.isClosing
        && (strictness == .stillSound || old.source[first.range].elementsEqual(new.source[second.range])
          || sameCall(ShortcodeCall(first, in: old.source), ShortcodeCall(second, in: new.source)))
    }
  }

  /// Whether Hugo gets the same arguments, but for the glyphs and spaces of their texts.
  private static func sameCall(_ old: ShortcodeCall?, _ new: ShortcodeCall?) -> Bool {
    guard let old, let new, new.refusals.count <= old.refusals.count else { return false }
    return old.isSelfClosing == new.isSelfClosing
      && old.arguments.elementsEqual(new.arguments) { $0.key == $1.key && NormalisedText.same($0.value, $1.value) }
  }

  // MARK: Tree

  private static func sameTree(_ old: Document, _ new: Document) -> Bool {
    var oldNodes = Skeleton(old)
    var newNodes = Skeleton(new)
    while true {
      let (a, b) = (oldNodes.next(), newNodes.next())
      guard let a, let b else { return a == nil && b == nil }
      guard a.parent == b.parent, sameNode(old, a.node, new, b.node) else { return false }
    }
  }

  /// The nodes other than text in order, each with the number of its parent among them.
  private struct Skeleton {
    private let document: Document
    private var numbers: [Int32]
    private var index = 0
    private var count: Int32 = 0

    init(_ document: Document) {
      self.document = document
      numbers = [Int32](repeating: -1, count: document.nodes.count)
    }

    mutating func next() -> (node: NodeID, parent: Int32)? {
      while index < document.nodes.count {
        defer { index += 1 }
        let node = document.nodes[index]
        if node.kind == .text { continue }
        numbers[index] = count
        count += 1
        return (NodeID(index), node.parent == .none ? -1 : numbers[Int(node.parent.index)])
      }
      return nil
    }
  }

  private static func sameNode(_ old: Document, _ a: NodeID, _ new: Document, _ b: NodeID) -> Bool {
    let (first, second) = (old[a], new[b])
    guard first.kind == second.kind else { return false }
    switch first.kind {
    case .root, .text: return true
    case .element:
      return old.spelling(first.name) == new.spelling(second.name)
        && old.attributes(of: a).elementsEqual(new.attributes(of: b)) { x, y in
          old.spelling(x.name) == new.spelling(y.name) && (x.value == y.value || NormalisedText.same(x.value, y.value))
        }
    case .verbatim, .object, .comment:
      // What a shortcode says was compared with the masks.
      return old.source[first.range].elementsEqual(new.source[second.range])
        || first.kind == .object && old.isShortcode(first.range) && new.isShortcode(second.range)
    }
  }

  // MARK: Text

  private static func sameText(_ old: Document, _ new: Document) -> Bool {
    NormalisedText.same(old.prose.bytes, new.prose.bytes)
  }

  // MARK: Front matter

  private static func sameData(_ old: FrontMatter?, _ new: FrontMatter?, words: Bool) -> Bool {
    guard let old, let new else { return (old == nil) == (new == nil) || !words }
    guard old.format == new.format else { return false }
    guard let a = old.root, let b = new.root else { return old.root == nil && new.root == nil }
    if words { return sameValue(a, b) }
    // An unsafe fix may add to the front matter (objectives that stood in the page), but take nothing away.
    return a.entries.allSatisfy { entry in b[entry.key] != nil }
  }

  /// The readers bound the depth of data, hence of this recursion.
  private static func sameValue(_ a: DataNode, _ b: DataNode) -> Bool {
    switch (a.value, b.value) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.date(let x), .date(let y)): x == y
    case (.string(let x), .string(let y)): x.style == y.style && NormalisedText.same(x.text, y.text)
    case (.sequence(let x), .sequence(let y)): x.elementsEqual(y, by: sameValue)
    case (.mapping(let x), .mapping(let y)):
      x.elementsEqual(y) { $0.key == $1.key && sameValue($0.value, $1.value) }
    default: false
    }
  }
}

extension Document {
  /// Linear in the masks of the page.
  fileprivate func isShortcode(_ range: SourceRange) -> Bool {
    masks.contains { $0.kind == .shortcode && $0.range == range }
  }
}
