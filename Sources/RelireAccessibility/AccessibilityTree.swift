import RelireDocuments
import RelireModel

/// How assistive technologies meet the elements of a page: which are exposed, as what, under which name.
///
/// Made in one pass over the nodes, from markup, inline styles and the simplest rules of the page's `style` elements:
/// style sheets and scripts are not known.
/// Names are computed when they are asked for.
public final class AccessibilityTree: Sendable {
  struct State: Sendable {
    struct Flags: OptionSet, Sendable {
      let rawValue: UInt16
      /// Not rendered at all, like all that is in it.
      static let isUnrendered = Flags(rawValue: 1 << 0)
      /// `visibility: hidden`, which a descendant may undo.
      static let isInvisible = Flags(rawValue: 1 << 1)
      static let isAriaHidden = Flags(rawValue: 1 << 2)
      static let isInert = Flags(rawValue: 1 << 3)
      /// In an element whose children have no role.
      static let isInPresentation = Flags(rawValue: 1 << 4)
      static let isFocusable = Flags(rawValue: 1 << 5)
      static let isTabbable = Flags(rawValue: 1 << 6)
      static let isDisabled = Flags(rawValue: 1 << 7)
      static let hasExplicitRole = Flags(rawValue: 1 << 8)
      static let isInTemplate = Flags(rawValue: 1 << 9)
      /// In a part of the page, so that a `header` is not the page's.
      static let isInSection = Flags(rawValue: 1 << 10)
      static let isInDisabledFieldset = Flags(rawValue: 1 << 11)
      static let isInGrid = Flags(rawValue: 1 << 12)
      static let hasGlobal = Flags(rawValue: 1 << 13)
      /// Its children have no role.
      static let holdsPresentation = Flags(rawValue: 1 << 14)
      /// In a table that is said to be none.
      static let isInLayout = Flags(rawValue: 1 << 15)
      /// What descendants inherit.
      static let inherited: Flags = [
        .isUnrendered, .isInvisible, .isAriaHidden, .isInert, .isInPresentation, .isInTemplate, .isInSection,
        .isInDisabledFieldset, .isInGrid, .isInLayout,
      ]
    }

    var flags: Flags = []
    var role = Role.generic
  }

  public let document: Document
  let states: [State]
  let ids: ElementIDs
  /// The elements at which the Tab key stops, in document order; those of templates left out.
  public let tabbableElements: [NodeID]
  /// Form controls and the `label` elements that name them, in document order.
  let labels: [NodeID: [NodeID]]
  /// Elements that `aria-owns` moves under another one.
  public let owners: [NodeID: NodeID]
  /// What the page's own style elements hide.
  let styles: HidingStyles
  let lazyHasBoundIDs = Lazy<Bool>()
  let lazyClosedLists = Lazy<Set<String>>()
  let lazyShadowHosts = Lazy<Set<NodeID>>()

  /// - Parameter styles: what the page's own styles hide, where that is known.
  public init(_ document: Document, styles: HidingStyles = HidingStyles()) {
    self.document = document
    self.styles = styles
    var builder = AccessibilityTreeBuilder(document, styles)
    builder.build()
    states = builder.states
    ids = builder.ids
    tabbableElements = builder.tabbable
    labels = builder.labels
    owners = builder.owners
  }

  private func has(_ flag: State.Flags, _ node: NodeID) -> Bool {
    !states[Int(node.index)].flags.isDisjoint(with: flag)
  }

  // MARK: Exposure

  /// Whether assistive technologies can reach the element: it is rendered, visible, neither `aria-hidden` nor inert.
  public func isExposed(_ node: NodeID) -> Bool {
    !has([.isUnrendered, .isInvisible, .isAriaHidden, .isInert, .isInPresentation], node)
  }

  /// Whether the element is seen (as far as inline styles and attributes tell).
  public func isVisible(_ node: NodeID) -> Bool { !has([.isUnrendered, .isInvisible], node) }

  /// Whether text inside counts for a name: hidden text does not.
  func isHiddenForNames(_ node: NodeID) -> Bool { has([.isUnrendered, .isInvisible, .isAriaHidden], node) }

  public func isAriaHidden(_ node: NodeID) -> Bool { has(.isAriaHidden, node) }

  /// Whether the element is in the content of a `template`, which is no part of the page.
  public func isInTemplate(_ node: NodeID) -> Bool { has(.isInTemplate, node) }

  // MARK: Role

  /// The role: the first valid one of `role`, unless a conflict undoes it, else the one that HTML gives.
  public func role(_ node: NodeID) -> Role { states[Int(node.index)].role }

  /// Whether the role comes from the `role` attribute.
  public func hasExplicitRole(_ node: NodeID) -> Bool { has(.hasExplicitRole, node) }

  // MARK: Focus

  /// Whether the keyboard or a script may focus the element.
  public func isFocusable(_ node: NodeID) -> Bool { has(.isFocusable, node) }

  /// Whether the Tab key stops at the element.
  public func isTabbable(_ node: NodeID) -> Bool { has(.isTabbable, node) }

  public func isDisabled(_ node: NodeID) -> Bool { has(.isDisabled, node) }

  // MARK: Relations

  /// The element that an id names.
  public func element(withID id: String) -> NodeID? { ids.element(id.utf8.span, document) }
  public func element(withID id: Substring) -> NodeID? { ids.element(id.utf8.span, document) }
  public func element(withID id: Span<UInt8>) -> NodeID? { ids.element(id, document) }

  /// The elements whose id an earlier one has, in document order; those of templates left out.
  public var elementsWithTakenID: [NodeID] { ids.duplicates }

  /// The elements that a list of ids names, those that exist.
  public func elements(_ attribute: AttributeName, of node: NodeID) -> [NodeID] {
    guard let value = document.value(attribute, of: node) else { return [] }
    return value.spaceSeparated.compactMap { element(withID: $0) }
  }

  /// The nearest element that owns this one for assistive technologies: `aria-owns` first, generic ones passed over.
  /// Linear in the generic ancestors.
  public func owner(of node: NodeID) -> NodeID? {
    var current = node
    for _ in 0..<1000 {
      current = owners[current] ?? document[current].parent
      if current == .none || current == .root { return nil }
      if !isPassedOver(current) { return current }
    }
    return nil
  }

  /// The exposed elements that an element owns, generic ones passed over. Linear in what it passes over.
  public func ownedElements(of node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    collectOwned(of: node, into: &found)
    for owned in elements(.ariaOwns, of: node) where owners[owned] == node && isExposed(owned) {
      if isPassedOver(owned) { collectOwned(of: owned, into: &found) } else { found.append(owned) }
    }
    return found
  }

  /// Whether assistive technologies need not know of the element: it has no role, no focus, no ARIA of its own.
  private func isPassedOver(_ node: NodeID) -> Bool {
    let role = role(node)
    return role == .none || (role == .generic && !has([.hasGlobal, .isFocusable], node))
  }

  private func collectOwned(of node: NodeID, into found: inout [NodeID]) {
    var index = Int(node.index) + 1
    let end = Int(document[node].subtreeEnd)
    while index < end {
      let child = NodeID(index)
      guard document[child].kind == .element else {
        index += 1
        continue
      }
      if !isExposed(child) || owners[child] != nil {
        index = Int(document[child].subtreeEnd)
      } else if isPassedOver(child) {
        index += 1
      } else {
        found.append(child)
        index = Int(document[child].subtreeEnd)
      }
    }
  }
}
