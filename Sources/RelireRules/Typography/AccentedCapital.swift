import RelireDocuments
import RelireLexicon
import RelireModel

/// Capitals that have lost their accent: *Etat*, *A compléter*, *NOUVELLE-CALEDONIE*.
public struct AccentedCapital: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/accented-capital", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une majuscule a perdu son accent.",
      en: "A capital letter has lost its accent."),
    rationale: Message(
      fr: """
        En français, l’accent a pleine valeur orthographique, sur les majuscules comme sur les minuscules\u{A0}: \
        «\u{A0}État\u{A0}», «\u{A0}École\u{A0}», «\u{A0}À compléter\u{A0}». Sans lui, un lecteur hésite \
        («\u{A0}INTERNE\u{A0}» ou «\u{A0}INTERNÉ\u{A0}»\u{202F}?) et un lecteur d’écran prononce mal. Seuls sont \
        corrigés les mots d’une liste dont la forme sans accent n’est aucun autre mot.
        """,
      en: """
        In French an accent belongs to the spelling, on capitals as on small letters: “État”, “École”, “À compléter”. \
        Without it a reader hesitates and a screen reader mispronounces. Only words of a list are corrected, \
        whose form without accents is no other word.
        """),
    exceptions: Message(
      fr: """
        «\u{A0}A\u{A0}» n’est repris qu’en tête de phrase et devant un mot qui en fait une préposition\u{A0}: le nom d’une \
        lettre («\u{A0}A devient\u{A0}») et le verbe («\u{A0}A participé à\u{A0}») restent. Un mot qui est aussi anglais \
        («\u{A0}Evolution\u{A0}») est laissé parmi des noms propres.
        """,
      en: """
        “A” is corrected only at the start of a sentence before a word that makes it a preposition: the letter \
        and the verb stay. A word that is English too (“Evolution”) is left alone among proper names.
        """),
    references: [
      .imprimerieNationale("Accentuation des majuscules"),
      .oqlf("Accents sur les majuscules"),
      .usage(
        Message(
          fr: "Académie française\u{A0}: «\u{A0}en français, l’accent a pleine valeur orthographique\u{A0}»",
          en: "Académie française: accents have full orthographic value in French")),
    ],
    examples: [
      Example("les administrations de l’⟦Etat⟧", fixed: "les administrations de l’État"),
      Example("⟦A⟧ compléter", fixed: "À compléter"),
      Example("⟦A⟧ l’issue du vote", fixed: "À l’issue du vote"),
      Example("⟦Ecole⟧ et ⟦Education⟧", fixed: "École et Éducation"),
      Example("NOUVELLE-⟦CALEDONIE⟧", fixed: "NOUVELLE-CALÉDONIE"),
      Example("⟦Ca⟧ ne change rien.", fixed: "Ça ne change rien."),
      Example(
        "⟦Apres⟧ validation, cliquez. ⟦A⟧ Madame la préfète", fixed: "Après validation, cliquez. À Madame la préfète"),
      Example("l’AME, l’AGE et l’AGO, sous Excel, Eclipse et Etsy"),
      Example("A devient B, la vitamine A aussi."),
      Example("A participé à trois concours."),
      Example("A priori, rien ne change. A minima, un fichier suffit."),
      Example("La formule est d’Eric Raymond."),
      Example("Firefox Developer Edition et Black Evolution Event"),
      Example("Wiley, 2nd Edition, 1996"),
      Example("La fonction SOMME.SERIES et la fonction FRACTION.ANNEE"),
      Example("Le CA se réunit, un état des lieux suit."),
    ])

  public static let lists: WordLists = [.accentedWords, .accentedInitials]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard token.flags.contains(.capitalised), !token.flags.contains(.innerCapital) else { return }
    guard let word = context.value(index, in: list) else { return }
    let corrected: String
    if token.range.count == 1 {
      guard isPreposition(index, in: context) else { return }
      corrected = "À"
    } else if token.flags.contains(.allCapitals) {
      guard word != "ça", !isInIdentifier(index, in: context), isRunningCapitals(index, in: context) else { return }
      // The list vouches for the first letter only.
      corrected =
        list == .accentedWords
        ? word.uppercased() : word.prefix(1).uppercased() + context.string(token).dropFirst()
    } else {
      guard let first = word.utf8.first, first >= 0x80 || word == "après" else { return }
      if word == "ça", !startsClause(index, in: context) { return }
      if context.isWord(index, "edition"), context.before(index).map({ isNumbered($0, in: context) }) ?? false {
        return
      }
      if context.isWord(index, in: .englishLookalikes), isAmongNames(index, in: context) { return }
      corrected = word.capitalisedFirst
    }
    guard corrected != context.string(token) else { return }
    findings.report(
      context.source(token.range), .lostAccent(corrected),
      fix: context.replace(token.range, with: corrected, .unsafe, .write(corrected)))
  }

  /// *A* is the verb in *A participé*, a name in *A devient*, the preposition before an infinitive.
  private func isPreposition(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isSentenceStart(index), let next = context.wordAfter(index) else { return false }
    if context.isJoinedToNext(next), let mark = context.next(next), mark.kind.isApostrophe {
      // « A l’air content » is the verb.
      guard context.isWord(next, among: ["l", "d", "n"]) else { return false }
      guard next + 2 < context.indices.upperBound else { return false }
      return context.isWord(next, "n") ? context.isWord(next + 2, "en") : !context.isWord(next + 2, "air")
    }
    guard context[next].flags.contains(.allCapitals) || !context[next].flags.contains(.capitalised) else {
      return context.value(next, in: .prepositionFollowers) == "place"
    }
    return (context.isWord(next, in: .prepositionFollowers) || context.isInfinitive(next))
      && !context.isWord(next, among: Self.latin)
  }

  /// What follows a Latin or Italian *a*, which takes no accent (the spelling of 1990 allows one, nobody asks for it).
  private static let latin: WordSet = [
    "cappella", "contrario", "fortiori", "giorno", "latere", "maxima", "minima", "pari", "posteriori", "priori", "quo",
    "silentio", "tempera", "tempo", "vista",
  ]

  /// *Ca va*, *Ca ne change rien*, but not *Ca* for calcium.
  private func startsClause(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isSentenceStart(index), let next = context.wordAfter(index) else { return false }
    return !context[next].flags.contains(.capitalised)
  }

  /// `SOMME.SERIES`, a function of a spreadsheet.
  private func isInIdentifier(_ index: Int, in context: BlockContext) -> Bool {
    if context.isGlued(index), context[index - 1].kind == .period, context.isGlued(index - 1) { return true }
    guard context.isJoinedToNext(index), context[index + 1].kind == .period else { return false }
    return context.isJoinedToNext(index + 1) && context[index + 2].kind == .word
  }

  /// A short run of capitals may be an acronym, a word among others in capitals is none.
  private func isRunningCapitals(_ index: Int, in context: BlockContext) -> Bool {
    let isElided = context.previous(index)?.kind.isApostrophe ?? false
    // NOUVELLE-CALEDONIE, PREFECTURE, MAIRIE
    let near = max(context.indices.lowerBound, index - 3)..<min(context.indices.upperBound, index + 4)
    func isNearCapitals() -> Bool {
      near.contains { $0 != index && context[$0].flags.contains(.allCapitals) && context[$0].range.count > 3 }
    }
    // « l’AME » is an acronym.
    if isElided, context[index].range.count <= 4, !context.isWord(index, "etat") { return isNearCapitals() }
    if context.isWord(index, in: .englishLookalikes) {
      guard let previous = context.before(index) else { return false }
      return isElided || context.isWord(previous, in: .frenchStopWords)
    }
    if isElided || isNearCapitals() { return true }
    for neighbour in [context.before(index), context.after(index)] {
      if let neighbour, context[neighbour].flags.contains(.allCapitals) { return true }
    }
    // Alone in small letters it may be an identifier; alone in its block it is a word.
    return context.indices.prefix(12).allSatisfy { context[$0].kind != .word || $0 == index }
      && context[index].range.count >= 4
  }

  /// *2nd Edition*, *2004 Edition*
  private func isNumbered(_ index: Int, in context: BlockContext) -> Bool {
    context[index].kind == .number && index > context.indices.lowerBound
      || context.isWord(index, among: ["st", "nd", "rd", "th"])
  }

  /// Whether an English word may be part of a name: a capitalised word stands beside it.
  private func isAmongNames(_ index: Int, in context: BlockContext) -> Bool {
    if let next = context.wordAfter(index), context[next].flags.contains(.capitalised) {
      return !context.isWord(next, in: .frenchStopWords)
    }
    // « Excel, Eclipse »
    if let comma = context.before(index), context[comma].kind == .comma, context.isGlued(comma) {
      return context[comma - 1].flags.contains(.capitalised) && !context.isSentenceStart(comma - 1)
    }
    guard let previous = context.wordBefore(index), !context.isWord(previous, in: .frenchStopWords) else {
      return false
    }
    return context[previous].flags.contains(.capitalised) || context.isWord(previous, in: .englishStopWords)
  }
}

extension Message {
  fileprivate static func lostAccent(_ corrected: String) -> Message {
    Message(
      fr: "La majuscule garde son accent\u{A0}: écrivez «\u{A0}\(corrected)\u{A0}».",
      en: "A capital keeps its accent: write “\(corrected)”.")
  }
}
