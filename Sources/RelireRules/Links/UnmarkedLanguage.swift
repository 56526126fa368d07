import RelireDocuments
import RelireLexicon
import RelireModel

/// A link with English words that does not say so.
public struct UnmarkedLanguage: WordRule {
  public static let metadata = RuleMetadata(
    id: "links/unmarked-language",
    severity: .info,
    summary: Message(
      fr: "L’intitulé d’un lien est en anglais sans le dire.", en: "A link’s text is in English without saying so."),
    rationale: Message(
      fr: "Un lecteur d’écran lit un intitulé anglais avec la voix française si rien ne lui dit que la langue change. "
        + "Un intitulé en anglais annonce aussi une page en anglais\u{A0}: `hreflang` le dit au navigateur.",
      en: "A screen reader reads an English text with its French voice if nothing tells that the language changes. An "
        + "English text also announces a page in English: `hreflang` tells browsers."),
    exceptions: Message(
      fr:
        "Un nom propre, de licence ou de logiciel, et un mot passé dans l’usage n’ont pas à être marqués\u{A0}: le verdict "
        + "revient à une personne.",
      en:
        "A proper name, of a licence or a program, and a word that has become French need not be marked: the verdict is "
        + "left to a person."),
    references: [.rgaa("8.7.1"), .wcag("3.1.2")],
    examples: [
      Example("Lire ⟦[The State of the Open Data](https://exemple.org/)⟧, paru en 2024.\n"),
      Example("<p>Lire ⟦<a href=/a>⟧the guide for publishers</a>, paru en 2024.</p>", format: .html),
      Example("<p>Lire <a href=/a lang=en>the guide for publishers</a>, paru en 2024.</p>", format: .html),
      Example("Lire [le guide](https://exemple.org/), publié sous [CC BY-SA](https://exemple.org/).\n"),
    ])

  public static let lists: WordLists = [.englishStopWords]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    guard context.prose.languages[Int(context[index].language)].isFrench, let link = link(at: index, in: context) else {
      return
    }
    var english = 0
    var words = 0
    var around = 0
    let document = context.page.document
    let range = Int(document[link].text.lowerBound)..<Int(document[link].text.upperBound)
    for other in context.indices where context[other].kind == .word {
      let lists = context.lists(other)
      guard range.contains(context[other].range.lowerBound) else {
        if lists.contains(.englishStopWords), !lists.contains(.frenchStopWords) { around += 1 }
        continue
      }
      if lists.contains(.frenchStopWords) { return }
      words += 1
      guard lists.contains(.englishStopWords), !context[other].flags.contains(.allCapitals) else { continue }
      // Said once, at the first of them.
      if english == 0, other != index { return }
      english += 1
    }
    // A block in English as a whole is a matter for language/unmarked-foreign-phrase.
    guard around < 2 else { return }
    guard english >= 2 || (english == 1 && words >= 3) else { return }
    // Words of the theme's interface are told by a rule of their own.
    if UntranslatedInterface.isWord(document.text(of: link)) { return }
    findings.report(document.signpost(of: link), .english, verdict: .review)
  }

  /// The link that a token stands in.
  private func link(at index: Int, in context: BlockContext) -> NodeID? {
    let prose = context.prose
    let document = context.page.document
    var node = prose.segments[prose.segmentIndex(at: context.tokens[index].range.lowerBound)].node
    for _ in 0..<20 where node != .none && node != .root {
      if document.isElement(node, .a) { return document.attribute(.href, of: node) == nil ? nil : node }
      if document[node].kind == .element, document[node].name.isBlock { return nil }
      node = document[node].parent
    }
    return nil
  }
}

extension Message {
  fileprivate static let english = Message(
    fr: "L’intitulé de ce lien semble être en anglais\u{A0}: s’il l’est, entourez-le d’une balise avec `lang=\"en\"`.",
    en: "This link’s text seems to be in English: if it is, mark it by `lang=\"en\"`.")
}
