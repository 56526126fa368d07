import RelireDocuments
import RelireLexicon
import RelireModel

/// A required section as a page has it.
struct FoundSection: Sendable {
  struct Item: Sendable {
    let text: String
    let range: SourceRange
  }

  let form: SectionModel.Form
  /// The key, the heading or the label.
  let range: SourceRange
  /// The heading or the label; nil in the front matter.
  let node: NodeID?
  /// List items, or paragraphs where there is no list. Those that say nothing are left out.
  let items: [Item]
  /// Whether the items are a list.
  let isList: Bool
}

extension FoundSection {
  /// Every place of the page where the section is, in the order in which an author would look for it. Looked for
  /// once for all rules.
  static func all(_ model: SectionModel, on page: Page) -> [FoundSection] {
    let sections = page.settings.sections
    guard let index = sections.firstIndex(where: { $0.title == model.title }) else { return search(model, page) }
    return all(index, on: page)
  }

  /// The same, by the section's number in the page's settings.
  static func all(_ index: Int, on page: Page) -> [FoundSection] {
    let found = page.foundSections
    return found.isEmpty ? [] : found[index]
  }

  /// The places of each section; empty where there is not one of any.
  static func search(_ models: [SectionModel], _ page: Page) -> [[FoundSection]] {
    let found = models.map { search($0, page) }
    return found.allSatisfy { $0.isEmpty } ? [] : found
  }

  private static func search(_ model: SectionModel, _ page: Page) -> [FoundSection] {
    var found: [FoundSection] = []
    if model.forms.contains(.frontMatter) { addFromFrontMatter(model, page.document, &found) }
    if model.forms.contains(.heading) { addFromHeadings(model, page, &found) }
    if model.forms.contains(.label) { addFromLabels(model, page, &found) }
    return found
  }

  // MARK: Front matter

  private static func addFromFrontMatter(_ model: SectionModel, _ document: Document, _ found: inout [FoundSection]) {
    guard let entries = document.frontMatter?.root?.entries else { return }
    for index in entries.indices where model.keys.contains(where: { $0.isSameKey(as: entries[index].key) }) {
      let entry = entries[index]
      let values = entry.value.items ?? [entry.value]
      let items = values.compactMap { value -> Item? in
        guard let text = value.string, text.hasVisibleText else { return nil }
        return Item(text: text, range: value.range)
      }
      found.append(
        FoundSection(
          form: .frontMatter, range: entry.keyRange, node: nil, items: items, isList: entry.value.items != nil))
    }
  }

  // MARK: Page body

  private static func addFromHeadings(_ model: SectionModel, _ page: Page, _ found: inout [FoundSection]) {
    let document = page.document
    let headings = page.outline.headings
    for (index, heading) in headings.enumerated() {
      guard let node = heading.node, heading.text.count <= 120, model.mayBeTitle(document.prose.bytes[heading.text]),
        model.isTitle(FoldedText(utf8: document.prose.bytes[heading.text]))
      else { continue }
      let end = headings[(index + 1)...].first { $0.level <= heading.level }?.node?.index ?? .max
      let parentEnd = document[document[node].parent].subtreeEnd
      let start = document[node].subtreeEnd
      found.append(section(.heading, node, start..<max(start, min(end, parentEnd)), document))
    }
  }

  private static func addFromLabels(_ model: SectionModel, _ page: Page, _ found: inout [FoundSection]) {
    let document = page.document
    for element in page.elements.bold where document[element].text.count <= 120 {
      let text = document[element].text
      guard model.mayBeTitle(document.prose.bytes[Int(text.lowerBound)..<Int(text.upperBound)]),
        let label = BoldLabel(element, on: page), model.isTitle(FoldedText(label.text))
      else { continue }
      found.append(labelled(label, document))
    }
  }

  /// What a label announces: the rest of its paragraph, or the list or paragraph after it.
  private static func labelled(_ label: BoldLabel, _ document: Document) -> FoundSection {
    let place = document.signpost(of: label.element)
    if !label.fillsBlock, let block = document.prose.block(at: label.range.lowerBound) {
      let rest = document.prose.trimmed(label.range.upperBound..<block.range.upperBound)
      let text = document.prose.string(rest)
      if text.hasVisibleText {
        return FoundSection(
          form: .label, range: place, node: label.element,
          items: [Item(text: text, range: document.prose.sourceRange(of: rest))],
          isList: false)
      }
    }
    guard let next = document.nextSibling(of: label.follower) else {
      return FoundSection(form: .label, range: place, node: label.element, items: [], isList: false)
    }
    return section(.label, label.element, next.index..<document[next].subtreeEnd, document)
  }

  /// A section whose content is the blocks of these nodes.
  private static func section(
    _ form: SectionModel.Form, _ node: NodeID, _ nodes: Range<Int32>, _ document: Document
  ) -> FoundSection {
    let range = document.signpost(of: node)
    guard nodes.lowerBound < nodes.upperBound, Int(nodes.lowerBound) < document.nodes.count else {
      return FoundSection(form: form, range: range, node: node, items: [], isList: false)
    }
    let start = Int(document.nodes[Int(nodes.lowerBound)].text.lowerBound)
    let end = Int(document.nodes[Int(min(nodes.upperBound, Int32(document.nodes.count))) - 1].text.upperBound)
    var items: [Item] = []
    var listItems: [Item] = []
    for block in document.prose.blocks(in: start..<max(start, end)) {
      let text = document.prose.string(block)
      guard text.hasVisibleText else { continue }
      let item = Item(text: text, range: document.prose.sourceRange(of: block.range))
      if block.kind == .heading { break }
      items.append(item)
      if block.kind == .listItem || document.isElement(document[block.element].parent, .li) { listItems.append(item) }
    }
    return FoundSection(
      form: form, range: range, node: node, items: listItems.isEmpty ? items : listItems, isList: !listItems.isEmpty)
  }
}

extension SectionModel {
  /// Where the page has the section, when it says nothing anywhere.
  func emptyPlace(on page: Page) -> FoundSection? {
    let found = FoundSection.all(self, on: page)
    let isFilled = found.contains { place in
      place.items.contains { !isPlaceholder($0.text, page.settings.lexicon) }
    }
    return isFilled ? nil : found.first
  }
}

extension String {
  /// Letter case is of no account.
  fileprivate func isSameKey(as other: String) -> Bool {
    if self == other { return true }
    return utf8.count == other.utf8.count && lowercased() == other.lowercased()
  }
}
