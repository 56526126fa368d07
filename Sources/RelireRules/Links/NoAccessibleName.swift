import RelireAccessibility
import RelireDocuments
import RelireModel

/// A link that says nothing.
public struct NoAccessibleName: RoleRule {
  public static let metadata = RuleMetadata(
    id: "links/no-accessible-name",
    severity: .error,
    summary: Message(fr: "Un lien n’a pas d’intitulé.", en: "A link has no accessible name."),
    rationale: Message(
      fr:
        "Sans texte ni alternative d’image, un lecteur d’écran lit l’adresse du lien, ou seulement «\u{A0}lien\u{A0}»\u{A0}: "
        + "personne ne peut savoir où il mène.",
      en: "Without text or an image alternative a screen reader spells the link’s address, or says only “link”: nobody "
        + "can tell where it leads."),
    exceptions: Message(
      fr: "L’alternative d’une image, un attribut aria-label ou title font un intitulé. Un lien masqué ou sans adresse "
        + "n’est pas jugé\u{202F}; celui qui n’est fait que d’une image relève de links/image-link-without-alternative. "
        + "Dans un titre en Markdown, un lien vide vers son propre identifiant est l’ancre que GitBook y écrit.",
      en: "An image’s alternative, an aria-label or a title attribute make a name. A hidden link, or one without an "
        + "address, is not judged. One made of an image alone is a matter for links/image-link-without-alternative. In a "
        + "Markdown heading an empty link to its own id is the anchor that GitBook writes there."),
    references: [.rgaa("6.2.1"), .wcag("2.4.4"), .wcag("4.1.2"), .act("c487ae")],
    examples: [
      Example("Le guide est ⟦[](https://exemple.nc/guide)⟧ ici.\n"),
      Example("⟦<a href=\"/guide/\">⟧<i class=icone></i></a>", format: .html),
      Example("[Le guide](https://exemple.nc/guide) est en ligne.\n"),
      Example("[![Accueil](logo.png)](https://exemple.nc)\n"),
      Example("<a href=\"/guide/\" aria-label=\"Le guide\"><i class=icone></i></a>", format: .html),
      Example("<map name=m>⟦<area href=/nord>⟧<area href=/sud alt=Sud></map>", format: .html),
      Example("<a id=ancre></a>", format: .html),
      Example("<style>p.x{display:none}</style><p class=x><a href=/></a></p>", format: .html),
      Example("<style>p.x{display:none}.x{display:block}</style><p class=x>⟦<a href=/>⟧</a></p>", format: .html),
      Example("## Partie <a href=\"#partie\" id=\"partie\"></a>\n"),
      Example("## Partie ⟦<a href=\"#autre\" id=\"partie\">⟧</a>\n"),
      Example("<h2>Partie ⟦<a href=\"#partie\" id=\"partie\">⟧</a></h2>", format: .html),
      Example("<iframe title=A srcdoc=\"<p>a &amp; b</p>⟦<a href=/>⟧</a>\"></iframe>", format: .html),
    ])

  public static let roles: [Role] = [.link, .docBacklink, .docBiblioref, .docGlossref, .docNoteref]

  public init() {}

  public func check(_ element: NodeID, in tree: AccessibilityTree, _ findings: inout Findings) {
    guard !tree.isNamed(element), !tree.holdsImage(element), !isAnchor(element, tree.document) else { return }
    let isArea = tree.document.isElement(element, .area)
    findings.report(tree.document.signpost(of: element), isArea ? .areaWithoutName : .noName)
  }

  /// Whether GitBook has named a heading by it: what it publishes has no such link.
  private func isAnchor(_ link: NodeID, _ document: Document) -> Bool {
    guard document.format == .markdown, let id = document.value(.id, of: link), !id.isEmpty,
      document.value(.href, of: link) == "#" + id, document[link].subtreeEnd == link.index + 1
    else { return false }
    var parent = document[link].parent
    while parent != .none {
      if document[parent].name.isHeading { return true }
      parent = document[parent].parent
    }
    return false
  }
}

extension Message {
  fileprivate static let areaWithoutName = Message(
    fr: "Cette zone de l’image n’a pas d’intitulé\u{A0}: écrivez dans alt où elle mène.",
    en: "This area of the image has no name: write in alt where it leads.")

  fileprivate static let noName = Message(
    fr: "Ce lien n’a pas d’intitulé\u{A0}: écrivez où il mène.",
    en: "This link has no name: write where it leads.")
}
