import RelireAccessibility
import RelireDocuments
import RelireModel

/// A heading as assistive technology announces it.
public struct Heading: Sendable {
  public enum Origin: Sendable {
    /// An element of the page.
    case element(NodeID)
    /// The front matter's title, which the site draws as the page's first heading.
    case title(DataNode)
  }

  public let origin: Origin
  /// From 1; above 6 only by `aria-level`.
  public let level: Int
  /// Prose offsets of what it says, spaces at both ends and a permalink mark left out; empty for a title.
  public let text: Range<Int>

  public var node: NodeID? { if case .element(let node) = origin { node } else { nil } }
}

extension Heading {
  /// What it says, as one string; images and code are U+FFFC.
  public func string(in document: Document) -> String {
    switch origin {
    case .element: document.prose.string(text)
    case .title(let value): value.string ?? ""
    }
  }

  /// What makes two headings of different pages one heading of the theme: the same element with the same class and
  /// no anchor of its own, or the same text.
  func signature(in document: Document) -> String {
    guard let node else { return "" }
    let name = document.spelling(document[node].name)
    if document.attribute(.id, of: node) == nil, let style = document.value(.class, of: node), !style.isEmpty {
      return "\(name).\(style)"
    }
    return "\(name) \(string(in: document))"
  }

  /// What it says, as outlines show it: on one line, code and the alternatives of images among the words.
  public func name(on page: Page) -> String {
    let text = string(in: page.document)
    guard let node, text.unicodeScalars.contains("\u{FFFC}") || text.isEmpty else { return text.singleSpaced }
    var name = page.accessibility.name(of: node).text
    let permalinks = Self.permalinks(in: node, page)
    if !permalinks.isEmpty, name.hasSuffix(permalinks) { name.removeLast(permalinks.count) }
    return String(name.unicodeScalars.filter { $0 != "\u{FFFC}" }).singleSpaced
  }

  /// What the links of a heading to itself say, which is no part of its text.
  static func permalinks(in heading: NodeID, _ page: Page) -> String {
    var names: [String] = []
    for child in page.document.children(of: heading) where Outline.isPermalink(child, in: page.document) {
      names.append(page.accessibility.name(of: child).text)
    }
    return names.joined(separator: " ")
  }

  /// All of its markup, or the front matter's value.
  public func extent(in document: Document) -> SourceRange {
    switch origin {
    case .element(let node): document[node].range
    case .title(let value): value.range
    }
  }

  /// The place to point at.
  func range(in document: Document) -> SourceRange {
    switch origin {
    case .element(let node): document.signpost(of: node)
    case .title(let value): value.range
    }
  }
}
