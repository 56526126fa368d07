import RelireAccessibility
import RelireDocuments

extension Document {
  /// Whether the element is a page's title, not a drawing's.
  func isTitle(_ node: NodeID) -> Bool { isElement(node, .title) && ancestor(.svg, of: node) == nil }

  /// The seconds after which a `meta` element reloads the page; nil when it does not (HTML standard §4.2.5.3).
  func refreshDelay(of meta: NodeID) -> Int? {
    guard value(.httpEquiv, of: meta)?.lowercased() == "refresh", let content = value(.content, of: meta) else {
      return nil
    }
    let text = content.trimmingSpaces
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).drop { $0 == "." || ($0.isASCII && $0.isNumber) }
    if let next = rest.first, !";, \t\n\r".contains(next) { return nil }
    if digits.isEmpty { return text.hasPrefix(".") ? 0 : nil }
    return Int(digits) ?? .max
  }

  /// Whether the page sends its readers on at once, so that nobody reads it.
  var isInstantRedirection: Bool {
    guard format == .html, source.bytes.count < 4_000 else { return false }
    return nodes.indices.contains { index in
      isElement(NodeID(index), .meta) && refreshDelay(of: NodeID(index)) == 0
        && value(.content, of: NodeID(index))?.lowercased().contains("url") == true
    }
  }

  /// Whether an earlier line of the page has it reloaded already: browsers heed the first one alone.
  func isRefreshedBefore(_ meta: NodeID) -> Bool {
    for index in 1..<max(1, Int(meta.index)) where isElement(NodeID(index), .meta) {
      let other = NodeID(index)
      if refreshDelay(of: other) != nil, ancestor(.noscript, of: other) == nil, ancestor(.template, of: other) == nil {
        return true
      }
    }
    return false
  }

  /// Whether the page only sends its readers on to another one.
  var isRedirection: Bool {
    guard format == .html, source.bytes.count < 4_000 else { return false }
    return nodes.indices.contains { index in
      let node = NodeID(index)
      return isElement(node, .meta) && value(.httpEquiv, of: node)?.lowercased() == "refresh"
        && value(.content, of: node)?.lowercased().contains("url=") == true
    }
  }
}
