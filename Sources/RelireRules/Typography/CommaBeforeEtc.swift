import RelireDocuments
import RelireModel

/// *un chien, un chat etc.*
public struct CommaBeforeEtc: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/comma-before-etc", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Il manque une virgule avant «\u{A0}etc.\u{A0}».", en: "A comma is missing before “etc.”"),
    rationale: Message(
      fr: "«\u{A0}Etc.\u{A0}» clôt une énumération comme le ferait un terme de plus\u{A0}: une virgule l’en sépare.",
      en: "“Etc.” ends an enumeration as one more term would: a comma sets it off."),
    exceptions: Message(
      fr: "Après une autre ponctuation, «\u{A0}et\u{A0}» ou une parenthèse ouvrante, rien n’est à ajouter.",
      en: "After another mark, “et” or an opening parenthesis nothing is to be added."),
    references: [
      .oqlf("Virgule et etc."),
      .usage(
        Message(
          fr: "Dictionnaire de l’Académie française, «\u{A0}et cætera\u{A0}»",
          en: "Dictionnaire de l’Académie française")),
    ],
    examples: [
      Example("un chien, un chat⟦ ⟧etc.", fixed: "un chien, un chat, etc."),
      Example(
        "des cartes (plans, photos⟦ ⟧etc.) et des textes", fixed: "des cartes (plans, photos, etc.) et des textes"),
      Example(
        "un chien, un chat, etc. Le mot «\u{A0}etc.\u{A0}» et etc. Des chats\u{202F}; etc. Voir (etc.). Un chat…, etc."),
    ])

  public static let triggers: Token.Kinds = [.period]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context.isWord(index - 1, "etc"), !context.isGlued(index - 1),
      let before = context.before(index - 1), context.gap(after: before) != .other
    else { return }
    switch context[before].kind {
    case .word:
      // « de chiens et etc. » is another fault.
      if context.isWord(before, among: ["et", "ou"]) || context.isWord(before, in: .determiners) { return }
    case .number, .closingParenthesis, .closingGuillemet, .object, .technical: break
    default: return
    }
    let gap = context.gapRange(after: before)
    findings.report(context.source(gap), .missing, fix: context.replace(gap, with: ", ", .unsafe, .add))
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Mettez une virgule avant «\u{A0}etc.\u{A0}».", en: "Put a comma before “etc.”")

  fileprivate static let add = Message(fr: "Ajouter la virgule", en: "Add the comma")
}
