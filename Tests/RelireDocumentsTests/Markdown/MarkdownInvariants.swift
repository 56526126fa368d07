import RelireModel

@testable import RelireDocuments

/// What must hold of every Markdown page besides `DocumentInvariants`: each element's range slices to its
/// own markup, within its parent and after its siblings.
enum MarkdownInvariants {
  ///
  /// - Parameter checksMarkup: false for broken pages, on which md4c 0.4.8 itself errs: it loses the first mark
  ///   of the line after an unclosed fence in a list or a quotation, takes a number that ends the page for a
  ///   list, and a mark within `(<…>)` for a closing one.
  static func violations(of document: Document, checksMarkup: Bool = true) -> [String] {
    var violations = DocumentInvariants.violations(of: document)
    var lastEnd: [Int32: Int] = [:]
    // md4c 0.4.8 pairs the marks around an address without brackets wrongly, or not at all.
    let hasBareAddress = document.nodes.contains { $0.kind == .element && $0.name == .a && $0.startTag.isEmpty }
    for (index, node) in document.nodes.enumerated().dropFirst() {
      let name = node.kind == .element ? document.spelling(node.name) : "\(node.kind)"
      func require(_ condition: Bool, _ reason: String) {
        guard !condition, violations.count < 5 else { return }
        violations.append("\(name) \(node.range) \(reason): \(document.source.string(node.range))")
      }
      require(document[node.parent].range.contains(node.range), "is not within its parent")
      require(node.range.start >= lastEnd[node.parent.index] ?? 0, "begins before its sibling ends")
      lastEnd[node.parent.index] = node.range.end
      // What a tag has opened is HTML's.
      guard checksMarkup, node.kind == .element, !hasBareAddress || !isInline(node.name),
        !document.source.string(node.startTag).hasPrefix("<") || node.name == .a
      else { continue }
      if let reason = flaw(of: node, NodeID(index), in: document) { require(false, reason) }
    }
    for (mask, next) in zip(document.masks, document.masks.dropFirst()) where mask.range.end > next.range.start {
      violations.append("masks overlap: \(mask.range) \(next.range)")
    }
    return violations
  }

  private static func isInline(_ name: ElementName) -> Bool {
    [.em, .strong, .del, .code, .a, .img].contains(name)
  }

  /// Why the element's markup is not what it should be; nil when it is.
  private static func flaw(of node: Node, _ id: NodeID, in document: Document) -> String? {
    let markup = document.source.string(node.range)
    let marker = document.source.string(node.startTag)
    switch node.name {
    case .em: return isBetween(markup, ["*", "_"]) ? nil : "is not between marks"
    case .strong: return isBetween(markup, ["**", "__"]) ? nil : "is not between marks"
    case .del: return isBetween(markup, ["~", "~~"]) ? nil : "is not between marks"
    case .code where !document.isElement(node.parent, .pre):
      return isBetween(markup, [marker]) && marker.allSatisfy { $0 == "`" } && !marker.isEmpty ? nil : "is no code span"
    case .a: return isLink(markup, marker) ? nil : "is no link"
    case .img:
      return markup.hasPrefix("![") && (markup.hasSuffix(")") || markup.hasSuffix("]")) ? nil : "is no image"
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let level = Int(node.name.rawValue - ElementName.h1.rawValue) + 1
      if marker.isEmpty { return markup.last == (level == 1 ? "=" : "-") && level < 3 ? nil : "is not underlined" }
      return marker == String(repeating: "#", count: level) ? nil : "has other marks"
    case .blockquote: return marker == ">" && markup.hasPrefix(">") ? nil : "has no mark"
    case .li: return isItemMarker(marker) && markup.hasPrefix(marker) ? nil : "has no marker \(marker)"
    case .dd: return marker == ":" ? nil : "has no marker"
    case .ul, .ol, .dl:
      let first = document.children(of: id).first { _ in true }
      return first.map { document[$0].range.start == node.range.start } ?? false ? nil : "does not begin with an item"
    case .hr: return markup.allSatisfy { "*-_ \t\r\n".contains($0) } && !markup.isEmpty ? nil : "is no rule"
    case .br: return markup.contains { $0.isNewline } ? nil : "is no line end"
    case .pre: return marker.isEmpty || marker.hasPrefix("```") || marker.hasPrefix("~~~") ? nil : "has no fence"
    case .p, .dt: return markup.isEmpty || markup.utf8.first?.isWhiteSpace == true ? "has no text" : nil
    default: return nil
    }
  }

  private static func isBetween(_ markup: String, _ marks: [String]) -> Bool {
    marks.contains { markup.hasPrefix($0) && markup.hasSuffix($0) && markup.utf8.count >= 2 * $0.utf8.count }
  }

  private static func isLink(_ markup: String, _ marker: String) -> Bool {
    switch marker {
    case "[": markup.hasPrefix("[") && (markup.hasSuffix(")") || markup.hasSuffix("]"))
    case "<": markup.hasPrefix("<") && markup.hasSuffix(">")
    default: markup.contains(".") || markup.contains(":")
    }
  }

  private static func isItemMarker(_ marker: String) -> Bool {
    switch marker {
    case "-", "+", "*": true
    default:
      (marker.hasSuffix(".") || marker.hasSuffix(")")) && !marker.dropLast().isEmpty
        && marker.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
    }
  }
}
