import RelireAccessibility
import RelireDocuments
import RelireLexicon
import RelireModel

/// A link text that says nothing of where it leads: « cliquez ici », « en savoir plus ».
public struct GenericText: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/generic-text",
    severity: .warning,
    fix: .suggestion,
    summary: Message(
      fr: "L’intitulé d’un lien ne dit pas où il mène.", en: "A link’s text does not say where it leads."),
    rationale: Message(
      fr:
        "Beaucoup de personnes parcourent une page de lien en lien, ou en demandent la liste\u{A0}: «\u{A0}ici\u{A0}», "
        + "«\u{A0}lire la suite\u{A0}» et «\u{A0}télécharger\u{A0}» n’y disent plus rien. Un intitulé nomme la page ou "
        + "le document visé.",
      en:
        "Many people go through a page from link to link, or ask for a list of them: “here”, “read more” and “download” "
        + "say nothing there. A link text names the page or document it leads to."),
    exceptions: Message(
      fr:
        "RGAA 6.1.1 accepte qu’un lien soit explicite grâce à son contexte (la phrase, l’élément de liste, la cellule, "
        + "et ses en-têtes, le titre qui précède). Quand il y en a un, le verdict revient donc à une personne.",
      en: "RGAA 6.1.1 accepts a link that its context makes clear (sentence, list item, cell and its headers, "
        + "preceding heading). Where there is one, the verdict is left to a person."),
    references: [.rgaa("6.1.1"), .wcag("2.4.4"), .wcag("2.4.9"), .act("aizyf1"), .act("5effbb")],
    examples: [
      Example("⟦[Cliquez ici](/guide/)⟧\n"),
      Example("Pour demander une carte, ⟦[cliquez ici](/carte/)⟧.\n"),
      Example("## Le guide\n\n⟦[En savoir plus…](/guide/)⟧\n"),
      Example("Pour en savoir plus, ⟦[cliquez ici](/guide/demande/)⟧.\n", path: "content/accueil.md"),
      Example("⟦<a href=\"/guide/\">⟧Lire la suite</a>", format: .html),
      Example(
        "<table><tr><th>Document<th>Lien<tr><td>Le guide<td>⟦<a href=/guide>⟧Voir</a></table>", format: .html),
      Example("<p lang=en>⟦<a href=\"/guide/\">⟧Click here</a></p>", format: .html),
      Example("<p>Le budget 2024 ⟦<a href=/budget>⟧→</a></p>", format: .html),
      Example("[Demander une carte](/carte/)\n"),
      Example("[En savoir plus](#plus)\n\n## En savoir plus {#plus}\n"),
      Example("<a href=/budget title=\"En savoir plus sur le budget\">En savoir plus</a>", format: .html),
      Example("<a href=\"/guide/\" aria-label=\"En savoir plus sur le guide\">En savoir plus</a>", format: .html),
      Example("[Télécharger le guide (PDF, 2 Mo)](/guide.pdf)\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    // Generic texts are short and begin with one of few words; nearly all links are ruled out here.
    let lexicon = page.settings.lexicon
    for link in page.links.all where link.text.count <= 64 && link.href != nil && !link.facts.contains(.isArea) {
      if mayBeGeneric(link, lexicon, page) { check(link.node, on: page, &findings) }
    }
  }

  private func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    let tree = page.accessibility
    guard tree.isExposed(element) else { return }
    let name = tree.name(of: element).text
    guard !name.isEmpty, !name.unicodeScalars.contains("\u{FFFC}"),
      page.settings.lexicon.genericLinkTexts.contains(FoldedText(name)) || Self.isArrow(name)
    else { return }
    if tellsMore(element, name, page) || leadsToHeading(element, name, page) { return }
    let context = LinkContext(of: element, page)
    findings.report(
      document.signpost(of: element), .genericText(name.singleSpaced, context),
      fix: page.suggestion(titling: element), verdict: context == nil && !Self.isArrow(name) ? .fault : .review)
  }

  /// Whether the link’s title repeats its text and says more: RGAA takes it for the link’s text then.
  private func tellsMore(_ element: NodeID, _ name: String, _ page: Page) -> Bool {
    guard let title = page.document.value(.title, of: element) else { return false }
    let words = FoldedText(title)
    return words.words.utf8.span.holdsWords(FoldedText(name).words.utf8.span)
      && words.wordList.count >= FoldedText(name).wordList.count + 2
      && !page.settings.lexicon.genericLinkTexts.contains(words)
  }

  /// Whether the link is one of a table of contents: it leads to a heading of the page that says the same.
  private func leadsToHeading(_ element: NodeID, _ name: String, _ page: Page) -> Bool {
    guard let href = page.document.value(.href, of: element), href.utf8.first == UInt8(ascii: "#") else { return false }
    let text = FoldedText(name)
    return page.outline.headings.contains { FoldedText($0.string(in: page.document)) == text }
  }

  /// Whether the link’s text begins as a generic text does, or something else names the link.
  private func mayBeGeneric(_ link: PageLink, _ lexicon: Lexicon, _ page: Page) -> Bool {
    let prose = page.document.prose
    let first = Self.word(in: prose, link.text)
    if let first {
      let hash = prose.hash(first)
      if lexicon.genericLinkTexts.mayBegin(with: hash) {
        // Where the text is all there is, its second word tells more.
        let isAlone =
          page.document[link.node].subtreeEnd == link.node.index + 2 && !link.facts.contains(.textHasObject)
        if !isAlone { return true }
        let second = Self.word(in: prose, first.upperBound..<link.text.upperBound)
        if lexicon.genericLinkTexts.mayBe(hash, second.map { Self.hash($0, prose) }) { return true }
      }
    }
    if first == nil, link.text.count <= 8, Self.isArrow(prose.string(prose.trimmed(link.text))) { return true }
    // Without attributes inside or on the link, its text is its name.
    if link.facts.contains(.hasAriaName), page.accessibility.hasAriaName(link.node) { return true }
    return first == nil && page.accessibility.holdsImage(link.node)
  }

  /// Whether a text is a sign that only says “go on”.
  private static func isArrow(_ text: String) -> Bool { text == ">>" || text == "→" || text == "»" || text == "›" }

  private static func hash(_ word: Range<Int>, _ prose: Prose) -> UInt32 {
    word.allSatisfy { prose.bytes[$0] &- 0x30 < 10 } ? WholeTexts.number : prose.hash(word)
  }

  /// The first word of a text.
  private static func word(in prose: Prose, _ text: Range<Int>) -> Range<Int>? {
    prose.bytes.withUnsafeBufferPointer { bytes in
      let end = text.upperBound
      var start = text.lowerBound
      while start < end, !isLetter(bytes[start]) { start += 1 }
      guard start < end else { return nil }
      var stop = start
      while stop < end, isLetter(bytes[stop]) || bytes[stop] & 0xC0 == 0x80 { stop += 1 }
      return start..<stop
    }
  }

  /// Letters and digits of ASCII, and what begins a Latin letter with an accent.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || (byte >= 0xC3 && byte <= 0xC5)
  }
}

extension Message {
  fileprivate static func genericText(_ text: String, _ context: LinkContext?) -> Message {
    guard let context else {
      return Message(
        fr: "L’intitulé «\u{A0}\(text)\u{A0}» ne dit pas où mène le lien\u{A0}: nommez la page ou le document visé.",
        en: "The text “\(text)” does not say where the link leads: name the page or document.")
    }
    return Message(
      fr:
        "L’intitulé «\u{A0}\(text)\u{A0}» ne dit pas où mène le lien\u{A0}: vérifiez que \(context.words.french) le dit, "
        + "ou nommez la page visée.",
      en:
        "The text “\(text)” does not say where the link leads: check that \(context.words.english) does, or name the page."
    )
  }
}
