import RelireDocuments
import RelireModel

/// *les ONGs* for *les ONG*.
public struct PluralAcronym: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/plural-acronym", severity: .info, fix: .unsafe,
    summary: Message(fr: "Un sigle porte la marque du pluriel.", en: "An acronym has the mark of the plural."),
    rationale: Message(
      fr: "Les sigles sont invariables\u{A0}: «\u{A0}les ONG\u{A0}», «\u{A0}des PME\u{A0}».",
      en: "French acronyms are invariable: “les ONG”, “des PME”."),
    exceptions: Message(
      fr: "Les noms de protocoles que le «\u{A0}s\u{A0}» distingue (HTTPs), et les mots étrangers.",
      en: "Names of protocols that an “s” tells apart (HTTPs), and foreign words."),
    references: [.imprimerieNationale("Sigles et acronymes"), .oqlf("Pluriel des sigles")],
    examples: [
      Example("les ⟦ONGs⟧ et leurs ⟦APIs⟧", fixed: "les ONG et leurs API"),
      Example("l’accord des ⟦ÉTIs⟧, des ⟦CDs⟧", fixed: "l’accord des ÉTI, des CD"),
      Example("les ONG, le protocole HTTPs, un PhD, des SaaS, 5 Mbits, le kWs, des JO, les As, API-s, GETs_x"),
      Example("« the NGOs of the world and their APIs »"),
    ])

  public static let triggers: Token.Kinds = [.word]
  public static let wordFlags: Token.Flags = [.capitalised]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let range = context[index].range
    let bytes = context.prose.bytes
    guard range.count >= 3, bytes[range.upperBound - 1] == UInt8(ascii: "s"), !bytes[range.lowerBound + 1].isSmall,
      context[index].flags.isDisjoint(with: [.allCapitals, .innerCapital, .hasDigit]),
      !context.isTied(index..<index + 1)
    else { return }
    let word = context.string(context[index])
    let letters = word.unicodeScalars.dropLast()
    guard letters.count >= 2, letters.allSatisfy(\.properties.isUppercase), !Self.protocols.contains(word) else {
      return
    }
    let singular = String(word.dropLast())
    findings.report(
      context.source(range), .plural(singular),
      fix: context.replace(range, with: singular, .unsafe, .write(singular)))
  }

  private static let protocols: Set = ["HTTPs", "FTPs", "POPs", "IMAPs", "SMTPs", "LDAPs", "DNSs"]
}

extension UInt8 {
  fileprivate var isSmall: Bool { self &- 0x61 < 26 }
}

extension Message {
  fileprivate static func plural(_ singular: String) -> Message {
    Message(
      fr: "Un sigle est invariable\u{A0}: écrivez «\u{A0}\(singular)\u{A0}», sans «\u{A0}s\u{A0}».",
      en: "A French acronym is invariable: write “\(singular)”, without “s”.")
  }
}
