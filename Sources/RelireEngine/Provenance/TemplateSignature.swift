import RelireDocuments
import RelireModel

/// What makes faults of several pages one fault of their template: the rule, and the element by its name, class and
/// place among others. What differs from page to page has no part in it.
struct TemplateSignature: Hashable, Sendable {
  let value: UInt64
  /// Pieces of text that the template must hold, the most telling ones first.
  let marks: [String]

  static func == (a: TemplateSignature, b: TemplateSignature) -> Bool { a.value == b.value }
  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// - Parameters:
  ///   - text: what the element says, where the fault is one of the text, or the page has no source to tell its own
  ///     text from the template's.
  ///   - templates: what they write tells elements apart, what they compute does not; nil where none is known.
  init(
    _ rule: RuleID, _ node: NodeID, in document: Document, text: LetterText?, address: String?,
    _ templates: TemplateIndex? = nil
  ) {
    var hash = FNV1a64()
    func mix(_ string: String) {
      hash.append(string.utf8)
      hash.append(CollectionOfOne(0xFF))
    }
    var marks: [String] = []
    mix(rule.description)
    var current = node
    var depth = 0
    // Elements that have something to tell them by. Those far around are told by what templates call the page.
    var named = 0
    while current != .none, current != .root, depth < 64, templates == nil || named < 3 {
      // What the page is called (`class="section"`) tells pages apart, not their templates.
      if templates != nil, document.isElement(current, .body) { break }
      if document[current].kind == .element {
        mix(document.spelling(document[current].name))
        var isNamed = false
        for name in [AttributeName.class, .id] {
          guard let value = document.value(name, of: current), !value.isEmpty else { continue }
          let written = Self.written(value, templates)
          if written.isEmpty { continue }
          isNamed = true
          mix(written)
          if depth < 3 { marks.append(written) }
          // Wherever the only template that writes this is called, it is the same element.
          if templates?.isOfOne(written) == true { named = 3 }
        }
        if isNamed { named += 1 }
      }
      current = document[current].parent
      depth += 1
    }
    if document[node].kind == .element {
      for name in [AttributeName.role, .type, .name, .rel, .ariaLabel] {
        guard let value = document.value(name, of: node), !value.isEmpty, templates?.holds(value) != false else {
          continue
        }
        mix(value)
        marks.append(value)
      }
      marks.append("<" + document.spelling(document[node].name))
    }
    if let text {
      mix(String(decoding: text.bytes, as: UTF8.self))
    }
    // The address that the template itself gives an element: two pictures of one footer are two.
    let written = templates?.template(holding: marks).flatMap { template in
      Self.address(of: node, in: document).flatMap { template.text.contains($0) ? $0 : nil }
    }
    if let address = address ?? written { mix(address) }
    value = hash.value
    self.marks = marks
  }

  /// Of a text that templates write, wherever they do.
  init(_ rule: RuleID, literal: String) {
    var hash = FNV1a64(continuing: FNV1a64.of(rule.description.utf8))
    hash.append(literal.utf8)
    value = hash.value
    marks = []
  }

  /// Of an element within a page's text: where its template stands in the text plays no part.
  init(_ rule: RuleID, _ node: NodeID, in document: Document, writtenBy template: TemplateIndex.Template) {
    var key = template.path
    for element in [node, document[node].parent] where element != .none && document[element].kind == .element {
      let classes = document.classes(of: element).filter { template.text.contains($0) }.joined(separator: " ")
      // What is around it counts only where the template wrote that too.
      if element == node || !classes.isEmpty { key += "<\(document.spelling(document[element].name)) \(classes)" }
    }
    if let address = Self.address(of: node, in: document), template.text.contains(address) { key += address }
    self.init(rule, literal: key)
  }

  private static func address(of node: NodeID, in document: Document) -> String? {
    guard document[node].kind == .element,
      let address = document.value(.src, of: node) ?? document.value(.href, of: node), address.utf8.count >= 4
    else { return nil }
    return address
  }

  /// The same element with words.
  func saying(_ text: LetterText) -> TemplateSignature {
    var hash = FNV1a64(continuing: value)
    hash.append(text.bytes)
    return TemplateSignature(value: hash.value, marks: marks)
  }

  private init(value: UInt64, marks: [String]) {
    self.value = value
    self.marks = marks
  }

  /// Of a text in a file of the site.
  init(_ rule: RuleID, at place: SiteTexts.Place) {
    self.init(rule, literal: "\(place.file.path):\(place.range)")
  }

  /// The words of a class or an id that templates write; all of it where they write it as a whole.
  private static func written(_ value: String, _ templates: TemplateIndex?) -> String {
    guard let templates, !templates.writes(value) else { return value }
    return value.split(separator: " ").filter { templates.writes(String($0)) }.joined(separator: " ")
  }
}
