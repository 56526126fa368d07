import RelireDocuments
import RelireLexicon
import RelireModel

/// *soixante quatorze*, *quatre-vingts deux*, *vingts*.
public struct NumeralSpelling: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/numeral-spelling", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un nombre en toutes lettres est mal écrit.",
      en: "A number in words is misspelt."),
    rationale: Message(
      fr: """
        En dessous de cent, un trait d’union relie les éléments d’un nombre\u{A0}: «\u{A0}soixante-quatorze\u{A0}». \
        «\u{A0}Vingt\u{A0}» prend un s dans «\u{A0}quatre-vingts\u{A0}» seulement, et quand rien ne le suit\u{A0}: \
        «\u{A0}quatre-vingt-deux\u{A0}».
        """,
      en: """
        Below a hundred a hyphen joins the parts of a number: “soixante-quatorze”. “Vingt” takes an s only in \
        “quatre-vingts”, and only when no number follows: “quatre-vingt-deux”.
        """),
    exceptions: Message(
      fr:
        "Les traits d’union de l’orthographe de 1990 («\u{A0}vingt-et-un\u{A0}», «\u{A0}deux-cents\u{A0}») sont admis.",
      en: "The hyphens of the 1990 spelling (“vingt-et-un”, “deux-cents”) are accepted."),
    references: [.imprimerieNationale("Nombres en toutes lettres"), .oqlf("Trait d’union dans les nombres")],
    examples: [
      Example("⟦soixante quatorze⟧ pages", fixed: "soixante-quatorze pages"),
      Example("⟦quatre-vingts deux⟧ et ⟦Quatre vingts⟧", fixed: "quatre-vingt-deux et Quatre-vingts"),
      Example("Il en veut ⟦vingts⟧\u{202F}!", fixed: "Il en veut vingt\u{202F}!"),
      Example("J’en veux ⟦quatre-vingt⟧\u{202F}!", fixed: "J’en veux quatre-vingts\u{202F}!"),
      Example("quatre-vingts pages, quatre-vingt-deux, vingt et un, soixante-quatorze, page quatre-vingt"),
    ])

  public static let lists: WordLists = [.numerals]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    // « un », « deux », « six »… only end a number.
    guard context[index].range.count >= 5 else { return }
    let word = context.folded(index)
    if word == "quatre" {
      checkEighty(index, in: context, &findings)
      return
    }
    if word == "vingts" {
      guard tiedTo(index, "quatre", in: context) == nil, wordBefore(index, is: "quatre", in: context) == nil else {
        return
      }
      report(index..<index + 1, "vingt", in: context, &findings)
      return
    }
    guard context.value(index, in: list) == "tens" else { return }
    if word == "vingt",
      tiedTo(index, "quatre", in: context) != nil || wordBefore(index, is: "quatre", in: context) != nil
    {
      return
    }
    guard let next = context.wordAfter(index), context.gap(after: index) != .other,
      isUnit(next, after: word, in: context)
    else { return }
    report(index..<next + 1, word + "-" + context.folded(next), in: context, &findings)
  }

  /// *quatre vingts*, *quatre-vingts deux*, *quatre-vingt !*
  private func checkEighty(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard !context.isTied(index..<index + 1) || isTiedToVingt(index, in: context),
      let twenty = twenty(after: index, in: context)
    else { return }
    let isTied = twenty == index + 2
    if let next = following(twenty, in: context) {
      let form = "quatre-vingt-" + context.folded(next)
      let whole = context.range(index..<next + 1)
      guard context.string(whole).lowercased() != form else { return }
      report(index..<next + 1, form, in: context, &findings)
      return
    }
    if context.isJoinedToNext(twenty), context[twenty + 1].kind.ties { return }
    let isOrdinal = isOrdinalContext(index, in: context)
    guard !isOrdinal || !isTied else { return }
    let isBeforeThousand = context.wordAfter(twenty).map { context.isWord($0, "mille") } ?? false
    let form = isOrdinal || isBeforeThousand ? "quatre-vingt" : "quatre-vingts"
    let range = index..<twenty + 1
    guard context.string(context.range(range)).lowercased() != form else { return }
    report(range, form, in: context, &findings)
  }

  private func isTiedToVingt(_ index: Int, in context: BlockContext) -> Bool {
    twenty(after: index, in: context) == index + 2 && !(context.isGlued(index) && context[index - 1].kind.ties)
  }

  private func twenty(after index: Int, in context: BlockContext) -> Int? {
    var next = index + 1
    if next + 1 < context.indices.upperBound, context[next].kind.isHyphen, context.isGlued(next),
      context.isGlued(next + 1)
    {
      next += 1
    } else if let word = context.wordAfter(index), context.gap(after: index) != .other {
      next = word
    } else {
      return nil
    }
    return context.isWord(next, "vingt") || context.isWord(next, "vingts") ? next : nil
  }

  /// The numeral that ends *quatre-vingt-deux*, behind a hyphen or a space.
  private func following(_ twenty: Int, in context: BlockContext) -> Int? {
    if twenty + 2 < context.indices.upperBound, context[twenty + 1].kind.isHyphen, context.isGlued(twenty + 1),
      context.isGlued(twenty + 2)
    {
      return isUnit(twenty + 2, after: "quatre-vingt", in: context) ? twenty + 2 : nil
    }
    guard let next = context.wordAfter(twenty), context.gap(after: twenty) != .other,
      isUnit(next, after: "quatre-vingt", in: context)
    else { return nil }
    return next
  }

  /// *page quatre-vingt*, *les années quatre-vingt*
  private func isOrdinalContext(_ index: Int, in context: BlockContext) -> Bool {
    guard let previous = context.wordBefore(index) else { return false }
    return context.isWord(previous, in: .numberLabels) || context.isWord(previous, in: .yearWords)
  }

  private func isUnit(_ index: Int, after tens: String, in context: BlockContext) -> Bool {
    guard let kind = context.value(index, in: .numerals) else { return false }
    if context.isJoinedToNext(index), context[index + 1].kind.ties { return false }
    switch kind {
    case "unit":
      // « vingt un » is « vingt et un »; one is an article too.
      return tens == "quatre-vingt" || context.folded(index) != "un" && context.folded(index) != "une"
    case "teen": return tens == "soixante" || tens == "quatre-vingt"
    default: return false
    }
  }

  private func tiedTo(_ index: Int, _ word: StaticString, in context: BlockContext) -> Int? {
    guard let tied = context.joinedWordBefore(index, \.isHyphen), context.isWord(tied, word) else { return nil }
    return tied
  }

  private func wordBefore(_ index: Int, is word: StaticString, in context: BlockContext) -> Int? {
    guard let previous = context.wordBefore(index), context.isWord(previous, word) else { return nil }
    return previous
  }

  private func report(_ run: Range<Int>, _ form: String, in context: BlockContext, _ findings: inout Findings) {
    let corrected = context.matchingCase(of: run.lowerBound, form)
    let range = context.range(run)
    findings.report(
      context.source(range), .numeral(corrected),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func numeral(_ corrected: String) -> Message {
    Message(
      fr: "Ce nombre s’écrit «\u{A0}\(corrected)\u{A0}».",
      en: "This number is written “\(corrected)”.")
  }
}
