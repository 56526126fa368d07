import RelireAccessibility
import RelireDocuments
import RelireModel

/// A text that is not in the language it declares.
public struct WrongDeclaration: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "language/wrong-declaration",
    severity: .warning,
    summary: Message(
      fr: "Un texte n’est pas dans la langue qu’il déclare.",
      en: "A text is not in the language that it declares."),
    rationale: Message(
      fr: "Le lecteur d’écran prononce le texte avec les règles d’une autre langue\u{A0}: il devient "
        + "incompréhensible.",
      en: "A screen reader pronounces the text by the rules of another language: it cannot be understood."),
    references: [.rgaa("8.4.1"), .rgaa("8.8.1"), .wcag("3.1.1"), .wcag("3.1.2"), .act("ucwvc8"), .act("off6ek")],
    examples: [
      Example(
        "<html lang=⟦fr⟧><body><p>This is the guide of the city and of all the people who live in it "
          + "and work for it.</p></body></html>",
        format: .html),
      Example(
        "<html lang=en><body><p>This is the guide of the city and of all the people who live in it and "
          + "work for it.</p></body></html>",
        format: .html),
      Example(
        "<html lang=fr><body><p>Voici le guide de la ville et de tous les gens qui y vivent et qui y "
          + "travaillent.</p></body></html>",
        format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .html else { return }
    for (number, declared) in document.prose.languages.enumerated() {
      guard !declared.primary.isEmpty, declared != .noLanguage,
        let actual = page.words.otherLanguage(of: UInt8(number), in: document.prose, page.settings.lexicon),
        Self.isAnother(actual, than: declared), let place = Self.declaration(declared, document)
      else { continue }
      findings.report(place, .wrong(declared.primary, actual), verdict: .review)
    }
  }

  /// Whether the declared language is one; what is no code is a matter for other rules.
  private static func isAnother(_ actual: String, than declared: LanguageTag) -> Bool {
    switch LanguageSubtag.check(primaryOf: declared.description) {
    case .valid: declared.primary.trimmingBlanks != actual
    case .unknown: false
    case .hasShorterForm(let code): code != actual
    }
  }

  private static func declaration(_ tag: LanguageTag, _ document: Document) -> SourceRange? {
    for node in document.nodes where !node.attributes.isEmpty {
      for index in node.attributes {
        let attribute = document.attributes[Int(index)]
        if attribute.name == .lang, LanguageTag(attribute.value) == tag { return attribute.valueRange }
      }
    }
    return nil
  }
}

extension Message {
  fileprivate static func wrong(_ declared: String, _ actual: String) -> Message {
    let (from, to) = (name(declared), name(actual))
    return Message(
      fr: "Ce texte se dit \(from.french) mais semble être \(to.french)\u{A0}: vérifiez la langue déclarée.",
      en: "This text is declared to be \(from.english) but seems to be \(to.english): check the declared language.")
  }

  private static func name(_ tag: String) -> Message {
    if let language = ForeignLanguage.allCases.first(where: { $0.tag == tag }) {
      return Message(fr: language.inFrench, en: language.inEnglish)
    }
    return tag == "fr"
      ? Message(fr: "en français", en: "in French")
      : Message(fr: "en «\u{A0}\(tag)\u{A0}»", en: "in “\(tag)”")
  }
}
