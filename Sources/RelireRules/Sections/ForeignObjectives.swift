import RelireDocuments
import RelireLexicon
import RelireModel

/// Objectives in another language than the page.
public struct ForeignObjectives: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/foreign-objectives",
    severity: .warning,
    summary: Message(
      fr: "Les objectifs ne sont pas dans la langue de la page.",
      en: "The objectives are not in the page’s language."),
    rationale: Message(
      fr:
        "Des objectifs restés dans une autre langue sont le plus souvent ceux d’un gabarit ou d’une page dont celle-ci "
        + "est la traduction.",
      en: "Objectives left in another language are most often those of a template or of the page that this one is a "
        + "translation of."),
    exceptions: Message(
      fr: "La langue se reconnaît à ses mots les plus courants\u{A0}: un objectif de deux mots ne prouve rien.",
      en: "The language is told by its commonest words: an objective of two words proves nothing."),
    references: [.conventionOfTheSite, .rgaa("8.7.1"), .wcag("3.1.2")],
    examples: [
      Example(
        "---\ntitle: Le guide\nobjectifs:\n- ⟦Understand what the data is for⟧\n- ⟦Find the right dataset⟧\n---\n"),
      Example("⟦## Objectives⟧\n\n- Comprendre la démarche\n"),
      Example("---\ntitle: Le guide\nobjectifs:\n- Comprendre l’open data\n- Utiliser Open Refine\n---\n"),
      Example("<h2 lang=en>Objectives</h2><ul lang=en><li>Understand what the data is for</li></ul>", format: .html),
      Example("<html lang=en><h2>Objectives</h2><ul><li>Understand what the data is for</li></ul>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    let document = page.document
    for section in page.settings.sections where section.isObjectives {
      for found in FoundSection.all(section, on: page) where isFrench(found, document) {
        if let node = found.node, Self.foreignTitles.contains(FoldedText(document.text(of: node))) {
          findings.report(found.range, .foreignTitle)
        }
        // One objective alone is short: together they tell.
        guard let language = language(of: found.items.map(\.text), page.settings.lexicon) else { continue }
        for item in found.items { findings.report(item.range, .foreign(language)) }
      }
    }
  }

  private static let foreignTitles: Set<FoldedText> = [
    FoldedText("Objectives"), FoldedText("Learning objectives"), FoldedText("Goals"),
  ]

  /// Whether the place is declared to be in French, as all of a page is that says nothing else.
  private func isFrench(_ found: FoundSection, _ document: Document) -> Bool {
    let prose = document.prose
    guard let node = found.node else { return prose.languages.first?.isFrench ?? false }
    guard let block = prose.block(at: document.trimmedText(of: node).lowerBound) else { return false }
    return prose.languages[Int(block.language)].isFrench
  }

  private func language(of texts: [String], _ lexicon: Lexicon) -> ForeignLanguage? {
    var count = StopWordCount()
    for text in texts {
      var text = text
      text.withUTF8 { bytes in
        Self.forEachWord(of: bytes) { word in
          let hash = FoldedHash.of(UnsafeBufferPointer(rebasing: bytes[word]))
          guard lexicon.mayHaveEntry(hash) != 0 else { return }
          let entry = lexicon.entry(hash, bytes, word)
          if !entry.isNone { count.add(lexicon.lists(entry)) }
        }
      }
    }
    return count.foreignLanguage(atLeast: 2)
  }

  /// In characters: enough to tell a language by.
  private static let longest = 400

  /// The runs of letters in the beginning of a text.
  private static func forEachWord(of bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    var index = 0
    var characters = 0
    while index < bytes.count, characters < longest {
      let width = letterWidth(bytes, at: index)
      if width == 0 {
        if start < index { body(start..<index) }
        start = index + 1
      }
      if bytes[index] & 0xC0 != 0x80 { characters += 1 }
      index += max(1, width)
    }
    if start < index { body(start..<index) }
  }

  /// The number of bytes of the letter at an offset: of ASCII, Latin-1 or Latin Extended-A; 0 where there is none. The
  /// commonest words of the languages that are told have no other letters.
  private static func letterWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
    guard byte >= 0xC3, byte <= 0xC5, index + 1 < bytes.count else { return 0 }
    // × and ÷.
    return byte == 0xC3 && bytes[index + 1] & 0xDF == 0x97 ? 0 : 2
  }
}

extension Message {
  fileprivate static let foreignTitle = Message(
    fr: "Ce titre n’est pas dans la langue de la page\u{A0}: écrivez «\u{A0}Objectifs\u{A0}».",
    en: "This heading is not in the page’s language: write “Objectifs”.")

  fileprivate static func foreign(_ language: ForeignLanguage) -> Message {
    Message(
      fr: "Cet objectif semble être \(language.inFrench)\u{A0}: traduisez-le dans la langue de la page.",
      en: "This objective seems to be \(language.inEnglish): translate it into the page’s language.")
  }
}
