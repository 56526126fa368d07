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

  /// The seconds after which a page that does nothing else sends its readers on to another one: 0 for one that nobody
  /// reads. Nil for a page that stays.
  var redirectionDelay: Int? {
    guard format == .html, source.bytes.count < 4_000 else { return nil }
    for node in nodes.indices.lazy.map({ NodeID($0) }) where isElement(node, .meta) {
      if let delay = refreshDelay(of: node), value(.content, of: node)?.lowercased().contains("url") == true {
        return delay
      }
    }
    return nil
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
}
