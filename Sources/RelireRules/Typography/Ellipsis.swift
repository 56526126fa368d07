import RelireDocuments
import RelireModel

/// `...` for `…`, and what surrounds it.
public struct Ellipsis: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/ellipsis", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Les points de suspension sont mal composés.", en: "An ellipsis is badly set."),
    rationale: Message(
      fr: """
        Les points de suspension sont un seul signe, collé au mot qui précède. Après «\u{A0}etc.\u{A0}», ils seraient \
        un pléonasme\u{A0}: le point abréviatif suffit.
        """,
      en: """
        The ellipsis is a single sign, set close to the word before it. After “etc.”, it would say the same twice: \
        the period of the abbreviation is enough.
        """),
    exceptions: Message(
      fr: """
        Les lignes de points à remplir, les chemins (`../`) et le code sont laissés tels quels. Si le site laisse Hugo \
        composer la typographie, trois points dans le corps des pages ne sont qu’une information.
        """,
      en: """
        Lines of dots to be filled in, paths (`../`) and code are left alone. Where the site lets Hugo set the \
        typography, three periods in a page's body are only information.
        """),
    references: [.imprimerieNationale("Points de suspension"), .oqlf("Points de suspension"), .oqlf("etc.")],
    examples: [
      Example("Il hésite⟦...⟧ puis part", fixed: "Il hésite… puis part"),
      Example("des associations, etc⟦...⟧", fixed: "des associations, etc."),
      Example("des associations, etc.⟦…⟧ Suite", fixed: "des associations, etc. Suite"),
      Example("Il hésite⟦ …⟧", fixed: "Il hésite…"),
      Example("Fin⟦…..⟧ et fin⟦....⟧", fixed: "Fin… et fin…"),
      Example("Tri, recyclage, ⟦...⟧ et réemploi, ⟦… .⟧", fixed: "Tri, recyclage, … et réemploi, …"),
      Example("Double point⟦..⟧", fixed: "Double point."),
      Example("Fait à … le …"),
      Example("Je soussignée …… déclare que …… demeure à Koné. La présidente, Mme ....., signe."),
      Example("Madame … est autorisée. L’association … (RIDET …), représentée par … le …"),
      Example("se termine par \"...\", commande [fichier] ...", format: .text),
      Example("Il hésite… (…) […] Nom\u{A0}: ............ et `...`"),
    ])

  public static let triggers: Token.Kinds = [.periodRun, .ellipsis]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    // The first sign of a run speaks for all of it.
    if context.isGlued(index), context[index - 1].kind == .ellipsis || context[index - 1].kind == .periodRun { return }
    var last = index
    while context.isJoinedToNext(last), context[last + 1].kind.isDots { last += 1 }
    let run = context.range(index..<(last + 1))
    let dots = context.prose.bytes[run].count { $0 == 0x2E }
    let hasEllipsis = dots < run.count

    if let end = etcetera(index, in: context) {
      let range = end..<run.upperBound
      // `etc.` may end the sentence: what is left is its period.
      let text = context.prose.bytes[end - 1] == 0x2E ? "" : "."
      findings.report(context.source(run), .afterEtc, fix: context.replace(range, with: text, .safe, .write("etc.")))
      return
    }
    if !hasEllipsis, isSyntax(index, last, in: context) { return }
    let space = spaceToDelete(index, in: context)
    if !hasEllipsis {
      // A line of dots to be filled in.
      if dots > 5 || dots == 2 && context[index].flags.contains(.first) { return }
      if dots == 2 { return checkTwo(index, run, in: context, &findings) }
    } else if dots == 0, last > index {
      // « Monsieur …… »: a blank to be filled in.
      return
    } else if dots == 0, space.isEmpty {
      return checkPeriodAfter(last, run, in: context, &findings)
    }
    if dots > 3, !hasEllipsis, !context.isGlued(index) { return }
    let count = hasEllipsis && dots + 3 * (last - index) > 12 ? (dots + 3) / 3 : 1
    let range = space.lowerBound..<run.upperBound
    let text = String(repeating: "\u{2026}", count: count)
    let isRendered = dots == 3 && !hasEllipsis && space.isEmpty && context.hasTypographer
    findings.report(
      context.source(range), dots == 0 ? .spaceBefore : isAfterWord(index, in: context) ? .periods : .sign,
      fix: context.replace(range, with: text, .safe, .write(text)), verdict: isRendered ? .review : .fault)
  }

  /// `"..."`, or `[fichier] ...` that may be repeated.
  private func isSyntax(_ index: Int, _ last: Int, in context: BlockContext) -> Bool {
    guard context.isGlued(index) else {
      return context.neighbourBefore(index).map { context[$0].kind == .closingBracket } ?? false
    }
    let kind = context[index - 1].kind
    guard context.isJoinedToNext(last), kind == .straightQuote || kind == .openingEnglishQuote else { return false }
    let closing = context[last + 1].kind
    return closing == .straightQuote || closing == .closingEnglishQuote
  }

  /// `..`: too few for an ellipsis, one too many for a period.
  private func checkTwo(_ index: Int, _ run: Range<Int>, in context: BlockContext, _ findings: inout Findings) {
    guard context.isGlued(index), context[index - 1].kind.endsPhrase,
      !context.isJoinedToNext(index)
        || context[index + 1].kind.isClosing
    else { return }
    findings.report(context.source(run), .twoPeriods, fix: context.replace(run, with: ".", .unsafe, .write(".")))
  }

  /// `… .`: the ellipsis ends the sentence.
  private func checkPeriodAfter(
    _ ellipsis: Int, _ run: Range<Int>, in context: BlockContext, _ findings: inout Findings
  ) {
    guard let period = context.neighbourAfter(ellipsis), context[period].kind == .period, !context.isGlued(period),
      !context.isJoinedToNext(period)
    else { return }
    let range = run.lowerBound..<context[period].range.upperBound
    if context.hasLineEnd(range) { return }
    findings.report(
      context.source(range), .periodAfter,
      fix: context.replace(run.upperBound..<range.upperBound, with: "", .unsafe, .write("\u{2026}")))
  }

  private func isAfterWord(_ index: Int, in context: BlockContext) -> Bool {
    context.neighbourBefore(index).map { context[$0].kind == .word || context[$0].kind == .number } ?? false
  }

  /// The end of `etc` or `etc.` when the run at `index` follows it closely.
  private func etcetera(_ index: Int, in context: BlockContext) -> Int? {
    guard context.isGlued(index) else { return nil }
    let hasPeriod = context[index - 1].kind == .period && context.isGlued(index - 1)
    let word = hasPeriod ? index - 2 : index - 1
    guard word >= context.indices.lowerBound, context.isWord(word, "etc") else { return nil }
    return context[index - 1].range.upperBound
  }

  /// *Madame … est autorisée*, *la société … (SIRET …)*: something is to be filled in here, as the word before it, the
  /// mark after it or another such sign in the text tells.
  private func isBlank(_ index: Int, after before: Int, in context: BlockContext) -> Bool {
    if context.isWord(before, among: Self.beforeBlanks) { return true }
    if !context.isJoinedToNext(index), let next = context.after(index),
      [.openingParenthesis, .percent, .currency].contains(context[next].kind)
    {
      return true
    }
    return context.remarkable.contains {
      let other = Int($0)
      return other != index && abs(other - index) < 40 && context[other].kind == .ellipsis && !context.isGlued(other)
    }
  }

  private static let beforeBlanks: WordSet = [
    "article", "association", "madame", "mme", "mlle", "monsieur", "nom", "né", "née", "prénom", "société", "soussigné",
    "soussignée",
  ]

  /// The space between a word and its ellipsis; empty where it stands for something left out.
  private func spaceToDelete(_ index: Int, in context: BlockContext) -> Range<Int> {
    let start = context[index].range.lowerBound
    guard let before = context.neighbourBefore(index), !context.isGlued(index) else { return start..<start }
    // « Fait à … le … »: blanks to be filled in
    if context[before].kind == .word,
      context.isWord(before, in: .determiners)
        || context.isWord(before, among: ["à", "au", "de", "du", "en", "dans", "par", "pour", "sur"])
    {
      return start..<start
    }
    if isBlank(index, after: before, in: context) { return start..<start }
    let space = context.spaceBefore(index)
    let isOmission = context.isJoinedToNext(index) && context[index + 1].kind == .word
    guard context[before].kind == .word || context[before].kind == .number, !isOmission, !context.hasLineEnd(space)
    else { return start..<start }
    return space
  }
}

extension Token.Kind {
  fileprivate var isDots: Bool { self == .ellipsis || self == .periodRun || self == .period }
}

extension Message {
  fileprivate static let periods = Message(
    fr: "Utilisez le signe unique «\u{A0}…\u{A0}», collé au mot qui précède.",
    en: "Use the single sign …, close to the word before it.")

  fileprivate static let sign = Message(
    fr: "Utilisez le signe unique «\u{A0}…\u{A0}».", en: "Use the single sign ….")

  fileprivate static let periodAfter = Message(
    fr: "Aucun point ne suit les points de suspension.", en: "No period follows an ellipsis.")

  fileprivate static let spaceBefore = Message(
    fr: "Supprimez l’espace avant les points de suspension.", en: "Delete the space before the ellipsis.")

  fileprivate static let afterEtc = Message(
    fr: "Après «\u{A0}etc\u{A0}», un seul point suffit.", en: "After “etc”, a single period is enough.")

  fileprivate static let twoPeriods = Message(
    fr: "Deux points de suite\u{A0}: mettez un point, ou des points de suspension.",
    en: "Two periods in a row: write one, or an ellipsis.")
}
