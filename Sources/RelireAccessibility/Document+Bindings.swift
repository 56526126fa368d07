import RelireDocuments

extension Document {
  /// What frameworks do to an element.
  public func bindings(of node: NodeID) -> [Binding] {
    var bindings: [Binding] = []
    for number in nodes[Int(node.index)].attributes where attributes[Int(number)].name.isCustom {
      if let binding = Binding(spelling(attributes[Int(number)].name)) { bindings.append(binding) }
    }
    return bindings
  }

  /// Whether a framework gives the element an attribute.
  public func binds(_ name: AttributeName, of node: NodeID) -> Bool {
    bindings(of: node).contains { $0 == .anything || $0 == .attribute(name.knownSpelling[...]) }
  }

  /// Whether a `template` is the shadow tree of the element around it, and so a part of the page.
  func isShadow(_ template: NodeID) -> Bool {
    attributes(of: template).contains { spelling($0.name) == "shadowrootmode" }
  }

  /// Whether a framework fills the element.
  public func bindsContent(of node: NodeID) -> Bool { bindings(of: node).contains(.content) }
}

extension AccessibilityTree {
  /// Whether a framework gives any element of the page its `id`. Linear, once.
  public var hasBoundIDs: Bool {
    lazyHasBoundIDs.value { document.nodes.indices.contains { document.binds(.id, of: NodeID($0)) } }
  }

  /// Whether a framework gives the element a name, as far as attributes tell: one on the element itself, on what labels
  /// it, or on something in it. Linear in the content, up to a limit; for what has no other name.
  func isNamedByFramework(_ node: NodeID) -> Bool {
    let own = document.bindings(of: node)
    if !own.isEmpty, own.contains(where: { namesElement($0, node) }) { return true }
    if own.contains(.attribute("id")), isLabelable(node) { return true }
    if labels[node, default: []].contains(where: { isFilledByFramework($0) }) { return true }
    if elements(.ariaLabelledby, of: node).contains(where: { isFilledByFramework($0) }) { return true }
    return RoleFacts.isNamedByContent(role(node)) && isFilledByFramework(node)
      || document[node].name == .summary && isFilledByFramework(node)
  }

  /// Whether a framework labels a field by something else than its placeholder.
  public func isLabelledByFramework(_ node: NodeID) -> Bool {
    let own = document.bindings(of: node)
    return own.contains { $0 != .attribute("placeholder") && namesElement($0, node) } || own.contains(.attribute("id"))
      || labels[node, default: []].contains { isFilledByFramework($0) }
  }

  private func isLabelable(_ node: NodeID) -> Bool {
    switch document[node].name {
    case .input, .select, .textarea, .meter, .progress, .output, .button: true
    default: false
    }
  }

  private func namesElement(_ binding: Binding, _ node: NodeID) -> Bool {
    switch binding {
    case .anything: true
    case .content, .action: false
    case .attribute("aria-label"), .attribute("aria-labelledby"), .attribute("title"), .attribute("alt"),
      .attribute("placeholder"), .attribute("label"):
      true
    case .attribute("value"): role(node) == .button
    case .attribute: false
    }
  }

  /// Whether a framework makes some of an element's content: its text, a named part of it, or what a `template` in it
  /// holds.
  public func isFilledByFramework(_ root: NodeID) -> Bool {
    if document.bindsContent(of: root) { return true }
    let start = Int(root.index) + 1
    for index in start..<max(start, min(Int(document[root].subtreeEnd), start + 1000)) {
      let part = NodeID(index)
      guard document[part].kind == .element, !document[part].attributes.isEmpty else { continue }
      if document[part].name == .template, Self.isUnfolded(part, document) { return true }
      if document.bindings(of: part).contains(where: { $0 == .content || namesElement($0, part) }) { return true }
    }
    return false
  }

  /// Whether a framework puts the content of a `template` in its place (`x-for`, `v-if`, `*ngIf`).
  private static func isUnfolded(_ template: NodeID, _ document: Document) -> Bool {
    document.attributes(of: template).contains { attribute in
      let name = document.spelling(attribute.name)
      return name.hasPrefix("x-") || name.hasPrefix("v-") || name.hasPrefix("*ng") || name.hasPrefix("#")
    }
  }
}
