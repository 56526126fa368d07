import RelireDocuments
import RelireLexicon
import RelireModel

/// A link text that says nothing of where it leads: « cliquez ici », « en savoir plus ».
public struct GenericText: ElementRule {
  public static let metadata = RuleMetadata(
    id: "links/generic-text",
    severity: .warning,
    summary: Message(
      fr: "L’intitulé d’un lien ne dit pas où il mène.", en: "A link’s text does not say where it leads."),
    rationale: Message(
      fr: "Beaucoup de personnes parcourent une page de lien en lien, ou en demandent la liste\u{A0}: «\u{A0}ici\u{A0}», "
        + "«\u{A0}lire la suite\u{A0}» et «\u{A0}télécharger\u{A0}» n’y disent plus rien. Un intitulé nomme la page ou "
        + "le document visé.",
      en: "Many people go through a page from link to link, or ask for a list of them: “here”, “read more” and “download” "
        + "say nothing there. A link text names the page or document it leads to."),
    exceptions: Message(
      fr: "RGAA 6.1.1 accepte qu’un lien soit explicite grâce à son contexte (la phrase, l’élément de liste, la cellule, "
        + "le titre qui précède). Quand il y en a un, le verdict revient donc à une personne.",
      en: "RGAA 6.1.1 accepts a link that its context makes clear (sentence, list item, cell, preceding heading). Where "
        + "there is one, the verdict is left to a person."),
    references: [.rgaa("6.1.1"), .wcag("2.4.4"), .wcag("2.4.9"), .act("aizyf1"), .act("5effbb")],
    examples: [
      Example("⟦[Cliquez ici](/guide/)⟧\n"),
      Example("Pour demander une carte, ⟦[cliquez ici](/carte/)⟧.\n"),
      Example("## Le guide\n\n⟦[En savoir plus…](/guide/)⟧\n"),
      Example("⟦<a href=\"/guide/\">⟧Lire la suite</a>", format: .html),
      Example("<p lang=en>⟦<a href=\"/guide/\">⟧Click here</a></p>", format: .html),
      Example("[Demander une carte](/carte/)\n"),
      Example("<a href=\"/guide/\" aria-label=\"En savoir plus sur le guide\">En savoir plus</a>", format: .html),
      Example("[Télécharger le guide (PDF, 2 Mo)](/guide.pdf)\n"),
    ])

  public static let elements: [ElementName] = [.a]

  public init() {}

  public func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    // Generic texts are short; most links are ruled out here.
    guard document[element].text.count <= 64, document.attribute(.href, of: element) != nil,
      case .text(let name) = ContentName.of(element, in: document),
      page.settings.lexicon.genericLinkTexts.contains(FoldedText(name)), !page.outline.isHidden(element)
    else { return }
    let hasContext = hasContext(element, page)
    findings.report(
      document.signpost(of: element), .genericText(name.singleSpaced, hasContext: hasContext),
      verdict: hasContext ? .review : .fault)
  }

  /// Whether something around the link may make it clear: other words in its block, a heading above it, a title.
  private func hasContext(_ element: NodeID, _ page: Page) -> Bool {
    let document = page.document
    if let title = document.value(.title, of: element), title.hasVisibleText { return true }
    if document.attribute(.ariaDescribedby, of: element) != nil { return true }
    if page.outline.headings.contains(where: { ($0.node ?? .root) < element }) { return true }
    let link = Int(document[element].text.lowerBound)..<Int(document[element].text.upperBound)
    guard let block = document.prose.block(at: link.lowerBound) else { return true }
    let before = document.prose.string(block.range.lowerBound..<max(block.range.lowerBound, link.lowerBound))
    let after = document.prose.string(min(block.range.upperBound, link.upperBound)..<block.range.upperBound)
    return !FoldedText(before + " " + after).isEmpty
  }
}

extension Message {
  fileprivate static func genericText(_ text: String, hasContext: Bool) -> Message {
    hasContext
      ? Message(
        fr: "L’intitulé «\u{A0}\(text)\u{A0}» ne dit pas où mène le lien\u{A0}: "
          + "vérifiez que la phrase ou le titre le dit, ou nommez la page visée.",
        en: "The text “\(text)” does not say where the link leads: "
          + "check that the sentence or heading does, or name the page.")
      : Message(
        fr: "L’intitulé «\u{A0}\(text)\u{A0}» ne dit pas où mène le lien\u{A0}: nommez la page ou le document visé.",
        en: "The text “\(text)” does not say where the link leads: name the page or document.")
  }
}
