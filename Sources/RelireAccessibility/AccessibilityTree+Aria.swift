import RelireDocuments

/// What WAI-ARIA asks of an element with its role.
extension AccessibilityTree {
  /// Whether an element may have a state or property: its role has it, or every role may and it is not one that
  /// names what may not be named.
  public func permits(_ name: AttributeName, _ definition: AriaAttribute, on element: NodeID) -> Bool {
    let elementName = document[element].name
    if elementName.isCustom { return true }
    let role = roleForAttributes(element)
    let facts = RoleFacts.of(role)
    if facts.supported.contains(name) { return true }
    guard definition.isGlobal else { return false }
    switch name {
    case .ariaRoledescription, .ariaBrailleroledescription:
      return role != .generic || (!hasExplicitRole(element) && !Self.genericElements.contains(elementName))
    case .ariaLabel, .ariaLabelledby, .ariaBraillelabel:
      if !facts.isNamingProhibited { return true }
      // Many elements have no role at all, rather than the one of a `div`.
      return role == .generic && !hasExplicitRole(element) && !Self.genericElements.contains(elementName)
    default: return true
    }
  }

  /// The elements to which HTML gives the generic role (ARIA in HTML, chapter 4); `header` and `footer` inside a part
  /// of the page.
  private static let genericElements: Set<ElementName> = [
    .a, .b, .bdi, .bdo, .data, .div, .footer, .header, .i, .pre, .q, .samp, .small, .span, .u,
  ]

  /// The role, or for controls that have none the one that they are like.
  private func roleForAttributes(_ element: NodeID) -> Role {
    let role = role(element)
    guard role == .generic, !hasExplicitRole(element) else { return role }
    switch document[element].name {
    case .input: return .textbox
    case .summary: return .button
    default: return role
    }
  }

  /// The first required state or property that an element with an explicit role has not; HTML itself gives some.
  public func missingAttribute(of element: NodeID) -> AttributeName? {
    let role = role(element)
    for name in RoleFacts.of(role).required.sorted(by: { $0.rawValue < $1.rawValue })
    where isEmpty(name, of: element) && !isNative(name, of: element) && !document.binds(name, of: element) {
      return name
    }
    // A separator that can be moved has a position.
    if role == .separator, isFocusable(element), isEmpty(.ariaValuenow, of: element) { return .ariaValuenow }
    return nil
  }

  private func isEmpty(_ name: AttributeName, of element: NodeID) -> Bool {
    document.value(name, of: element)?.trimmingSpaces.isEmpty ?? true
  }

  private func isNative(_ name: AttributeName, of element: NodeID) -> Bool {
    switch (name, document[element].name) {
    case (.ariaChecked, .input): return ["checkbox", "radio"].contains(inputType(element))
    case (.ariaLevel, .h1), (.ariaLevel, .h2), (.ariaLevel, .h3), (.ariaLevel, .h4), (.ariaLevel, .h5),
      (.ariaLevel, .h6):
      return true
    case (.ariaValuenow, .input): return ["range", "number"].contains(inputType(element))
    case (.ariaValuenow, .meter), (.ariaValuenow, .progress), (.ariaExpanded, .select): return true
    case (.ariaExpanded, .input): return document.attribute(.list, of: element) != nil
    default: return false
    }
  }

  /// Whether `aria-controls` has to name an element that is there.
  public func requiresControls(_ element: NodeID) -> Bool {
    switch role(element) {
    case .scrollbar: true
    case .combobox: document.value(.ariaExpanded, of: element)?.trimmingSpaces.lowercased() == "true"
    default: false
    }
  }

  /// The identifiers of what a combobox that is not open controls or owns. Linear, once.
  public var listsOfClosedComboboxes: Set<String> {
    lazyClosedLists.value {
      var lists: Set<String> = []
      for index in document.nodes.indices where !document.nodes[index].attributes.isEmpty {
        let node = NodeID(index)
        guard role(node) == .combobox, !requiresControls(node) else { continue }
        for name: AttributeName in [.ariaControls, .ariaOwns] {
          for id in document.value(name, of: node)?.spaceSeparated ?? [] { lists.insert(String(id)) }
        }
      }
      return lists
    }
  }

  /// Whether an element of one of these roles owns this one.
  public func isInContext(_ element: NodeID, _ contexts: Set<Role>) -> Bool {
    // A list that drops down is a listbox inside the combobox that HTML makes of it.
    if document.isElement(element, .option), document.ancestor(.select, of: element) != nil { return true }
    let owner = owner(of: element)
    return owner.map { contexts.contains(role($0)) } ?? false || isInComponent(element, below: owner)
  }

  /// Whether a component stands between an element and what owns it, which may give itself a role. Looks some levels up.
  private func isInComponent(_ element: NodeID, below owner: NodeID?) -> Bool {
    var outer = document[element].parent
    for _ in 0..<32 where outer != .none && outer != .root && outer != owner {
      if isComponent(outer) || shadowHosts.contains(outer) { return true }
      outer = document[outer].parent
    }
    return false
  }

  /// The elements that show a tree of their own (`<template shadowrootmode>`), in which their content has its place.
  /// Linear, once.
  private var shadowHosts: Set<NodeID> {
    lazyShadowHosts.value {
      let templates = document.nodes.indices.lazy.map { NodeID($0) }.filter { self.document.isElement($0, .template) }
      return Set(templates.filter { self.document.isShadow($0) }.map { self.document[$0].parent })
    }
  }

  /// Whether a component stands in an element, which may have a role by a script. Linear in the content, up to a limit.
  public func holdsComponent(_ element: NodeID) -> Bool {
    document.descendants(of: element).prefix(1000).contains { isComponent($0) || document.isElement($0, .slot) }
  }

  public func isBusy(_ element: NodeID) -> Bool {
    document.value(.ariaBusy, of: element)?.trimmingSpaces.lowercased() == "true"
  }

  /// Whether the element owns one of these roles at least, and nothing else but what usually stands beside them.
  public func hasParts(_ element: NodeID, _ parts: Set<Role>) -> Bool {
    let roles = ownedElements(of: element).map { role($0) }
    guard !roles.isEmpty else { return false }
    let companions = Self.companions[role(element)] ?? []
    return roles.allSatisfy { parts.contains($0) || $0 == .separator || companions.contains($0) }
      && (roles.contains { parts.contains($0) || $0 == .separator })
  }

  /// What stands beside the parts in the patterns of the ARIA Authoring Practices: a menu beside the item that opens
  /// it, a button beside the tabs that it adds or scrolls.
  private static let companions: [Role: Set<Role>] = [.menu: [.menu], .menubar: [.menu], .tablist: [.button]]

  /// Whether the element is inside one whose content is read as a whole, such as a button.
  public func isWithinControl(_ element: NodeID) -> Bool {
    states[Int(element.index)].flags.contains(.isInPresentation) && !isAriaHidden(element)
  }
}
