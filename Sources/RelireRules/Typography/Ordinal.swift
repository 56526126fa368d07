import RelireDocuments
import RelireLexicon
import RelireModel

/// *2ème*, *1ère*, *XIXème* for *2e*, *1re*, *XIXe*.
public struct Ordinal: WordRule, ProseRule {
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
      Example("le ⟦XIXème⟧ siècle, les ⟦XXIèmes⟧ rencontres", fixed: "le XIXe siècle, les XXIes rencontres"),
      Example("la ⟦3 ème⟧ édition, les ⟦5èmes⟧ classes", fixed: "la 3e édition, les 5es classes"),
      Example("le ⟦2nd⟧ tour", fixed: "le 2d tour"),
      Example("la ⟦1e⟧ fois, le ⟦3°⟧ étage", fixed: "la 1re fois, le 3e étage"),
      Example("le ⟦3ème⟧ mars 2024, le ⟦1 er⟧ mai", fixed: "le 3 mars 2024, le 1er mai"),
      Example("le roi François ⟦1er⟧", fixed: "le roi François Ier"),
      Example(
        "le pape Jean-Paul ⟦1er⟧, Charles ⟦1er⟧ d’Angleterre, la reine Élisabeth ⟦1ère⟧",
        fixed: "le pape Jean-Paul Ier, Charles Ier d’Angleterre, la reine Élisabeth Ire"),
      Example(
        "la ⟦1er⟧ fois, la ⟦2nd⟧ partie, le ⟦1°⟧ mai, le ⟦Ie⟧ siècle, le ⟦XVIè⟧ siècle",
        fixed: "la 1re fois, la 2de partie, le 1er mai, le Ier siècle, le XVIe siècle"),
      Example("Charles 1er, Julie 2e, et la 1re des deux"),
      Example(
        "le ⟦2<sup>ème⟧</sup> prix du ⟦XIX<sup>ème⟧</sup> siècle",
        fixed: "le 2<sup>e</sup> prix du XIX<sup>e</sup> siècle", format: .html),
      Example("le 1er, la 1re, le 2e, le 2ᵉ, le XIXe siècle, un angle de 3°"),
      Example("la ⟦1ére⟧ page, la ⟦2éme⟧ fois", fixed: "la 1re page, la 2e fois"),
      Example("l’article 3ème, le nième essai, la énième fois, le Xième succès, February 2nd, 2020"),
    ])

  public static let lists: WordLists = [.ordinals]
  public static let triggers: Token.Kinds = [.degree]
  public static let isForFrenchOnly = true
  public static var forms: [RuleForm] { [wordForm, proseForm] }

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    guard context.isUnitEnd(index) else { return }
    if context[index].flags.contains(.capitalised) {
      checkRoman(index, in: context, &findings)
      return
    }
    guard let ending = context.value(index, in: list), let number = context.before(index) else { return }
    // « l’article 3ème » is article 3.
    if let label = context.wordBefore(number), context.isWord(label, "article") { return }
    let gap = context.gap(after: number)
    // « 3 ème » is one word cut in two; « XVI e » may be more than that.
    guard gap != .other, gap == .none || ending != context.string(context[index]) || ending == "er",
      let rank = rank(number, in: context)
    else { return }
    if let gendered = gendered(ending, rank, number, index, in: context) {
      report(
        context.range(number..<index + 1), number, context[index].range, gendered, .ordinal, in: context, &findings)
    } else if let right = right(ending, after: rank, number, index, in: context) {
      report(context.range(number..<index + 1), number, context[index].range, right, .ordinal, in: context, &findings)
    } else if context[number].kind == .number, rank != .first, isDay(index, ending, in: context) {
      report(context.range(number..<index + 1), number, context[index].range, "", .day, in: context, &findings)
    }
  }

  /// *XIX° siècle*, *3° étage*
  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let number = index - 1
    guard context.isGlued(index), !context.isGlued(number) || context[number - 1].kind.isApostrophe,
      let noun = context.wordAfter(index), let rank = rank(number, in: context),
      context.isWord(noun, among: Self.numbered) || rank == .first && context.isWord(noun, in: .months),
      let ending = ending("e", after: rank, before: noun, in: context)
    else { return }
    report(context.range(number..<index + 1), number, context[index].range, ending, .ordinal, in: context, &findings)
  }

  /// The capitals of a Roman numeral before a small ending: « VIE » and « Lire » are none.
  private func checkRoman(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    let text = context.string(token)
    let numeral = text.prefix { "IVXLC".contains($0) }
    let written = text.dropFirst(numeral.count)
    // « Le Xième succès », « la Xème fois »: a variable.
    if numeral == "X", written.hasPrefix("i") || context.wordAfter(index).map({ context.isWord($0, "fois") }) ?? false {
      return
    }
    // « Le Ie siècle »: without its noun, too short to tell.
    if numeral == "I", !written.isEmpty, let noun = context.wordAfter(index),
      context.isWord(noun, among: ["siècle", "millénaire"])
    {
      report(
        token.range, "I", token.range.lowerBound + 1..<token.range.upperBound, "er", in: context, &findings)
      return
    }
    guard !numeral.isEmpty, !token.flags.contains(.allCapitals) || token.flags.contains(.nonASCII),
      let ending = context.lexicon.value(context.lexicon.entry(written.lowercased()), in: .ordinals),
      fits(ending, Rank(numeral))
    else { return }
    let end = token.range.lowerBound + numeral.utf8.count
    report(token.range, String(numeral), end..<token.range.upperBound, ending, in: context, &findings)
  }

  // MARK: Ranks and endings

  private enum Rank {
    case first, second, other

    init(_ numeral: some StringProtocol) { self = numeral == "I" ? .first : numeral == "II" ? .second : .other }
  }

  /// Of the number or the Roman numeral at an index; nil for other tokens.
  private func rank(_ number: Int, in context: BlockContext) -> Rank? {
    switch context[number].kind {
    case .number:
      switch context.value(of: context[number].range) {
      case 1: return .first
      case 2: return .second
      default: return .other
      }
    case .word:
      let text = context.string(context[number])
      return text.allSatisfy { "IVXLC".contains($0) } ? Rank(text) : nil
    default: return nil
    }
  }

  /// *er* and *re* belong to 1, *d* and *de* to 2, *e* to all others.
  private func fits(_ ending: String, _ rank: Rank) -> Bool {
    switch ending.first {
    case "d": return rank == .second
    case "r": return rank == .first
    default: return ending.hasPrefix("er") == (rank == .first)
    }
  }

  /// What belongs after a number instead of the word at an index, or nil where it is no such ending.
  private func right(
    _ ending: String, after rank: Rank, _ number: Int, _ index: Int, in context: BlockContext
  ) -> String? {
    guard context[number].kind == .number else { return fits(ending, rank) ? ending : nil }
    if rank == .first, ending == "e" {
      return context.wordAfter(index).flatMap { self.ending("e", after: rank, before: $0, in: context) }
    }
    guard fits(ending, rank), !isDay(index, ending, in: context) || rank == .first else { return nil }
    return ending == "d" && isEnglish(number, index, in: context) ? nil : ending
  }

  /// *la 1er fois*, *la 2nd partie*, *le 1ère tour*: the article and the noun tell another gender than the ending.
  private func gendered(
    _ ending: String, _ rank: Rank, _ number: Int, _ index: Int, in context: BlockContext
  ) -> String? {
    guard rank != .other, context[number].kind == .number, let article = context.wordBefore(number),
      let noun = context.wordAfter(index)
    else { return nil }
    switch (rank, ending) {
    case (.first, "er"), (.second, "d"):
      guard context.isWord(article, among: ["la", "une", "cette", "sa"]), context.isWord(noun, among: Self.feminine)
      else { return nil }
      return rank == .first ? "re" : "de"
    case (.first, "re"), (.second, "de"):
      guard context.isWord(article, among: ["le", "un", "ce", "au", "du"]),
        context.isWord(noun, among: Self.masculine)
      else { return nil }
      return rank == .first ? "er" : "d"
    default: return nil
    }
  }

  /// *1e fois*, *1e étage*: the noun tells the gender.
  private func ending(_ ending: String, after rank: Rank, before noun: Int, in context: BlockContext) -> String? {
    guard rank == .first else { return ending }
    if context.isWord(noun, among: Self.feminine) { return "re" }
    return context.isWord(noun, among: Self.masculine) || context.isWord(noun, in: .months) ? "er" : nil
  }

  /// *3ème mars 2024*, *2er mars*: a day of the month is no ordinal. Without a year, the third March may be meant.
  private func isDay(_ index: Int, _ ending: String, in context: BlockContext) -> Bool {
    guard let month = context.wordAfter(index), context.isWord(month, in: .months),
      !context[month].flags.contains(.capitalised)
    else { return false }
    guard ending == "e" else { return ending == "er" }
    guard let year = context.after(month) else { return false }
    return context[year].kind == .number && context[year].range.count == 4
  }

  /// *February 2nd, 2020*, *2nd Edition*
  private func isEnglish(_ number: Int, _ index: Int, in context: BlockContext) -> Bool {
    let previous = context.wordBefore(number)
    if let previous, context.isWord(previous, in: .determiners) || context.isWord(previous, in: .frenchStopWords) {
      return false
    }
    guard let neighbour = context.wordAfter(index) ?? previous else { return false }
    return context[neighbour].flags.contains(.capitalised)
  }

  private static let numbered: WordSet = [
    "siècle", "siècles", "étage", "étages", "arrondissement", "édition", "millénaire", "rang", "trimestre",
  ]
  private static let feminine: WordSet = [
    "fois", "édition", "année", "étape", "partie", "place", "classe", "ligne", "page", "phase", "semaine", "chaîne",
    "catégorie", "journée", "génération", "guerre", "section", "lecture", "personne", "phrase", "réunion", "version",
  ]
  private static let masculine: WordSet = [
    "étage", "siècle", "arrondissement", "prix", "tour", "jour", "mois", "rang", "trimestre", "semestre", "degré",
    "chapitre", "niveau", "groupe", "essai", "millénaire", "ministre", "cycle",
  ]

  /// After others, *1er* may be a place in a race.
  private static let monarchs: WordSet = [
    "roi", "empereur", "pape", "tsar", "prince", "duc", "sultan", "shah", "reine", "impératrice", "tsarine",
    "souverain",
  ]

  private static let realms: WordSet = [
    "angleterre", "autriche", "bavière", "belgique", "brésil", "bulgarie", "espagne", "grèce", "russie", "prusse",
    "écosse", "hongrie", "monaco", "portugal", "bourgogne", "bourbon", "danemark", "suède", "roumanie", "habsbourg",
  ]

  private static let kings: WordSet = ["françois", "napoléon", "léopold", "clovis", "clotaire", "dagobert"]

  // MARK: Reporting

  private enum Fault { case ordinal, day }

  private func report(
    _ range: Range<Int>, _ number: Int, _ written: Range<Int>, _ ending: String, _ fault: Fault,
    in context: BlockContext, _ findings: inout Findings
  ) {
    let numeral = context.string(context[number])
    if ending == "er" || ending == "re", context[number].kind == .number, let name = context.wordBefore(number),
      context[name].flags.contains(.capitalised), isMonarch(name, number, in: context)
    {
      guard let fix = fix(context[number].range, "I", written, ending, in: context) else { return }
      findings.report(context.source(range), .ordinal("I" + ending), fix: fix)
      return
    }
    report(range, numeral, written, ending, fault, in: context, &findings)
  }

  /// *l’empereur Nicolas 1er*, *Charles 1er d’Angleterre*, *le pape Jean-Paul 1er*
  private func isMonarch(_ name: Int, _ number: Int, in context: BlockContext) -> Bool {
    if context.isWord(name, among: Self.kings) { return true }
    var first = name
    if let part = context.joinedWordBefore(name, \.isHyphen) { first = part }
    if let title = context.wordBefore(first), context.isWord(title, among: Self.monarchs) { return true }
    guard let ending = context.after(number),
      let of = context.after(ending), context.isWord(of, among: ["d", "de", "du"])
    else { return false }
    let realm = context.wordAfter(of) ?? (of + 2 < context.indices.upperBound ? of + 2 : of)
    return context.isWord(realm, among: Self.realms)
  }

  private func report(
    _ range: Range<Int>, _ numeral: String, _ written: Range<Int>, _ ending: String, _ fault: Fault = .ordinal,
    in context: BlockContext, _ findings: inout Findings
  ) {
    let corrected = numeral + ending
    guard corrected != context.string(range) else { return }
    let number = range.lowerBound..<range.lowerBound + numeral.utf8.count
    findings.report(
      context.source(range), fault == .day ? .dayOfMonth(corrected) : .ordinal(corrected),
      fix: fix(number, numeral, written, ending, in: context))
  }

  /// Each part stays in the element that it is in (`2<sup>ème</sup>`); nil where one would be left empty.
  private func fix(
    _ number: Range<Int>, _ numeral: String, _ written: Range<Int>, _ ending: String, in context: BlockContext
  ) -> Fix? {
    let prose = context.prose
    let whole = number.lowerBound..<written.upperBound
    guard whole.dropFirst().contains(where: prose.isBoundary) else {
      return context.replace(whole, with: numeral + ending, .unsafe, .write(numeral + ending))
    }
    guard !(written.dropFirst()).contains(where: prose.isBoundary),
      !ending.isEmpty || !prose.isBoundary(written.lowerBound)
    else { return nil }
    var edits = TextEdits()
    for (range, text) in [(number, numeral), (number.upperBound..<written.lowerBound, ""), (written, ending)] {
      guard !range.isEmpty, text != context.string(range) else { continue }
      guard let part = prose.edits(replacing: range, with: text) else { return nil }
      edits.append(part)
    }
    return Fix(.write(numeral + ending), .unsafe, edits)
  }
}

extension Message {
  fileprivate static func ordinal(_ corrected: String) -> Message {
    Message(
      fr: "Cet ordinal s’abrège «\u{A0}\(corrected)\u{A0}».",
      en: "This ordinal is abbreviated “\(corrected)”.")
  }

  fileprivate static func dayOfMonth(_ corrected: String) -> Message {
    Message(
      fr: "Dans une date, seul le premier jour du mois est un ordinal\u{A0}: écrivez «\u{A0}\(corrected)\u{A0}».",
      en: "In a date only the first day of the month is an ordinal: write “\(corrected)”.")
  }
}
