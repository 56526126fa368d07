import RelireDocuments
import RelireModel

/// `Les Données Ouvertes Pour Tous`: English capitals in a French title.
public struct HeadingCapitals: BlockRule {
  public static let metadata = RuleMetadata(
    id: "typography/heading-capitals", severity: .info,
    summary: Message(
      fr: "Les mots d’un titre commencent tous par une majuscule, à l’anglaise.",
      en: "All words of a title begin with a capital, as in English."),
    rationale: Message(
      fr: "En français, seuls le premier mot d’un titre et les noms propres prennent la majuscule.",
      en: "In French, only the first word of a title and proper names take a capital."),
    exceptions: Message(
      fr: "Le nom d’un organisme peut en avoir plusieurs\u{A0}: ce n’est qu’une information.",
      en: "The name of an organisation may have several: this is only information."),
    references: [.imprimerieNationale("Majuscules"), .oqlf("Majuscules dans les titres")],
    examples: [
      Example("## ⟦Les Données Ouvertes Pour Tous⟧"),
      Example("## ⟦Mentions Légales⟧"),
      Example("## ⟦Politique de Confidentialité⟧"),
      Example("## Direction des Affaires générales, Politique de la Ville"),
      Example("## Les données ouvertes de la Nouvelle-Calédonie"),
      Example("## Direction du numérique"),
      Example(
        "<html lang=fr><head><title>Marie Durand | Université Exemple</title></head></html>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.word]

  public init() {}

  public func check(_ context: BlockContext, _ findings: inout Findings) {
    switch context.block.kind {
    case .heading, .frontMatterTitle, .pageTitle: break
    default: return
    }
    if isUsualTitle(context) {
      findings.report(context.source(context.block.range), .titleCase, verdict: .review)
      return
    }
    var capitals = 0
    // The first word, or the first one after what parts the page's title from the site's name.
    var isFirst = true
    for index in context.indices {
      let token = context[index]
      if context.block.kind == .pageTitle, isSeparator(token, index, context) {
        if capitals > 2 { break }
        capitals = 0
        isFirst = true
      }
      guard token.kind == .word else { continue }
      if isFirst {
        isFirst = false
        continue
      }
      guard token.range.count > 3, !context.isGlued(index), !context.isSentenceStart(index) else { continue }
      if token.flags.contains(.allCapitals) || token.flags.contains(.innerCapital) { continue }
      guard token.flags.contains(.capitalised) else { return }
      capitals += 1
    }
    if capitals > 2 { findings.report(context.source(context.block.range), .titleCase, verdict: .review) }
  }

  /// `Titre | Site`, `Titre – Site`, `Titre - Site`
  private func isSeparator(_ token: Token, _ index: Int, _ context: BlockContext) -> Bool {
    switch token.kind {
    case .enDash, .emDash, .hyphen: !context.isGlued(index)
    case .bullet, .symbol, .mathematical: true
    default: false
    }
  }

  /// *Mentions Légales*, *Politique de Confidentialité*: titles that every site has and that name nobody.
  private func isUsualTitle(_ context: BlockContext) -> Bool {
    guard let first = context.indices.first, context.isWord(first, among: Self.openings) else { return false }
    return context.indices.dropFirst().contains {
      context[$0].flags.contains(.capitalised) && !context[$0].flags.contains(.allCapitals) && !context.isGlued($0)
        && context.isWord($0, among: Self.commonWords)
    }
  }

  private static let openings: WordSet = [
    "cadre", "cadres", "conditions", "déclaration", "données", "foire", "gestion", "mention", "mentions", "mise",
    "politique", "protection", "table",
  ]

  private static let commonWords: WordSet = [
    "confidentialité", "cookies", "données", "générales", "légale", "légales", "matières", "personnelles", "questions",
    "réglementaire", "réglementaires", "œuvre",
  ]
}

extension Message {
  fileprivate static let titleCase = Message(
    fr: "Ne gardez de majuscule qu’au premier mot et aux noms propres.",
    en: "Keep capitals for the first word and proper names only.")
}
