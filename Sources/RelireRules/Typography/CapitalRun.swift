import RelireDocuments
import RelireModel

/// A passage all in capitals.
public struct CapitalRun: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/capital-run", severity: .info,
    summary: Message(fr: "Un passage est écrit tout en capitales.", en: "A passage is written all in capitals."),
    rationale: Message(
      fr: """
        Les capitales se lisent moins vite, perdent souvent leurs accents, et certains lecteurs d’écran les épellent. \
        La mise en forme relève de la feuille de style.
        """,
      en: """
        Capitals are slower to read, often lose their accents, and some screen readers spell them out. Their look is \
        for the style sheet to give.
        """),
    exceptions: Message(
      fr: "Moins de quatre mots de suite, comme les sigles, ne sont pas signalés.",
      en: "Fewer than four words in a row, such as initialisms, are not reported."),
    references: [
      .goodPractice(Message(fr: "écrire en minuscules accentuées", en: "write in small letters")),
      .imprimerieNationale("Majuscules"),
    ],
    examples: [
      Example("⟦LES DONNÉES PUBLIQUES DOIVENT ÊTRE OUVERTES⟧ à tous"),
      Example("La DINUM, la DAE et l’INSEE publient."),
    ])

  public static let triggers: Token.Kinds = [.word]
  public static let wordFlags: Token.Flags = [.allCapitals]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context[index].range.count > 2 else { return }
    if let before = context.before(index), isPart(before, in: context) { return }
    var last = index
    var words = 0
    var letters = 0
    var current = index
    while current < context.indices.upperBound, isPart(current, in: context) || context[current].kind.isSpaceOrInvisible
    {
      if context[current].kind == .word {
        last = current
        letters += context[current].range.count
        if context[current].range.count > 2 { words += 1 }
      }
      current += 1
    }
    guard words > 3, letters > 19 else { return }
    findings.report(context.source(context.range(index..<(last + 1))), .capitals, verdict: .review)
  }

  /// Whether a token goes on with a run of capitals.
  private func isPart(_ index: Int, in context: BlockContext) -> Bool {
    let token = context[index]
    switch token.kind {
    case .word: return token.flags.contains(.allCapitals) || token.range.count < 3 && token.flags.contains(.capitalised)
    case .apostrophe, .straightApostrophe, .hyphen: return context.isGlued(index)
    default: return false
    }
  }
}

extension Message {
  fileprivate static let capitals = Message(
    fr: "Écrivez ce passage en minuscules, avec leurs accents.", en: "Write this passage in small letters.")
}
