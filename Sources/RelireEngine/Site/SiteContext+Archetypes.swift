import RelireDocuments
import RelireLexicon
import RelireSite

extension SiteContext {
  /// What the site adds to the word lists: what its archetypes say is a placeholder when it is left in a page.
  var words: [(list: WordList, text: [UInt8])] {
    let lines = site.archetypes(in: .disk).flatMap(\.placeholders)
    guard !lines.isEmpty else { return [] }
    return [(.placeholders, Array(Set(lines).sorted().joined(separator: "\n").utf8))]
  }
}

extension Archetype {
  /// Texts that an author must replace, as the dictionary writes them: a line that ends in an action is the beginning
  /// of a text. Headings, labels and short lines are the page's plan, meant to stay.
  fileprivate var placeholders: [String] {
    let body = fixedLines.filter { line in !Self.planMarks.contains { line.hasPrefix($0) } }
    return (body + frontMatterTexts).filter { $0.split(separator: " ").count >= 4 && !$0.contains("\t") }
  }

  private static let planMarks = ["#", "**", "__", "{", "<", "!", "|", "```"]

  private var frontMatterTexts: [String] {
    guard let root = frontMatter?.root else { return [] }
    return root.entries.flatMap { $0.value.items ?? [$0.value] }
      .compactMap { value in isFixed(value.range) ? value.string : nil }
  }
}
