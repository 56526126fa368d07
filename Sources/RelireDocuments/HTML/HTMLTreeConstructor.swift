import RelireModel

/// Makes a tree of HTML's tags: which elements a tag opens, closes and implies (HTML standard §13.2.6).
///
/// It departs from the standard where that would tear nodes from their place in the source: nothing is
/// moved out of a table or cloned by the adoption agency. A phrase's end tag that comes too early, inside
/// a block, takes effect at the end of this block.
///
/// Every step is constant, or pays for elements that it closes.
struct HTMLTreeConstructor {
  /// How far a page has come; a fragment is always in its body.
  private enum Phase: Int, Comparable {
    case beforeHTML, beforeHead, inHead, afterHead, inBody

    static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
  }

  private let isPage: Bool
  private var phase: Phase
  private var html = NodeID.none
  private var body = NodeID.none
  // Where the end tags were met of elements that stay open, for what may still belong to them.
  private var headEnd: Int?
  private var bodyEnd: Int?
  private var htmlEnd: Int?

  init(isPage: Bool) {
    self.isPage = isPage
    phase = isPage ? .beforeHTML : .inBody
  }

  // MARK: Start tags

  /// Opens an element for a start tag whose attributes the builder has been given.
  mutating func startTag(
    _ name: ElementName, _ range: SourceRange, isSelfClosing: Bool, in builder: inout DocumentBuilder
  ) {
    if name != .html, name != .body { reopenBody() }
    if builder.stack.top.foreignRoot != 0 {
      if !HTMLElementTraits.of(name).contains(.breaksOut) {
        return open(name, range, isVoid: isSelfClosing, in: &builder)
      }
      closeForeignContent(at: range.start, in: &builder)
    }
    if isPage, placePageElement(name, range, in: &builder) { return }
    guard let name = prepare(name, at: range.start, in: &builder) else { return builder.dropAttributes() }
    open(name, range, isVoid: isVoid(name, isSelfClosing), in: &builder)
  }

  private func isVoid(_ name: ElementName, _ isSelfClosing: Bool) -> Bool {
    HTMLElementTraits.of(name).contains(.void) || (isSelfClosing && (name == .svg || name == .math))
  }

  private func open(_ name: ElementName, _ range: SourceRange, isVoid: Bool, in builder: inout DocumentBuilder) {
    builder.open(name, tag: range)
    if isVoid { builder.close(end: range.end) }
  }

  // MARK: The page: html, head, body

  /// Handles the tags that the page's frame is made of; makes sure that the right part of it is open for others.
  /// - Returns: whether nothing is left to do.
  private mutating func placePageElement(_ name: ElementName, _ range: SourceRange, in builder: inout DocumentBuilder)
    -> Bool
  {
    if phase == .inBody {
      switch name {
      case .html: builder.mergeAttributes(into: html)
      case .body where body != .none: builder.mergeAttributes(into: body)
      case .head, .body, .frameset: builder.dropAttributes()
      default: return false
      }
      return true
    }
    if builder.stack.innermost(.template) != 0 { return false }
    switch name {
    case .html:
      if phase == .beforeHTML {
        html = builder.open(.html, tag: range)
        phase = .beforeHead
      } else {
        builder.mergeAttributes(into: html)
      }
      return true
    case .head:
      guard phase < .inHead else {
        builder.dropAttributes()
        return true
      }
      openHead(range, in: &builder)
      return true
    case .body, .frameset:
      openBody(name, range, in: &builder)
      return true
    default:
      if HTMLElementTraits.of(name).contains(.metadata) {
        if phase < .inHead { openHead(SourceRange(at: range.start), in: &builder) }
        headEnd = nil
        return false
      }
      openBody(.body, SourceRange(at: range.start), in: &builder)
      return false
    }
  }

  private mutating func openHead(_ range: SourceRange, in builder: inout DocumentBuilder) {
    openHTML(at: range.start, in: &builder)
    if range.isEmpty { builder.openImplied(.head, at: range.start) } else { builder.open(.head, tag: range) }
    phase = .inHead
  }

  private mutating func openHTML(at offset: Int, in builder: inout DocumentBuilder) {
    guard phase == .beforeHTML else { return }
    html = builder.openImplied(.html, at: offset)
    phase = .beforeHead
  }

  private mutating func openBody(_ name: ElementName, _ range: SourceRange, in builder: inout DocumentBuilder) {
    openHTML(at: range.start, in: &builder)
    if builder.stack.innermost(.head) != 0 { builder.close(toDepth: 1, end: headEnd ?? range.start) }
    body = range.isEmpty ? builder.openImplied(name, at: range.start) : builder.open(name, tag: range)
    phase = .inBody
  }

  // MARK: What a start tag closes and implies

  /// Closes what cannot hold the element, opens what it implies.
  /// - Returns: the element's name; nil when the tag means nothing here.
  private func prepare(_ name: ElementName, at offset: Int, in builder: inout DocumentBuilder) -> ElementName? {
    let traits = HTMLElementTraits.of(name)
    if traits.contains(.tablePart) { return prepareTablePart(name, at: offset, in: &builder) ? name : nil }
    Self.closeImplied(by: name, at: offset, in: &builder)
    switch name {
    case .image: return .img
    case .html, .head, .body, .frameset: return nil
    case .form where isPage && builder.stack.innermost(.form) != 0 && builder.stack.innermost(.template) == 0:
      return nil
    case .select where builder.stack.innermost(.select) != 0:
      Self.closeInnermost(.select, above: Int(builder.stack.top.scopeBoundary), at: offset, in: &builder)
      return nil
    default: return name
    }
  }

  /// Closes the open elements whose end tag a start tag of that name implies.
  ///
  /// The Markdown reader calls it too, for the blocks that Markdown opens inside HTML.
  static func closeImplied(by name: ElementName, at offset: Int, in builder: inout DocumentBuilder) {
    let top = builder.stack.top
    switch name {
    case .li:
      Self.closeInnermost(
        .li, above: max(Int(top.listBarrier), builder.stack.innermost(.dd), builder.stack.innermost(.dt)), at: offset,
        in: &builder)
    case .dd, .dt:
      let barrier = max(Int(top.listBarrier), builder.stack.innermost(.li))
      Self.closeInnermost(
        builder.stack.innermost(.dd) > builder.stack.innermost(.dt) ? .dd : .dt, above: barrier, at: offset,
        in: &builder)
    case .button:
      Self.closeInnermost(.button, above: Int(top.scopeBoundary), at: offset, in: &builder)
    case .option:
      Self.closeInnermost(
        .option, above: max(builder.stack.innermost(.select), builder.stack.innermost(.datalist)), at: offset,
        in: &builder)
    case .optgroup:
      let list = max(builder.stack.innermost(.select), builder.stack.innermost(.datalist))
      Self.closeInnermost(.option, above: list, at: offset, in: &builder)
      Self.closeInnermost(.optgroup, above: list, at: offset, in: &builder)
    case .rb, .rtc, .rt, .rp:
      let ruby = builder.stack.innermost(.ruby)
      guard ruby != 0 else { break }
      for part: ElementName in [.rb, .rt, .rp] { Self.closeInnermost(part, above: ruby, at: offset, in: &builder) }
      if name == .rtc || name == .rb { Self.closeInnermost(.rtc, above: ruby, at: offset, in: &builder) }
    case .a, .nobr:
      let depth = builder.stack.innermost(name)
      if depth > Int(top.special), depth > Int(top.floor) {
        close(through: depth, end: offset, in: &builder)
      } else if depth > Int(top.scopeBoundary), depth > Int(top.floor) {
        builder.closeWithContent(at: depth)
      }
    case .table where isInTableStructure(builder):
      Self.closeInnermost(.table, above: 0, at: offset, in: &builder)
    default: break
    }
    if HTMLElementTraits.of(name).contains(.closesParagraph) {
      Self.closeInnermost(
        .p, above: max(Int(builder.stack.top.scopeBoundary), builder.stack.innermost(.button)), at: offset,
        in: &builder)
    }
    if name.isHeading, builder.stack.top.name.isHeading, builder.stack.depth > Int(builder.stack.top.floor) {
      builder.close(end: offset)
    }
  }

  private func prepareTablePart(_ name: ElementName, at offset: Int, in builder: inout DocumentBuilder) -> Bool {
    let floor = Int(builder.stack.top.floor)
    let table = builder.stack.innermost(.table)
    guard table > builder.stack.innermost(.template), table > floor else {
      // A table's part without its table: in a page it means nothing, in Markdown the table may be a shortcode's.
      return !isPage || builder.stack.innermost(.template) != 0
    }
    func close(to depth: Int) { builder.close(toDepth: max(depth, floor), end: offset) }
    func implied(_ name: ElementName) { builder.openImplied(name, at: offset) }
    let section = max(builder.stack.innermost(.tbody), builder.stack.innermost(.thead), builder.stack.innermost(.tfoot))
    switch name {
    case .td, .th:
      let row = builder.stack.innermost(.tr)
      if row > table {
        close(to: row)
      } else {
        close(to: max(section, table))
        if section < table { implied(.tbody) }
        implied(.tr)
      }
    case .tr:
      close(to: max(section, table))
      if section < table { implied(.tbody) }
    case .col:
      let group = builder.stack.innermost(.colgroup)
      close(to: max(group, table))
      if group < table { implied(.colgroup) }
    default: close(to: table)
    }
    return true
  }

  private static func isInTableStructure(_ builder: borrowing DocumentBuilder) -> Bool {
    switch builder.stack.top.name {
    case .table, .tbody, .thead, .tfoot, .tr: true
    default: false
    }
  }

  // MARK: End tags

  mutating func endTag(_ name: ElementName, _ range: SourceRange, in builder: inout DocumentBuilder) {
    let top = builder.stack.top
    if top.foreignRoot != 0 {
      let depth = builder.stack.innermost(name)
      if depth >= Int(top.foreignRoot), depth > Int(top.floor) {
        return close(through: depth, range, in: &builder)
      }
    }
    let traits = HTMLElementTraits.of(name)
    var depth = builder.stack.innermost(name)
    var barrier = Int(top.scopeBoundary)
    switch name {
    case .html, .head, .body: return endPagePart(name, range, builder)
    case .br:
      return startTag(.br, range, isSelfClosing: false, in: &builder)
    case .p: barrier = max(barrier, builder.stack.innermost(.button))
    case .li: barrier = max(barrier, builder.stack.innermost(.ol), builder.stack.innermost(.ul))
    case .h1, .h2, .h3, .h4, .h5, .h6:
      depth = 0
      for heading: ElementName in [.h1, .h2, .h3, .h4, .h5, .h6] {
        depth = max(depth, builder.stack.innermost(heading))
      }
    case .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th, .table:
      barrier = max(builder.stack.innermost(.table), builder.stack.innermost(.template))
      if !isPage, barrier == 0 { barrier = Int(top.floor) + 1 }
    case .template: barrier = 0
    default:
      guard !traits.contains(.special) else { break }
      if depth > Int(top.special) {
        barrier = Int(top.special)
      } else {
        // Inside a block: the standard's adoption agency would split the phrase here.
        if traits.contains(.formatting), depth > barrier, depth > Int(top.floor) { builder.closeWithContent(at: depth) }
        return
      }
    }
    // A scope boundary is within its own scope.
    guard depth >= max(barrier, 1), depth > Int(top.floor) else { return }
    close(through: depth, range, in: &builder)
  }

  private mutating func endPagePart(_ name: ElementName, _ range: SourceRange, _ builder: borrowing DocumentBuilder) {
    guard isPage, builder.stack.innermost(.template) == 0 else { return }
    switch name {
    case .head where phase == .inHead:
      headEnd = range.end
      phase = .afterHead
    case .body where phase == .inBody: bodyEnd = range.end
    case .html where phase == .inBody: htmlEnd = range.end
    default: break
    }
  }

  // MARK: Text

  /// Whether a run of text stands for something here; opens the body for it if need be.
  /// - Returns: where it starts to, or nil when it is white space between elements.
  mutating func textStart(_ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>, _ builder: inout DocumentBuilder)
    -> Int?
  {
    let top = builder.stack.top
    let isBetween =
      HTMLElementTraits.of(top.name).contains(.holdsNoText) || top.node == .root || bodyEnd != nil || htmlEnd != nil
    guard isBetween || phase != .inBody else { return range.start }
    var start = range.start
    while start < range.end, bytes[start].isHTMLSpace { start += 1 }
    if start == range.end { return nil }
    reopenBody()
    guard phase != .inBody, builder.stack.innermost(.template) == 0 else { return range.start }
    openBody(.body, SourceRange(at: start), in: &builder)
    return start
  }

  mutating func willAddLeaf() {
    reopenBody()
    if phase == .afterHead { headEnd = nil }
  }

  /// What comes after `</body>` still belongs to the body, which then does not end there.
  private mutating func reopenBody() {
    bodyEnd = nil
    htmlEnd = nil
  }

  // MARK: The end

  /// Closes what is open at the end of a page.
  func finish(end: Int, in builder: inout DocumentBuilder) {
    let contentEnd = phase == .inBody ? bodyEnd ?? htmlEnd ?? end : headEnd ?? end
    builder.close(toDepth: 1, end: contentEnd)
    builder.close(toDepth: 0, end: htmlEnd ?? end)
  }

  // MARK: Closing

  private func closeForeignContent(at offset: Int, in builder: inout DocumentBuilder) {
    let top = builder.stack.top
    builder.close(toDepth: max(Int(top.foreignRoot) - 1, Int(top.floor)), end: offset)
  }

  /// Closes the innermost element of that name, and all inside it, if it is above the barrier.
  private static func closeInnermost(
    _ name: ElementName, above barrier: Int, at offset: Int, in builder: inout DocumentBuilder
  ) {
    let depth = builder.stack.innermost(name)
    guard depth > barrier, depth > Int(builder.stack.top.floor) else { return }
    close(through: depth, end: offset, in: &builder)
  }

  private static func close(through depth: Int, end: Int, in builder: inout DocumentBuilder) {
    builder.close(toDepth: depth - 1, end: end)
    closeFinished(end: end, in: &builder)
  }

  /// Closes the element at `depth` with its end tag, and all inside it where this begins.
  private func close(through depth: Int, _ endTag: SourceRange, in builder: inout DocumentBuilder) {
    builder.close(toDepth: depth, end: endTag.start)
    builder.close(end: endTag.end)
    Self.closeFinished(end: endTag.end, in: &builder)
  }

  /// Closes elements whose own end tag has been met already.
  private static func closeFinished(end: Int, in builder: inout DocumentBuilder) {
    while builder.stack.top.closesWithContent, builder.stack.depth > Int(builder.stack.top.floor) {
      builder.close(end: end)
    }
  }
}
