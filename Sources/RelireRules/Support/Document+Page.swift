import RelireDocuments
import RelireModel

extension Document {
  /// The `html` element, written or implied.
  var rootElement: NodeID? { children(of: .root).first { isElement($0, .html) } }

  /// The `body` element, of a whole page or of one that leaves its tags out.
  var bodyElement: NodeID? { rootElement.flatMap { children(of: $0).first { isElement($0, .body) } } }

  /// The page's `title` element: the first one, wherever it stands, that is not an SVG image's. Nil in most
  /// fragments only after all nodes were looked at.
  var titleElement: NodeID? {
    var index: Int32 = 1
    while index < nodes.count {
      let node = nodes[Int(index)]
      if node.kind == .element {
        if node.name == .title { return NodeID(Int(index)) }
        if node.name == .svg || node.name == .template {
          index = node.subtreeEnd
          continue
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether the HTML file is a page rather than a piece of one: it writes its `html`, `head`, `body` or `title` tag.
  var isWholePage: Bool {
    guard format == .html else { return false }
    guard let html = rootElement else { return titleElement != nil }
    if !self[html].startTag.isEmpty { return true }
    return children(of: html).contains { child in
      (isElement(child, .head) || isElement(child, .body)) && !self[child].startTag.isEmpty
    } || titleElement != nil
  }

  /// Where to point for something that the page as a whole lacks: its title, or its beginning.
  var titlePlace: SourceRange {
    if let title = frontMatter?["title"], !title.range.isEmpty { return title.range }
    if let frontMatter { return SourceRange(at: frontMatter.range.start) }
    if let title = titleElement { return prose.sourceRange(of: trimmedText(of: title)) }
    return SourceRange(at: source.contentStart)
  }
}
