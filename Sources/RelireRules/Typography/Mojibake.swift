import RelireDocuments
import RelireModel

/// `Ã©` for `é`: UTF-8 read as windows-1252.
public struct Mojibake: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/mojibake", severity: .error, fix: .unsafe,
    summary: Message(
      fr: "Un caractère a été abîmé par une erreur d’encodage.", en: "A character was garbled by an encoding error."),
    rationale: Message(
      fr: "Un texte en UTF-8 a été lu comme du windows-1252\u{A0}: le lecteur voit `Ã©` au lieu de `é`.",
      en: "Text in UTF-8 was read as windows-1252: the reader sees `Ã©` for `é`."),
    references: [.specification("Encoding Standard, windows-1252")],
    examples: [
      Example("des donn⟦\u{C3}\u{A9}⟧es", fixed: "des données"),
      Example("l⟦\u{E2}\u{20AC}\u{2122}⟧eau", fixed: "l’eau"),
      Example("remplacés par «\u{A0}\u{C3}\u{A9}\u{A0}» ou “\u{C3}\u{A8}”"),
      Example("des données, un âge, São Paulo, 5 €"),
    ])

  public static let triggers: Token.Kinds = [
    .symbol, .noBreakSpace, .apostropheLike, .superscript, .percent, .currency, .degree, .openingGuillemet,
    .closingGuillemet, .openingEnglishQuote, .mathematical, .bullet, .invisible,
  ]
  public static let isForFrenchOnly = false

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let start = Int(context[index].start)
    guard context[index].flags.contains(.joined), let first = context.scalar(before: start),
      let lead = Self.byte(first), lead >= 0xC2, lead < 0xE3
    else { return }
    let length = lead < 0xE0 ? 2 : 3
    var bytes = [lead]
    var end = start
    while bytes.count < length, let scalar = context.scalar(at: end), let byte = Self.byte(scalar), byte & 0xC0 == 0x80
    {
      bytes.append(byte)
      end += UTF8.width(scalar)
    }
    guard bytes.count == length else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    // Letters of French and its marks only: what else would have been meant?
    guard let scalar = text.unicodeScalars.first, scalar.value != 0xFFFD,
      scalar.value < 0x180 || (0x2010...0x2026).contains(scalar.value) || scalar.value == 0x20AC
    else { return }
    let range = (start - UTF8.width(first))..<end
    guard !isShown(range, around: index, in: context) else { return }
    findings.report(
      context.source(range), .garbled(text), fix: context.replace(range, with: text, .unsafe, .write(text)))
  }

  /// Whether nothing else stands between quotation marks, as where a text speaks of such characters.
  private func isShown(_ range: Range<Int>, around index: Int, in context: BlockContext) -> Bool {
    guard context[index - 1].range.lowerBound == range.lowerBound, let opening = context.before(index - 1),
      Self.openings.contains(context[opening].kind)
    else { return false }
    var last = index
    while last + 1 < context.indices.upperBound, context[last + 1].range.lowerBound < range.upperBound { last += 1 }
    return context.after(last).map { Self.closings.contains(context[$0].kind) } ?? false
  }

  private static let openings: Token.Kinds = [.openingGuillemet, .openingEnglishQuote, .straightQuote]
  private static let closings: Token.Kinds = [.closingGuillemet, .closingEnglishQuote, .straightQuote]

  /// The byte of a character in windows-1252, when it is one from 0x80 on.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    guard scalar.value >= 0x100, let index = upper.firstIndex(of: scalar.value) else { return nil }
    return 0x80 + UInt8(index)
  }

  /// What windows-1252 has at 0x80–0x9F; 0 where it has nothing.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
    0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]
}

extension Message {
  fileprivate static func garbled(_ text: String) -> Message {
    Message(
      fr: "Ce caractère a été abîmé\u{A0}: il fallait sans doute «\u{A0}\(text)\u{A0}».",
      en: "This character was garbled: “\(text)” was probably meant.")
  }
}
