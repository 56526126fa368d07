import RelireAccessibility
import RelireDocuments

extension AccessibilityTree {
  /// Whether an image or a drawing is in the element. Linear in the content, up to a limit.
  func holdsImage(_ element: NodeID) -> Bool {
    let nodes = document.nodes
    let start = Int(element.index) + 1
    for index in start..<max(start, min(Int(nodes[Int(element.index)].subtreeEnd), start + 1000))
    where nodes[index].kind == .element {
      switch nodes[index].name {
      case .img, .svg, .picture, .object, .canvas: return true
      default: break
      }
    }
    return false
  }
}
