import RelireAccessibility
import RelireDocuments

extension Document {
  /// The window that opens over the page in which a node is, or which it is: a dialog by its element or role, or a closed
  /// part of Bootstrap or of the State's design system, whose style sheets do not show it. Linear in the depth.
  func window(around node: NodeID) -> NodeID? {
    var outer = node
    while outer != .none, outer != .root {
      if isElement(outer, .dialog) || isWindow(outer) { return outer }
      outer = self[outer].parent
    }
    return nil
  }

  /// Whether the element is in a part that a framework's style sheet keeps closed until a script opens it, or is one.
  /// Linear in the depth.
  func isClosedByFramework(_ node: NodeID) -> Bool {
    var outer = node
    while outer != .none, outer != .root {
      if hasClosedClass(outer, Self.closedClasses) { return true }
      outer = self[outer].parent
    }
    return false
  }

  private func isWindow(_ node: NodeID) -> Bool {
    guard self[node].kind == .element, !self[node].attributes.isEmpty else { return false }
    if let role = value(.role, of: node)?.trimmingBlanks.lowercased(), role == "dialog" || role == "alertdialog" {
      return true
    }
    return hasClosedClass(node, Self.windowClasses)
  }

  private func hasClosedClass(_ node: NodeID, _ names: Set<Substring>) -> Bool {
    guard self[node].kind == .element, let classes = value(.class, of: node)?.spaceSeparated else { return false }
    return classes.contains { names.contains($0) } && !classes.contains { Self.openClasses.contains($0) }
  }

  private static let windowClasses: Set<Substring> = ["modal", "offcanvas", "fr-modal"]
  private static let closedClasses: Set<Substring> = [
    "modal", "offcanvas", "fr-modal", "collapse", "dropdown-menu", "d-none", "fr-hidden",
  ]
  private static let openClasses: Set<Substring> = ["show", "fr-modal--opened"]
}
