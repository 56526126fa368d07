import RelireDocuments
import RelireLexicon
import RelireModel

/// *2ème*, *1ère*, *XIXème* for *2e*, *1re*, *XIXe*.
public struct Ordinal: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/ordinal", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un nombre ordinal est mal abrégé.",
      en: "An ordinal is wrongly abbreviated."),
    rationale: Message(
      fr: """
        On abrège «\u{A0}premier\u{A0}» en «\u{A0}1er\u{A0}», «\u{A0}première\u{A0}» en «\u{A0}1re\u{A0}», \
        «\u{A0}second\u{A0}» en «\u{A0}2d\u{A0}», et tous les autres avec un simple «\u{A0}e\u{A0}»\u{A0}: \
        «\u{A0}2e\u{A0}», «\u{A0}XIXe\u{A0}».
        """,
      en:
        "“Premier” is abbreviated “1er”, “première” “1re”, “second” “2d”, and all others with a plain “e”: “2e”, “XIXe”."
    ),
    exceptions: Message(
      fr: "Les formes en exposant («\u{A0}1ᵉʳ\u{A0}», «\u{A0}2ᵉ\u{A0}») et sur la ligne sont toutes deux admises.",
      en: "Superscript forms (“1ᵉʳ”, “2ᵉ”) and plain ones are both accepted."),
    references: [.imprimerieNationale("Adjectifs ordinaux"), .oqlf("Abréviation des adjectifs ordinaux")],
    examples: [
      Example("la ⟦2ème⟧ fois, la ⟦1ère⟧ année", fixed: "la 2e fois, la 1re année"),
      Example("le ⟦XIXème⟧ siècle", fixed: "le XIXe siècle"),
      Example("la ⟦3 ème⟧ édition, les ⟦5èmes⟧ classes", fixed: "la 3e édition, les 5es classes"),
      Example("le ⟦2nd⟧ tour", fixed: "le 2d tour"),
      Example("le 1er, la 1re, le 2e, le 2ᵉ, le XIXe siècle"),
      Example("le nième essai, la énième fois"),
    ])

  public static let lists: WordLists = [.ordinals]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    guard let ending = context.value(index, in: list) else { return }
    let token = context[index]
    let text = context.string(token)
    if ending.first?.isUppercase == true {
      // A Roman numeral: small letters after it, so that « VIE » and « Lire » are none.
      guard text.first?.isUppercase == true, context.isUnitEnd(index) else { return }
      report(token.range, ending, in: context, &findings)
      return
    }
    guard context.isUnitEnd(index), !token.flags.contains(.capitalised), let number = context.before(index) else {
      return
    }
    guard fits(ending, number, in: context) else { return }
    let gap = context.gap(after: number)
    guard gap != .other else { return }
    if gap != .none {
      // « 3 ème » is one word cut in two, « 2 nds » too.
      let range = context[number].range.lowerBound..<token.range.upperBound
      let isNumeral = context[number].kind == .word ? context.string(context[number]).uppercased() : nil
      report(range, (isNumeral ?? context.string(context[number])) + ending, in: context, &findings)
      return
    }
    let range = context[number].range.lowerBound..<token.range.upperBound
    report(range, context.string(context[number]) + ending, in: context, &findings)
  }

  /// *er* and *re* belong to 1, *d* and *de* to 2, *e* to all others.
  private func fits(_ ending: String, _ number: Int, in context: BlockContext) -> Bool {
    let isFirst: Bool
    let isSecond: Bool
    switch context[number].kind {
    case .number:
      let value = context.value(of: context[number].range)
      (isFirst, isSecond) = (value == 1, value == 2)
    case .word:
      let text = context.string(context[number])
      guard !text.isEmpty, text.allSatisfy({ "IVXLC".contains($0) }) else { return false }
      (isFirst, isSecond) = (text == "I", text == "II")
    default: return false
    }
    switch ending.first {
    case "d": return isSecond
    case "r": return isFirst
    default: return ending.hasPrefix("er") ? isFirst : !isFirst
    }
  }

  private func report(_ range: Range<Int>, _ corrected: String, in context: BlockContext, _ findings: inout Findings) {
    guard corrected != context.string(range) else { return }
    findings.report(
      context.source(range), .ordinal(corrected),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func ordinal(_ corrected: String) -> Message {
    Message(
      fr: "Cet ordinal s’abrège «\u{A0}\(corrected)\u{A0}».",
      en: "This ordinal is abbreviated “\(corrected)”.")
  }
}
