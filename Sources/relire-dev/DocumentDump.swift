import RelireDocuments
import RelireModel

/// A document in lines of text, for people.
struct DocumentDump {
  let document: Document
  private let lines: LineIndex

  init(document: Document) {
    self.document = document
    lines = LineIndex(document.source.bytes, contentStart: document.source.contentStart)
  }

  func printTree() {
    print("# Tree")
    var depths: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      let depth = node.parent == .none ? 0 : depths[Int(node.parent.index)] + 1
      depths.append(depth)
      print(String(repeating: "  ", count: depth) + line(of: node, NodeID(index)))
    }
  }

  private func line(of node: Node, _ id: NodeID) -> String {
    switch node.kind {
    case .root: return "root"
    case .element:
      let attributes = document.attributes(of: id).map {
        " \(document.spelling($0.name))=\(quoted($0.value)) \(place($0.valueRange))"
      }
      return "\(document.spelling(node.name)) \(place(node.range)) \(quoted(node.startTag))" + attributes.joined()
    case .text, .verbatim, .object, .comment: return "\(node.kind) \(place(node.range)) \(quoted(node.range))"
    }
  }

  func printProse(withTokens: Bool) {
    print("\n# Prose")
    for block in document.prose.blocks {
      let range = document.prose.sourceRange(of: block.range)
      print(
        "\(block.kind) [\(document.prose.language(of: block))] \(place(range)) \(quoted(document.prose.string(block)))")
      guard withTokens else { continue }
      for token in document.prose.tokens(of: block) {
        print("    \(token.kind) \(quoted(document.prose.string(token.range)))")
      }
    }
  }

  func printFrontMatter() {
    guard let frontMatter = document.frontMatter else { return }
    print("\n# Front matter: \(frontMatter.format.rawValue) \(place(frontMatter.range))")
    for entry in frontMatter.root?.entries ?? [] {
      print("\(entry.key) \(place(entry.keyRange)): \(quoted(entry.value.range)) \(place(entry.value.range))")
    }
  }

  func printMasks() {
    guard !document.masks.isEmpty else { return }
    print("\n# Masks")
    for mask in document.masks {
      print("\(mask.kind.rawValue) \(place(mask.range)) \(mask.isClosing ? "/" : "")\(mask.name) \(quoted(mask.range))")
    }
  }

  func printProblems() {
    guard !document.problems.isEmpty else { return }
    print("\n# Problems")
    for problem in document.problems {
      print("\(problem.kind.rawValue) \(place(problem.range)) \(problem.message[.english])")
    }
  }

  /// `line:column-line:column`.
  private func place(_ range: SourceRange) -> String {
    let positions = lines.positions(of: range)
    return "\(positions.start.line):\(positions.start.column)-\(positions.end.line):\(positions.end.column)"
  }

  private func quoted(_ range: SourceRange) -> String { quoted(document.source.string(range)) }

  private func quoted(_ text: String) -> String { text.debugDescription }
}
