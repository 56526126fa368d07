import RelireModel

/// A file named on the command line that is no page.
public struct UnknownFormat: EngineRule {
  public static let metadata = RuleMetadata(
    id: "file/unknown-format",
    severity: .info,
    summary: Message(
      fr: "Le fichier demandé n’est pas une page que relire sait lire.",
      en: "The file asked for is not a page that relire can read."),
    rationale: Message(
      fr: "relire lit le Markdown (.md, .markdown), le HTML (.html, .htm) et le texte (.txt).",
      en: "relire reads Markdown (.md, .markdown), HTML (.html, .htm) and text (.txt)."),
    references: [.ownCheck],
    examples: [])

  public init() {}

  public static let message = Message(
    fr: "Ce fichier n’a pas été vérifié\u{A0}: ce n’est ni du Markdown, ni du HTML, ni du texte.",
    en: "This file was not checked: it is neither Markdown nor HTML nor text.")
}
