import RelireDocuments
import RelireModel

/// What wrote an element within a page's own text that the source has not: a shortcode, or the site's way to write
/// links, headings and pictures (a render hook).
enum ElementMaker {
  /// - Parameter template: nil for one of Hugo's own.
  case shortcode(ShortcodeUse, template: TemplateIndex.Template?)
  case hook(TemplateIndex.Template)

  var template: TemplateIndex.Template? {
    switch self {
    case .shortcode(_, let template): template
    case .hook(let template): template
    }
  }

  /// Nil for what neither may have written.
  init?(of node: NodeID, _ alignment: PageAlignment, _ templates: TemplateIndex) {
    let document = alignment.generated
    let calls = alignment.calls(around: node).map { call in (call: call, template: templates.shortcode(call.name)) }
    func mayWrite(_ template: TemplateIndex.Template) -> Bool { templates.may(template, write: node, of: document) }
    // Of a page without words, nobody knows where its own part begins: only a class tells then.
    let isSure = alignment.region != nil
    let writers = calls.filter { call in
      call.template.map { mayWrite($0) && (isSure || $0.writesClass(of: node, document)) } ?? false
    }
    let teller = writers.count < 2 ? nil : writers.first { $0.call.gives(node, in: alignment) }
    if let (call, template) = teller ?? writers.first {
      self = .shortcode(call, template: template)
      return
    }
    var around = node
    while around != .none, around != .root, alignment.region?.contains(document[around].range.start) ?? false {
      if document[around].kind == .element, let hook = templates.hook(for: document[around].name), mayWrite(hook) {
        self = .hook(hook)
        return
      }
      around = document[around].parent
    }
    if let hook = templates.hook(writing: node, of: document) {
      self = .hook(hook)
      return
    }
    // One of Hugo's own, or one that leaves the element to a partial template.
    guard isSure, let (call, template) = calls.first(where: { $0.template?.text.contains("partial") ?? true }) else {
      return nil
    }
    self = .shortcode(call, template: template.map { templates.only(writingClassOf: node, document) ?? $0 })
  }

  /// Whether the author is to be told, as it was in their hand.
  func isOfAuthor(_ finding: JudgedFinding, _ subject: FaultSubject, _ node: NodeID, _ alignment: PageAlignment) -> Bool
  {
    guard case .shortcode(let call, let template) = self else { return false }
    guard let template else { return true }
    let document = alignment.generated
    switch subject {
    case .words: return call.says(Self.words(of: node, in: document), in: alignment.source)
    case .name: return template.asksForName(of: node, in: document)
    case .markup:
      // An address, an id, a value that the call was given.
      let range = finding.finding.range
      guard let attribute = document.attributes(of: node).first(where: { $0.valueRange.contains(range) }),
        attribute.value.utf8.count > 1
      else { return false }
      let bytes = Array(attribute.value.utf8)
      return call.says(LetterText(bytes, bytes.indices), in: alignment.source)
    }
  }

  /// What an element says to readers.
  static func words(of node: NodeID, in document: Document) -> LetterText {
    if document[node].kind == .element, let alternative = document.value(.alt, of: node), !alternative.isEmpty {
      let bytes = Array(alternative.utf8)
      return LetterText(bytes, bytes.indices)
    }
    let range = document[node].text
    return LetterText(document.prose.bytes, Int(range.lowerBound)..<Int(range.upperBound))
  }
}

extension TemplateIndex.Template {
  /// Whether one of an element's classes is written in the template.
  func writesClass(of node: NodeID, _ document: Document) -> Bool {
    document.classes(of: node).contains { text.contains($0) }
  }

  /// Whether the template leaves it to its callers to name an element: it has an attribute for it, or writes what it is
  /// given between the tags.
  func asksForName(of node: NodeID, in document: Document) -> Bool {
    let name = document.spelling(document[node].name)
    let classes = document.classes(of: node)
    let parts = text.split(separator: "<" + name, omittingEmptySubsequences: false).dropFirst()
    guard let part = parts.first(where: { part in classes.allSatisfy { part.contains($0) } }) ?? parts.first else {
      return false
    }
    let tag = part.prefix(Self.endOfTag(part))
    if ["alt=", "title=", "aria-label"].contains(where: { tag.contains($0) }) { return true }
    let content = part.dropFirst(tag.count)
    guard let end = content.firstRange(of: "</" + name) else { return false }
    return [".Get", ".Inner", ".Params"].contains { content[..<end.lowerBound].contains($0) }
  }

  /// The number of characters up to the `>` that ends a tag; those within `{{ … }}` do not.
  private static func endOfTag(_ text: Substring) -> Int {
    var depth = 0
    var count = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == ">", depth <= 0 { return count }
      count += 1
    }
    return count
  }
}
