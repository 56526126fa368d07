import RelireDocuments
import RelireLexicon
import RelireModel

/// A text that a page gives of itself (its title, its description), and where.
struct PageText: Sendable {
  let text: String
  let range: SourceRange
}

extension PageText {
  init?(titleOf document: Document) {
    guard document.format == .html else {
      self.init("title", of: document)
      return
    }
    guard let title = document.titleElement else { return nil }
    self.init(document.trimmedText(of: title), document.prose)
  }

  init?(descriptionOf document: Document) {
    guard document.format == .html else {
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

extension Page {
  /// Whether this is a page that people are meant to find and read: of a site's content, or with a front matter or
  /// an HTML head of its own; not one that Hugo makes by itself.
  var isReadPage: Bool {
    switch place.role {
    case .home, .content: true
    case .generated: false
    case .loose:
      document.format == .html ? document.isWholePage : title != nil
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
    // Nearly all texts are of one page: no list is made for these.
    var firsts: [FoldedText: Int] = Dictionary(minimumCapacity: count)
    var groups: [Int: [PageEvidence<ComparedText>]] = [:]
    for index in indices where !hasSources || self[index].value.format == .markdown {
      if let first = firsts[self[index].value.key] {
        groups[first, default: [self[first]]].append(self[index])
      } else {
        firsts[self[index].value.key] = index
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
