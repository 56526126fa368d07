import RelireDocuments
import RelireModel

/// A text that a page gives of itself (its title, its description), and where.
struct PageText: Sendable {
  let text: String
  let range: SourceRange
}

extension PageText {
  init?(titleOf document: Document) {
    guard document.format == .html, document.frontMatter == nil else {
      self.init("title", of: document)
      return
    }
    guard let title = document.titleElement else { return nil }
    self.init(document.trimmedText(of: title), document.prose)
  }

  init?(descriptionOf document: Document) {
    guard document.format == .html, document.frontMatter == nil else {
      self.init("description", of: document)
      return
    }
    guard let block = document.prose.blocks.first(where: { $0.kind == .metaDescription }) else { return nil }
    self.init(document.prose.trimmed(block.range), document.prose)
  }

  /// What a key of the front matter says.
  private init?(_ key: String, of document: Document) {
    guard let value = document.frontMatter?[key], let text = value.string, text.hasVisibleText else { return nil }
    self.init(text: text, range: value.range)
  }

  private init?(_ range: Range<Int>, _ prose: Prose) {
    let text = prose.string(range)
    guard text.hasVisibleText else { return nil }
    self.init(text: text, range: prose.sourceRange(of: range))
  }
}
