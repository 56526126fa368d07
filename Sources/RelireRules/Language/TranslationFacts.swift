import RelireDocuments
import RelireModel
import RelireSite

/// What is kept of a source page of a multilingual site, to be compared with its translations.
public struct TranslationFacts: Sendable {
  struct Text: Sendable {
    /// Of its letters.
    let hash: UInt32
    let range: SourceRange
  }

  struct Heading: Sendable {
    let level: UInt8
    let range: SourceRange
  }

  /// What its translations have in common with it.
  let key: String
  let language: String
  /// Relative to the site's root.
  let path: String
  /// Where to point for the page as a whole.
  let place: SourceRange
  let isDraft: Bool
  /// The day of `lastmod`.
  let changed: CalendarDate?
  let headings: [Heading]
  let links: Int32
  let images: Int32
  let tables: Int32
  let shortcodes: [String]
  let keys: [String]
  /// Blocks long enough to be told apart.
  let texts: [Text]
}

extension Page {
  /// Nil outside of multilingual sites.
  public var translationFacts: TranslationFacts? {
    guard document.format == .markdown, place.role == .content || place.role == .home, let site,
      let configuration = site.site.configuration, configuration.languages.count > 1, let source = site.page(path)
    else { return nil }
    var links: Int32 = 0
    var images: Int32 = 0
    var tables: Int32 = 0
    var headings: [TranslationFacts.Heading] = []
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      switch node.name {
      case .a: links += 1
      case .img: images += 1
      case .table: tables += 1
      case .h1: headings.append(heading(1, index))
      case .h2: headings.append(heading(2, index))
      case .h3: headings.append(heading(3, index))
      case .h4: headings.append(heading(4, index))
      case .h5: headings.append(heading(5, index))
      case .h6: headings.append(heading(6, index))
      default: break
      }
    }
    let matter = document.frontMatter
    return TranslationFacts(
      key: matter?["translationKey"]?.string ?? source.translationKey, language: source.language, path: path,
      place: document.titlePlace, isDraft: matter?["draft"]?.bool ?? false, changed: matter?["lastmod"]?.day,
      headings: headings, links: links, images: images, tables: tables,
      shortcodes: document.masks.filter { $0.kind == .shortcode && !$0.isClosing }.map { $0.name.lowercased() },
      keys: (matter?.root?.entries ?? []).filter { !$0.value.isNull }.map { $0.key.lowercased() }, texts: texts)
  }

  private func heading(_ level: UInt8, _ node: Int) -> TranslationFacts.Heading {
    TranslationFacts.Heading(level: level, range: document.nodes[node].range)
  }

  /// A few words are often the same in two languages; a sentence is not.
  private static let fewestWords = 5
  private static let fewestLetters = 24

  private var texts: [TranslationFacts.Text] {
    var texts: [TranslationFacts.Text] = []
    let prose = document.prose
    for block in prose.blocks where block.range.count >= Self.fewestLetters {
      switch block.kind {
      case .paragraph, .heading, .listItem, .tableCell, .definition, .quotation, .caption, .frontMatterDescription,
        .frontMatterTitle, .frontMatterText:
        break
      default: continue
      }
      var words = 0
      var hash = FNV1a()
      for token in prose.tokens(of: block) where token.kind == .word {
        words += 1
        hash.append(token.hash)
      }
      // A text that is marked as being in another language is a quotation.
      let isPlain = prose.languages.indices.contains(Int(block.language)) && block.language == 0
      if words >= Self.fewestWords, isPlain {
        texts.append(TranslationFacts.Text(hash: hash.value, range: prose.sourceRange(of: block.range)))
      }
    }
    return texts
  }
}

extension [PageEvidence<TranslationFacts>] {
  /// Each page of the main language that has translations, with these.
  func translations(_ site: SiteIndex?) -> [(
    source: PageEvidence<TranslationFacts>, target: PageEvidence<TranslationFacts>
  )] {
    guard let main = site?.site.configuration?.mainLanguage.code else { return [] }
    var sources: [String: Int] = [:]
    for (index, page) in enumerated() where page.value.language == main { sources[page.value.key] = index }
    return compactMap { page in
      guard page.value.language != main, let source = sources[page.value.key] else { return nil }
      return (self[source], page)
    }
  }
}
