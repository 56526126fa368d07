import RelireDocuments
import RelireModel

/// A block that is declared French and is written in another language.
public struct UnmarkedForeignPhrase: BlockRule {
  public static let metadata = RuleMetadata(
    id: "language/unmarked-foreign-phrase", severity: .info,
    summary: Message(
      fr: "Un passage en langue étrangère n’indique pas sa langue.",
      en: "A passage in a foreign language does not state its language."),
    rationale: Message(
      fr: """
        Un lecteur d’écran lit un passage anglais avec la voix française si rien ne lui dit que la langue change. Les \
        règles de typographie française, elles, laissent ce passage tranquille.
        """,
      en: """
        A screen reader reads an English passage with its French voice if nothing tells that the language changes. The \
        rules of French typography leave the passage alone.
        """),
    exceptions: Message(
      fr: """
        La langue est reconnue à plusieurs de ses mots les plus courants, qui ne soient pas aussi français\u{A0}: un \
        passage de quelques mots n’est pas signalé, un nom propre ou un mot passé dans l’usage n’a pas à l’être. \
        Du faux texte («\u{A0}Lorem ipsum\u{A0}») est à remplacer.
        """,
      en: """
        The language is recognised by several of its commonest words that are not French too: a passage of a few \
        words is not reported; a proper name or a word that has become French need not be marked. Filler text \
        (“Lorem ipsum”) is to be replaced.
        """),
    references: [.rgaa("8.7.1"), .wcag("3.1.2")],
    examples: [
      Example("⟦The data is open for all of you and it will be updated with care.⟧"),
      Example("Lorem Ipsum is simply dummy text of the printing and typesetting industry."),
      Example("Logement non meublé, revenu non déclaré. Es-tu prêt\u{202F}? Es-tu libre\u{202F}?"),
      Example("New York, New York\u{202F}! S.O.S. Médecins, S.O.S. Amitié. Ursula von der Leyen, présidente"),
      Example("Le principe *open by default* vaut pour toutes les données."),
      Example(
        "<p>Elle a dit\u{A0}: <q lang=en>This is the one that we have and it will be used by all</q> hier.</p>",
        format: .html),
      Example("<p><span lang=en>The data is open for all of you and will be updated.</span></p>", format: .html),
      Example("<a href=/data lang=en>The data is open for all of you and will be updated</a>", format: .html),
      Example("<p>é é</p><p>e, o, da</p>", format: .html),
      Example("<p lang=\"en\">The data is open for all of you and it will be updated with care.</p>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.word]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ context: BlockContext, _ findings: inout Findings) {
    guard let language = context.foreignLanguage, context.prose.language(of: context.block).isFrench,
      context.block.kind != .attribute, Self.isPassage(context),
      // Filler text is to be replaced, not marked: `sections/placeholder-text` tells of it.
      !context.prose.string(context.block).lowercased().contains("lorem ipsum")
    else { return }
    findings.report(context.source(context.range(context.indices)), .foreign(language), verdict: .review)
  }

  /// Whether the block is more than a few short words, which many languages have in common.
  private static func isPassage(_ context: BlockContext) -> Bool {
    var words = 0
    var letters = 0
    for token in context.tokens[context.indices] where token.kind == .word {
      words += 1
      letters += Int(token.end - token.start)
      if words >= 4, letters >= 12 { return true }
    }
    return false
  }
}

extension Message {
  fileprivate static func foreign(_ language: ForeignLanguage) -> Message {
    Message(
      fr:
        "Ce passage semble être \(language.inFrench)\u{A0}: entourez-le d’une balise avec `lang=\"\(language.tag)\"`, s’il l’est.",
      en: "This passage seems to be \(language.inEnglish): mark it by `lang=\"\(language.tag)\"` if it is.")
  }
}

extension ForeignLanguage {
  var inFrench: String {
    switch self {
    case .english: "en anglais"
    case .spanish: "en espagnol"
    case .german: "en allemand"
    case .italian: "en italien"
    case .portuguese: "en portugais"
    }
  }

  var inEnglish: String {
    switch self {
    case .english: "in English"
    case .spanish: "in Spanish"
    case .german: "in German"
    case .italian: "in Italian"
    case .portuguese: "in Portuguese"
    }
  }
}
