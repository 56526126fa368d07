import RelireDocuments

/// Which generated page comes of which source where paths do not tell: by title and text, and only where no other page
/// has the same title.
struct TextPairs {
  /// More pages than this without a place are another site's.
  private static let maximumCount = 5_000

  private struct Candidates {
    var sources: [String] = []
    var generated: [String] = []
  }

  /// By the hash of the title's letters.
  private var byTitle: [UInt64: Candidates] = [:]
  private let read: (String) -> Document?

  /// - Parameter read: gives the page at a path.
  init(sources: [String], generated: [String], read: @escaping (String) -> Document?) {
    self.read = read
    guard sources.count <= Self.maximumCount, generated.count <= Self.maximumCount else { return }
    for path in sources {
      if let title = read(path)?.titleHash { byTitle[title, default: Candidates()].sources.append(path) }
    }
    for path in generated {
      if let title = read(path)?.titleHash, byTitle[title] != nil { byTitle[title]?.generated.append(path) }
    }
  }

  /// The source of each generated page.
  var sources: [String: String] {
    var pairs: [String: String] = [:]
    for candidates in byTitle.values where candidates.sources.count == 1 && candidates.generated.count == 1 {
      guard let source = read(candidates.sources[0]), let generated = read(candidates.generated[0]),
        source.isMostlyIn(generated)
      else { continue }
      pairs[candidates.generated[0]] = candidates.sources[0]
    }
    return pairs
  }
}

extension Document {
  /// Of the letters of what the page calls itself: the front matter's title, else its main heading.
  fileprivate var titleHash: UInt64? {
    if let title = frontMatter?["title"]?.string {
      let bytes = Array(title.utf8)
      return LetterText(bytes, bytes.indices).hash
    }
    guard let heading = nodes.indices.lazy.map({ NodeID($0) }).first(where: { isElement($0, .h1) }) else { return nil }
    let range = self[heading].text
    let letters = LetterText(prose.bytes, Int(range.lowerBound)..<Int(range.upperBound))
    return letters.isEmpty ? nil : letters.hash
  }

  /// Whether at least half of the page's blocks of text are blocks of another page.
  fileprivate func isMostlyIn(_ other: Document) -> Bool {
    let known = Set(other.blockHashes)
    let own = blockHashes
    return !own.isEmpty && own.count { known.contains($0) } * 2 >= own.count
  }

  /// Of the letters of each block but the title.
  private var blockHashes: [UInt64] {
    prose.blocks.filter { block in !block.isFrontMatter && !(block.element != .none && isElement(block.element, .h1)) }
      .map { LetterText(prose.bytes, $0.range) }.filter { !$0.isEmpty }.map(\.hash)
  }
}
