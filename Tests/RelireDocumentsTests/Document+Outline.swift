import RelireDocuments

extension Document {
  /// The tree in one line, as tests compare it: `ul(li("a") li(b("c")))`. Text is quoted, text that is no prose is
  /// in angle quotes, comments are `#`, implied elements are marked by `^`.
  var outline: String { outline(of: .root) }

  private func outline(of node: NodeID) -> String {
    children(of: node).map { child in
      switch self[child].kind {
      case .text: "\"\(text(of: child))\""
      case .verbatim: "‹\(source.string(self[child].range))›"
      case .object: "{}"
      case .comment: "#"
      case .root: ""
      case .element:
        spelling(self[child].name) + (self[child].startTag.isEmpty ? "^" : "")
          + (self[child].subtreeEnd > child.index + 1 ? "(\(outline(of: child)))" : "")
      }
    }.joined(separator: " ")
  }
}
