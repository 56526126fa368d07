import RelireAccessibility
import RelireDocuments
import RelireModel
import RelireReporters

/// How assistive technologies meet a page, for people and for programs.
struct AccessibilityDump {
  private let tree: AccessibilityTree
  private let document: Document
  private let lines: LineIndex

  init(document: Document) {
    self.document = document
    tree = AccessibilityTree(document)
    lines = LineIndex(document.source.bytes, contentStart: document.source.contentStart)
  }

  /// One element a line, indented by its depth: its name, role, accessible name and where that comes from, description,
  /// then what keeps it from being met, or the keyboard from reaching it.
  func printTree() {
    var depths = [Int](repeating: 0, count: document.nodes.count)
    for (index, node) in document.nodes.enumerated() where index > 0 {
      let depth = depths[Int(node.parent.index)]
      guard node.kind == .element else { continue }
      depths[index] = depth + 1
      print(String(repeating: "  ", count: depth) + line(of: NodeID(index)))
    }
  }

  private func line(of node: NodeID) -> String {
    let role = tree.role(node).spelling
    var line = "\(document.spelling(document[node].name)) \(place(node)) \(role)"
    if tree.hasExplicitRole(node) { line += "!" }
    if isAskedForName(node) {
      let name = tree.name(of: node)
      if !name.isEmpty { line += " \(SafeText.neutralised(name.text).debugDescription) (\(name.origin))" }
      let description = tree.description(of: node)
      if !description.isEmpty { line += " described by \(SafeText.neutralised(description).debugDescription)" }
    }
    for state in states(node) { line += " [\(state)]" }
    return line
  }

  func printJSON() {
    var writer = JSONWriter()
    writer.array(document.nodes.indices.filter { document.nodes[$0].kind == .element }) { writer, index in
      let node = NodeID(index)
      let name = isAskedForName(node) ? tree.name(of: node) : nil
      writer.object { writer in
        writer.field("node", index)
        writer.field("parent", Int(document[node].parent.index))
        writer.field("element", document.spelling(document[node].name))
        writer.field("line", lines.positions(of: document[node].range).start.line)
        writer.field("role", tree.role(node).spelling)
        writer.field("explicit", tree.hasExplicitRole(node))
        writer.field("name", name?.text ?? "")
        writer.field("origin", name.map { "\($0.origin)" })
        writer.field("description", isAskedForName(node) ? tree.description(of: node) : "")
        writer.field("states", states(node))
      }
    }
    print(writer.output.text)
  }

  /// Names of elements that no rule asks about would only repeat their content.
  private func isAskedForName(_ node: NodeID) -> Bool {
    switch tree.role(node) {
    case .generic, .none, .document, .paragraph, .listitem, .list, .row, .rowgroup: return tree.hasAriaName(node)
    default: return true
    }
  }

  private func states(_ node: NodeID) -> [String] {
    var states: [String] = []
    if !tree.isExposed(node) { states.append("hidden") }
    if tree.isAriaHidden(node) { states.append("aria-hidden") }
    if !tree.isVisible(node) { states.append("unseen") }
    if tree.isInTemplate(node) { states.append("template") }
    if tree.isTabbable(node) { states.append("tabbable") } else if tree.isFocusable(node) { states.append("focusable") }
    if tree.isDisabled(node) { states.append("disabled") }
    if let owner = tree.owners[node] {
      states.append("owned by \(document.spelling(document[owner].name)) \(place(owner))")
    }
    return states
  }

  private func place(_ node: NodeID) -> String {
    let start = lines.positions(of: document[node].range).start
    return "\(start.line):\(start.column)"
  }
}
