import RelireDocuments
import RelireModel

/// A hyphen for a dash, and the spaces around dashes.
public struct Dash: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/dash", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Un trait d’union tient lieu de tiret, ou un tiret est mal espacé.",
      en: "A hyphen stands for a dash, or a dash is badly spaced."),
    rationale: Message(
      fr: """
        Le trait d’union unit, le tiret sépare\u{A0}: une incise se met entre deux tirets –, avec une espace de chaque \
        côté. Au début d’une réplique, une espace insécable suit le tiret.
        """,
      en: """
        The hyphen joins, the dash parts: an aside stands between two dashes –, with a space on either side. A dash \
        that opens a line of dialogue is followed by a no-break space.
        """),
    exceptions: Message(
      fr: """
        – et — sont acceptés l’un et l’autre. Devant une majuscule, où le trait d’union sépare peut-être les parties \
        d’un titre, et au début d’un bloc, ce n’est qu’une information. Les soustractions (devant un petit nombre seul, \
        ou à côté d’un signe égal), le titre de la page et les attributs sont laissés tels quels.
        """,
      en: """
        – and — are both accepted. Before a capital, where the hyphen may part a title, and at the start of a block, \
        it is only information. Subtractions (before a small number alone, or beside an equals sign), the page's title \
        and attributes are left alone.
        """),
    references: [.imprimerieNationale("Tiret"), .oqlf("Tiret")],
    examples: [
      Example("Le plan ⟦-⟧ il existe ⟦-⟧ échoue.", fixed: "Le plan – il existe – échoue."),
      Example("Le plan⟦--⟧il existe ⟦--⟧ échoue.", fixed: "Le plan – il existe – échoue."),
      Example("qu’y puis⟦ ⟧-je\u{202F}?", fixed: "qu’y puis-je\u{202F}?"),
      Example("Le plan ⟦—⟧il existe — échoue.", fixed: "Le plan — il existe — échoue."),
      Example("Critère 4.1 ⟦—⟧Chaque média", fixed: "Critère 4.1 — Chaque média"),
      Example("—⟦ ⟧Idem", fixed: "—\u{A0}Idem", format: .text),
      Example("Mairie ⟦-⟧ mairie.exemple.nc ⟦-⟧ Lot 4", fixed: "Mairie – mairie.exemple.nc – Lot 4"),
      Example("Guide ⟦-⟧ Accueil", fixed: "Guide – Accueil"),
      Example("les touches + et - du clavier, la touche *-* aussi, x = t - u(t), M - m, des droits r-- de lecture"),
      Example("Le signe égal et le - de haie, revenus (année - 2), net = brut (mois) - charges, de l’an N - 1."),
      Example("La touche - du pavé, cliquez sur - ou sur +, le pôle - de la pile, du groupe O - ou B -."),
      Example("Voir les pages 5⟦--⟧10.", fixed: "Voir les pages 5–10."),
      Example("Le plan – il existe – échoue. 5 - 3, Paris–Lyon, 18-29, ls --all, pré- et post-, -3"),
    ])

  public static let triggers: Token.Kinds = [.hyphen, .hyphenRun, .enDash, .emDash, .symbol]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard let after = context.neighbourAfter(index) else { return }
    let kind = context[index].kind
    if kind == .symbol { return checkUnderscore(index, after, in: context, &findings) }
    let isDash = kind == .enDash || kind == .emDash
    guard let before = context.neighbourBefore(index), context[before].kind != .lineBreak else {
      if isDash { checkDialogue(index, in: context, &findings) }
      return
    }
    if isDash {
      checkSpaces(index, before, after, in: context, &findings)
    } else if kind == .hyphenRun {
      checkRun(index, before, after, in: context, &findings)
    } else {
      checkHyphen(index, before, after, in: context, &findings)
    }
  }

  // MARK: – and —

  private func checkDialogue(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let space = context.spaceAfter(index)
    guard let next = context.next(index), next.kind != .number, context.singleNoBreakSpace(space) == nil,
      !context.hasLineEnd(space), !next.kind.isHyphen
    else { return }
    let range = space.isEmpty ? context[index].range : space
    findings.report(context.source(range), .dialogue, fix: context.respace(space, "\u{A0}"), verdict: .review)
  }

  /// `_ Oui, dit-il.`: an underscore typed for the dash of a dialogue.
  private func checkUnderscore(_ index: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard token.flags.contains(.first), context.prose.bytes[token.range].elementsEqual([0x5F]),
      !context.isJoinedToNext(index), context[after].flags.contains(.capitalised)
    else { return }
    let space = context.spaceAfter(index)
    let range = token.range.lowerBound..<space.upperBound
    if context.hasLineEnd(space) { return }
    findings.report(
      context.source(token.range), .underscore, fix: context.replace(range, with: "—\u{A0}", .safe, .write("—")))
  }

  /// A space on one side only.
  private func checkSpaces(
    _ index: Int, _ before: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    let isGlued = context.isGlued(index)
    let isGluedAfter = context.isJoinedToNext(index)
    guard isGlued != isGluedAfter, context[before].kind.endsPhrase,
      !isGlued || context[before].kind != .number
    else { return }
    switch context[after].kind {
    case .word, .openingGuillemet, .openingParenthesis, .object: break
    default: return
    }
    let offset = isGlued ? context[index].range.lowerBound : context[index].range.upperBound
    findings.report(context.source(context[index].range), .oneSided, fix: context.insert(" ", at: offset))
  }

  // MARK: Hyphens

  private func checkRun(
    _ index: Int, _ before: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    let range = context[index].range
    guard range.count < 4, context[before].kind.endsPhrase, context[before].kind != .technical else { return }
    switch context[after].kind {
    case .word, .number, .object, .openingGuillemet, .openingParenthesis, .straightQuote, .openingEnglishQuote: break
    default: return
    }
    // `r--`
    if context.isGlued(index), context[before].kind == .word, context[before].range.count == 1 { return }
    // `mot --option`
    if !context.isGlued(index), context.isJoinedToNext(index) { return }
    let isRange =
      context.isGlued(index) && context.isJoinedToNext(index) && context[before].kind == .number
      && context[after].kind == .number
    let text = isRange ? "–" : (context.isGlued(index) ? " " : "") + "–" + (context.isJoinedToNext(index) ? " " : "")
    findings.report(
      context.source(range), .hyphenForDash, fix: context.replace(range, with: text, .safe, .write("–")),
      verdict: context.hasTypographer ? .review : .fault)
  }

  private func checkHyphen(
    _ index: Int, _ before: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    let isGlued = context.isGlued(index)
    let isGluedAfter = context.isJoinedToNext(index)
    if isGlued, isGluedAfter { return }
    if !isGlued, isGluedAfter { return checkPronoun(index, after, in: context, &findings) }
    if isGlued { return checkTrailing(index, before, after, in: context, &findings) }
    let left = context[before]
    let right = context[after]
    guard left.kind.endsPhrase, !context.isLabel, left.kind != .number || right.kind != .number,
      right.kind == .word || right.kind == .number || right.kind == .object || right.kind == .openingGuillemet
        || right.kind == .technical && left.kind != .technical && isAddress(right, in: context)
    else { return }
    if isSign(index, before, after, in: context) || isSubtraction(index, after, in: context) { return }
    let space = context.spaceAfter(index)
    if context.hasLineEnd(space) || context.hasLineEnd(context.spaceBefore(index)) { return }
    let isIncise = left.kind == .word && right.kind == .word && !right.flags.contains(.capitalised)
    findings.report(
      context.source(context[index].range), .hyphenForDash,
      fix: context.replace(context[index].range, with: "–", .safe, .write("–")), verdict: isIncise ? .fault : .review)
  }

  /// Whether a hyphen subtracts, `t - u(t)`, or is shown: « + et - », « *-* ».
  private func isSign(_ index: Int, _ before: Int, _ after: Int, in context: BlockContext) -> Bool {
    let range = context[index].range
    if context.prose.isBoundary(range.lowerBound), context.prose.isBoundary(range.upperBound) { return true }
    if context.isWord(before, among: ["et", "ou"]) {
      return context.before(before).map { context[$0].kind == .mathematical } ?? false
    }
    // « le - »
    if context.isWord(before, among: ["le", "un", "du", "au"]) { return true }
    // « la touche - du pavé », « cliquez sur - »
    if context.isWord(before, among: Self.beforeSigns) { return true }
    // « O - ou B - »
    if isVariable(before, in: context), context.isWord(after, "et") || context.isWord(after, "ou") { return true }
    guard isVariable(after, in: context) else { return false }
    return isVariable(before, in: context) || context[before].kind == .closingParenthesis
  }

  private static let beforeSigns: WordSet = [
    "borne", "bornes", "bouton", "boutons", "pôle", "pôles", "rhésus", "signe", "signes", "sur", "touche", "touches",
  ]

  /// `exemple.org`: a name among others that dashes part; all of them are written alike.
  private func isAddress(_ token: Token, in context: BlockContext) -> Bool {
    let bytes = context.prose.bytes[token.range]
    return bytes.contains(UInt8(ascii: ".")) && !bytes.contains(UInt8(ascii: "_"))
      && bytes.first.map { ($0 | 0x20) &- 0x61 < 26 } == true
  }

  /// *année - 2*, *net = brut - charges*
  private func isSubtraction(_ index: Int, _ after: Int, in context: BlockContext) -> Bool {
    if context[after].kind == .number, context[after].range.count <= 2, context.isClauseEnd(after) {
      // « Bureau - 12, rue du Lac »
      return context.after(after).map { context[$0].kind != .comma } ?? true
    }
    return context.isNearEqualsSign(index)
  }

  /// One letter of any alphabet that is no French word.
  private func isVariable(_ index: Int, in context: BlockContext) -> Bool {
    let bytes = context.prose.bytes[context[index].range]
    guard context[index].kind == .word, let first = bytes.first else { return false }
    return bytes.count == 1 ? first | 0x20 != 0x61 && first | 0x20 != 0x79 : bytes.count == 2 && first >= 0xCE
  }

  /// `puis -je`
  private func checkPronoun(_ index: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.wordBefore(index) != nil, context.isWord(after, among: Self.pronouns) else { return }
    let space = context.spaceBefore(index)
    findings.report(context.source(space), .spaceInCompound, fix: context.respace(space, ""))
  }

  private static let pronouns: WordSet = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "ci", "l\u{E0}", "moi", "toi",
  ]

  /// `crypto- communiste`, but not `pré- et post-`.
  private func checkTrailing(
    _ index: Int, _ before: Int, _ after: Int, in context: BlockContext, _ findings: inout Findings
  ) {
    guard context[before].kind == .word, context[after].kind == .word, context[after].range.count > 3,
      !context[after].flags.contains(.capitalised)
    else { return }
    if context.isWord(after, among: ["puis", "mais", "voire", "ainsi", "comme", "dans"]) { return }
    let space = context.spaceAfter(index)
    if context.hasLineEnd(space) { return }
    findings.report(
      context.source(space), .spaceInCompound, fix: context.respace(space, ""), verdict: .review)
  }
}

extension BlockContext {
  /// Whether an equals sign stands in the same clause, nearby.
  fileprivate func isNearEqualsSign(_ index: Int) -> Bool {
    let before = (max(indices.lowerBound, index - 16)..<index).reversed()
    let after = (index + 1)..<min(indices.upperBound, index + 16)
    return isEqualsSignFirst(of: before) || isEqualsSignFirst(of: after)
  }

  /// Whether an equals sign comes before the clause ends.
  private func isEqualsSignFirst(of tokens: some Sequence<Int>) -> Bool {
    for index in tokens {
      switch self[index].kind {
      case .mathematical where prose.bytes[self[index].range].elementsEqual([0x3D]): return true
      case .period, .semicolon, .highMark, .lineBreak, .colon: return false
      default: break
      }
    }
    return false
  }

  /// Titles and descriptions of few words, whose parts a hyphen separates by custom: « Site - Accueil ».
  fileprivate var isLabel: Bool {
    switch block.kind {
    case .pageTitle, .attribute, .alternative, .shortcodeArgument: true
    default: false
    }
  }
}

extension Message {
  fileprivate static let hyphenForDash = Message(
    fr: "Utilisez un tiret – plutôt qu’un trait d’union.", en: "Use a dash – rather than a hyphen.")

  fileprivate static let underscore = Message(
    fr: "Utilisez un tiret — plutôt qu’un tiret bas.", en: "Use a dash — rather than an underscore.")

  fileprivate static let oneSided = Message(
    fr: "Mettez une espace de chaque côté du tiret.", en: "Put a space on either side of the dash.")

  fileprivate static let dialogue = Message(
    fr: "Mettez une espace insécable après le tiret.", en: "Put a no-break space after the dash.")

  fileprivate static let spaceInCompound = Message(
    fr: "Supprimez l’espace à côté du trait d’union.", en: "Delete the space beside the hyphen.")
}
