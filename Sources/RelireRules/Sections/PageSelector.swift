import RelireDocuments
import RelireLexicon
import RelireSite

/// Which pages something is asked of. What is left empty asks for nothing.
public struct PageSelector: Sendable, Hashable {
  /// Hugo's kinds of source pages.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A page of its own.
    case page
    /// The page of a folder (`_index.md`).
    case section
  }

  /// Relative to the site's root.
  public var paths: GlobList = []
  /// First folders in the content.
  public var sections: [String] = []
  public var kinds: [Kind] = []
  /// Front matter keys and the value that they must have, case folded.
  public var frontMatter: [String: String] = [:]

  public init() {}

  /// Whether it is left empty.
  @inline(__always)
  var isEverything: Bool { paths.isEmpty && sections.isEmpty && kinds.isEmpty && frontMatter.isEmpty }

  public func matches(_ page: Page) -> Bool {
    if !paths.isEmpty, !paths.matches(page.path) { return false }
    if !sections.isEmpty, !sections.contains(where: { $0 == page.place.section }) { return false }
    if !kinds.isEmpty, !kinds.contains(Self.kind(of: page)) { return false }
    return frontMatter.allSatisfy { key, value in
      // A switch that is not there is off: `draft: false`.
      guard let node = page.document.frontMatter?[key] else { return value == "false" }
      return (node.items ?? [node]).contains { $0.word.map { FoldedText($0) } == FoldedText(value) }
    }
  }

  private static func kind(of page: Page) -> Kind {
    let file = page.path.split(separator: "/").last ?? ""
    return file.hasPrefix("_index.") ? .section : .page
  }
}

extension DataNode {
  /// A single value as a word.
  fileprivate var word: String? {
    switch value {
    case .string(let string): string.text
    case .bool(let bool): String(bool)
    case .integer(let number): String(number)
    case .date(let text): text
    case .null, .double, .sequence, .mapping: nil
    }
  }
}
