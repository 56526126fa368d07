import RelireModel
import RelireSite

/// A text of the interface that is the same in two languages.
public struct UntranslatedMessage: EngineRule {
  public static let metadata = RuleMetadata(
    id: "i18n/untranslated-message",
    severity: .warning,
    summary: Message(
      fr: "Un texte de l’interface n’a pas été traduit (`i18n`).",
      en: "A text of the interface was not translated (`i18n`)."),
    rationale: Message(
      fr: "Le texte s’affiche sur toutes les pages d’une langue dans une autre.",
      en: "The text shows on all pages of one language in another."),
    exceptions: Message(
      fr: "Un mot seul n’est pas jugé\u{A0}: il est souvent le même dans deux langues.",
      en: "A single word is not judged: it is often the same in two languages."),
    references: [.rgaa("8.7.1"), .wcag("3.1.2")],
    examples: [])

  public init() {}

  public static func findings(on catalogue: MessageCatalogue, main: MessageCatalogue) -> [(file: Int, finding: Finding)]
  {
    catalogue.ownEntries.compactMap { entry in
      guard let original = main.entries[entry.key], original.text == entry.text, words(entry.text) >= 2 else {
        return nil
      }
      return (entry.file, Finding(entry.range, .same(main.language)))
    }
  }

  private static func words(_ text: String) -> Int {
    text.split { $0.isWhitespace }.count { $0.allSatisfy { $0.isLetter || $0 == "’" || $0 == "'" } }
  }
}

extension Message {
  fileprivate static func same(_ language: String) -> Message {
    Message(
      fr: "Ce texte est le même que dans la langue «\u{A0}\(language)\u{A0}»\u{A0}: traduisez-le.",
      en: "This text is the same as in the language “\(language)”: translate it.")
  }
}
