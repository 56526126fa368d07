import RelireModel

/// A page title that is cut off wherever it is shown.
public struct TooLongTitle: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/too-long-title",
    severity: .info,
    summary: Message(fr: "Le titre de la page est très long.", en: "The page’s title is very long."),
    rationale: Message(
      fr:
        "Un onglet montre une vingtaine de signes, un moteur de recherche une soixantaine\u{A0}: au-delà de 110, la fin "
        + "du titre ne se voit plus nulle part.",
      en: "A tab shows about twenty characters, a search engine about sixty: beyond 110 the end of the title is seen "
        + "nowhere."),
    references: [
      .goodPractice(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example(
        "---\ntitle: ⟦Toutes les pièces que vous devez joindre à votre demande, selon que vous êtes un particulier, une "
          + "association ou une entreprise⟧\n---\n"),
      Example("---\ntitle: Les pièces à joindre\n---\n"),
    ])

  /// In scalars.
  private static let limit = 110

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.isReadPage, let title = page.title else { return }
    // No text has more characters than bytes.
    guard title.text.utf8.count > Self.limit else { return }
    let count = title.text.scalarCount
    if count > Self.limit { findings.report(title.range, .tooLong(count), verdict: .review) }
  }
}

extension Message {
  fileprivate static func tooLong(_ count: Int) -> Message {
    Message(
      fr: "Ce titre compte \(count) signes\u{A0}: gardez ses premiers mots pour l’essentiel, ou raccourcissez-le.",
      en: "This title has \(count) characters: keep its first words for what matters, or shorten it.")
  }
}
