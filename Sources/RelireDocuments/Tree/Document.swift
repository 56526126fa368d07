import RelireModel

/// A page as the rules see it: a tree of elements with exact places, its prose, its front matter.
/// Markdown and HTML become the same tree, with HTML's element names.
///
/// An immutable class rather than a struct of a dozen arrays: every rule and every walk holds it, and
/// one reference is cheaper to pass around than twelve.
public final class Document: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, html
  }

  public let source: SourceText
  public let format: Format
  /// In document order; the first one is the root.
  public let nodes: [Node]
  public let attributes: [Attribute]
  /// Spellings of names that are not HTML's, lower case.
  public let customNames: [String]
  public let prose: Prose
  public let frontMatter: FrontMatter?
  /// What Hugo's Markdown adds to CommonMark and was masked before parsing, in order.
  public let masks: [Mask]
  /// What the reader found wrong with the file itself, in order.
  public let problems: [ReadingProblem]

  public init(
    source: SourceText, format: Format, nodes: [Node], attributes: [Attribute], customNames: [String], prose: Prose,
    frontMatter: FrontMatter?, masks: [Mask], problems: [ReadingProblem]
  ) {
    self.source = source
    self.format = format
    self.nodes = nodes
    self.attributes = attributes
    self.customNames = customNames
    self.prose = prose
    self.frontMatter = frontMatter
    self.masks = masks
    self.problems = problems
  }

  @inlinable
  public subscript(node: NodeID) -> Node { nodes[Int(node.index)] }

  public func spelling(_ name: ElementName) -> String {
    name.isCustom ? customNames[Int(name.rawValue - ElementName.firstCustom)] : name.knownSpelling
  }

  public func spelling(_ name: AttributeName) -> String {
    name.isCustom ? customNames[Int(name.rawValue - AttributeName.firstCustom)] : name.knownSpelling
  }

  // MARK: Attributes

  /// The first attribute of that name. Linear in the element's attributes.
  public func attribute(_ name: AttributeName, of node: NodeID) -> Attribute? {
    for index in self[node].attributes where attributes[Int(index)].name == name { return attributes[Int(index)] }
    return nil
  }

  public func value(_ name: AttributeName, of node: NodeID) -> String? { attribute(name, of: node)?.value }

  public func attributes(of node: NodeID) -> ArraySlice<Attribute> {
    let range = self[node].attributes
    return attributes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  // MARK: Walking

  /// All nodes inside `node`, in document order, itself left out.
  public func descendants(of node: NodeID) -> some Sequence<NodeID> {
    ((Int(node.index) + 1)..<Int(self[node].subtreeEnd)).lazy.map { NodeID($0) }
  }

  /// The children, in order. Skips over their subtrees.
  public func children(of node: NodeID) -> Children {
    Children(document: self, upcoming: node.index + 1, end: self[node].subtreeEnd)
  }

  public struct Children: Sequence, IteratorProtocol {
    let document: Document
    var upcoming: Int32
    let end: Int32

    public mutating func next() -> NodeID? {
      guard upcoming < end else { return nil }
      let node = NodeID(Int(upcoming))
      upcoming = document[node].subtreeEnd
      return node
    }
  }

  /// No for `.none`, the parent of the root.
  public func isElement(_ node: NodeID, _ name: ElementName) -> Bool {
    node != .none && self[node].kind == .element && self[node].name == name
  }

  /// The nearest enclosing element with that name, or nil. Linear in the depth.
  public func ancestor(_ name: ElementName, of node: NodeID) -> NodeID? {
    var current = self[node].parent
    while current != .none {
      if isElement(current, name) { return current }
      current = self[current].parent
    }
    return nil
  }

  /// The prose inside a node as one string: code and images are U+FFFC.
  public func text(of node: NodeID) -> String {
    let range = self[node].text
    return String(decoding: prose.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}
