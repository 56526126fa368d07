import RelireDocuments

/// Computes the state of every element, each from its parent's.
struct AccessibilityTreeBuilder {
  fileprivate typealias Flags = AccessibilityTree.State.Flags

  private let document: Document
  private let nodes: [Node]
  private let attributes: [Attribute]
  // Tables by the numbers of roles and names, taken out once: each use of a static one asks whether it is made.
  private let traits = ElementTraits.byNumber
  private let effects = ElementTraits.effects
  private let holdsPresentation = RoleFacts.holdsPresentation
  private(set) var states: [AccessibilityTree.State]
  private(set) var ids = ElementIDs()
  private(set) var tabbable: [NodeID] = []
  private(set) var labels: [NodeID: [NodeID]] = [:]
  private(set) var owners: [NodeID: NodeID] = [:]
  private let styles: HidingStyles
  private let hasStyles: Bool
  private var labelElements: [NodeID] = []
  private var owning: [NodeID] = []
  /// The `summary` or `legend` that its parent already has.
  private var firstParts: [NodeID: NodeID] = [:]

  init(_ document: Document, _ styles: HidingStyles) {
    self.document = document
    self.styles = styles
    hasStyles = !styles.isEmpty
    nodes = document.nodes
    attributes = document.attributes
    states = []
  }

  /// The attributes of one element that decide its state.
  private struct Facts {
    /// Number of the `role` attribute.
    var role: Int?
    /// Number of the `type` attribute.
    var type: Int?
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
    var hasEmptyAlternative = false
    /// A global state or property, other than `aria-hidden`.
    var hasGlobal = false
    var hasName = false
  }

  mutating func build() {
    let (nodes, attributes) = (nodes, attributes)
    // A page is walked in buffers: to ask at each node whether an array is shared would cost more than the rest.
    states = [AccessibilityTree.State](unsafeUninitializedCapacity: nodes.count) { states, count in
      nodes.withUnsafeBufferPointer { nodes in
        attributes.withUnsafeBufferPointer { attributes in
          for index in nodes.indices {
            let state =
              index == 0
              ? AccessibilityTree.State()
              : state(of: index, in: states[Int(nodes[index].parent.index)], nodes, attributes)
            states.initializeElement(at: index, to: state)
          }
        }
      }
      count = nodes.count
    }
    ids.close(document)
    linkLabels()
    linkOwners()
  }

  @inline(__always)
  private mutating func state(
    of index: Int, in parent: AccessibilityTree.State, _ nodes: UnsafeBufferPointer<Node>,
    _ attributes: UnsafeBufferPointer<Attribute>
  ) -> AccessibilityTree.State {
    var state = AccessibilityTree.State(flags: parent.flags.intersection(.inherited))
    guard nodes[index].kind == .element else { return state }
    let name = nodes[index].name
    let own = name.isCustom ? .plain : traits[Int(name.rawValue)]
    if parent.flags.contains(.holdsPresentation) { state.flags.insert(.isInPresentation) }
    if hasStyles, styles.hides(NodeID(index), in: document) { state.flags.insert(.isUnrendered) }
    if own.kind == .special || !isUsual(index, own, in: parent, nodes, attributes, &state) {
      visit(NodeID(index), nodes[index], in: parent, &state, own.role)
    }
    return state
  }

  /// Tells an element that is what its name says, as most are; false for one of which more must be known.
  private mutating func isUsual(
    _ index: Int, _ own: ElementTraits, in parent: AccessibilityTree.State, _ nodes: UnsafeBufferPointer<Node>,
    _ attributes: UnsafeBufferPointer<Attribute>, _ state: inout AccessibilityTree.State
  ) -> Bool {
    var hasAddress = false
    var idNumber: Int?
    for number in nodes[index].attributes {
      let name = attributes[Int(number)].name
      if name.isCustom { continue }
      switch effects[Int(name.rawValue)] {
      case .none: break
      case .id: idNumber = Int(number)
      case .address: hasAddress = true
      case .other: return false
      }
    }
    if holdsSpecialParts(nodes[index].parent) { return false }
    state.role = own.role
    switch own.kind {
    case .plain: break
    case .item: state.role = Self.itemRole(in: nodes[Int(nodes[index].parent.index)].name, parent)
    case .link: if hasAddress { addLink(NodeID(index), &state) }
    case .unrendered: state.flags.insert(.isUnrendered)
    case .special: return false
    }
    if let idNumber, !state.flags.contains(.isInTemplate) { ids.add(attribute: idNumber, of: NodeID(index)) }
    return true
  }

  private mutating func addLink(_ id: NodeID, _ state: inout AccessibilityTree.State) {
    state.role = .link
    guard state.flags.isDisjoint(with: [.isUnrendered, .isInvisible, .isInert]) else { return }
    state.flags.formUnion([.isFocusable, .isTabbable])
    if !state.flags.contains(.isInTemplate) { tabbable.append(id) }
  }

  /// Whether what is in the element is not always shown.
  private func holdsSpecialParts(_ node: NodeID) -> Bool {
    guard node != .root else { return false }
    let name = nodes[Int(node.index)].name
    return !name.isCustom && traits[Int(name.rawValue)].holdsSpecialParts
  }

  /// - Parameter role: that HTML gives, where it does not depend on anything else.
  private mutating func visit(
    _ id: NodeID, _ node: Node, in parent: AccessibilityTree.State, _ state: inout AccessibilityTree.State, _ role: Role
  ) {
    let facts = facts(of: id, node, isInTemplate: state.flags.contains(.isInTemplate))
    var flags = state.flags
    if isNeverRendered(id, node.name, facts) { flags.insert(.isUnrendered) }
    if holdsSpecialParts(node.parent) {
      noteSummary(id, node)
      if isFallback(node) { flags.insert(.isUnrendered) }
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

    var role = implicitRole(id, node, in: parent, facts, flags, role)
    if let number = facts.role {
      for token in attributes[number].value.spaceSeparated {
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
      if role == .grid || role == .treegrid {
        flags.insert(.isInGrid)
      } else if role == .none {
        flags.insert(.isInLayout)
      }
    default: break
    }
    if holdsPresentation[Int(role.rawValue)] { flags.insert(.holdsPresentation) }
    state = AccessibilityTree.State(flags: flags, role: role)
  }

  // MARK: Attributes

  private mutating func facts(of id: NodeID, _ node: Node, isInTemplate: Bool) -> Facts {
    var facts = Facts()
    if node.name == .label, !isInTemplate { labelElements.append(id) }
    guard !node.attributes.isEmpty else { return facts }
    for index in node.attributes {
      let number = Int(index)
      let name = attributes[number].name
      switch name {
      // What is there, whatever it says.
      case .role: facts.role = number
      case .type: facts.type = number
      case .hidden: facts.hasHidden = true
      case .popover: facts.isPopover = true
      case .inert: facts.isInert = true
      case .disabled: facts.isDisabled = true
      case .open: facts.isOpen = true
      case .href, .xlinkHref: facts.hasHref = true
      case .controls: facts.hasControls = true
      case .id: if !isInTemplate { ids.add(attribute: number, of: id) }
      case .ariaOwns:
        owning.append(id)
        read(name, attributes[number].value, &facts)
      case .tabindex, .style, .contenteditable, .alt, .title: read(name, attributes[number].value, &facts)
      default: if name.isAria { read(name, attributes[number].value, &facts) }
      }
    }
    return facts
  }

  private func read(_ name: AttributeName, _ value: String, _ facts: inout Facts) {
    switch name {
    case .tabindex: facts.tabIndex = value.htmlInteger
    case .style: InlineStyle.read(value, display: &facts.display, visibility: &facts.visibility)
    // Any other word is none, and leaves what is around to decide.
    case .contenteditable: facts.isEditable = ["", "true", "plaintext-only"].contains(value.lowercased())
    case .alt: facts.hasEmptyAlternative = value.isEmpty
    case .title: if !value.isBlank { facts.hasName = true }
    case .ariaHidden: facts.isAriaHidden = value.lowercased() == "true"
    case .ariaLabel, .ariaLabelledby:
      if !value.isBlank {
        facts.hasName = true
        facts.hasGlobal = true
      }
    default: if AriaAttribute.isGlobal(name), !value.isBlank { facts.hasGlobal = true }
    }
  }

  /// The kind of an `input`, in lower case; empty where it is not said.
  private func inputType(_ facts: Facts) -> String { facts.type.map { attributes[$0].value.lowercased() } ?? "" }

  // MARK: Rendering

  private func isNeverRendered(_ id: NodeID, _ name: ElementName, _ facts: Facts) -> Bool {
    switch name {
    case .template: !document.isShadow(id)
    case .head, .script, .style, .noscript, .meta, .link, .base, .source, .track, .param, .datalist,
      .noembed, .noframes, .rp, .col, .colgroup:
      true
    case .input: inputType(facts) == "hidden"
    case .audio: !facts.hasControls
    default: false
    }
  }

  /// Notes the first `summary` of a `details`, which is its button. What a closed one holds is one stroke of a key away,
  /// without any script: it is met like the rest of the page.
  private mutating func noteSummary(_ id: NodeID, _ node: Node) {
    guard node.name == .summary, document.isElement(node.parent, .details), firstParts[node.parent] == nil else {
      return
    }
    firstParts[node.parent] = id
  }

  /// Whether the element stands in for a film, a sound or an object that is shown itself.
  private func isFallback(_ node: Node) -> Bool {
    switch nodes[Int(node.parent.index)].name {
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
    case .input: inputType(facts) != "hidden"
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
        control = ids.element(target.utf8.span, document)
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
        guard let owned = ids.element(id.utf8.span, document), owned != owner, owners[owned] == nil else { continue }
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
  private func implicitRole(
    _ id: NodeID, _ node: Node, in parent: AccessibilityTree.State, _ facts: Facts, _ flags: Flags, _ role: Role
  ) -> Role {
    switch node.name {
    case .input: return inputRole(id, facts)
    case .img:
      return facts.hasEmptyAlternative && !facts.hasGlobal && facts.tabIndex == nil ? .none : .img
    case .a, .area: return facts.hasHref ? .link : .generic
    case .section: return facts.hasName ? .region : .generic
    case .form: return facts.hasName ? .form : .generic
    case .header: return !flags.contains(.isInSection) ? .banner : .generic
    case .footer: return !flags.contains(.isInSection) ? .contentinfo : .generic
    case .li: return Self.itemRole(in: nodes[Int(node.parent.index)].name, parent)
    case .tr, .tbody, .thead, .tfoot, .caption: return flags.contains(.isInLayout) ? .none : role
    case .td where flags.contains(.isInLayout), .th where flags.contains(.isInLayout): return .none
    case .select:
      let size = document.value(.size, of: id).flatMap { Int($0) } ?? 1
      return size > 1 || document.attribute(.multiple, of: id) != nil ? .listbox : .combobox
    case .td: return flags.contains(.isInGrid) ? .gridcell : .cell
    case .th: return headerRole(id)
    default: return role
    }
  }

  private static func itemRole(in list: ElementName, _ state: AccessibilityTree.State) -> Role {
    guard list == .ul || list == .ol || list == .menu else { return .generic }
    // Who takes a list's role away takes those of its items with it (WAI-ARIA 1.2, presentation).
    return state.role == .none ? .none : .listitem
  }

  private func inputRole(_ id: NodeID, _ facts: Facts) -> Role {
    let hasList = document.attribute(.list, of: id) != nil
    switch inputType(facts) {
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
}
