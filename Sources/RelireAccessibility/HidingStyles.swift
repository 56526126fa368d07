import RelireDocuments

/// What the page's own `style` elements hide by the simplest of selectors: `.x`, `#x`, `p`, `p.x`,
/// `.x[aria-hidden=true]`.
///
/// What another rule may show again without a script (in a media query, when the pointer is over it) counts as shown.
public struct HidingStyles: Sendable {
  private var hiding: Set<String> = []
  private var showing: Set<String> = []
  /// Selectors of what is kept for ears: cut to nothing or far off, out of the flow.
  private var cutting: Set<String> = []
  /// Whether any selector begins with the name of an element.
  private var hasNames = false

  public init() {}

  public var isEmpty: Bool { hiding.isEmpty && cutting.isEmpty }

  /// Reads a `style` element. Linear.
  public mutating func read(_ style: NodeID, in document: Document) {
    guard document.attribute(.media, of: style) == nil else { return }
    let tag = document[style].startTag
    let range = document[style].range
    guard range.end > tag.end, range.end <= document.source.bytes.count else { return }
    document.source.bytes.withUnsafeBufferPointer { bytes in
      read(UnsafeBufferPointer(rebasing: bytes[tag.end..<range.end]).span)
    }
  }

  /// Whether these styles hide an element that has no style of its own.
  public func hides(_ node: NodeID, in document: Document) -> Bool {
    !hiding.isEmpty && has(hiding, node, document) && document.attribute(.style, of: node) == nil
  }

  func cuts(_ node: NodeID, in document: Document) -> Bool { !cutting.isEmpty && has(cutting, node, document) }

  private func has(_ selectors: Set<String>, _ node: NodeID, _ document: Document) -> Bool {
    var isAriaHidden: Bool?
    func matches(_ selector: String) -> Bool {
      if showing.contains(selector) { return false }
      if selectors.contains(selector) { return true }
      guard selectors.contains(selector + Self.ariaHidden) else { return false }
      let state = isAriaHidden ?? (document.value(.ariaHidden, of: node)?.lowercased() == "true")
      isAriaHidden = state
      return state
    }
    for attribute in document.attributes(of: node) {
      switch attribute.name {
      case .id: if matches("#\(attribute.value)") { return true }
      case .class: if attribute.value.spaceSeparated.contains(where: { matches(".\($0)") }) { return true }
      default: break
      }
    }
    return hasNames && hasByName(selectors, node, document)
  }

  /// Whether a selector with the name of the element is of these, and none of its class or id shows it.
  private func hasByName(_ selectors: Set<String>, _ node: NodeID, _ document: Document) -> Bool {
    let name = document.spelling(document[node].name)
    var isFound = selectors.contains(name) && !showing.contains(name)
    for attribute in document.attributes(of: node) where attribute.name == .id || attribute.name == .class {
      let mark = attribute.name == .id ? "#" : "."
      for part in attribute.value.spaceSeparated {
        let selector = "\(name)\(mark)\(part)"
        if showing.contains("\(mark)\(part)") || showing.contains(selector) { return false }
        if selectors.contains(selector) { isFound = true }
      }
    }
    return isFound
  }

  private static let ariaHidden = "[aria-hidden]"

  // MARK: Reading

  mutating func read(_ css: Span<UInt8>) {
    /// How many conditions the rule stands under.
    var conditions = 0
    var start = 0
    var index = 0
    while index < css.count {
      switch css[index] {
      case UInt8(ascii: "/") where index + 1 < css.count && css[index + 1] == UInt8(ascii: "*"):
        let isBefore = Self.trimmed(css, start..<index).isEmpty
        index += 2
        while index + 1 < css.count, css[index] != UInt8(ascii: "*") || css[index + 1] != UInt8(ascii: "/") {
          index += 1
        }
        index += 2
        if isBefore { start = index }
        continue
      case UInt8(ascii: ";"): start = index + 1
      case UInt8(ascii: "}"):
        conditions = max(0, conditions - 1)
        start = index + 1
      case UInt8(ascii: "{"):
        let prelude = Self.trimmed(css, min(start, index)..<index)
        let word = Self.text(css, prelude.prefix(12)).lowercased()
        if Self.conditions.contains(where: { word.hasPrefix($0) }) {
          conditions += 1
        } else {
          let end = Self.endOfBlock(css, index)
          if !word.hasPrefix("@") { add(css, prelude, (index + 1)..<end, isConditional: conditions > 0) }
          index = end
        }
        start = index + 1
      default: break
      }
      index += 1
    }
  }

  private static let conditions = ["@media", "@supports", "@layer", "@container"]

  private mutating func add(_ css: Span<UInt8>, _ prelude: Range<Int>, _ block: Range<Int>, isConditional: Bool) {
    var display = InlineStyle.Display.unknown
    var visibility: Bool?
    InlineStyle.read(css.extracting(block), display: &display, visibility: &visibility)
    let hides = !isConditional && (display == .none || visibility == false)
    let shows = display == .shown
    let cuts =
      !hides && !shows && !isConditional && Self.holds(css, block, "absolute")
      && (Self.holds(css, block, "clip") || Self.holds(css, block, "-999"))
    guard hides || shows || cuts, prelude.count <= 4000 else { return }
    for part in Self.text(css, prelude).split(separator: ",") {
      let selector = part.trimmingSpaces
      if let simple = Self.simple(selector) {
        if simple.utf8.first != UInt8(ascii: "."), simple.utf8.first != UInt8(ascii: "#") { hasNames = true }
        if hides {
          hiding.insert(simple)
        } else if shows {
          showing.insert(simple)
        } else {
          cutting.insert(simple)
        }
      } else if shows, selector.contains(":"), let last = selector.split(whereSeparator: { " >+~".contains($0) }).last {
        // What is pointed at, checked or aimed at shows it: no script is needed.
        for mark in last.indices where last[mark] == "." || last[mark] == "#" {
          showing.insert(String(last[mark]) + last[last.index(after: mark)...].prefix { Self.isOfName($0) })
        }
      }
    }
  }

  /// A selector of a name, a class or an id, perhaps where it is hidden by ARIA; nil for any other.
  private static func simple(_ selector: String) -> String? {
    let element = selector.prefix { isOfName($0) }
    if !element.isEmpty {
      let rest = selector.dropFirst(element.count)
      if rest.isEmpty { return element.lowercased() }
      guard let mark = rest.first, mark == "." || mark == "#", !rest.dropFirst().isEmpty,
        rest.dropFirst().allSatisfy({ isOfName($0) })
      else { return nil }
      return element.lowercased() + rest
    }
    guard let first = selector.first, first == "." || first == "#" else { return nil }
    let name = selector.dropFirst().prefix { isOfName($0) }
    guard !name.isEmpty else { return nil }
    switch selector.dropFirst(name.count + 1).filter({ $0 != "\"" && $0 != "'" && $0 != " " }) {
    case "": return "\(first)\(name)"
    case "[aria-hidden=true]" where !selector.contains(" "): return "\(first)\(name)\(ariaHidden)"
    default: return nil
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  /// The offset of the brace that closes the one at `open`; the end where none does.
  private static func endOfBlock(_ css: Span<UInt8>, _ open: Int) -> Int {
    var depth = 0
    for offset in open..<css.count {
      if css[offset] == UInt8(ascii: "{") { depth += 1 }
      if css[offset] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return css.count
  }

  private static func holds(_ css: Span<UInt8>, _ block: Range<Int>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard block.count >= count else { return false }
    for start in block.lowerBound...(block.upperBound - count)
    where (0..<count).allSatisfy({ css[start + $0] == word.utf8Start[$0] }) {
      return true
    }
    return false
  }

  private static func text(_ css: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { css[$0] }, as: UTF8.self)
  }

  private static func trimmed(_ css: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, css[start].isHTMLBlank { start += 1 }
    while end > start, css[end - 1].isHTMLBlank { end -= 1 }
    return start..<end
  }
}
