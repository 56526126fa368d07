import RelireDocuments
import RelireModel

/// A quotation mark without its counterpart.
public struct UnbalancedQuotes: BlockRule {
  public static let metadata = RuleMetadata(
    id: "typography/unbalanced-quotes", severity: .warning,
    summary: Message(
      fr: "Un guillemet est ouvert sans être fermé, ou l’inverse.",
      en: "A quotation mark is opened and not closed, or the reverse."),
    rationale: Message(
      fr: "Sans l’autre guillemet, le lecteur ne sait pas où la citation commence ni où elle s’arrête.",
      en: "Without the other mark, the reader cannot tell where the quotation begins or ends."),
    exceptions: Message(
      fr: """
        Une citation de plusieurs paragraphes s’ouvre dans l’un et se ferme dans un autre\u{A0}: un guillemet français \
        seul n’est donc qu’une information, de même qu’un guillemet au bord d’un paragraphe, un guillemet droit ou une \
        apostrophe.
        """,
      en: """
        A quotation of several paragraphs opens in one and closes in another: a lone guillemet is therefore only \
        information, and so is a mark at the edge of a paragraph, a lone straight quote or apostrophe.
        """),
    references: [.imprimerieNationale("Guillemets"), .oqlf("Guillemets")],
    examples: [
      Example("C’est ⟦“⟧compliqué."),
      Example("C’était mon affaire⟦”⟧."),
      Example("Ces actions ne disent rien⟦’⟧ pour moi."),
      Example("Le dispositif AidePourRénov’ est ouvert."),
      Example("« Page précédente"),
      Example("«\u{A0}a “b”\u{A0}» et l’eau, aujourd’hui"),
    ])

  public static let triggers = QuotePairing.marks

  public init() {}

  public func check(_ context: BlockContext, _ findings: inout Findings) {
    for (mark, isOpening) in context.quotes.strays where !context.isArrow(mark.index) {
      // « MaPrimeRénov’ »: the apostrophe belongs to the name.
      if !isOpening, mark.style == .single, context.isGlued(mark.index),
        context[mark.index - 1].flags.contains(.innerCapital)
      {
        continue
      }
      let isSure = mark.style == .english || mark.style == .low || mark.style == .doubled
      let isEdge =
        isOpening
        ? context.before(mark.index) == nil : context.after(mark.index).map { context[$0].kind == .period } ?? true
      findings.report(
        context.source(context.range(of: mark)), isOpening ? .unclosed : .unopened,
        verdict: isSure && !isEdge ? .fault : .review)
    }
  }
}

extension Message {
  fileprivate static let unclosed = Message(
    fr: "Ce guillemet ouvre une citation qui n’est fermée nulle part dans ce paragraphe.",
    en: "This mark opens a quotation that is closed nowhere in this paragraph.")

  fileprivate static let unopened = Message(
    fr: "Ce guillemet ferme une citation qui n’est ouverte nulle part dans ce paragraphe.",
    en: "This mark closes a quotation that is opened nowhere in this paragraph.")
}
