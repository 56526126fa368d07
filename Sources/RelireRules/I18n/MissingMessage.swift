import RelireModel
import RelireSite

/// A text of the interface that one of the site's languages lacks.
public struct MissingMessage: EngineRule {
  public static let metadata = RuleMetadata(
    id: "i18n/missing-message",
    severity: .warning,
    summary: Message(
      fr: "Un texte de l’interface manque dans une des langues du site (`i18n`).",
      en: "A text of the interface is missing in one of the site’s languages (`i18n`)."),
    rationale: Message(
      fr: "Hugo montre alors le texte de la langue principale, ou rien.",
      en: "Hugo then shows the text of the main language, or nothing."),
    exceptions: Message(
      fr: "Les clés que le thème traduit lui-même ne manquent pas.",
      en: "Keys that the theme translates itself are not missing."),
    references: [.specification("Hugo, Multilingual: Translation of strings")],
    examples: [])

  public init() {}

  /// What is said of the files of one language, by their number.
  public static func findings(on catalogue: MessageCatalogue, main: MessageCatalogue) -> [(file: Int, finding: Finding)]
  {
    guard let file = catalogue.files.firstIndex(where: \.isOwn) else { return [] }
    let missing = main.ownEntries.map(\.key).filter { catalogue.entries[$0] == nil }
    guard !missing.isEmpty else { return [] }
    let start = catalogue.files[file].source.contentStart
    return [(file, Finding(SourceRange(at: start), .missing(missing, main.language)))]
  }
}

extension Message {
  fileprivate static func missing(_ keys: [String], _ language: String) -> Message {
    let list = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (keys.count > 5 ? "…" : "")
    return Message(
      fr:
        "Il manque ici \(keys.count == 1 ? "une clé" : "\(keys.count) clés") de la langue «\u{A0}\(language)\u{A0}»\u{A0}: \(list).",
      en:
        "\(keys.count == 1 ? "A key" : "\(keys.count) keys") of the language “\(language)” \(keys.count == 1 ? "is" : "are") missing here: \(list)."
    )
  }
}
