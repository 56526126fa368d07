import RelireAccessibility
import RelireDocuments
import RelireModel

/// A link whose text is its address.
public struct URLAsText: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/url-as-text",
    severity: .warning,
    fix: .suggestion,
    summary: Message(fr: "L’intitulé d’un lien est une adresse.", en: "A link’s text is an address."),
    rationale: Message(
      fr: "Un lecteur d’écran épelle une adresse signe après signe, et personne n’y lit ce que l’on trouvera. "
        + "L’intitulé nomme la page\u{202F}; l’adresse reste dans le lien.",
      en:
        "A screen reader spells an address sign by sign, and nobody reads there what is to be found. The text names the "
        + "page; the address stays in the link."),
    exceptions: Message(
      fr:
        "Le nom d’un site (`data.gouv.nc`, `www.gouv.nc`) et une adresse électronique peuvent servir d’intitulé. Quand "
        + "la phrase parle de l’adresse elle-même (une requête, «\u{A0}l’adresse suivante\u{A0}»), le verdict revient à une "
        + "personne.",
      en:
        "The name of a site (`data.gouv.nc`, `www.gouv.nc`) and a mail address may be a link’s text. Where the sentence "
        + "is about the address itself (a request, “the following address”) the verdict is left to a person."),
    references: [
      .rgaa("6.1.1"), .wcag("2.4.4"),
      .usage(Message(fr: "écriture pour l’écran", en: "writing for the screen")),
    ],
    examples: [
      Example("Voir ⟦<https://exemple.nc/guide/page>⟧.\n"),
      Example("Voir ⟦[https://exemple.nc/guide](https://exemple.nc/guide)⟧.\n"),
      Example("<p>⟦<a href=\"https://exemple.nc/guide\">⟧www.exemple.nc/guide</a></p>", format: .html),
      Example("Voir ⟦[https://guide.example/guide/demande/](/guide/demande/)⟧.\n", path: "content/accueil.md"),
      Example("Voir [le guide](https://exemple.nc/guide), <https://exemple.nc> ou <contact@exemple.nc>.\n"),
      Example("Ouvrez <http://localhost:1313/guide/>.\n"),
      Example("<a href=\"https://exemple.nc/a\" aria-label=\"Le guide\">https://exemple.nc/a</a>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    // A slash is what nearly all texts lack.
    for link in page.links.filtered(.textHasSlash) where !link.facts.contains(.isArea) {
      check(link, on: page, &findings)
    }
  }

  private func check(_ link: PageLink, on page: Page, _ findings: inout Findings) {
    let document = page.document
    let element = link.node
    let text = document.trimmedText(of: element)
    guard Self.isAddress(document.prose.bytes[text]), link.href != nil else { return }
    let tree = page.accessibility
    guard tree.isExposed(element), !tree.hasAriaName(element) else { return }
    // A request to an interface, or « l’URL est… », is what the page speaks of: it may have no better name.
    let isSubject =
      document.prose.bytes[text].contains(UInt8(ascii: "?")) || isNamedAddress(text.lowerBound, document.prose)
    findings.report(
      document.signpost(of: element), .address, fix: page.suggestion(titling: element),
      verdict: isSubject ? .review : .fault)
  }

  /// Whether the few words before an offset say that an address comes.
  private func isNamedAddress(_ offset: Int, _ prose: Prose) -> Bool {
    guard let block = prose.block(at: offset) else { return false }
    let before = prose.string(max(block.range.lowerBound, offset - 24)..<offset)
    return before.holds("url") || before.holds("adresse") || before.holds("uri ")
  }

  /// Whether the text is one long word with the beginning of an address, and more of it than a site's name.
  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.starts(with: "https://".utf8) {
      rest = rest.dropFirst(8)
    } else if rest.starts(with: "http://".utf8) {
      rest = rest.dropFirst(7)
    } else if !rest.starts(with: "www.".utf8) {
      return false
    }
    // An address on the reader's own machine names no page.
    if rest.starts(with: "localhost".utf8) || rest.starts(with: "127.0.0.1".utf8) { return false }
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), slash + 1 < rest.endIndex else { return false }
    return !rest.contains { $0 <= 0x20 }
  }
}

extension Message {
  fileprivate static let address = Message(
    fr: "L’intitulé de ce lien est une adresse\u{A0}: écrivez à la place le nom de la page ou du document visé.",
    en: "This link’s text is an address: write the name of the page or document in its place.")
}
