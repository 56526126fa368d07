import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// The headings of a page in reading order, as assistive technology sees them: hidden ones left out,
/// `role` and `aria-level` heeded, sectioning elements ignored (no browser ever followed them).
public struct Outline: Sendable {
  public let headings: [Heading]
  /// The subtrees that are out of reach of assistive technology, in order; those inside another one left out.
  private let hidden: [Range<Int32>]
  /// What the page's own styles hide.
  let styles: HidingStyles

  /// - Parameter countsTitle: whether the front matter's title comes first, as level 1.
  ///
  /// Linear in the number of nodes.
  public init(of document: Document, countsTitle: Bool) {
    var headings: [Heading] = []
    if countsTitle, let title = document.frontMatter?["title"], !(title.string ?? "").isEmpty {
      headings.append(Heading(origin: .title(title), level: 1, text: 0..<0))
    }
    var hidden: [Range<Int32>] = []
    var styles = HidingStyles()
    let nodes = document.nodes
    var index = 1
    while index < nodes.count {
      let id = NodeID(index)
      index += 1
      // Most elements have no attributes and are nothing that is looked for.
      guard nodes[index - 1].kind == .element,
        !nodes[index - 1].attributes.isEmpty || Self.mayTell(nodes[index - 1].name)
      else { continue }
      let node = nodes[index - 1]
      if Self.isHidden(node, id, in: document) || !styles.isEmpty && styles.hides(id, in: document) {
        if node.name == .style { styles.read(id, in: document) }
        hidden.append(id.index..<node.subtreeEnd)
        index = Int(node.subtreeEnd)
      } else if let level = Self.level(of: node, id, in: document) {
        headings.append(Heading(origin: .element(id), level: level, text: Self.text(of: id, in: document)))
      }
    }
    self.headings = headings
    self.hidden = hidden
    self.styles = styles
  }

  /// Whether a node is in a hidden part of the page. A binary search.
  public func isHidden(_ node: NodeID) -> Bool {
    let index = hidden.partitionPoint { $0.upperBound > node.index }
    return index < hidden.count && hidden[index].contains(node.index)
  }

  /// Whether an element without attributes is a heading, or hidden.
  private static func mayTell(_ name: ElementName) -> Bool {
    name.isHeading || name == .template || name == .script || name == .style || name == .dialog
  }

  /// Whether the element and all that is in it is out of reach of assistive technology.
  static func isHidden(_ node: Node, _ id: NodeID, in document: Document) -> Bool {
    if node.name == .template || node.name == .script || node.name == .style { return true }
    // Closed, it is not rendered.
    if node.name == .dialog, document.attributeNumber(.open, of: id) == nil { return true }
    guard !node.attributes.isEmpty else { return false }
    for number in node.attributes {
      switch document.attributes[Int(number)].name {
      case .hidden, .popover, .inert: return true
      case .ariaHidden: if document.attributes[Int(number)].value == "true" { return true }
      case .style: if hides(document.attributes[Int(number)].value) { return true }
      default: break
      }
    }
    return false
  }

  /// `display: none` and `visibility: hidden` in an inline style.
  private static func hides(_ style: String) -> Bool {
    guard style.holds("none") || style.holds("hidden") else { return false }
    let style = String(decoding: style.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    return style.holds("display:none") || style.holds("visibility:hidden")
  }

  private static func level(of node: Node, _ id: NodeID, in document: Document) -> Int? {
    let native: Int? = node.name.isHeading ? Int(node.name.rawValue - ElementName.h1.rawValue) + 1 : nil
    guard !node.attributes.isEmpty else { return native }
    if let number = document.attributeNumber(.role, of: id),
      let role = document.attributes[number].value.spaceSeparated.lazy.compactMap({ Role(token: $0) }).first
    {
      // What the keyboard reaches stays what it is.
      let isKept = role == Role.none || role == .presentation
      guard role == .heading || isKept && native != nil && document.hasAttribute(.tabindex, of: id) else { return nil }
    } else if native == nil {
      return nil
    }
    if let number = document.attributeNumber(.ariaLevel, of: id), let level = Int(document.attributes[number].value),
      level > 0
    {
      return level
    }
    // A heading role without a level: level 2 by WAI-ARIA 1.2.
    return native ?? 2
  }

  /// The heading's text without the permalink that themes put beside it (`#`, `¶`).
  private static func text(of id: NodeID, in document: Document) -> Range<Int> {
    var range = document.trimmedText(of: id)
    for child in document.children(of: id) where isPermalink(child, in: document) {
      let link = document[child].text
      if Int(link.upperBound) >= range.upperBound {
        range = range.lowerBound..<max(range.lowerBound, Int(link.lowerBound))
      } else if Int(link.lowerBound) <= range.lowerBound {
        range = min(range.upperBound, Int(link.upperBound))..<range.upperBound
      }
      range = document.prose.trimmed(range)
    }
    return range
  }

  /// Whether a node is a link to its own heading: a fragment, and a sign rather than a word.
  static func isPermalink(_ node: NodeID, in document: Document) -> Bool {
    guard document.isElement(node, .a), document.value(.href, of: node)?.utf8.first == UInt8(ascii: "#") else {
      return false
    }
    let text = document.prose.string(document.trimmedText(of: node))
    return !text.isEmpty && text.unicodeScalars.count <= 2 && FoldedText(text).isEmpty
  }
}
