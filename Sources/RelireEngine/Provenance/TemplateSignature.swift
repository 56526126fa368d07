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
  init(_ rule: RuleID, _ node: NodeID, in document: Document, text: LetterText?, address: String?) {
    var hash = FNV1a64()
    func mix(_ string: String) {
      hash.append(string.utf8)
      hash.append(CollectionOfOne(0xFF))
    }
    var marks: [String] = []
    mix(rule.description)
    var current = node
    var depth = 0
    while current != .none, current != .root, depth < 64 {
      if document[current].kind == .element {
        mix(document.spelling(document[current].name))
        for name in [AttributeName.class, .id] {
          guard let value = document.value(name, of: current), !value.isEmpty else { continue }
          mix(value)
          if depth < 3 { marks.append(value) }
        }
      }
      current = document[current].parent
      depth += 1
    }
    if document[node].kind == .element {
      for name in [AttributeName.role, .type, .name, .rel, .ariaLabel] {
        guard let value = document.value(name, of: node), !value.isEmpty else { continue }
        mix(value)
        marks.append(value)
      }
      marks.append("<" + document.spelling(document[node].name))
    }
    if let text {
      mix(String(decoding: text.bytes, as: UTF8.self))
    }
    if let address { mix(address) }
    value = hash.value
    self.marks = marks
  }
}
