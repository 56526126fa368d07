import RelireModel

/// The stack of open elements, with what HTML's parsing rules ask of it in constant time: which
/// element of a name is the innermost, and which barrier an end tag meets on its way there.
///
/// Depths count from the root, which is 0 and always there: a depth of 0 means “none”.
struct OpenElements: ~Copyable {
  struct Entry {
    let node: NodeID
    let name: ElementName
    let display: Display
    var language: UInt8
    /// The nearest block element, itself included: where loose text belongs.
    let block: NodeID
    /// Whether text inside is not prose.
    let isOpaque: Bool
    /// An end tag was met that something inside kept it from: close as soon as that is closed.
    var closesWithContent = false

    /// Depth of the next outer element of this name.
    let outerOfSameName: Int32
    // Depths of the nearest such element, itself included:
    /// - a boundary of HTML's scopes;
    let scopeBoundary: Int32
    /// - an element that ends the search of a phrase's end tag;
    let special: Int32
    /// - one that ends the search of a list item, `dd` and `dt`, `li` themselves left out;
    let listBarrier: Int32
    /// - an element that no tag has opened (Markdown did): tags inside cannot close it.
    let floor: Int32
    /// The outermost element of the `svg` or `math` whose foreign content this is; 0 in HTML content.
    let foreignRoot: Int32
  }

  private(set) var entries = Arena<Entry>(capacity: 16)
  private var innermost = Arena<Int32>(repeating: 0, count: ElementName.count)

  init() {
    entries.append(
      Entry(
        node: .root, name: ElementName(rawValue: .max), display: .block, language: 0, block: .root, isOpaque: false,
        outerOfSameName: 0, scopeBoundary: 0, special: 0, listBarrier: 0, floor: 0, foreignRoot: 0))
  }

  /// The innermost one, or the root.
  var top: Entry { entries[entries.count - 1] }

  var depth: Int { entries.count - 1 }

  private func slot(_ name: ElementName) -> Int {
    name.isCustom ? ElementName.count + Int(name.rawValue - ElementName.firstCustom) : Int(name.rawValue)
  }

  /// The depth of the innermost open element of that name, or 0.
  func innermost(_ name: ElementName) -> Int {
    let slot = slot(name)
    return slot < innermost.count ? Int(innermost[slot]) : 0
  }

  mutating func push(
    _ name: ElementName, node: NodeID, display: Display, language: UInt8, isTag: Bool
  ) {
    let parent = top
    let depth = Int32(entries.count)
    let traits = HTMLElementTraits.of(name)
    let isForeign = name == .svg || name == .math || (parent.foreignRoot != 0 && !Self.isIntegrationPoint(name))
    let isSpecial = traits.contains(.special) && !isForeign
    let slot = slot(name)
    while slot >= innermost.count { innermost.append(0) }
    entries.append(
      Entry(
        node: node, name: name, display: display, language: language,
        block: display == .block ? node : parent.block,
        isOpaque: parent.isOpaque || (display != .block && display != .inline),
        outerOfSameName: innermost[slot],
        scopeBoundary: traits.contains(.scopeBoundary) && !isForeign ? depth : parent.scopeBoundary,
        special: isSpecial ? depth : parent.special,
        listBarrier: isSpecial && !Self.letsListItemsThrough(name) ? depth : parent.listBarrier,
        floor: isTag ? parent.floor : depth,
        foreignRoot: isForeign ? (parent.foreignRoot == 0 ? depth : parent.foreignRoot) : 0))
    innermost[slot] = depth
  }

  mutating func pop() -> Entry? {
    guard entries.count > 1, let entry = entries.popLast() else { return nil }
    innermost[slot(entry.name)] = entry.outerOfSameName
    return entry
  }

  mutating func closeWithContent(at depth: Int) { entries[depth].closesWithContent = true }

  mutating func replaceLanguage(_ old: UInt8, by language: UInt8) {
    for depth in 0..<entries.count where entries[depth].language == old { entries[depth].language = language }
  }

  /// Inside these, SVG holds HTML again.
  private static func isIntegrationPoint(_ name: ElementName) -> Bool {
    name == .foreignObject || name == .desc || name == .title
  }

  private static func letsListItemsThrough(_ name: ElementName) -> Bool {
    name == .address || name == .div || name == .p || name == .li || name == .dd || name == .dt
  }
}
