import RelireDocuments
import RelireModel

/// A page description that is cut off wherever it is shown.
public struct TooLongDescription: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/too-long-description",
    severity: .info,
    summary: Message(fr: "La description de la page est très longue.", en: "The page’s description is very long."),
    rationale: Message(
      fr: "Un moteur de recherche montre environ 160 signes de la description, une carte du site souvent moins\u{A0}: "
        + "au-delà de 300, l’essentiel a toutes les chances d’être coupé.",
      en: "A search engine shows about 160 characters of the description, a site’s card often fewer: beyond 300 what "
        + "matters is likely to be cut off."),
    references: [
      .goodPractice(Message(fr: "écriture pour l’écran", en: "writing for the screen"))
    ],
    examples: [
      Example(
        "---\ntitle: Les pièces\ndescription: ⟦Toutes les pièces que vous devez joindre à votre demande, selon que vous "
          + "êtes un particulier, une association, une entreprise ou une collectivité, la façon de les numériser, les "
          + "formats qui sont acceptés, le poids que chaque fichier ne doit pas dépasser, les délais dans lesquels le "
          + "service vous répond et les recours qui vous sont ouverts⟧\n---\n"),
      Example("---\ntitle: Les pièces\ndescription: Les pièces à joindre à votre demande, et leur format\n---\n"),
    ])

  /// In scalars.
  private static let limit = 300

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.isReadPage, let description = page.description else { return }
    // No text has more characters than bytes.
    guard description.text.utf8.count > Self.limit else { return }
    let count = description.text.scalarCount
    if count > Self.limit { findings.report(description.range, .tooLong(count), verdict: .review) }
  }
}

extension Message {
  fileprivate static func tooLong(_ count: Int) -> Message {
    Message(
      fr:
        "Cette description compte \(count) signes\u{A0}: dites en une ou deux phrases ce que l’on trouve sur la page.",
      en: "This description has \(count) characters: say in a sentence or two what is to be found on the page.")
  }
}
