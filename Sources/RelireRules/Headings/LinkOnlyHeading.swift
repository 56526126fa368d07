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
    exceptions: Message(
      fr: "Le titre d’une carte, d’une tuile ou d’un élément de liste mène à la page qu’il annonce\u{A0}: il n’est pas "
        + "signalé.",
      en: "The heading of a card, a tile or a list item leads to the page that it announces: it is not reported."),
    references: [
      .usage(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example("⟦## [Le guide](/guide/)⟧\n\nIl explique tout.\n"),
      Example("⟦<h2>⟧<a href=\"/guide/\">Le guide</a></h2><p>Il explique tout.</p>", format: .html),
      Example("<article><h2><a href=/guide/>Le guide</a></h2><p>Il explique tout.</p></article>", format: .html),
      Example("<h2 class=fr-card__title><a href=/guide/>Le guide</a></h2><p>Il explique tout.</p>", format: .html),
      Example("## Lire le [guide](/guide/)\n"),
      Example("<h2>Le guide <a href=#guide>#</a></h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings where !heading.text.isEmpty {
      guard let node = heading.node, isOnlyLink(node, heading.text, document), !isOfTeaser(node, document)
      else { continue }
      findings.report(heading.range(in: document), .onlyLink, verdict: .review)
    }
  }

  /// Whether the heading is that of a card, whose link leads to the page that it announces.
  private func isOfTeaser(_ heading: NodeID, _ document: Document) -> Bool {
    guard document.format == .html else { return false }
    if let classes = document.value(.class, of: heading), classes.spaceSeparated.contains(where: { Self.isTitle($0) }) {
      return true
    }
    var outer = document[heading].parent
    while outer != .none, outer != .root {
      switch document[outer].name {
      // An article of the page has its only main heading, or says more than the page it announces.
      case .article, .li: return document[heading].name != .h1
      case .main, .body: return false
      default:
        if document.value(.class, of: outer)?.spaceSeparated.contains(where: { $0 == "card" }) ?? false { return true }
        outer = document[outer].parent
      }
    }
    return false
  }

  /// Whether a class is one of titles of cards, tiles and teasers in well-known systems.
  private static func isTitle(_ name: Substring) -> Bool { titles.contains(name) }

  private static let titles: Set<Substring> = [
    "fr-card__title", "fr-tile__title", "fr-mega-menu__category", "fr-mega-menu__leader", "card-title",
    "wp-block-post-title", "entry-title", "node__title",
  ]

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
