import RelireDocuments
import RelireLexicon
import RelireModel

/// *3 Mars*, *le Lundi*.
public struct CapitalisedDateWord: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/capitalised-date-word", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un jour ou un mois porte une majuscule.",
      en: "A day or a month has a capital."),
    rationale: Message(
      fr: "Les noms de jours et de mois sont des noms communs\u{A0}: «\u{A0}lundi 3 mars\u{A0}».",
      en: "Names of days and months are common nouns in French: “lundi 3 mars”."),
    exceptions: Message(
      fr: """
        Le début d’une phrase, les fêtes («\u{A0}le 14 Juillet\u{A0}», «\u{A0}le Vendredi saint\u{A0}»), les noms de \
        personnes et de lieux.
        """,
      en: "The start of a sentence, feasts (“le 14 Juillet”, “le Vendredi saint”), names of people and places."),
    references: [.imprimerieNationale("Dates"), .oqlf("Majuscule aux jours et aux mois")],
    examples: [
      Example("le 5 ⟦Février⟧, depuis ⟦Janvier⟧", fixed: "le 5 février, depuis janvier"),
      Example("fermé le ⟦Lundi⟧", fixed: "fermé le lundi"),
      Example("En ⟦Janvier⟧, de ⟦Mai⟧ à ⟦Juin⟧, au mois d’⟦Août⟧", fixed: "En janvier, de mai à juin, au mois d’août"),
      Example(
        "À partir de ⟦Septembre⟧, d’ici ⟦Juin⟧ 2024, d’⟦Avril⟧ à ⟦Juin⟧, mi-⟦Mars⟧, le 3 ⟦Aout⟧",
        fixed: "À partir de septembre, d’ici juin 2024, d’avril à juin, mi-mars, le 3 août"),
      Example("Tous les ⟦Jeudis⟧, rendez-vous ⟦Mardi⟧ prochain", fixed: "Tous les jeudis, rendez-vous mardi prochain"),
      Example("23 ⟦Messidor⟧ an II", fixed: "23 messidor an II"),
      Example("Mars est une planète. Véronique Avril fête le 14 Juillet, puis le Vendredi saint."),
      Example("Janvier\u{A0}: mois des vœux. Rien depuis Mai 68."),
    ])

  public static let lists: WordLists = [.months, .republicanMonths, .days]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard token.flags.contains(.capitalised), !token.flags.contains(.allCapitals), !token.flags.contains(.first),
      let previous = context.before(index)
    else { return }
    if context.isTied(index..<index + 1) {
      // « mi-Mars »
      guard list == .months, let word = context.joinedWordBefore(index, \.isHyphen), context.isWord(word, "mi"),
        !context.isGlued(word), !context.isJoinedToNext(index) || !context[index + 1].kind.ties
      else { return }
      report(index, in: context, &findings)
      return
    }
    if context.isGlued(index) {
      // « au mois d’Août »
      guard list == .months, let word = context.joinedWordBefore(index, \.isApostrophe), context.isWord(word, "d"),
        isFollowedByYear(index, in: context) || context.follows("mois", index, within: 2)
          || isFollowedByMonth(index, in: context)
      else { return }
      report(index, in: context, &findings)
      return
    }
    switch list {
    case .days: guard isDay(index, previous, in: context) else { return }
    default: guard isMonth(index, previous, in: context) else { return }
    }
    report(index, in: context, &findings)
  }

  private func report(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let small = accented(context.folded(index))
    let range = context[index].range
    findings.report(
      context.source(range), .capitalisedDate(small),
      fix: context.replace(range, with: small, .unsafe, .write(small)))
  }

  private func accented(_ word: String) -> String {
    switch word {
    case "aout": "août"
    case "decembre": "décembre"
    case "fevrier": "février"
    default: word
    }
  }

  private func isMonth(_ index: Int, _ previous: Int, in context: BlockContext) -> Bool {
    switch context[previous].kind {
    case .number:
      let day = context.value(of: context[previous].range)
      guard (1...31).contains(day), context[previous].range.count <= 2 else { return false }
      // « Page 1 Mars attaque »
      if let label = context.wordBefore(previous), context.isWord(label, in: .numberLabels) { return false }
      return !isFeast(day, context.folded(index), index, in: context)
    case .word:
      if context.isWord(previous, "er"), let number = context.before(previous), context[number].kind == .number {
        return !isFeast(1, context.folded(index), index, in: context)
      }
      guard !context[previous].flags.contains(.capitalised) || context.isSentenceStart(previous) else { return false }
      // « Depuis Mai 68 » is an event.
      if context.isWord(index, "mai"), let year = context.after(index), context[year].kind == .number,
        context[year].range.count == 2
      {
        return false
      }
      let isPlanet = context.isWord(index, "mars")
      if context.isWord(previous, among: Self.beforeMonths) { return true }
      // « de Mai » may be a name, « en Mars » a journey: a year or « mois » tells.
      if context.isWord(previous, "en") { return !isPlanet || isFollowedByYear(index, in: context) }
      guard context.isWord(previous, among: ["mois", "de", "à"]) else { return false }
      // « à partir de Septembre »
      if context.isWord(previous, "de"), let word = context.wordBefore(previous), context.isWord(word, "partir") {
        return true
      }
      return isFollowedByYear(index, in: context) || context.follows("mois", index, within: 2)
        || isSpan(index, previous, in: context)
    default: return false
    }
  }

  /// *de Mai à Juin*
  private func isSpan(_ index: Int, _ previous: Int, in context: BlockContext) -> Bool {
    if context.isWord(previous, "de") {
      return isFollowedByMonth(index, in: context)
    }
    guard let month = context.wordBefore(previous), context.isWord(month, in: .months) else { return false }
    if let elided = context.joinedWordBefore(month, \.isApostrophe) { return context.isWord(elided, "d") }
    return context.wordBefore(month).map { context.isWord($0, "de") } ?? false
  }

  private func isFollowedByMonth(_ index: Int, in context: BlockContext) -> Bool {
    guard let link = context.wordAfter(index), context.isWord(link, "à") else { return false }
    return context.wordAfter(link).map { context.isWord($0, in: .months) } ?? false
  }

  private func isDay(_ index: Int, _ previous: Int, in context: BlockContext) -> Bool {
    guard context[previous].kind == .word, !context.isWord(previous, in: .days) else { return false }
    if let next = context.wordAfter(index),
      context[next].flags.contains(.capitalised) || context.isWord(next, among: ["saint", "noir", "gras"])
    {
      return false
    }
    // « Les Jeudis du patrimoine » is a name.
    if context.hasSuffix(index, "s") {
      return context.isWord(previous, "les") && context.wordBefore(previous).map { context.isWord($0, "tous") } ?? false
    }
    if let next = context.wordAfter(index), !context[previous].flags.contains(.capitalised),
      context.isWord(next, among: ["prochain", "dernier"])
    {
      return true
    }
    guard context.isWord(previous, among: Self.beforeDays) else { return false }
    return !context[previous].flags.contains(.capitalised) || context.isSentenceStart(previous)
  }

  private static let beforeMonths: WordSet = ["depuis", "dès", "début", "fin", "courant", "mi", "ici"]
  private static let beforeDays: WordSet = ["le", "ce", "du", "chaque", "au", "tous", "les", "un"]

  /// *le 14 Juillet*, *le 8 Mai*: feasts have a capital, and so have the streets named for them.
  private func isFeast(_ day: Int, _ month: String, _ index: Int, in context: BlockContext) -> Bool {
    guard Self.feasts.contains(where: { $0 == (day, month) }) else { return false }
    return !isFollowedByYear(index, in: context) || context.follows("rue", index, within: 4)
      || context.follows("place", index, within: 4) || context.follows("avenue", index, within: 4)
  }

  private static let feasts: [(day: Int, month: String)] = [
    (14, "juillet"), (1, "mai"), (8, "mai"), (11, "novembre"), (4, "septembre"), (24, "septembre"), (15, "août"),
    (4, "août"), (18, "juin"), (19, "mars"), (21, "juillet"),
  ]

  private func isFollowedByYear(_ index: Int, in context: BlockContext) -> Bool {
    guard let next = context.after(index) else { return false }
    return context[next].kind == .number && context[next].range.count == 4
  }
}

extension Message {
  fileprivate static func capitalisedDate(_ word: String) -> Message {
    Message(
      fr: "Les jours et les mois s’écrivent sans majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "Days and months are written without a capital: “\(word)”.")
  }
}
