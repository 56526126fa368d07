import RelireDocuments
import RelireModel

/// `e` and a combining accent for `é`.
public struct DecomposedAccent: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/decomposed-accent", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Une lettre accentuée est écrite en deux caractères.",
      en: "An accented letter is written as two characters."),
    rationale: Message(
      fr: """
        Venue d’un copier-coller depuis un PDF ou un Mac, elle s’affiche parfois de travers et la recherche ne la \
        trouve pas.
        """,
      en: "It comes from pasting from a PDF or a Mac, may show askew, and is not found by searching."),
    references: [.specification("Unicode Standard Annex 15, NFC")],
    examples: [
      Example("des donn⟦e\u{301}⟧es", fixed: "des données"),
      Example("des données, ɛ\u{303}"),
    ])

  public static let triggers: Token.Kinds = [.word]
  public static let wordFlags: Token.Flags = [.decomposed]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard token.flags.contains(.decomposed) else { return }
    for offset in token.range.dropFirst() where context.prose.bytes[offset] == 0xCC {
      guard let mark = context.scalar(at: offset), let letter = context.scalar(before: offset),
        let composed = Self.composed(letter, mark)
      else { continue }
      let range = (offset - UTF8.width(letter))..<(offset + 2)
      findings.report(
        context.source(range), .decomposed(composed),
        fix: context.replace(range, with: String(composed), .safe, .write(String(composed))))
    }
  }

  /// By combining mark: its letters, and what they become.
  private static let compositions: [UInt32: (letters: String, composed: String)] = [
    0x300: ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"), 0x301: ("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"), 0x302: ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    0x303: ("anoANO", "ãñõÃÑÕ"), 0x308: ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"), 0x30A: ("aA", "åÅ"), 0x327: ("cC", "çÇ"),
  ]

  private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let row = compositions[mark.value] else { return nil }
    return zip(row.letters.unicodeScalars, row.composed.unicodeScalars).first { $0.0 == letter }?.1
  }
}

extension Message {
  fileprivate static func decomposed(_ scalar: Unicode.Scalar) -> Message {
    Message(
      fr: "Retapez cette lettre\u{A0}: «\u{A0}\(scalar)\u{A0}» est un seul caractère.",
      en: "Type this letter again: “\(scalar)” is a single character.")
  }
}
