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
      Example(
        "⟦soixante onze⟧, ⟦vingt-un⟧, ⟦vingt un⟧ jours", fixed: "soixante et onze, vingt et un, vingt et un jours"),
      Example("⟦quatre-vingt-et-un⟧, ⟦trente et deux⟧ ans", fixed: "quatre-vingt-un, trente-deux ans"),
      Example(
        "la ⟦vingt cinquième⟧ édition, le ⟦dix septième⟧ siècle",
        fixed: "la vingt-cinquième édition, le dix-septième siècle"),
      Example("deux ⟦million⟧ d’euros, 3 ⟦milliard⟧", fixed: "deux millions d’euros, 3 milliards"),
      Example("vingt cinquièmes, les vingt un à un, 1,5 million, soixante-et-onze, entre vingt et trente"),
      Example("deux ⟦cent⟧ euros, trois ⟦milles⟧ euros", fixed: "deux cents euros, trois mille euros"),
      Example("cent euros, l’an deux cent, trois milles marins, deux cent douze euros, deux cent mille euros"),
      Example("En mille neuf cent quatre-vingt, tout change."),
      Example("⟦Soixante **douze⟧** ans", fixed: "Soixante-**douze** ans"),
      Example("quatre-vingts pages, quatre-vingt-deux, vingt et un, soixante-quatorze, page quatre-vingt"),
    ])

  public static let lists: WordLists = [.numerals]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    // « un », « deux », « six »… only end a number.
    guard context[index].range.count >= 5 || context.isWord(index, among: ["dix", "cent"]) else { return }
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
    let kind = context.value(index, in: list)
    if kind == "hundred" || kind == "thousand" {
      checkCounted(index, word == "cent" ? "cents" : "mille", in: context, &findings)
      return
    }
    if kind == "scale" {
      checkScale(index, in: context, &findings)
      return
    }
    if word == "dix" || kind == "tens", let next = ordinal(after: index, in: context) {
      report(index..<next + 1, word + "-" + context.folded(next), in: context, &findings)
      return
    }
    guard kind == "tens" else { return }
    if word == "vingt",
      tiedTo(index, "quatre", in: context) != nil || wordBefore(index, is: "quatre", in: context) != nil
    {
      return
    }
    if checkEt(index, word, in: context, &findings) { return }
    guard let next = context.wordAfter(index), context.gap(after: index) != .other,
      isUnit(next, after: word, in: context)
    else { return }
    report(index..<next + 1, word + "-" + context.folded(next), in: context, &findings)
  }

  /// *deux cent euros*, *trois milles euros*: what is counted stands right behind.
  private func checkCounted(_ index: Int, _ form: String, in context: BlockContext, _ findings: inout Findings) {
    guard let unit = context.wordBefore(index), context.value(unit, in: .numerals) == "unit",
      !context.isWord(unit, among: ["un", "une"]), !context.isTied(index..<index + 1),
      let noun = context.wordAfter(index), !context.isWord(noun, among: ["mille", "million", "millions"]),
      context.lists(noun).intersects([.currencies, .countedNouns])
    else { return }
    report(index..<index + 1, form, in: context, &findings)
  }

  /// *vingt-un*, *vingt un jours*, *trente et deux ans*, *soixante onze*: whether *et* was missing or too much.
  private func checkEt(_ index: Int, _ tens: String, in context: BlockContext, _ findings: inout Findings) -> Bool {
    guard context.joinedWordBefore(index, \.isHyphen) == nil,
      let next = tiedWord(after: index, in: context) ?? context.wordAfter(index), context.gap(after: index) != .other,
      !(context.isJoinedToNext(next) && context[next + 1].kind.ties)
    else { return false }
    let isTied = context.isGlued(next)
    if context.isWord(next, "et") {
      guard !isTied, let unit = context.wordAfter(next), isUnit(unit, after: tens, in: context),
        context.value(unit, in: .numerals) == "unit",
        let noun = context.wordAfter(unit), context.isWord(noun, in: .countedNouns)
      else { return false }
      report(index..<unit + 1, tens + "-" + context.folded(unit), in: context, &findings)
      return true
    }
    let isOne = context.isWord(next, among: ["un", "une"])
    guard isOne || tens == "soixante" && context.isWord(next, "onze") else { return false }
    // Apart from its noun, « un » may be an article: « sur vingt un seul vint ».
    if isOne, !isTied {
      guard let noun = context.wordAfter(next), context.isWord(noun, in: .countedNouns), context.hasSuffix(noun, "s")
      else { return false }
    }
    report(index..<next + 1, tens + " et " + context.folded(next), in: context, &findings)
    return true
  }

  private func tiedWord(after index: Int, in context: BlockContext) -> Int? {
    guard index + 2 < context.indices.upperBound, context[index + 1].kind.isHyphen, context.isGlued(index + 1),
      context.isGlued(index + 2), context[index + 2].kind == .word
    else { return nil }
    return index + 2
  }

  /// *vingt cinquième*, *dix septième*; a plural counts fractions.
  private func ordinal(after index: Int, in context: BlockContext) -> Int? {
    guard let next = context.wordAfter(index), context.gap(after: index) != .other,
      context.value(next, in: .numerals) == "ordinal", !context.isTied(index..<next + 1)
    else { return nil }
    if context.isWord(index, "dix") {
      guard context.isWord(next, among: ["septième", "huitième", "neuvième"]) else { return nil }
    }
    return next
  }

  /// *deux million*, *3 milliard*
  private func checkScale(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    // « 10 Million » is what a format shows.
    guard !context[index].flags.contains(.capitalised), !context.isTied(index..<index + 1),
      let count = context.before(index), !context.isGlued(index),
      context.gap(after: count) != .other, isSeveral(count, in: context)
    else { return }
    report(index..<index + 1, context.folded(index) + "s", in: context, &findings)
  }

  private func isSeveral(_ index: Int, in context: BlockContext) -> Bool {
    if context[index].kind == .word {
      return !context.isWord(index, among: ["un", "une"]) && context.isWord(index, in: .numerals)
        && context.value(index, in: .numerals) != "ordinal"
    }
    guard context[index].kind == .number else { return false }
    let isDecimal = index - 2 >= context.indices.lowerBound && context.isGlued(index) && context.isGlued(index - 1)
    let first = isDecimal && context[index - 1].kind == .comma && context[index - 2].kind == .number ? index - 2 : index
    guard let number = context.number(at: first), number.indices.upperBound == index + 1 else { return false }
    // « $3 million » is English.
    if context.isGlued(first), context[first - 1].kind == .currency { return false }
    return number.value > 1 && number.digits <= 3
  }

  /// *quatre vingts*, *quatre-vingts deux*, *quatre-vingt !*
  private func checkEighty(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard !context.isTied(index..<index + 1) || isTiedToVingt(index, in: context),
      let twenty = twenty(after: index, in: context)
    else { return }
    let isTied = twenty == index + 2
    if checkEtAfter(twenty, from: index, in: context, &findings) { return }
    if let next = following(twenty, in: context) ?? ordinal(after: twenty, in: context) {
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

  /// *quatre-vingt-et-un*
  private func checkEtAfter(
    _ twenty: Int, from index: Int, in context: BlockContext, _ findings: inout Findings
  ) -> Bool {
    guard let and = tiedWord(after: twenty, in: context), context.isWord(and, "et"),
      let unit = tiedWord(after: and, in: context), context.isWord(unit, among: ["un", "une", "onze"])
    else { return false }
    report(index..<unit + 1, "quatre-vingt-" + context.folded(unit), in: context, &findings)
    return true
  }

  private func isTiedToVingt(_ index: Int, in context: BlockContext) -> Bool {
    twenty(after: index, in: context) == index + 2 && !(context.isGlued(index) && context[index - 1].kind.ties)
  }

  private func twenty(after index: Int, in context: BlockContext) -> Int? {
    guard let next = tiedWord(after: index, in: context) ?? context.wordAfter(index),
      context.gap(after: index) != .other
    else { return nil }
    return context.isWord(next, among: ["vingt", "vingts"]) ? next : nil
  }

  /// The numeral that ends *quatre-vingt-deux*, behind a hyphen or a space.
  private func following(_ twenty: Int, in context: BlockContext) -> Int? {
    if let next = tiedWord(after: twenty, in: context) {
      return isUnit(next, after: "quatre-vingt", in: context) ? next : nil
    }
    guard let next = context.wordAfter(twenty), context.gap(after: twenty) != .other,
      isUnit(next, after: "quatre-vingt", in: context)
    else { return nil }
    return next
  }

  /// *page quatre-vingt*, *les années quatre-vingt*
  private func isOrdinalContext(_ index: Int, in context: BlockContext) -> Bool {
    guard var previous = context.wordBefore(index) else { return false }
    // « en mille neuf cent quatre-vingt »
    for _ in 0..<4 {
      guard let earlier = context.wordBefore(previous),
        context.isWord(previous, in: .numerals) || context.isWord(previous, among: ["mille", "mil", "cent"])
      else { break }
      previous = earlier
    }
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
