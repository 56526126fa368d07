import RelireAccessibility
import RelireDocuments
import RelireModel

/// Two links side by side that lead to one place.
public struct AdjacentSameTarget: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/adjacent-same-target",
    severity: .warning,
    summary: Message(
      fr: "Deux liens voisins mènent au même endroit.", en: "Two links side by side lead to the same place."),
    rationale: Message(
      fr:
        "Une image et un texte qui mènent à la même page, chacun dans son lien, s’annoncent deux fois et se parcourent "
        + "deux fois au clavier. Mettez-les dans un seul lien, l’image avec un alt vide si le texte dit tout.",
      en:
        "An image and a text that lead to one page, each in its own link, are announced twice and take two stops of the "
        + "keyboard. Put them into one link, the image with an empty alt if the text says everything."),
    exceptions: Message(
      fr: "Rien n’est signalé quand l’un des deux est masqué aux lecteurs d’écran et au clavier.",
      en: "Nothing is reported where one of them is hidden from screen readers and the keyboard."),
    references: [
      .wcag("2.4.4"), .specification("WCAG 2.2, Technique H2"),
      .goodPractice(Message(fr: "un seul lien par destination", en: "one link for one destination")),
    ],
    examples: [
      Example("[![Le guide](guide.png)](/guide/) ⟦[Le guide](/guide/)⟧\n"),
      Example(
        "<div><a href=/guide><img src=a.png alt=\"Guide\"></a></div><h3>⟦<a href=/guide>⟧Le guide</a></h3>",
        format: .html),
      Example("<p><a href=/guide>Le </a>⟦<a href=/guide>⟧guide</a></p>", format: .html),
      Example("[Le guide](/guide/) et [son début](/guide/)\n"),
      Example("<nav>1 <a href=/page/2/>2</a> <a href=/page/2/>Suivant</a></nav>", format: .html),
      Example("<ul><li><a href=/guide>Le guide</a><li><a href=/guide>Guide</a></ul>", format: .html),
      Example(
        "<a href=/guide tabindex=-1 aria-hidden=true><img src=a.png alt=\"\"></a><a href=/guide>Le guide</a>",
        format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    var previous: (link: NodeID, href: Int)?
    guard page.elements.links.count > 1 else { return }
    for link in page.links.all where !link.facts.contains(.isArea) {
      guard let href = link.href, document.attributes[href].value.utf8.count > 1 else { continue }
      defer { previous = (link.node, href) }
      guard let before = previous, document.attributes[before.href].value == document.attributes[href].value,
        isAdjacent(before.link, link.node, page)
      else { continue }
      findings.report(document.signpost(of: link.node), .same)
    }
  }

  private func isAdjacent(_ first: NodeID, _ second: NodeID, _ page: Page) -> Bool {
    let document = page.document
    let gap =
      Int(
        document[first].text.upperBound)..<max(
        Int(document[first].text.upperBound), Int(document[second].text.lowerBound))
    // What is between them: white space, and no objects such as images.
    guard gap.count < 200, document.prose.trimmed(gap).isEmpty else { return false }
    let hasImage = holdsImage(first, document) != holdsImage(second, document)
    let isOneBlock = document.prose.block(at: gap.lowerBound - 1)?.range.contains(gap.upperBound) ?? false
    let tree = page.accessibility
    return (hasImage || isOneBlock) && tree.isExposed(first) && tree.isExposed(second)
      && isNumber(first, document) == isNumber(second, document)
  }

  /// Whether the link is that of a page by its number, beside which “Next” may lead to the same.
  private func isNumber(_ link: NodeID, _ document: Document) -> Bool {
    let text = document.trimmedText(of: link)
    return !text.isEmpty && text.count <= 12 && document.prose.bytes[text.upperBound - 1] &- 0x30 < 10
  }

  /// Whether there is nothing but images in the link.
  private func holdsImage(_ link: NodeID, _ document: Document) -> Bool {
    var hasImage = false
    for node in document.descendants(of: link).prefix(50) {
      switch document[node].kind {
      case .element: if document[node].name == .img || document[node].name == .svg { hasImage = true }
      case .text: if !document.trimmedText(of: node).isEmpty { return false }
      default: break
      }
    }
    return hasImage
  }
}

extension Message {
  fileprivate static let same = Message(
    fr: "Le lien juste avant mène au même endroit\u{A0}: réunissez les deux en un seul.",
    en: "The link just before leads to the same place: make one of the two.")
}
