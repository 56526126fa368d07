import RelireDocuments
import RelireLexicon
import RelireModel

/// A text that a page gives of itself (its title, its description), and where.
struct PageText: Sendable {
  let text: String
  let range: SourceRange
}

extension Page {
  /// The front matter's title, or the HTML `title` element's text. Nil when it is missing or empty.
  var title: PageText? {
    if document.format == .html {
      guard let title = document.titleElement else { return nil }
      return text(in: document.trimmedText(of: title))
    }
    return frontMatterText("title")
  }

  /// The front matter's description, or that of the HTML `meta` element. Nil when it is missing or empty.
  var description: PageText? {
    guard document.format == .html else { return frontMatterText("description") }
    guard let block = document.prose.blocks.first(where: { $0.kind == .metaDescription }) else { return nil }
    return text(in: document.prose.trimmed(block.range))
  }

  private func frontMatterText(_ key: String) -> PageText? {
    guard let value = document.frontMatter?[key], let text = value.string, text.hasVisibleText else { return nil }
    return PageText(text: text, range: value.range)
  }

  private func text(in range: Range<Int>) -> PageText? {
    let text = document.prose.string(range)
    return text.hasVisibleText ? PageText(text: text, range: document.prose.sourceRange(of: range)) : nil
  }

  /// Whether this is a page that people are meant to find and read: of a site's content, or with a front matter or
  /// an HTML head of its own; not one that Hugo makes by itself.
  var isReadPage: Bool {
    switch place.role {
    case .home, .content: true
    case .generated: false
    case .loose:
      document.format == .html ? document.isWholePage : document.frontMatter?["title"]?.string?.hasVisibleText == true
    }
  }
}

/// What pages are compared by.
public struct ComparedText: Sendable {
  let key: FoldedText
  let range: SourceRange
  let format: Document.Format
  let isLoose: Bool

  init?(_ text: PageText?, of page: Page) {
    guard page.isReadPage, let text else { return nil }
    let key = FoldedText(text.text, longest: 800)
    guard !key.isEmpty else { return nil }
    self.key = key
    range = text.range
    format = page.document.format
    isLoose = page.place.role == .loose
  }
}

extension [PageEvidence<ComparedText>] {
  /// The pages that share a text. What generated pages share is told of their sources, when these are there.
  func duplicates() -> [[PageEvidence<ComparedText>]] {
    let hasSources = contains { $0.value.format == .markdown }
    var groups: [FoldedText: [PageEvidence<ComparedText>]] = [:]
    for page in self where !hasSources || page.value.format == .markdown {
      groups[page.value.key, default: []].append(page)
    }
    return groups.values.filter { $0.count > 1 }
  }
}
