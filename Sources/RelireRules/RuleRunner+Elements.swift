import RelireAccessibility
import RelireDocuments

/// Rules on elements, their roles and attributes.
extension RuleRunner {
  private typealias ElementPlace = (page: Int, element: NodeID)

  func checkElements(_ pages: [Page], _ found: PageFindings) {
    var places = KeyedList<ElementPlace>()
    for number in pages.indices {
      let nodes = pages[number].document.nodes
      for index in nodes.indices where nodes[index].kind == .element && !nodes[index].name.isCustom {
        let key = Int(nodes[index].name.rawValue)
        if byElement.hasCalls(key) { places.add((number, NodeID(index)), key) }
      }
    }
    byElement.forEach(in: places) { call, place in
      found[place.page].speaker = call.number
      call.check.run(place.element, pages[place.page], &found[place.page])
    }
  }

  func checkAccessibility(_ pages: [Page], _ found: PageFindings) {
    guard asksForAccessibility else { return }
    let trees = pages.map { $0.document.format == .text ? nil : $0.accessibility }
    checkRoles(trees, found)
    checkAttributes(trees, found)
  }

  private func checkRoles(_ trees: [AccessibilityTree?], _ found: PageFindings) {
    var places = KeyedList<ElementPlace>()
    for (number, tree) in trees.enumerated() {
      guard let tree else { continue }
      let nodes = tree.document.nodes
      for index in nodes.indices where nodes[index].kind == .element {
        let element = NodeID(index)
        let key = Int(tree.role(element).rawValue)
        guard byRole.hasCalls(key), tree.isExposed(element), !tree.isInTemplate(element) else { continue }
        places.add((number, element), key)
      }
    }
    byRole.forEach(in: places) { call, place in
      guard let tree = trees[place.page] else { return }
      found[place.page].speaker = call.number
      call.check.run(place.element, tree, &found[place.page])
    }
  }

  private typealias AttributePlace = (page: Int, element: NodeID, attribute: Int)

  private func checkAttributes(_ trees: [AccessibilityTree?], _ found: PageFindings) {
    var places = KeyedList<AttributePlace>()
    for (number, tree) in trees.enumerated() {
      guard let tree else { continue }
      let document = tree.document
      let nodes = document.nodes
      for index in nodes.indices where nodes[index].kind == .element && !nodes[index].attributes.isEmpty {
        for attribute in nodes[index].attributes {
          let name = document.attributes[Int(attribute)].name
          let key = name.isCustom ? Self.unknownAttribute : Int(name.rawValue)
          // Most attributes concern nobody.
          guard byAttribute.hasCalls(key), !tree.isInTemplate(NodeID(index)) else { continue }
          places.add((number, NodeID(index), Int(attribute)), key)
        }
      }
    }
    byAttribute.forEach(in: places) { call, place in
      guard let tree = trees[place.page] else { return }
      found[place.page].speaker = call.number
      call.check.run(tree.document.attributes[place.attribute], place.element, tree, &found[place.page])
    }
  }
}
