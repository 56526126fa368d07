import RelireModel
import RelireSite

/// A translated text of the interface that leaves other things to be filled in.
public struct DifferentPlaceholders: EngineRule {
  public static let metadata = RuleMetadata(
    id: "i18n/different-placeholders",
    severity: .error,
    summary: Message(
      fr: "Un texte de l’interface n’a pas les mêmes valeurs à insérer dans toutes les langues (`i18n`).",
      en: "A text of the interface does not have the same values to fill in in all languages (`i18n`)."),
    rationale: Message(
      fr: "Un nombre ou un nom manque dans une langue, ou Hugo échoue sur une valeur qui n’existe pas.",
      en: "A number or a name is missing in one language, or Hugo fails on a value that does not exist."),
    references: [.specification("Hugo, lang.Translate")],
    examples: [])

  public init() {}

  public static func findings(on catalogue: MessageCatalogue, main: MessageCatalogue) -> [(file: Int, finding: Finding)]
  {
    catalogue.ownEntries.compactMap { entry in
      guard let original = main.entries[entry.key], original.placeholders != entry.placeholders else { return nil }
      return (entry.file, Finding(entry.range, .differs(original.placeholders, main.language)))
    }
  }
}

extension Message {
  fileprivate static func differs(_ expected: [String], _ language: String) -> Message {
    let list = expected.isEmpty ? "–" : expected.map { "`{{ \($0) }}`" }.joined(separator: ", ")
    return Message(
      fr: "Ce texte n’insère pas les mêmes valeurs que dans la langue «\u{A0}\(language)\u{A0}» (\(list)).",
      en: "This text does not fill in the same values as in the language “\(language)” (\(list)).")
  }
}
