import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// What around a link may tell where it leads (RGAA 4.1.2, glossary, “Contexte du lien”).
enum LinkContext: Equatable {
  case title
  case description
  case sentence
  case listItem
  /// The header of its row or column.
  case header(String)
  case heading(String)

  /// The nearest context; nil where there is none.
  init?(of link: NodeID, _ page: Page) {
    let document = page.document
    if document.value(.title, of: link)?.hasVisibleText == true {
      self = .title
    } else if document.attribute(.ariaDescribedby, of: link) != nil {
      self = .description
    } else if let block = document.prose.block(at: Int(document[link].text.lowerBound)),
      Self.tells(block.range, around: link, document)
    {
      self = .sentence
    } else if let item = document.ancestor(.li, of: link),
      Self.tells(Self.text(of: item, document), around: link, document)
    {
      self = .listItem
    } else if let header = Self.header(of: link, page) {
      self = .header(header)
    } else if let heading = page.outline.headings.last(where: { ($0.node ?? .root) < link }) {
      self = .heading(heading.name(on: page))
    } else {
      return nil
    }
  }

  private static func text(of node: NodeID, _ document: Document) -> Range<Int> {
    Int(document[node].text.lowerBound)..<Int(document[node].text.upperBound)
  }

  /// How much of a text is looked at on either side of a link, in bytes: a paragraph may be one of links by the
  /// thousand.
  private static let reach = 400

  /// Whether a text has words of its own beside the link: « Pour en savoir plus, » has none.
  private static func tells(_ range: Range<Int>, around link: NodeID, _ document: Document) -> Bool {
    let own = text(of: link, document)
    let start = max(range.lowerBound, min(own.lowerBound, range.upperBound))
    let end = min(range.upperBound, max(own.upperBound, range.lowerBound))
    let before = document.prose.string(max(range.lowerBound, start - reach)..<start)
    let after = document.prose.string(end..<min(range.upperBound, end + reach))
    return FoldedText(before + " " + after).wordList.contains { !emptyWords.contains($0) }
  }

  /// Words that go with a generic link, folded.
  private static let emptyWords: Set<String> = Set(
    """
    pour en savoir plus lire voir la le les l un une de du des d a au aux et ou sur ce cette suite vous pouvez cliquer \
    cliquez consulter consultez acceder accedez telecharger telechargez suivre suivez lien liens ci dessous ici 0 for more \
    to read see click here the
    """.split(separator: " ").map { String($0) })

  /// The header of the cell that the link stands in: of its row, else of its column.
  private static func header(of link: NodeID, _ page: Page) -> String? {
    let document = page.document
    guard let cell = document.ancestor(.td, of: link) ?? document.ancestor(.th, of: link),
      let heads = page.cellHeads[cell]
    else { return nil }
    return [heads.ofRow, heads.ofColumn].lazy.compactMap { $0.map { document.text(of: $0).singleSpaced } }
      .first { $0.hasVisibleText }
  }

  /// As messages name it.
  var words: Message {
    switch self {
    case .title: Message(fr: "son titre", en: "its title")
    case .description: Message(fr: "ce qui le décrit (aria-describedby)", en: "what describes it (aria-describedby)")
    case .sentence: Message(fr: "la phrase", en: "the sentence")
    case .listItem: Message(fr: "l’élément de la liste", en: "the list item")
    case .header(let text): Message(fr: "l’en-tête «\u{A0}\(text)\u{A0}»", en: "the header “\(text)”")
    case .heading(let text):
      Message(fr: "le titre «\u{A0}\(text)\u{A0}», qui précède,", en: "the heading “\(text)” before it")
    }
  }
}
