import RelireDocuments
import RelireModel

/// Text that only keeps a place: « À compléter », « TODO », « Lorem ipsum ».
public struct PlaceholderText: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/placeholder-text",
    severity: .warning,
    summary: Message(
      fr: "Un texte d’attente est resté dans la page.", en: "A placeholder was left in the page."),
    rationale: Message(
      fr: "«\u{A0}À compléter\u{A0}», «\u{A0}TODO\u{A0}» ou un faux texte latin sont des notes pour l’auteur\u{A0}: "
        + "publiés, ils disent au lecteur que la page n’est pas finie.",
      en:
        "“À compléter”, “TODO” or dummy Latin are notes for the author: published, they tell the reader that the page "
        + "is not finished."),
    exceptions: Message(
      fr: "Le texte n’est jugé que s’il tient seul sur sa ligne, dans son élément de liste, entre crochets ou après "
        + "deux-points\u{A0}: «\u{A0}un dossier à compléter\u{A0}» est une phrase. Le faux texte est signalé une "
        + "fois par page.",
      en: "The text is judged only when it stands alone on its line, in its item, in brackets or after a colon: “un "
        + "dossier à compléter” is a sentence. Dummy text is reported once a page."),
    references: [
      .usage(
        Message(fr: "relecture avant publication", en: "proofreading before publication"))
    ],
    examples: [
      Example("_⟦A compléter⟧_\n"),
      Example("**Public\u{A0}:** ⟦à préciser⟧\n"),
      Example("- ⟦TODO⟧\n- Comprendre la démarche\n"),
      Example("Contact\u{A0}: la mairie [⟦à compléter⟧].\n"),
      Example("---\ntitle: Le guide\nobjectifs:\n- ⟦A completer.⟧\n---\n"),
      Example("---\ntitle: Le guide\ndescription: \"⟦Ceci est le descriptif de la page⟧\"\n---\n"),
      Example("⟦Lorem ipsum dolor sit amet, consectetur.⟧\n\nLorem ipsum encore.\n"),
      Example("<p>⟦À compléter…⟧</p>", format: .html),
      Example("Le formulaire est à compléter avant le 3 mars.\n"),
      Example("Il reste un dossier à compléter.\n"),
      Example("- [ ] à faire\n- [x] à faire\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let prose = page.document.prose
    let placeholders = Placeholders(page.settings.lexicon)
    var hasFiller = false
    var openings = placeholders.openings(page.words, prose.tokens)[...]
    for block in prose.blocks where !openings.isEmpty {
      guard let first = openings.first, first < Int(block.tokens.upperBound) else { continue }
      openings = openings.drop { $0 < Int(block.tokens.upperBound) }
      if block.kind == .attribute || block.kind == .control { continue }
      for candidate in placeholders.all(in: block, from: first, of: prose) {
        if page.outline.isHidden(block.element) { break }
        let place = prose.sourceRange(of: candidate.range)
        if !candidate.isFiller {
          if page.isTask(place.start) { continue }
          findings.report(place, .placeholder(prose.string(candidate.range).singleSpaced))
        } else if !hasFiller {
          hasFiller = true
          findings.report(place, .filler)
        }
      }
    }
  }
}

extension Page {
  /// Whether the box of a task stands before an offset of the source: it says itself that something is to be done.
  fileprivate func isTask(_ offset: Int) -> Bool {
    guard document.format == .markdown else { return false }
    let bytes = document.source.bytes
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end >= 3, bytes[end - 1] == UInt8(ascii: "]"), bytes[end - 3] == UInt8(ascii: "[") else { return false }
    return bytes[end - 2] == 0x20 || bytes[end - 2] | 0x20 == UInt8(ascii: "x")
  }
}

extension Message {
  fileprivate static func placeholder(_ text: String) -> Message {
    Message(
      fr: "«\u{A0}\(text)\u{A0}» est un texte d’attente\u{A0}: remplacez-le par le contenu prévu, ou retirez-le.",
      en: "“\(text)” is a placeholder: replace it by what is meant to be there, or remove it.")
  }

  fileprivate static let filler = Message(
    fr: "Du faux texte («\u{A0}Lorem ipsum\u{A0}») est resté dans la page\u{A0}: remplacez-le par son contenu.",
    en: "Dummy text (“Lorem ipsum”) was left in the page: replace it by its content.")
}
