import RelireDocuments
import RelireLexicon
import RelireModel

/// *l’assemblée nationale*, *les services de l’état*, *des français sont*, *en Anglais*.
public struct ProperCapital: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/proper-capital", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un nom propre n’a pas sa majuscule, ou un nom de langue en a une.",
      en: "A proper name lacks its capital, or the name of a language has one."),
    rationale: Message(
      fr: """
        Une institution unique prend une majuscule\u{A0}: «\u{A0}l’Assemblée nationale\u{A0}»\u{202F}; «\u{A0}État\u{A0}» \
        en prend une quand c’est la puissance publique, non dans «\u{A0}état des lieux\u{A0}». Les habitants en prennent \
        une («\u{A0}les Français\u{A0}»), les langues n’en prennent pas («\u{A0}en français\u{A0}»).
        """,
      en: """
        A unique institution has a capital: “l’Assemblée nationale”; “État” has one when it is the public power, not in \
        “état des lieux”. Inhabitants have one (“les Français”), languages have none (“en français”).
        """),
    exceptions: Message(
      fr: "Une majuscule de trop à l’adjectif («\u{A0}Affaires Étrangères\u{A0}») est admise.",
      en: "One capital too many on an adjective (“Affaires Étrangères”) is accepted."),
    references: [
      .imprimerieNationale("Majuscules"), .oqlf("Majuscule aux noms d’organismes et de peuples"),
    ],
    examples: [
      Example("l’⟦assemblée⟧ nationale", fixed: "l’Assemblée nationale"),
      Example("la défense de l’⟦état⟧, les ⟦états⟧ membres", fixed: "la défense de l’État, les États membres"),
      Example("le ministre du ⟦commerce⟧, le pôle ⟦nord⟧", fixed: "le ministre du Commerce, le pôle Nord"),
      Example("des ⟦français⟧ sont arrivés", fixed: "des Français sont arrivés"),
      Example("vingt ⟦Grammes⟧ et 3\u{A0}⟦Mètres⟧", fixed: "vingt grammes et 3\u{A0}mètres"),
      Example("des centaines d’⟦Euros⟧ au XIXe ⟦Siècle⟧", fixed: "des centaines d’euros au XIXe siècle"),
      Example("une traduction en ⟦Russe⟧", fixed: "une traduction en russe"),
      Example(
        "le gouvernement ⟦Français⟧ et les entreprises ⟦Italiennes⟧",
        fixed: "le gouvernement français et les entreprises italiennes"),
      Example("L’⟦Église⟧ Saint-Paul", fixed: "L’église Saint-Paul"),
      Example("Les 24 Heures du Mans, le journal 20 Minutes"),
      Example("l’état des lieux, une assemblée générale, elles sont allemandes, un anglais parfait"),
      Example("en Suisse, en Perse, en Corse"),
      Example("le premier ministre du Québec", locale: "fr-CA"),
      Example("l’Assemblée ⟦Nationale⟧, la Cour des ⟦Comptes⟧, le Premier ⟦Ministre⟧"),
      Example("le ministère des Affaires sociales, les vents du nord, COURS EN FRANÇAIS"),
    ])

  public static let lists: WordLists = [.institutions, .peoples, .churches, .unitNames]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    switch list {
    case .institutions: checkInstitution(index, in: context, &findings)
    case .churches: checkChurch(index, in: context, &findings)
    case .unitNames: checkUnit(index, in: context, &findings)
    default: checkPeople(index, in: context, &findings)
    }
  }

  // MARK: Institutions

  private func checkInstitution(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let phrase = context.phrase(.institutions, at: index) else { return }
    let words = phrase.indices.filter { context[$0].kind == .word }
    guard !context.isTied(phrase.indices), let form = phrase.value else { return }
    let parts = form.unicodeScalars.split { $0 == " " || $0 == "\u{2019}" || $0 == "-" || $0 == "," }
    guard words.count == parts.count else { return }
    // In Quebec the head of the government is written small.
    if context.conventions.locale == .canada, words.contains(where: { context.isWord($0, "ministre") }) { return }
    if let last = words.last, context.isWord(last, "état"), isCondition(last, in: context) { return }
    checkSurplus(words, parts.map { $0.first?.properties.isUppercase == true }, in: context, &findings)
    for (word, part) in zip(words, parts) where part.first?.properties.isUppercase == true {
      guard !context[word].flags.contains(.capitalised) else { continue }
      report(word, context.string(context[word]).capitalisedFirst, Message.properName, in: context, &findings)
    }
  }

  /// *l’Assemblée Nationale*: a body may well write itself so, and a longer name may begin there.
  private func checkSurplus(
    _ words: [Int], _ haveCapitals: [Bool], in context: BlockContext, _ findings: inout Findings
  ) {
    guard let first = haveCapitals.firstIndex(of: true), let last = words.last,
      context.wordAfter(last).map({ !context[$0].flags.contains(.capitalised) }) ?? true
    else { return }
    for position in words.indices.dropFirst(first + 1) where !haveCapitals[position] {
      let word = words[position]
      let flags = context[word].flags
      guard flags.contains(.capitalised), !flags.contains(.allCapitals) else { continue }
      let corrected = context.folded(word)
      let range = context[word].range
      findings.report(
        context.source(range), .surplus(corrected),
        fix: context.replace(range, with: corrected, .suggestion, .write(corrected)), verdict: .review)
    }
  }

  /// *l’état de*, *l’état des*, *l’état civil*: the condition of something.
  private func isCondition(_ index: Int, in context: BlockContext) -> Bool {
    if context.isJoinedToNext(index), context[index + 1].kind.ties { return true }
    guard let next = context.wordAfter(index) else { return false }
    return context.isWord(next, among: Self.conditions)
  }

  private static let conditions: WordSet = [
    "de", "des", "du", "d", "civil", "actuel", "initial", "général", "sanitaire", "mental", "physique", "antérieur",
  ]

  // MARK: Peoples and languages

  private func checkPeople(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    if token.flags.contains(.capitalised) {
      checkLanguage(index, in: context, &findings)
      return
    }
    guard !context.isTied(index..<index + 1), let next = context.wordAfter(index),
      context.isWord(next, among: Self.verbsAfterPeoples)
    else { return }
    let isPlural = context.hasSuffix(index, "s")
    if let article = context.joinedWordBefore(index, \.isApostrophe) {
      // « l’anglais est » is the language; « l’Américaine » is none.
      guard context.isWord(article, "l"), context.hasSuffix(index, "e"), !context.isWord(index, "arabe") else { return }
    } else {
      guard isPlural, let word = context.wordBefore(index), isPluralArticle(word, in: context) else { return }
    }
    report(index, context.string(token).capitalisedFirst, Message.people, in: context, &findings)
  }

  /// *en Russe*
  private func checkLanguage(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard !token.flags.contains(.allCapitals), !context.isTied(index..<index + 1), let word = context.wordBefore(index),
      context.wordAfter(index).map({ !context[$0].flags.contains(.capitalised) }) ?? true
    else { return }
    if !context[word].flags.contains(.capitalised), context.isWord(word, among: Self.nouns) {
      report(index, context.folded(index), Message.adjective, in: context, &findings)
      return
    }
    // « en Suisse », « en Perse » are the countries.
    guard context.isWord(word, among: Self.beforeLanguages), !context.hasSuffix(index, "es"),
      !context.isWord(word, "en") || !context.isWord(index, among: ["suisse", "perse"])
    else { return }
    report(index, context.folded(index), Message.language, in: context, &findings)
  }

  /// Nouns after which the name of a people is an adjective: *le gouvernement Français*.
  private static let nouns: WordSet = [
    "administration", "administrations", "citoyen", "citoyenne", "citoyennes", "citoyens", "collectivités", "cuisine",
    "culture", "droit", "entreprise", "entreprises", "gouvernement", "législation", "littérature", "marché", "peuple",
    "réglementation", "ressortissant", "ressortissante", "ressortissants", "territoire",
  ]

  /// *en Russe*, *parler Russe*, *la langue Russe*
  private static let beforeLanguages: WordSet = [
    "en", "parle", "parlent", "parler", "parlons", "parlez", "langue", "nationalité",
  ]

  private func isPluralArticle(_ index: Int, in context: BlockContext) -> Bool {
    if context.isWord(index, among: Self.pluralArticles) { return true }
    guard context.isWord(index, "de"), let previous = context.wordBefore(index) else { return false }
    return context.isWord(previous, among: ["beaucoup", "nombre", "peu"])
  }

  private static let pluralArticles: WordSet = [
    "des", "les", "ces", "deux", "plusieurs", "certains", "certaines", "quelques", "aux",
  ]

  private static let verbsAfterPeoples: WordSet = [
    "est", "sont", "ont", "a", "était", "étaient", "avaient", "avait", "seront", "vont", "peuvent", "doivent",
    "veulent", "vivent", "partent", "font", "viennent", "habitent", "parlent", "qui", "savent", "pensent",
  ]

  // MARK: Churches

  /// The building is *l’église Saint-Paul*, the community *l’Église*.
  private func checkChurch(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context[index].flags.contains(.capitalised), !context[index].flags.contains(.allCapitals),
      let next = context.wordAfter(index)
    else { return }
    let article = context.joinedWordBefore(index, \.isApostrophe) ?? context.wordBefore(index)
    guard let article, context.isWord(article, in: .determiners) else { return }
    guard context.isWord(next, among: Self.afterBuildings) else { return }
    report(index, context.folded(index), Message.building, in: context, &findings)
  }

  private static let afterBuildings: WordSet = [
    "saint", "sainte", "notre", "baroque", "gothique", "romane", "paroissiale", "abbatiale",
  ]

  // MARK: Units

  /// *3 Mètres*, *vingt Grammes*
  private func checkUnit(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    // « les 24 Heures du Mans », « 20 Minutes »
    if context.isWord(index, "heures") || context.isWord(index, "minutes") { return }
    guard token.flags.contains(.capitalised), !token.flags.contains(.allCapitals), let number = context.before(index),
      context[number].kind == .number || context.wordBefore(index) != nil && context.isWord(number, in: .numerals)
        || isCommonNoun(index, after: number, in: context)
    else { return }
    report(index, context.folded(index), Message.unitName, in: context, &findings)
  }

  /// *des centaines d’Euros*, *au XIXe Siècle*
  private func isCommonNoun(_ index: Int, after previous: Int, in context: BlockContext) -> Bool {
    if context.isWord(index, "euros") {
      // « les Euros 2016 et 2020 » are championships.
      if let next = context.after(index), context[next].kind == .number { return false }
      guard let elided = context.joinedWordBefore(index, \.isApostrophe) else {
        return context.wordBefore(index).map { context.isWord($0, among: ["en", "quelques", "ces", "des"]) } ?? false
      }
      return context.isWord(elided, "d")
    }
    guard context.isWord(index, "siècle"), context.wordBefore(index) != nil else { return false }
    let ordinal = context.prose.bytes[context[previous].range]
    let numeral = ordinal.prefix { "IVX".utf8.contains($0) }.count
    return numeral > 0 && ordinal.dropFirst(numeral).elementsEqual("e".utf8)
  }

  private func report(
    _ index: Int, _ corrected: String, _ message: (String) -> Message, in context: BlockContext,
    _ findings: inout Findings
  ) {
    let range = context[index].range
    let source = context.source(range)
    // A phrase may begin inside another one.
    if findings.items.suffix(4).contains(where: { $0.rule == Self.id && $0.finding.range == source }) { return }
    findings.report(
      source, message(corrected), fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }
}

extension Message {
  fileprivate static func properName(_ word: String) -> Message {
    Message(
      fr: "Ce nom propre prend une majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "This proper name has a capital: “\(word)”.")
  }

  fileprivate static func surplus(_ word: String) -> Message {
    Message(
      fr: "Dans ce nom, seul le premier mot prend une majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "In this name only the first word has a capital: “\(word)”.")
  }

  fileprivate static func people(_ word: String) -> Message {
    Message(
      fr: "Les habitants d’un pays prennent une majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "The inhabitants of a country have a capital: “\(word)”.")
  }

  fileprivate static func language(_ word: String) -> Message {
    Message(
      fr: "Les noms de langues s’écrivent sans majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "Names of languages have no capital: “\(word)”.")
  }

  fileprivate static func adjective(_ word: String) -> Message {
    Message(
      fr: "L’adjectif s’écrit sans majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "The adjective has no capital: “\(word)”.")
  }

  fileprivate static func unitName(_ name: String) -> Message {
    Message(
      fr: "Le nom d’une unité est un nom commun, sans majuscule\u{A0}: «\u{A0}\(name)\u{A0}».",
      en: "The name of a unit is a common noun, without a capital: “\(name)”.")
  }

  fileprivate static func building(_ word: String) -> Message {
    Message(
      fr: "L’édifice s’écrit sans majuscule\u{A0}: «\u{A0}\(word)\u{A0}».",
      en: "The building has no capital: “\(word)”.")
  }
}
