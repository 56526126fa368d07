import RelireDocuments
import RelireLexicon
import RelireModel

/// *au delà*, *rez de chaussée*, *c’est à dire*, *en-dessous*, *Nouvelle Calédonie*.
public struct HyphenationOfCompounds: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/hyphenation-of-compounds", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un trait d’union manque à un mot composé, ou est de trop.",
      en: "A compound lacks its hyphen, or has one too many."),
    rationale: Message(
      fr: """
        Le trait d’union fait de plusieurs mots un seul\u{A0}: «\u{A0}c’est-à-dire\u{A0}», «\u{A0}au-delà\u{A0}», \
        «\u{A0}Nouvelle-Calédonie\u{A0}». Il évite au lecteur de s’y reprendre à deux fois. Des listes disent quels \
        composés en veulent toujours, et lesquels seulement quand un article en fait des noms\u{A0}: on discute face \
        à face, mais on organise un face-à-face.
        """,
      en: """
        A hyphen makes one word of several: “c’est-à-dire”, “au-delà”, “Nouvelle-Calédonie”. Lists say which compounds \
        always need it, and which only when an article makes nouns of them.
        """),
    exceptions: Message(
      fr: "Les noms propres sont repris seulement s’ils portent leurs majuscules.",
      en: "Proper names are corrected only where they have their capitals."),
    references: [
      .imprimerieNationale("Trait d’union"), .oqlf("Trait d’union dans les noms composés"),
    ],
    examples: [
      Example("⟦C’est à dire⟧ au rez-de-chaussée.", fixed: "C’est-à-dire au rez-de-chaussée."),
      Example("⟦C’est–à–dire⟧ ⟦peut–être⟧ demain.", fixed: "C’est-à-dire peut-être demain."),
      Example("un ⟦pré-requis⟧, une page ⟦mis-à-jour⟧", fixed: "un prérequis, une page mis à jour"),
      Example("⟦au delà⟧ de la **⟦main d’œuvre⟧**", fixed: "au-delà de la **main-d’œuvre**"),
      Example("un ⟦face à face⟧ tendu", fixed: "un face-à-face tendu"),
      Example("⟦en-dessous⟧ du seuil", fixed: "en dessous du seuil"),
      Example("la ⟦Nouvelle Calédonie⟧", fixed: "la Nouvelle-Calédonie"),
      Example("⟦la dite⟧ loi", fixed: "ladite loi"),
      Example(
        "un ⟦co auteur⟧ du ⟦bloc notes⟧, un ⟦sapeur pompier⟧, ⟦à tue tête⟧",
        fixed: "un coauteur du bloc-notes, un sapeur-pompier, à tue-tête"),
      Example("un co-auteur, un médecin chef de service, à dos d’âne, un terrain sur le champ"),
      Example("peut-être qu'il, la Marche d’En-bas"),
      Example("Mais ⟦peut être que⟧ oui.", fixed: "Mais peut-être que oui."),
      Example(
        "Il est ⟦peut être⟧ parti. ⟦Peut être⟧ faut-il attendre.",
        fixed: "Il est peut-être parti. Peut-être faut-il attendre."),
      Example("Il ⟦ne peut-être⟧ réélu.", fixed: "Il ne peut être réélu."),
      Example(
        "Il viendra ⟦peut être⟧. ⟦Peut être⟧ demain. ⟦par ci par là⟧",
        fixed: "Il viendra peut-être. Peut-être demain. par-ci par-là"),
      Example("Peut être utilisé seul. Ce que la vie peut être. Un mot par-ci, un mot par-là."),
      Example("Ce qui est peut être dit. Je crains de ne peut-être pas venir. L’est peut être visité."),
      Example("La raison peut être que tout est prêt. Prenez garde à vous assurer du reste."),
      Example("Répartir entre temps plein et temps partiel. L’un à côté de l’autre, un tour sur trois à plat."),
      Example("⟦Entre temps⟧, ⟦entre temps⟧ il a plu.", fixed: "Entre-temps, entre-temps il a plu."),
      Example(
        "leur faire part d’un avis, elle porte parole et musique, ⟦un laisser aller⟧",
        fixed: "leur faire part d’un avis, elle porte parole et musique, un laisser-aller"),
      Example("Ils sont face à face, il va et vient."),
      Example("une nouvelle calédonie imaginaire"),
      Example("Il est parti sur le champ de bataille."),
      Example("Dès lors que la demande est reçue, ce jour-là devant témoins."),
    ])

  public static let lists: WordLists = [.compounds, .nounCompounds, .falseCompounds, .placeNames]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    let ignoresHyphens = list != .falseCompounds
    guard let match = context.phrase(list, at: index, ignoresHyphens: ignoresHyphens), !context.isRight(match),
      let form = match.value, !form.isEmpty, !context.isTied(match.indices)
    else { return }
    switch list {
    case .nounCompounds: guard isNoun(match.indices, in: context) else { return }
    case .falseCompounds:
      guard !isName(match.indices, in: context), !isPeutEtre(match.indices, in: context) else { return }
      // « par-ci, par-là »
      if context.isWord(index, "par"), context.follows("ci", index, within: 4) { return }
    case .placeNames: guard hasCapitals(of: form, match.indices, in: context) else { return }
    default:
      // AUJOURDHUI, a function of a spreadsheet
      if match.indices.count == 1, context[index].flags.contains(.allCapitals) { return }
      guard !isDesLors(index, in: context), !isVerb(index, in: context), !isPhrase(match.indices, in: context),
        !isPeutEtre(match.indices, in: context)
      else { return }
    }
    if ignoresHyphens, form.utf8.contains(0x2D), let (fix, isRight) = joining(form, match.indices, in: context) {
      if isRight { return }
      report(match.indices, form, fix, in: context, &findings)
      return
    }
    // « co-auteur » for « coauteur » is a variant: only the space is a fault.
    if list == .compounds, context.isWord(index, in: .fusedPrefixes), !form.utf8.contains(0x2D),
      match.indices.contains(where: { context[$0].kind.isHyphen })
    {
      return
    }
    let range = context.range(match.indices)
    let corrected = context.matchingCase(of: index, form)
    guard corrected != context.string(range) else { return }
    report(
      match.indices, corrected, context.replace(range, with: corrected, .unsafe, .write(corrected)), in: context,
      &findings)
  }

  private func report(
    _ run: Range<Int>, _ form: String, _ fix: Fix?, in context: BlockContext, _ findings: inout Findings
  ) {
    let form = form.replacing("'", with: "\u{2019}")
    findings.report(context.source(context.range(run)), .compound(form), fix: fix)
  }

  /// The fix that puts hyphens where the right form has them, and whether none is missing. Nil when the words of
  /// the text are not those of the form.
  private func joining(_ form: String, _ run: Range<Int>, in context: BlockContext) -> (fix: Fix?, isRight: Bool)? {
    let marks = form.utf8.filter { $0 == 0x2D || $0 == 0x20 || $0 == 0x27 }
    let words = run.filter { context[$0].kind == .word || context[$0].kind == .number }
    let parts = form.split { $0 == "-" || $0 == " " || $0 == "'" || $0 == "\u{2019}" }
    guard words.count == marks.count + 1, parts.count == words.count,
      zip(parts, words).allSatisfy({ $0.lowercased() == context.folded($1) })
    else { return nil }
    var edits = TextEdits()
    var isRight = true
    for (position, mark) in marks.enumerated() where mark == 0x2D {
      let gap = context[words[position]].range.upperBound..<context[words[position + 1]].range.lowerBound
      let isHyphen = words[position + 1] - words[position] == 2 && context[words[position] + 1].kind.isHyphen
      if isHyphen, gap.count == context[words[position] + 1].range.count { continue }
      isRight = false
      guard let part = context.prose.edits(replacing: gap, with: "-") else { return (nil, false) }
      edits.append(part)
    }
    return (isRight ? nil : Fix(.hyphenate, .unsafe, edits), isRight)
  }

  /// Whether a determiner makes a noun of the words: *le face à face*.
  private func isNoun(_ run: Range<Int>, in context: BlockContext) -> Bool {
    let start = run.lowerBound
    let elided = context.joinedWordBefore(start, \.isApostrophe)
    guard elided != nil || context.isAfterDeterminer(start), let word = elided ?? context.wordBefore(start),
      context.isWord(word, in: .determiners)
    else { return false }
    // leur faire part de son avis
    if context.isWord(start, "faire") { return !context.isWord(word, "leur") }
    guard context.isWord(start, among: ["à", "en", "entre"]) else { return true }
    return !context.isWord(word, among: Self.pronouns)
      || context.isWord(start, "en") && context.isWord(word, among: ["un", "une"])
  }

  /// Determiners that stand for a noun as often, before an adverbial phrase: *un tour sur trois à côté*.
  private static let pronouns: WordSet = [
    "un", "une", "autre", "autres", "aucun", "aucune", "certains", "certaines", "plusieurs", "deux", "trois", "quatre",
    "cinq", "six", "sept", "huit", "neuf", "dix", "seul", "seule", "premier", "première", "dernier", "dernière", "d",
  ]

  /// *la Marche d’En-bas*
  private func isName(_ run: Range<Int>, in context: BlockContext) -> Bool {
    context[run.lowerBound].flags.contains(.capitalised) && !context[run.lowerBound].flags.contains(.allCapitals)
      && !context.isSentenceStart(run.lowerBound)
  }

  /// *entre temps de travail et vie privée*, *il est parti sur le champ de bataille*
  private func isPhrase(_ run: Range<Int>, in context: BlockContext) -> Bool {
    if context.isWord(run.upperBound - 1, "champ") {
      return context.wordAfter(run.upperBound - 1).map { !context.isWord($0, among: Self.nextToAdverbs) } ?? false
    }
    guard context.isWord(run.lowerBound, "entre"), context.isWord(run.upperBound - 1, "temps"),
      let next = context.wordAfter(run.upperBound - 1)
    else { return false }
    return !context.isWord(next, in: .determiners) && !context.isWord(next, in: .inversionPronouns)
  }

  /// What follows *sur-le-champ* rather than tells which field is meant.
  private static let nextToAdverbs: WordSet = [
    "et", "mais", "car", "par", "pour", "sans", "avec", "si", "dès", "à", "au", "aux", "le", "la", "les", "l", "un",
    "une",
    "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces",
  ]

  private func hasCapitals(of form: String, _ run: Range<Int>, in context: BlockContext) -> Bool {
    let parts = form.split { $0 == "-" || $0 == " " || $0 == "'" }
    let words = run.filter { context[$0].kind == .word }
    guard parts.count == words.count else {
      return run.first.map { context[$0].flags.contains(.capitalised) } ?? false
    }
    return zip(parts, words).allSatisfy { part, word in
      part.first?.isUppercase != true || context[word].flags.contains(.capitalised)
    }
  }

  /// *Elle porte parole et musique*
  private func isVerb(_ index: Int, in context: BlockContext) -> Bool {
    guard let word = context.wordBefore(index) else { return false }
    return context.isWord(word, among: Self.subjects) && context.isWord(index, in: .compoundVerbs)
  }

  private static let subjects: WordSet = ["il", "elle", "on", "qui", "je", "j", "se", "s", "ne", "n"]

  /// *dès lors que*, *depuis lors qu’il…*
  private func isDesLors(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isWord(index, "lors"), let word = context.wordBefore(index) else { return false }
    return context.isWord(word, among: ["dès", "depuis", "alors"])
  }
}

extension Message {
  fileprivate static func compound(_ form: String) -> Message {
    Message(
      fr: "L’orthographe est «\u{A0}\(form)\u{A0}».",
      en: "The spelling is “\(form)”.")
  }

  fileprivate static let hyphenate = Message(fr: "Mettre les traits d’union", en: "Put the hyphens")
}
