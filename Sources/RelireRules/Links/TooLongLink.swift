import RelireAccessibility
import RelireDocuments
import RelireModel

/// A link that goes on for a sentence or more.
public struct TooLongLink: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "links/too-long",
    severity: .info,
    summary: Message(fr: "L’intitulé d’un lien est très long.", en: "A link’s text is very long."),
    rationale: Message(
      fr: "Dans la liste des liens d’une page, on attend quelques mots. Gardez dans le lien ceux qui nomment la page "
        + "visée, et laissez le reste de la phrase autour.",
      en:
        "In a list of a page’s links one expects a few words. Keep in the link those that name the page, and leave the "
        + "rest of the sentence around it."),
    exceptions: Message(
      fr: "Jusqu’à \(Self.longest) signes, rien n’est signalé. Le titre officiel d’un texte peut être plus long.",
      en: "Up to \(Self.longest) characters nothing is reported. The official title of a text may be longer."),
    references: [.goodPractice(Message(fr: "des intitulés de liens brefs", en: "short link texts"))],
    examples: [
      Example(
        "⟦[Le guide explique pas à pas comment trouver une donnée, comment la lire, comment la réutiliser dans un autre "
          + "service et comment la citer](/guide/)⟧\n"),
      Example("[Le guide](/guide/) explique pas à pas comment trouver une donnée.\n"),
    ])

  /// In characters.
  private static let longest = 120

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    for link in page.links.all where link.text.count > Self.longest && link.href != nil && !link.facts.contains(.isArea)
    {
      check(link.node, on: page, &findings)
    }
  }

  private func check(_ element: NodeID, on page: Page, _ findings: inout Findings) {
    let document = page.document
    let count = document.prose.string(document.trimmedText(of: element)).count
    // A card that is one link as a whole is a matter of layout.
    guard count > Self.longest, page.accessibility.isExposed(element),
      !document.descendants(of: element).contains(where: { document[$0].kind == .element && document[$0].name.isBlock })
    else { return }
    findings.report(document.signpost(of: element), .tooLong(count), verdict: .review)
  }
}

extension Message {
  fileprivate static func tooLong(_ count: Int) -> Message {
    Message(
      fr: "L’intitulé de ce lien compte \(count) signes\u{A0}: gardez les mots qui nomment la page visée.",
      en: "This link’s text has \(count) characters: keep the words that name the page.")
  }
}
