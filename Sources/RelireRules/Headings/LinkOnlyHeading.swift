import RelireDocuments
import RelireModel

/// A heading that is nothing but a link.
public struct LinkOnlyHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/link-only-heading",
    severity: .info,
    summary: Message(fr: "Un titre n’est qu’un lien.", en: "A heading is nothing but a link."),
    rationale: Message(
      fr:
        "Un titre annonce ce qui le suit\u{202F}; un lien emmène ailleurs. Le lecteur qui veut seulement lire la partie "
        + "quitte la page. Mettez le lien dans le texte qui suit.",
      en: "A heading announces what follows; a link leads away. Readers who only want to read the part leave the page. "
        + "Put the link in the text below."),
    references: [
      .usage(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example("⟦## [Le guide](/guide/)⟧\n\nIl explique tout.\n"),
      Example("⟦<h2>⟧<a href=\"/guide/\">Le guide</a></h2><p>Il explique tout.</p>", format: .html),
      Example("## Lire le [guide](/guide/)\n"),
      Example("<h2>Le guide <a href=#guide>#</a></h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings where !heading.text.isEmpty {
      guard let node = heading.node, isOnlyLink(node, heading.text, document) else { continue }
      findings.report(heading.range(in: document), .onlyLink, verdict: .review)
    }
  }

  private func isOnlyLink(_ heading: NodeID, _ text: Range<Int>, _ document: Document) -> Bool {
    document.children(of: heading).contains { child in
      document.isElement(child, .a) && document.attribute(.href, of: child) != nil
        && document.trimmedText(of: child) == text && document.prose.string(text).hasVisibleText
    }
  }
}

extension Message {
  fileprivate static let onlyLink = Message(
    fr: "Ce titre n’est qu’un lien\u{A0}: gardez un titre simple, et mettez le lien dans le texte qui suit.",
    en: "This heading is nothing but a link: keep a plain heading, and put the link in the text below.")
}
