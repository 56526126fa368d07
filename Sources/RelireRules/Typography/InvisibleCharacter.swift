import RelireDocuments
import RelireModel

/// A zero-width space, a soft hyphen, a control character.
public struct InvisibleCharacter: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/invisible-character", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Un caractère invisible se cache dans le texte.", en: "An invisible character hides in the text."),
    rationale: Message(
      fr: """
        Venu d’un copier-coller, il gêne la recherche et la copie, et un lecteur d’écran peut s’y arrêter au milieu \
        d’un mot.
        """,
      en: "It comes from pasting, hinders searching and copying, and may stop a screen reader within a word."),
    exceptions: Message(
      fr: """
        Les césures conditionnelles et ce qui est écrit par une référence (`&shy;`, `&#8203;`) sont sans doute voulus\
        \u{A0}: ce n’est qu’une information. Les emojis et les écritures qui en ont besoin sont laissés tels quels.
        """,
      en: """
        Soft hyphens, and what is written by a reference (`&shy;`, `&#8203;`), are probably meant and only \
        information. Emoji and the scripts that need them are left alone.
        """),
    references: [
      .specification("Unicode, 23"), .usage(Message(fr: "typographie courante", en: "ordinary typography")),
    ],
    examples: [
      Example("un portail⟦\u{200B}⟧ ouvert", fixed: "un portail ouvert"),
      Example("un ⟦\u{FEFF}⟧portail", fixed: "un portail"),
      Example("un por⟦\u{AD}⟧tail"),
      Example("un portail 👩\u{200D}💻 ouvert"),
    ])

  public static let triggers: Token.Kinds = [.invisible, .word]
  public static let wordFlags: Token.Flags = [.softHyphen]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    if token.kind == .word {
      if token.flags.contains(.softHyphen) { checkSoftHyphens(token, in: context, &findings) }
      return
    }
    guard let scalar = context.scalar(at: Int(token.start)) else { return }
    // Joiners beside a letter outside Latin or a symbol do their work.
    let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D || scalar.value == 0x200E || scalar.value == 0x200F
    if isJoiner, isNeeded(index, in: context) { return }
    let segment = context.prose.segments[context.prose.segmentIndex(at: Int(token.start))]
    let isMeant = segment.kind == .escape || scalar.value == 0x2060 || scalar.value == 0xAD
    let fix = context.replace(token.range, with: "", isMeant ? .suggestion : .safe, .delete)
    findings.report(
      context.source(token.range), .invisible(scalar), fix: fix, verdict: isMeant ? .review : .fault)
  }

  private func isNeeded(_ index: Int, in context: BlockContext) -> Bool {
    for neighbour in [context.previous(index), context.next(index)].compactMap({ $0 }) {
      guard let scalar = context.scalar(at: Int(neighbour.start)) else { continue }
      if neighbour.kind == .symbol || scalar.value >= 0x0590 && scalar.value < 0x1E00 { return true }
    }
    return false
  }

  private func checkSoftHyphens(_ token: Token, in context: BlockContext, _ findings: inout Findings) {
    for offset in token.range.dropLast()
    where context.prose.bytes[offset] == 0xC2 && context.prose.bytes[offset + 1] == 0xAD {
      let range = offset..<(offset + 2)
      findings.report(
        context.source(range), .softHyphen, fix: context.replace(range, with: "", .suggestion, .delete),
        verdict: .review)
    }
  }
}

extension Message {
  fileprivate static let delete = Message(fr: "Supprimer le caractère", en: "Delete the character")

  fileprivate static let softHyphen = Message(
    fr: "Une césure conditionnelle se cache dans ce mot\u{A0}: supprimez-la si elle vient d’un copier-coller.",
    en: "A soft hyphen hides in this word: delete it if it comes from pasting.")

  fileprivate static func invisible(_ scalar: Unicode.Scalar) -> Message {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Message(
      fr: "Supprimez ce caractère invisible (\(name)).", en: "Delete this invisible character (\(name)).")
  }
}
