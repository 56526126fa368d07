import RelireDocuments

/// Computes the state of every element, each from its parent's.
struct AccessibilityTreeBuilder {
  fileprivate typealias Flags = AccessibilityTree.State.Flags

  private let document: Document
  private(set) var states: [AccessibilityTree.State]
  private(set) var ids = ElementIDs()
  private(set) var tabbable: [NodeID] = []
  private(set) var labels: [NodeID: [NodeID]] = [:]
  private(set) var owners: [NodeID: NodeID] = [:]
  private var labelElements: [NodeID] = []
  private var owning: [NodeID] = []
  /// The `summary` or `legend` that its parent already has.
  private var firstParts: [NodeID: NodeID] = [:]

  init(_ document: Document) {
    self.document = document
    states = [AccessibilityTree.State](repeating: AccessibilityTree.State(), count: document.nodes.count)
  }

  /// The attributes of one element that decide its state.
  private struct Facts {
    var role: String?
    var tabIndex: Int?
    var hasHidden = false
    /// A `popover`, which only a script or a button shows.
    var isPopover = false
    var display: InlineStyle.Display = .unknown
    var visibility: Bool?
    var isAriaHidden = false
    var isInert = false
    var isDisabled = false
    var isOpen = false
    var hasHref = false
    var hasControls = false
    var isEditable = false
    var hasUsemap = false
    var hasEmptyAlternative = false
    /// A global state or property, other than `aria-hidden`.
    var hasGlobal = false
    var hasName = false
    var inputType = ""
  }

  mutating func build() {
    let nodes = document.nodes
    for index in nodes.indices.dropFirst() {
      let inherited = states[Int(nodes[index].parent.index)].flags.intersection(.inherited)
      states[index].flags = inherited
      if nodes[index].kind == .element { visit(NodeID(index), nodes[index], inherited) }
    }
    ids.close(document)
    linkLabels()
    linkOwners()
  }

  private mutating func visit(_ id: NodeID, _ node: Node, _ inherited: AccessibilityTree.State.Flags) {
    let facts = facts(of: id, node)
    var flags = inherited
    let parent = states[Int(node.parent.index)]
    if Self.isNeverRendered(node.name, facts) || isClosedAway(id, node) || isFallback(node) {
      flags.insert(.isUnrendered)
    }
    if facts.display == .none || (facts.hasHidden && facts.display == .unknown) { flags.insert(.isUnrendered) }
    if node.name == .dialog ? !facts.isOpen : facts.isPopover && facts.display == .unknown {
      flags.insert(.isUnrendered)
    }
    if let visibility = facts.visibility {
      if visibility { flags.remove(.isInvisible) } else { flags.insert(.isInvisible) }
    }
    if facts.hasGlobal { flags.insert(.hasGlobal) }
    if facts.isAriaHidden { flags.insert(.isAriaHidden) }
    if facts.isInert { flags.insert(.isInert) }
    if node.name == .template { flags.insert(.isInTemplate) }
    if parent.flags.contains(.holdsPresentation) { flags.insert(.isInPresentation) }

    let isFormControl = Self.isFormControl(node.name)
    if isFormControl, facts.isDisabled || flags.contains(.isInDisabledFieldset) { flags.insert(.isDisabled) }
    if flags.isDisjoint(with: [.isUnrendered, .isInvisible, .isInert, .isDisabled]),
      facts.tabIndex != nil || isNativelyFocusable(id, node, facts)
    {
      flags.insert(.isFocusable)
      if facts.tabIndex ?? 0 >= 0 {
        flags.insert(.isTabbable)
        if !flags.contains(.isInTemplate) { tabbable.append(id) }
      }
    }

    var role = implicitRole(id, node, facts, flags)
    if let text = facts.role {
      for token in text.spaceSeparated {
        guard let explicit = Role(token: token) else { continue }
        // Presentational roles conflict resolution (WAI-ARIA 1.2, 7.2): what the user meets stays what it is.
        if explicit.canonical == .none, facts.hasGlobal || flags.contains(.isFocusable) { break }
        role = explicit.canonical
        flags.insert(.hasExplicitRole)
        break
      }
    }
    switch node.name {
    case .article, .aside, .main, .nav, .section: flags.insert(.isInSection)
    case .fieldset where flags.contains(.isDisabled): flags.insert(.isInDisabledFieldset)
    // The controls of a disabled fieldset's own legend stay enabled.
    case .legend where document.isElement(node.parent, .fieldset): flags.remove(.isInDisabledFieldset)
    case .table:
      flags.remove([.isInGrid, .isInLayout])
      if role == .grid || role == .treegrid { flags.insert(.isInGrid) } else if role == .none { flags.insert(.isInLayout) }
    default: break
    }
    if role != .generic, RoleFacts.of(role).hasPresentationalChildren { flags.insert(.holdsPresentation) }
    states[Int(id.index)] = AccessibilityTree.State(flags: flags, role: role)
  }

  // MARK: Attributes

  private mutating func facts(of id: NodeID, _ node: Node) -> Facts {
    var facts = Facts()
    if node.name == .label { labelElements.append(id) }
    guard !node.attributes.isEmpty else { return facts }
    for index in node.attributes {
      let number = Int(index)
      let name = document.attributes[number].name
      // Most attributes say nothing here, as `class` and `src`.
      guard !name.isCustom, Self.isTelling[Int(name.rawValue)] else { continue }
      if name == .id {
        if !states[Int(id.index)].flags.contains(.isInTemplate) { ids.add(attribute: number, of: id) }
      } else {
        read(name, document.attributes[number].value, of: id, &facts)
      }
    }
    return facts
  }

  /// The attributes that say something of an element's state, by number.
  private static let isTelling: [Bool] = {
    var table = [Bool](repeating: false, count: AttributeName.count)
    let names: [AttributeName] = [
      .id, .role, .tabindex, .hidden, .style, .inert, .disabled, .open, .href, .xlinkHref, .controls, .usemap,
      .contenteditable, .alt, .type, .title, .popover,
    ]
    for name in names + AttributeName.aria { table[Int(name.rawValue)] = true }
    return table
  }()

  private mutating func read(_ name: AttributeName, _ value: String, of id: NodeID, _ facts: inout Facts) {
    switch name {
    case .role: facts.role = value
    case .tabindex: facts.tabIndex = value.htmlInteger
    case .hidden: facts.hasHidden = true
    case .popover: facts.isPopover = true
    case .style: InlineStyle.read(value, display: &facts.display, visibility: &facts.visibility)
    case .inert: facts.isInert = true
    case .disabled: facts.isDisabled = true
    case .open: facts.isOpen = true
    case .href, .xlinkHref: facts.hasHref = true
    case .controls: facts.hasControls = true
    case .usemap: facts.hasUsemap = true
    case .contenteditable: facts.isEditable = value.lowercased() != "false"
    case .alt: facts.hasEmptyAlternative = value.isEmpty
    case .type: facts.inputType = value.lowercased()
    case .title: if !value.trimmingSpaces.isEmpty { facts.hasName = true }
    case .ariaHidden: facts.isAriaHidden = value.lowercased() == "true"
    case .ariaOwns: owning.append(id)
    case .ariaLabel, .ariaLabelledby:
      if !value.trimmingSpaces.isEmpty {
        facts.hasName = true
        facts.hasGlobal = true
      }
    default: if AriaAttribute.isGlobal(name), !value.trimmingSpaces.isEmpty { facts.hasGlobal = true }
    }
  }

  // MARK: Rendering

  private static func isNeverRendered(_ name: ElementName, _ facts: Facts) -> Bool {
    switch name {
    case .head, .script, .style, .template, .noscript, .meta, .link, .base, .source, .track, .param, .datalist,
      .noembed, .noframes, .rp, .col, .colgroup:
      true
    case .input: facts.inputType == "hidden"
    case .audio: !facts.hasControls
    default: false
    }
  }

  /// Whether the element is in a closed `details`, its first `summary` apart.
  private mutating func isClosedAway(_ id: NodeID, _ node: Node) -> Bool {
    let parent = document[node.parent]
    guard parent.kind == .element, parent.name == .details else { return false }
    if node.name == .summary, firstParts[node.parent] == nil {
      firstParts[node.parent] = id
      return false
    }
    return document.attribute(.open, of: node.parent) == nil
  }

  /// Whether the element stands in for a film, a sound or an object that is shown itself.
  private func isFallback(_ node: Node) -> Bool {
    let parent = document[node.parent]
    guard parent.kind == .element else { return false }
    switch parent.name {
    case .video, .audio: return true
    case .object: return node.name != .param && document.attribute(.data, of: node.parent) != nil
    default: return false
    }
  }

  // MARK: Focus

  private static func isFormControl(_ name: ElementName) -> Bool {
    switch name {
    case .button, .input, .select, .textarea, .fieldset, .optgroup, .option: true
    default: false
    }
  }

  private func isNativelyFocusable(_ id: NodeID, _ node: Node, _ facts: Facts) -> Bool {
    switch node.name {
    case .a, .area: facts.hasHref
    case .button, .select, .textarea, .iframe: true
    case .input: facts.inputType != "hidden"
    case .summary: firstParts[node.parent] == id
    case .audio, .video: facts.hasControls
    default: facts.isEditable
    }
  }

  // MARK: Relations

  private mutating func linkLabels() {
    for label in labelElements {
      var control: NodeID?
      if let target = document.value(.for, of: label) {
        control = ids.element(target, document)
      } else {
        control = document.descendants(of: label).lazy.prefix(1000).first { isLabelable($0) }
      }
      if let control, isLabelable(control) { labels[control, default: []].append(label) }
    }
  }

  private func isLabelable(_ node: NodeID) -> Bool {
    guard document[node].kind == .element else { return false }
    switch document[node].name {
    case .button, .meter, .output, .progress, .select, .textarea: return true
    case .input: return document.value(.type, of: node)?.lowercased() != "hidden"
    default: return false
    }
  }

  private mutating func linkOwners() {
    for owner in owning {
      for id in (document.value(.ariaOwns, of: owner) ?? "").spaceSeparated {
        guard let owned = ids.element(id, document), owned != owner, owners[owned] == nil else { continue }
        // No element may own one that it is in.
        if owned < owner, owner.index < document[owned].subtreeEnd { continue }
        owners[owned] = owner
      }
    }
  }
}

// MARK: - Implicit roles

extension AccessibilityTreeBuilder {
  /// The role that HTML gives (HTML Accessibility API Mappings 1.0, 3.5).
  private func implicitRole(_ id: NodeID, _ node: Node, _ facts: Facts, _ flags: Flags) -> Role {
    guard !node.name.isCustom else { return .generic }
    switch node.name {
    case .input: return inputRole(id, facts)
    case .img:
      return facts.hasEmptyAlternative && !facts.hasGlobal && facts.tabIndex == nil ? .none : .img
    case .a, .area: return facts.hasHref ? .link : .generic
    case .section: return facts.hasName ? .region : .generic
    case .form: return facts.hasName ? .form : .generic
    case .header: return !flags.contains(.isInSection) ? .banner : .generic
    case .footer: return !flags.contains(.isInSection) ? .contentinfo : .generic
    case .aside: return .complementary
    case .li:
      let list = document[node.parent]
      guard list.kind == .element, list.name == .ul || list.name == .ol || list.name == .menu else { return .generic }
      // Who takes a list's role away takes those of its items with it (WAI-ARIA 1.2, presentation).
      return states[Int(node.parent.index)].role == .none ? .none : .listitem
    case .tr, .tbody, .thead, .tfoot, .caption: return flags.contains(.isInLayout) ? .none : Self.roles[Int(node.name.rawValue)]
    case .td where flags.contains(.isInLayout), .th where flags.contains(.isInLayout): return .none
    case .select:
      let size = document.value(.size, of: id).flatMap { Int($0) } ?? 1
      return size > 1 || document.attribute(.multiple, of: id) != nil ? .listbox : .combobox
    case .td: return flags.contains(.isInGrid) ? .gridcell : .cell
    case .th: return headerRole(id)
    case .svg: return .graphicsDocument
    default: return Self.roles[Int(node.name.rawValue)]
    }
  }

  private func inputRole(_ id: NodeID, _ facts: Facts) -> Role {
    let hasList = document.attribute(.list, of: id) != nil
    switch facts.inputType {
    case "button", "submit", "reset", "image": return .button
    case "checkbox": return .checkbox
    case "radio": return .radio
    case "range": return .slider
    case "number": return .spinbutton
    case "search": return hasList ? .combobox : .searchbox
    case "color", "date", "datetime-local", "file", "hidden", "month", "time", "week": return .generic
    case "password": return .textbox
    default: return hasList ? .combobox : .textbox
    }
  }

  private func headerRole(_ id: NodeID) -> Role {
    switch document.value(.scope, of: id)?.lowercased() {
    case "row", "rowgroup": .rowheader
    default: .columnheader
    }
  }

  private static let roles: [Role] = {
    var table = [Role](repeating: .generic, count: ElementName.count)
    let rows: [(Role, [ElementName])] = [
      (.article, [.article]), (.blockquote, [.blockquote]), (.button, [.button]), (.caption, [.caption]),
      (.code, [.code]), (.definition, [.dd]), (.deletion, [.del, .s]), (.dialog, [.dialog]), (.document, [.html]),
      (.emphasis, [.em]), (.figure, [.figure]), (.group, [.address, .details, .fieldset, .hgroup, .optgroup]),
      (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]), (.insertion, [.ins]), (.list, [.ul, .ol, .menu]),
      (.listbox, [.datalist]), (.main, [.main]), (.mark, [.mark]), (.math, [.math]), (.meter, [.meter]),
      (.navigation, [.nav]), (.option, [.option]), (.paragraph, [.p]), (.progressbar, [.progress]), (.row, [.tr]),
      (.rowgroup, [.tbody, .thead, .tfoot]), (.search, [.search]), (.separator, [.hr]), (.status, [.output]),
      (.strong, [.strong]), (.subscript, [.sub]), (.superscript, [.sup]), (.table, [.table]),
      (.term, [.dfn, .dt]), (.textbox, [.textarea]), (.time, [.time]),
    ]
    for (role, names) in rows {
      for name in names { table[Int(name.rawValue)] = role }
    }
    return table
  }()
}
