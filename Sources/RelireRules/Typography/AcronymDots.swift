import RelireDocuments
import RelireModel

/// *A.N.P.E.* for *ANPE*.
public struct AcronymDots: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/acronym-dots", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Un sigle est écrit avec des points.",
      en: "An acronym is written with periods."),
    rationale: Message(
      fr: """
        L’usage et les autorités écrivent les sigles sans points\u{A0}: «\u{A0}ONU\u{A0}», «\u{A0}SNCF\u{A0}». Un \
        lecteur d’écran marque sinon une pause à chaque lettre.
        """,
      en: "Acronyms are written without periods: “ONU”, “SNCF”; a screen reader otherwise pauses at each letter."),
    exceptions: Message(
      fr: "Les initiales d’un prénom («\u{A0}J. R. R. Tolkien\u{A0}») et les sigles de deux lettres.",
      en: "Initials of a first name (“J. R. R. Tolkien”) and acronyms of two letters."),
    references: [.imprimerieNationale("Sigles et acronymes"), .oqlf("Points dans les sigles")],
    examples: [
      Example("l’⟦A.N.P.E.⟧ n’existe plus", fixed: "l’ANPE n’existe plus"),
      Example("l’⟦O.N.U⟧ et la ⟦S.N.C.F.⟧", fixed: "l’ONU et la SNCF."),
      Example("J.M.G. Le Clézio, P.J.M. van Laarhoven, Fan, M.K.H., Tits, A.L."),
      Example("George W. Bush, J.R.R. Tolkien, le b.a.-ba, les U.S., Arthur D. vient"),
      Example("La S.A.R.L. Le Fournil ouvre. Voir [1990] 2 R.C.S. 345."),
    ])

  public static let triggers: Token.Kinds = [.period]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    // Called at the first period of the run.
    guard isInitial(index - 1, in: context), context.isGlued(index), index - 1 >= context.indices.lowerBound,
      !(context.isGlued(index - 1) && context[index - 2].kind == .period)
    else { return }
    var letters = 1
    var end = index
    while end + 2 < context.indices.upperBound, context.isGlued(end + 1), isInitial(end + 1, in: context),
      context.isGlued(end + 2), context[end + 2].kind == .period
    {
      letters += 1
      end += 2
    }
    if end + 1 < context.indices.upperBound, context.isGlued(end + 1), isInitial(end + 1, in: context) {
      letters += 1
      end += 1
    }
    guard letters >= 3, !context.isJoinedToNext(end) || !context[end + 1].kind.ties && context[end + 1].kind != .word
    else {
      return
    }
    if isPerson(index - 1..<end + 1, in: context) || isCited(index - 1, end, in: context) { return }
    // « la S.A.R.L. Le Fournil »: the end of a sentence, or none.
    if context[end].kind == .period, let next = context.wordAfter(end), context[next].flags.contains(.capitalised),
      context.isWord(next, among: ["le", "la", "les", "l"])
    {
      return
    }
    // The last period may end the sentence as well.
    let endsSentence = context[end].kind == .period && endsSentence(index - 1..<end + 1, in: context)
    let range = context.range(index - 1..<end + 1)
    let corrected = context.string(range).filter { $0 != "." } + (endsSentence ? "." : "")
    guard corrected != context.string(range) else { return }
    findings.report(
      context.source(range), .acronym(corrected),
      fix: context.replace(range, with: corrected, .unsafe, .write(corrected)))
  }

  /// `[1990] 2 R.C.S. 345`: a collection of judgements.
  private func isCited(_ start: Int, _ end: Int, in context: BlockContext) -> Bool {
    guard let before = context.before(start), let after = context.after(end) else { return false }
    return context[before].kind == .number && context[after].kind == .number
  }

  /// *J.H.M. Dassen*, *P.J.M. van Laarhoven*, *Fan, M.K.H., Tits, A.L.*
  private func isPerson(_ initials: Range<Int>, in context: BlockContext) -> Bool {
    let next = context.wordAfter(initials.upperBound - 1)
    if let comma = context.before(initials.lowerBound), context[comma].kind == .comma, context.isGlued(comma),
      isName(comma - 1, in: context),
      // « M. Durand, P.D.G. de la société »
      next.map({ context.isWord($0, "et") || context.isWord($0, "and") }) ?? true
    {
      return true
    }
    guard let next else { return false }
    if context.isWord(next, among: Self.particles) {
      // « la S.N.C.F. de Paris » has its article.
      return context.wordAfter(next).map { isName($0, in: context) } ?? false
        && !context.isAfterDeterminer(initials.lowerBound) && !context.isGlued(initials.lowerBound)
    }
    return isName(next, in: context) && !context.isWord(next, in: .frenchStopWords)
  }

  private func isName(_ index: Int, in context: BlockContext) -> Bool {
    context[index].kind == .word && context[index].flags.contains(.capitalised)
      && !context[index].flags.contains(.allCapitals)
  }

  private static let particles: WordSet = ["van", "von", "de", "den", "der", "du", "le", "la", "al", "di", "da"]

  /// Whether a capital follows, or the end of a text of which the acronym is not all.
  private func endsSentence(_ acronym: Range<Int>, in context: BlockContext) -> Bool {
    guard context.after(acronym.upperBound - 1) != nil else {
      return context.block.kind != .heading && context.before(acronym.lowerBound) != nil
    }
    return context.wordAfter(acronym.upperBound - 1).map { context[$0].flags.contains(.capitalised) } ?? false
  }

  private func isInitial(_ index: Int, in context: BlockContext) -> Bool {
    guard context.indices.contains(index) else { return false }
    return context[index].kind == .word && context[index].range.count <= 2
      && context[index].flags.contains(.capitalised) && context.string(context[index]).count == 1
  }
}

extension Message {
  fileprivate static func acronym(_ corrected: String) -> Message {
    Message(
      fr: "Un sigle s’écrit sans points\u{A0}: «\u{A0}\(corrected)\u{A0}».",
      en: "An acronym is written without periods: “\(corrected)”.")
  }
}
