import RelireAccessibility
import RelireDocuments
import RelireModel

/// Something in a list that is no item of it, an item outside any list, or a description without its term.
public struct InvalidChild: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "lists/invalid-child",
    severity: .error,
    summary: Message(
      fr: "Une liste contient autre chose que ses éléments, ou un élément est hors d’une liste.",
      en: "A list holds something else than its items, or an item stands outside a list."),
    rationale: Message(
      fr: "Un lecteur d’écran compte les éléments d’une liste et saute de l’un à l’autre\u{A0}: ce qui n’est pas un "
        + "élément fausse le compte.",
      en: "A screen reader counts a list’s items and jumps from one to the next: what is no item makes the count wrong."
    ),
    exceptions: Message(
      fr: "Une liste dont role a changé la nature relève des règles aria. Les balises script et template sont admises.",
      en:
        "A list that role has turned into something else is a matter for the aria rules. The tags script and template "
        + "are fine."),
    references: [
      .rgaa("9.3.1"), .rgaa("9.3.2"), .rgaa("9.3.3"), .rgaa("8.2.1"), .wcag("1.3.1"),
      .specification("HTML, 4.4.5, The ul element"),
    ],
    examples: [
      Example("<ul><li>a</li>⟦<p>⟧b</p></ul>", format: .html),
      Example("<ul>⟦texte⟧<li>a</li></ul>", format: .html),
      Example("<dl><dt>a</dt>⟦<p>⟧b</p></dl>", format: .html),
      Example("<div>⟦<li>⟧a</li></div>", format: .html),
      Example("<div>⟦<dt>⟧a</dt></div>", format: .html),
      Example("⟦<dl>⟧<dd>a</dd></dl>", format: .html),
      // As DocBook writes tables of contents.
      Example("<dl><dt>a</dt></dl>", format: .html),
      Example("<ul><li>a<ul><li>b</ul></ul>", format: .html),
      Example("<dl><div><dt>a</dt><dd>b</dd></div><script></script></dl>", format: .html),
      Example("<ul>⟦<li role=button tabindex=0>⟧a</li></ul>", format: .html),
      Example("<ul role=menu><li role=menuitem tabindex=0>a</li></ul>", format: .html),
      Example("<ul role=presentation><div>a</div></ul>", format: .html),
      Example("- a\n\n  b\n- c\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    // What Markdown makes is sound, and what it mixes with tags is seen in the generated page.
    guard page.document.format == .html else { return }
    let document = page.document
    let nodes = document.nodes
    for index in Self.partsAndChildren(nodes) {
      let node = nodes[index]
      let parent = document[node.parent]
      switch node.kind {
      case .element:
        guard !Self.isPlaced(node.name, in: parent, document) else { continue }
      case .text:
        guard parent.kind == .element, Self.isList(parent.name), !document.trimmedText(of: NodeID(index)).isEmpty else {
          continue
        }
      case .root, .verbatim, .object, .comment: continue
      }
      let id = NodeID(index)
      let tree = page.accessibility
      guard tree.isVisible(id) || tree.isExposed(id), !tree.isAriaHidden(id), !tree.isInTemplate(id) else { continue }
      let owner = parent.kind == .element && Self.isList(parent.name) ? node.parent : id
      if tree.hasExplicitRole(owner) { continue }
      if node.kind == .element, document.attribute(.role, of: id) != nil, owner != id, tree.role(id) == .listitem {
        continue
      }
      // The role of what is around says that it is a list: its content is the fault.
      let cause =
        owner == id && parent.kind == .element && document.hasAttribute(.role, of: node.parent)
        ? Finding.Cause(MissingContent.id, document.signpost(of: node.parent)) : nil
      findings.report(
        Finding(
          node.kind == .text ? Self.place(id, document) : document.signpost(of: id),
          owner == id ? .outside(document.spelling(node.name)) : .child(of: parent.name), cause: cause))
    }
    for index in nodes.indices where nodes[index].name == .li && !nodes[index].attributes.isEmpty {
      let item = NodeID(index)
      guard document.hasAttribute(.role, of: item) else { continue }
      let tree = page.accessibility
      guard tree.role(item) == .button || tree.role(item) == .link, tree.isExposed(item), !tree.isInTemplate(item),
        !tree.hasExplicitRole(nodes[index].parent)
      else { continue }
      findings.report(document.signpost(of: item), .otherRole)
    }
    for index in nodes.indices where nodes[index].name == .dl && nodes[index].kind == .element {
      let list = NodeID(index)
      let tree = page.accessibility
      guard tree.isExposed(list), !tree.hasExplicitRole(list), !tree.isInTemplate(list) else { continue }
      let groups = document.children(of: list).filter { document.isElement($0, .div) }
      if ([list] + groups).contains(where: { Self.lacksTerm($0, document) }) {
        findings.report(document.signpost(of: list), .noTerm)
      }
    }
  }

  /// Whether a group begins with a description, which HTML wants after its term.
  private static func lacksTerm(_ group: NodeID, _ document: Document) -> Bool {
    let parts = document.children(of: group).map { document[$0] }.filter { $0.kind == .element }
    // What else is there may be made into a part by a script.
    guard parts.allSatisfy({ $0.name == .dt || $0.name == .dd || $0.name == .div || $0.name == .script }) else {
      return false
    }
    return parts.first { $0.name == .dt || $0.name == .dd }?.name == .dd
  }

  /// The items, terms and descriptions that are not where most are, and whatever else is right in a list.
  private static func partsAndChildren(_ nodes: [Node]) -> [Int] {
    nodes.withUnsafeBufferPointer { nodes in
      var found: [Int] = []
      for index in 1..<max(1, nodes.count) {
        let parent = nodes[Int(nodes[index].parent.index)].name
        switch nodes[index].name {
        case .li: if parent != .ul, parent != .ol { found.append(index) }
        case .dt, .dd: if parent != .dl { found.append(index) }
        default: if isList(parent) { found.append(index) }
        }
      }
      return found
    }
  }

  private static func isList(_ name: ElementName) -> Bool {
    name == .ul || name == .ol || name == .menu || name == .dl
  }

  private static func isPlaced(_ name: ElementName, in parent: Node, _ document: Document) -> Bool {
    let holder: ElementName? = parent.kind == .element ? parent.name : nil
    switch name {
    case .script, .template: return true
    case .li: return holder == .ul || holder == .ol || holder == .menu
    case .dt, .dd:
      if holder == .dl { return true }
      guard holder == .div else { return false }
      let outer = document[parent.parent]
      return outer.kind == .element && outer.name == .dl
    case .div where holder == .dl: return true
    default: return holder.map { !isList($0) } ?? true
    }
  }

  /// The text without the white space around it.
  private static func place(_ text: NodeID, _ document: Document) -> SourceRange {
    document.prose.sourceRange(of: document.trimmedText(of: text))
  }
}

extension Message {
  fileprivate static func child(of list: ElementName) -> Message {
    list == .dl
      ? Message(
        fr:
          "Une liste de définitions ne contient que des termes (dt) et des définitions (dd)\u{A0}: mettez ceci dans l’un "
          + "d’eux.",
        en: "A description list holds only terms (dt) and descriptions (dd): put this in one of them.")
      : Message(
        fr: "Une liste ne contient que des éléments li\u{A0}: mettez ceci dans l’un d’eux, ou hors de la liste.",
        en: "A list holds only li elements: put this in one of them, or outside the list.")
  }

  fileprivate static let otherRole = Message(
    fr:
      "Le rôle de cet élément li lui ôte celui d’élément de liste\u{A0}: mettez dedans un vrai bouton ou un vrai lien.",
    en: "The role of this li element takes away that of a list item: put a true button or link inside it.")

  fileprivate static let noTerm = Message(
    fr: "Dans cette liste de définitions, une définition (dd) n’a pas de terme (dt)\u{A0}: écrivez-le devant elle.",
    en: "In this description list a description (dd) has no term (dt): write it before it.")

  fileprivate static func outside(_ name: String) -> Message {
    Message(
      fr: "Un élément \(name) n’a de sens que dans une liste\u{A0}: ajoutez la liste autour.",
      en: "An element \(name) only means something in a list: put the list around it.")
  }
}
