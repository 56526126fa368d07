import RelireDocuments
import RelireLexicon
import RelireModel

/// *oeuvre* for *œuvre*.
public struct Ligature: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/ligature", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un mot s’écrit avec «\u{A0}œ\u{A0}» ou «\u{A0}æ\u{A0}».",
      en: "A word is written with “œ” or “æ”."),
    rationale: Message(
      fr: """
        «\u{A0}Œ\u{A0}» n’est pas un ornement\u{A0}: l’orthographe l’impose dans «\u{A0}œuvre\u{A0}», \
        «\u{A0}nœud\u{A0}» ou «\u{A0}vœu\u{A0}» et l’interdit dans «\u{A0}moelle\u{A0}» ou «\u{A0}coexister\u{A0}». \
        Une liste dit quels mots l’ont.
        """,
      en: """
        “Œ” is no ornament: spelling requires it in “œuvre”, “nœud” or “vœu” and forbids it in “moelle” or \
        “coexister”. A list says which words have it.
        """),
    references: [.imprimerieNationale("Ligatures"), .oqlf("Ligatures œ et æ")],
    examples: [
      Example("la mise en ⟦oeuvre⟧ d’un projet", fixed: "la mise en œuvre d’un projet"),
      Example("⟦Oeuf⟧ et ⟦OEuf⟧", fixed: "Œuf et Œuf"),
      Example("LES ⟦VOEUX⟧ DU MAIRE", fixed: "LES VŒUX DU MAIRE"),
      Example("ex aequo, curriculum vitae"),
      Example("La moelle, le poêle et coexister n’ont pas de ligature."),
    ])

  public static let lists: WordLists = [.ligatures]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let range: Range<Int>
    let word: String
    if let value = context.value(index, in: list) {
      (range, word) = (context[index].range, value)
    } else if let phrase = context.phrase(list, at: index), let value = phrase.value {
      (range, word) = (context.range(phrase.indices), value)
    } else {
      return
    }
    let corrected = context.matchingCase(of: index, word)
    findings.report(
      context.source(range), .ligature(corrected),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func ligature(_ corrected: String) -> Message {
    Message(
      fr: "Ce mot s’écrit avec une ligature\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "This word is written with a ligature: “\(corrected)”.")
  }
}
