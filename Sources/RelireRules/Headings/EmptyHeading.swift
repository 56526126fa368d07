import RelireAccessibility
import RelireDocuments
import RelireModel

/// A heading that says nothing.
public struct EmptyHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/empty",
    severity: .error,
    fix: .unsafe,
    summary: Message(fr: "Un titre est vide.", en: "A heading is empty."),
    rationale: Message(
      fr: "Un lecteur d’écran annonce «\u{A0}titre de niveau 2\u{A0}» puis se tait, et le sommaire reçoit une ligne "
        + "vide. Un titre vide posé pour faire de la place n’est pas un espacement\u{A0}: c’est l’affaire du style.",
      en: "A screen reader says “heading level 2” and falls silent, and the table of contents gets an empty line. "
        + "An empty heading put in to make room is no spacing: that is the style sheet’s business."),
    exceptions: Message(
      fr:
        "Une image pourvue d’une alternative suffit à remplir un titre, de même qu’un code court de Hugo. Un titre fait "
        + "d’un lien sans intitulé n’est signalé que par links/no-accessible-name.",
      en:
        "An image with an alternative is enough to fill a heading, and so is a Hugo shortcode. A heading made of a link "
        + "without a name is reported by links/no-accessible-name alone."),
    references: [.rgaa("9.1.2"), .wcag("1.3.1"), .wcag("2.4.6"), .act("ffd0e9")],
    examples: [
      Example("⟦## \u{A0}⟧\nLe portail est ouvert à tous.\n", fixed: "Le portail est ouvert à tous.\n"),
      Example("Avant.\n\n⟦##⟧\n\nAprès.\n", fixed: "Avant.\n\nAprès.\n"),
      Example("⟦<h2>⟧&nbsp;</h2>", format: .html),
      Example("⟦<h2>⟧&nbsp;<a href=#>#</a></h2>", format: .html),
      Example("⟦<h2>⟧<img src=trait.png alt=\"\"></h2>", format: .html),
      Example("⟦<h2>⟧<span hidden>Le portail</span></h2>", format: .html),
      Example("⟦<h2 role=none tabindex=0>⟧</h2><h2 role=none></h2>", format: .html),
      Example("⟦<p role=\"titre heading\">⟧</p>", format: .html),
      Example("## Le portail\n"),
      Example("<h2><img src=logo.png alt=\"Le portail\"></h2>", format: .html),
      Example("<h2 aria-hidden=true></h2>", format: .html),
      Example("<h2 x-text=\"commune.nom\"></h2><h2 [innerHTML]=titre></h2>", format: .html),
      Example("<h2><template x-if=ouvert><span>Le plan</span></template></h2>", format: .html),
      Example("<h2><span hidden id=calc>Cellules</span><span hidden id=writer>Pages</span></h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    for heading in page.outline.headings {
      guard let node = heading.node else { continue }
      let isBlank = heading.text.count <= 8 && !document.prose.string(heading.text).hasVisibleText
      guard isSilent(node, page), isBlank || isAllHidden(node, page.accessibility) else { continue }
      findings.report(
        Finding(
          document.signpost(of: node), isBlank ? .empty : .hidden,
          fix: isBlank ? document.removalOfHeading(node).map { Fix(.remove, .unsafe, [$0]) } : nil,
          // Whoever writes the name of a link writes that of the heading around it.
          cause: document.descendants(of: node).first { document.isElement($0, .a) }
            .map { link in
              let isImage = page.accessibility.holdsImage(link)
              return Finding.Cause(
                isImage ? ImageLinkWithoutAlternative.id : NoAccessibleName.id, document.signpost(of: link))
            }))
    }
  }

  /// Whether all that is written in the heading is hidden, and nothing there is named for a script to show it.
  private func isAllHidden(_ heading: NodeID, _ tree: AccessibilityTree) -> Bool {
    let document = tree.document
    guard !tree.visibleText(of: heading).hasVisibleText else { return false }
    return !document.descendants(of: heading).contains { part in
      document[part].kind == .element && !tree.isVisible(part)
        && (document.hasAttribute(.id, of: part) || document.hasAttribute(.class, of: part))
    }
  }

  /// Whether nothing is heard of the heading but the links to itself.
  private func isSilent(_ heading: NodeID, _ page: Page) -> Bool {
    let tree = page.accessibility
    guard tree.isExposed(heading) else { return false }
    let permalinks = Heading.permalinks(in: heading, page)
    if permalinks.isEmpty { return !tree.isNamed(heading) }
    return tree.name(of: heading).text == permalinks && !tree.isFilledByFramework(heading)
  }
}

extension Message {
  fileprivate static let empty = Message(
    fr: "Ce titre est vide\u{A0}: écrivez-le, ou retirez-le s’il ne sert qu’à faire de la place.",
    en: "This heading is empty: write it, or remove it if it only makes room.")

  fileprivate static let hidden = Message(
    fr: "Tout le texte de ce titre est masqué\u{A0}: affichez-le, ou retirez le titre.",
    en: "All of this heading’s text is hidden: show it, or remove the heading.")

  fileprivate static let remove = Message(fr: "Retirer le titre vide", en: "Remove the empty heading")
}
