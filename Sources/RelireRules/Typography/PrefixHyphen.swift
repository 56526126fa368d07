import RelireDocuments
import RelireLexicon
import RelireModel

/// *ex ministre*, *semi liberté*, *franco allemand*, *une sous commission*, *Saint Denis*.
public struct PrefixHyphen: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/prefix-hyphen", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un trait d’union manque après un préfixe.",
      en: "A hyphen is missing after a prefix."),
    rationale: Message(
      fr: """
        «\u{A0}Ex\u{A0}», «\u{A0}semi\u{A0}», «\u{A0}pseudo\u{A0}» ou «\u{A0}franco\u{A0}» s’attachent par un trait \
        d’union au mot qu’ils précèdent, de même que «\u{A0}Saint\u{A0}» au nom d’un lieu\u{A0}: \
        «\u{A0}ex-ministre\u{A0}», «\u{A0}Saint-Denis\u{A0}». «\u{A0}Quasi\u{A0}» s’attache au nom, non à l’adjectif.
        """,
      en: """
        “Ex”, “semi”, “pseudo” or “franco” are tied by a hyphen to the word after them, and so is “Saint” to the name of a \
        place: “ex-ministre”, “Saint-Denis”. “Quasi” is tied to a noun, not to an adjective.
        """),
    exceptions: Message(
      fr: "Les mêmes mots employés seuls\u{A0}: «\u{A0}mon ex\u{A0}», «\u{A0}courir un semi\u{A0}».",
      en: "The same words on their own: “mon ex”, “courir un semi”."),
    references: [.imprimerieNationale("Trait d’union"), .oqlf("Trait d’union et préfixes")],
    examples: [
      Example("son ⟦ex ami⟧, en ⟦semi autonomie⟧", fixed: "son ex-ami, en semi-autonomie"),
      Example("des ⟦franco américains⟧", fixed: "des franco-américains"),
      Example("une ⟦sous espèce⟧, la ⟦pseudo taxe⟧", fixed: "une sous-espèce, la pseudo-taxe"),
      Example(
        "une ⟦demi promotion⟧, à ⟦mi étage⟧, la ⟦non éligibilité⟧ du dossier",
        fixed: "une demi-promotion, à mi-étage, la non-éligibilité du dossier"),
      Example(
        "un service ⟦médico judiciaire⟧, une bourse de ⟦technico manager⟧",
        fixed: "un service médico-judiciaire, une bourse de technico-manager"),
      Example("un demi pression, un an et demi après, en mi majeur, un non catégorique, à demi nu"),
      Example(
        "à ⟦Saint Denis⟧, rue ⟦Saint Honoré⟧, la ⟦Saint Jean⟧", fixed: "à Saint-Denis, rue Saint-Honoré, la Saint-Jean"),
      Example("des hommes ⟦quasi-inféodés⟧", fixed: "des hommes quasi inféodés"),
      Example("Mon ex alcoolique court un semi sous la pluie, la quasi-totalité des saints."),
      Example("la saint Valentin, mettre sous tension, il est quasi parfait"),
      Example("une surface 3D sous forme de polygones, votre pseudo original"),
      Example("Distribuez-les sous licence GPL, certains sous contrat, l’un sous terre, l’autre sous verre."),
      Example("au temps de Saint Augustin, d’après Saint Thomas, « St Mary’s Road »"),
    ])

  public static let lists: WordLists = [.prefixes]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    // « sous licence » is longer than « sous ».
    guard let condition = context.phrase(list, at: index)?.value ?? context.value(index, in: list) else { return }
    if context.isWord(index, "quasi") {
      checkQuasi(index, in: context, &findings)
      return
    }
    guard let next = context.wordAfter(index), !context.isJoinedToNext(index), context.gap(after: index) != .other,
      // `hyphenation-of-compounds` knows better.
      context.phrase(.compounds, at: index, ignoresHyphens: true) == nil,
      context.phrase(.nounCompounds, at: index, ignoresHyphens: true) == nil,
      holds(condition, index, next, in: context)
    else { return }
    let form = context.string(context[index]) + "-" + context.string(context[next])
    findings.report(
      context.source(context.range(index..<next + 1)), .prefix(form),
      fix: context.replace(context.gapRange(after: index), with: "-", .unsafe, .write(form)))
  }

  private func holds(_ condition: String, _ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    let isPlain = !context[next].flags.contains(.capitalised) && !context.isWord(next, in: .frenchStopWords)
    switch condition {
    case "noun":
      if context.isWord(index, "ex") { return context.isWord(next, in: .exNouns) }
      return isPlain && hasDeterminer(index, in: context) && !context.hasSuffix(next, "ant")
        && !isNickname(index, in: context)
    case "always": return isPlain && context[next].range.count > 3
    case "half": return isPlain && context[next].range.count > 3 && isHalf(index, in: context)
    case "middle": return isPlain && context[next].range.count > 3 && isMiddle(index, next, in: context)
    case "not": return isPlain && isNegatedNoun(index, next, in: context)
    case "after determiner":
      // « les sous », « des sous » are coins; « le sous » none.
      return isPlain && hasDeterminer(index, in: context) && context[next].range.count > 3
        && !context.isWord(next, in: .determiners)
    case "people":
      return context.isWord(next, in: .peoples) && !context.isTied(index..<index + 1)
    case "saint":
      return context[index].flags.contains(.capitalised) && !context[index].flags.contains(.allCapitals)
        && context[next].flags.contains(.capitalised) && !context.isWord(next, in: .frenchStopWords)
        && isPlace(index, next, in: context)
        && !["vierge", "bible", "famille", "esprit", "père", "écriture", "écritures"].contains(context.folded(next))
    case "reflexive":
      guard let reflexive = context.joinedWordBefore(index, \.isApostrophe) else { return false }
      return context.isWord(reflexive, "s") && context.isInfinitive(next)
    default: return false
    }
  }

  /// *une demi journée*, *deux demi parts*: the noun would be *demie* or *demis* there; « un demi panaché » is one.
  private func isHalf(_ index: Int, in context: BlockContext) -> Bool {
    guard let word = context.wordBefore(index) else { return false }
    return context.isWord(word, among: Self.beforeHalf)
  }

  /// *à mi pente*, *la mi saison*; the note is *le mi*.
  private func isMiddle(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    guard let word = context.wordBefore(index), !context.isWord(next, among: ["bémol", "dièse", "majeur", "mineur"])
    else { return false }
    return context.isWord(word, among: ["à", "la"])
  }

  /// *la non réception*, *en cas de non livraison*: nouns, by their endings; « un non ferme » is an answer.
  private func isNegatedNoun(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    guard let word = context.wordBefore(index), context.isWord(word, among: Self.beforeNot),
      context[next].range.count > 5
    else { return false }
    return context.hasSuffix(next, "tion") || context.hasSuffix(next, "sion") || context.hasSuffix(next, "ance")
      || context.hasSuffix(next, "ence") || context.hasSuffix(next, "isme")
      || context.isWord(next, among: Self.negatedNouns) || isQuality(next, in: context)
  }

  /// *éligibilité*, *linéarité*
  private func isQuality(_ index: Int, in context: BlockContext) -> Bool {
    let range = context[index].range
    return range.count > 6 && context.prose.bytes[range].suffix(4).elementsEqual("it\u{E9}".utf8)
  }

  private static let beforeHalf: WordSet = [
    "une", "la", "cette", "ma", "ta", "sa", "les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "deux",
    "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plusieurs", "quelques",
  ]

  private static let beforeNot: WordSet = ["la", "le", "les", "une", "cette", "sa", "leur", "de", "du", "des", "pour"]

  private static let negatedNouns: WordSet = [
    "accomplissement", "alignement", "dépassement", "dépôt", "détention", "emploi", "engagement", "enseignement",
    "fonctionnement", "lecteur", "lecteurs", "livraison", "paiement", "prise", "règlement", "remboursement",
    "renouvellement", "réponse", "réponses", "respect", "retour", "signature", "vente", "versement",
  ]

  /// *votre pseudo original*
  private func isNickname(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isWord(index, "pseudo"), let owner = context.wordBefore(index) else { return false }
    return context.isWord(owner, among: ["mon", "ton", "son", "notre", "votre", "leur"])
  }

  /// *Saint Thomas* is a person, unless a noun of places, the article of a feast, a postcode or *à* stands before.
  private func isPlace(_ index: Int, _ next: Int, in context: BlockContext) -> Bool {
    if context.isJoinedToNext(next), context[next + 1].kind.isApostrophe { return false }
    if context.isWord(next, among: Self.onlyPlaces) { return true }
    guard let previous = context.before(index), !context.isGlued(index) else { return false }
    if context[previous].kind == .number { return context[previous].range.count == 5 }
    guard context[previous].kind == .word else { return false }
    if context.isWord(previous, "la") { return true }
    let noun = context.wordBefore(previous)
    if context.isWord(previous, "à") { return noun.map { !context.isWord($0, among: Self.devotions) } ?? true }
    if context.isWord(previous, in: .placeNouns) { return true }
    return context.isWord(previous, "de") && noun.map { context.isWord($0, in: .placeNouns) } ?? false
  }

  private static let onlyPlaces: WordSet = [
    "domingue", "empire", "office", "pétersbourg", "sépulcre", "siège", "tropez", "émilion",
  ]

  private static let devotions: WordSet = [
    "consacré", "consacrée", "consacrés", "consacrées", "culte", "dédié", "dédiée", "dédiés", "dédiées", "dévotion",
    "grâce", "hommage", "prière", "prières", "quant", "voué", "vouée",
  ]

  private func hasDeterminer(_ index: Int, in context: BlockContext) -> Bool {
    if let word = context.joinedWordBefore(index, \.isApostrophe) {
      return context.isWord(word, among: ["l", "d", "qu"])
    }
    return context.isAfterDeterminer(index)
  }

  /// *quasi-inféodés*: before an adjective or a participle *quasi* is an adverb.
  private func checkQuasi(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard index + 2 < context.indices.upperBound, context[index + 1].kind.isHyphen, context.isGlued(index + 1),
      context.isGlued(index + 2), context[index + 2].kind == .word
    else { return }
    let word = context.folded(index + 2)
    let endings = [
      "és", "ées", "ée", "ifs", "ives", "ible", "ibles", "ables", "elle", "elles", "eux", "euse", "entiel",
    ]
    guard endings.contains(where: word.hasSuffix), !word.hasSuffix("nel") else { return }
    let form = context.string(context[index]) + " " + context.string(context[index + 2])
    findings.report(
      context.source(context.range(index..<index + 3)), .noPrefix(form),
      fix: context.replace(context[index + 1].range, with: " ", .unsafe, .write(form)))
  }
}

extension Message {
  fileprivate static func prefix(_ form: String) -> Message {
    Message(
      fr: "Un trait d’union attache le préfixe\u{A0}: «\u{A0}\(form)\u{A0}».",
      en: "A hyphen ties the prefix: “\(form)”.")
  }

  fileprivate static func noPrefix(_ form: String) -> Message {
    Message(
      fr: "Devant un adjectif, «\u{A0}quasi\u{A0}» ne prend pas de trait d’union\u{A0}: «\u{A0}\(form)\u{A0}».",
      en: "Before an adjective “quasi” takes no hyphen: “\(form)”.")
  }
}
