import RelireDocuments
import RelireModel

/// Moves a section that a page writes after a bold label to where the site keeps it.
extension Page {
  /// The front matter key in which most pages of the site have the section; nil when they do not, or when nothing
  /// is known of the site.
  func usualKey(of section: SectionModel) -> String? {
    guard section.forms.contains(.frontMatter), let site else { return nil }
    return section.keys.first { site.mostlyHas(keys: [$0]) }
  }

  /// Takes the label and what it announces out of the text, and puts that into the front matter as a list.
  func move(_ label: BoldLabel, to key: String) -> Fix? {
    guard document.format == .markdown, let (items, text) = announced(by: label),
      let entry = FrontMatterList.edit(key: key, items: items, in: document)
    else { return nil }
    return Fix(.move(to: key), .unsafe, [entry, TextEdit(lines(text), "")])
  }

  // MARK: What is moved

  /// The items in their own Markdown, and the source of label and items.
  private func announced(by label: BoldLabel) -> (items: [String], text: SourceRange)? {
    let start = document[label.element].range.start
    guard start == 0 || document.source.bytes[start - 1] == 0x0A else { return nil }
    if !label.fillsBlock {
      let block = document[label.block].range
      var rest = SourceRange(document[label.element].range.end, block.end)
      // `**Objectifs** :`
      let bytes = document.source.bytes
      while rest.start < rest.end, [0x20, 0x09, 0x0A, 0x0D, 0x3A, 0x5C].contains(bytes[rest.start]) {
        rest = SourceRange(rest.start + 1, rest.end)
      }
      let text = singleLine(rest)
      // Several lines may be several items, and a colon announces a list: a person has to see that.
      guard !text.isEmpty, !text.hasSuffix(":"), !text.hasPrefix("<"),
        !document.source.string(rest).trimmingBlanks.contains("\n")
      else { return nil }
      return ([text], SourceRange(start, block.end))
    }
    guard let next = document.nextSibling(of: label.follower) else { return nil }
    switch document[next].name {
    case .ul, .ol:
      let items = document.children(of: next).filter { document.isElement($0, .li) }.map { item(in: $0) }
      guard !items.isEmpty, items.allSatisfy({ $0 != nil }) else { return nil }
      return (items.compactMap { $0 }, SourceRange(start, document[next].range.end))
    case .p:
      let text = singleLine(document[next].range)
      guard !text.isEmpty, !text.hasSuffix(":"),
        !document.source.string(document[next].range).trimmingBlanks.contains("\n")
      else { return nil }
      return ([text], SourceRange(start, document[next].range.end))
    default: return nil
    }
  }

  /// The Markdown of a list item that holds nothing but text.
  private func item(in element: NodeID) -> String? {
    var holder = element
    let blocks = document.children(of: element).filter { document[$0].kind == .element }
    if blocks.count == 1, let only = blocks.first, document.isElement(only, .p) { holder = only }
    var range: SourceRange?
    for child in document.children(of: holder) {
      let node = document[child]
      switch node.name {
      case .ul, .ol, .p, .pre, .blockquote, .table, .div, .h1, .h2, .h3, .h4, .h5, .h6: return nil
      default: range = SourceRange(range?.start ?? node.range.start, node.range.end)
      }
    }
    let text = range.map { singleLine($0) } ?? ""
    return text.isEmpty ? nil : text
  }

  /// The source of a range with every line end, and the blanks around it, one blank.
  private func singleLine(_ range: SourceRange) -> String {
    document.source.string(range).split(whereSeparator: \.isNewline)
      .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The range with the rest of its last line and the blank lines after it.
  private func lines(_ range: SourceRange) -> SourceRange {
    let bytes = document.source.bytes
    var end = range.end
    var next = end
    while next < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) {
      next += 1
      // Blanks before text are its indentation.
      if bytes[next - 1] == 0x0A || next == bytes.count { end = next }
    }
    return SourceRange(range.start, end)
  }
}

extension Message {
  fileprivate static func move(to key: String) -> Message {
    Message(
      fr: "Déplacer cette section dans l’en-tête, sous la clé `\(key)`",
      en: "Move this section to the front matter, under the key `\(key)`")
  }
}
