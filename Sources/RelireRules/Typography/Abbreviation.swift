import RelireDocuments
import RelireLexicon
import RelireModel

/// *Mr*, *Mme.*, *c.a.d*, *no. 12*.
public struct Abbreviation: WordRule {
  public static let metadata = RuleMetadata(
    id: "typography/abbreviation", severity: .warning, fix: .unsafe,
    summary: Message(
      fr: "Une abréviation n’a pas sa forme française.",
      en: "An abbreviation does not have its French form."),
    rationale: Message(
      fr: """
        «\u{A0}Monsieur\u{A0}» s’abrège «\u{A0}M.\u{A0}» («\u{A0}Mr\u{A0}» est anglais), «\u{A0}Madame\u{A0}» \
        «\u{A0}Mme\u{A0}» sans point, car la dernière lettre y est, «\u{A0}c’est-à-dire\u{A0}» \
        «\u{A0}c.-à-d.\u{A0}», «\u{A0}numéro\u{A0}» «\u{A0}n°\u{A0}».
        """,
      en: """
        “Monsieur” is abbreviated “M.” (“Mr” is English), “Madame” “Mme” without a period, since its last letter is there, \
        “c’est-à-dire” “c.-à-d.”, “numéro” “n°”.
        """),
    references: [.imprimerieNationale("Abréviations"), .oqlf("Abréviations courantes")],
    examples: [
      Example("⟦Mr⟧ Martin et ⟦Mme.⟧ Durand", fixed: "M. Martin et Mme Durand"),
      Example("les particuliers, ⟦c.a.d⟧ tous", fixed: "les particuliers, c.-à-d. tous"),
      Example("situé au ⟦no.⟧ 12", fixed: "situé au n° 12"),
      Example("⟦P.ex.⟧ 3 ⟦kgs⟧ de sel", fixed: "P. ex. 3 kg de sel"),
      Example("des fruits, ⟦etc⟧, en 52 ⟦av. JC⟧", fixed: "des fruits, etc., en 52 av.\u{A0}J.-C."),
      Example(
        "Du texte (⟦ie⟧ du Markdown), un outil (⟦e.g⟧ Git), ⟦cf⟧ la note. ⟦Cf⟧ l’annexe.",
        fixed: "Du texte (c.-à-d. du Markdown), un outil (p. ex. Git), cf. la note. Cf. l’annexe."),
      Example(
        "⟦Par ex⟧\u{A0}: un atelier, cf. la note, i.e. ceci, e.g. cela",
        fixed: "Par ex.\u{A0}: un atelier, cf. la note, i.e. ceci, e.g. cela"),
      Example("⟦Mr⟧ et Mme Dupont", fixed: "M. et Mme Dupont"),
      Example("M. Martin, Mme Durand, c.-à-d. tous, n° 12"),
      Example("J’ai vu Mme. Elle va bien. La police Nimbus Roman No. 9. P. ex. 12. Le répertoire etc."),
    ])

  public static let lists: WordLists = [.abbreviations]

  public init() {}

  public func check(_ index: Int, as list: WordList, in context: BlockContext, _ findings: inout Findings) {
    if let phrase = context.phrase(list, at: index) { return checkPhrase(phrase, in: context, &findings) }
    guard !context.isTied(index..<index + 1), let form = context.value(index, in: list), !form.isEmpty else { return }
    let token = context[index]
    switch form {
    case "M.", "Mlle":
      guard token.flags.contains(.capitalised), !token.flags.contains(.allCapitals), nameFollows(index, in: context)
      else { return }
    case "cf.":
      guard !token.flags.contains(.allCapitals) else { return }
      if token.flags.contains(.capitalised) {
        report(token.range, form.capitalisedFirst, in: context, &findings)
        return
      }
    // « ie » alone may be anything.
    case "c.-à-d." where context.isWord(index, "ie"):
      guard !token.flags.contains(.capitalised), let mark = context.before(index),
        context[mark].kind == .openingParenthesis || context[mark].kind == .comma
      else { return }
    case "h", "kg", "km", "km/h", "g", "m", "min", "s":
      guard !token.flags.contains(.capitalised), isAfterNumber(index, in: context) else { return }
    case "etc.":
      guard endsEnumeration(index, in: context) else { return }
    default:
      // « CAD » is computer-aided design.
      guard !token.flags.contains(.capitalised) else { return }
    }
    report(token.range, form, in: context, &findings)
  }

  private func checkPhrase(_ phrase: BlockContext.PhraseMatch, in context: BlockContext, _ findings: inout Findings) {
    guard let form = phrase.value, !form.isEmpty else { return }
    let first = phrase.indices.lowerBound
    let last = phrase.indices.upperBound - 1
    let range = context.range(phrase.indices)
    switch form {
    case "n°":
      guard let number = context.after(last), context[number].kind == .number, !context.isGlued(number) else { return }
      // « Nimbus Roman No. 9 » is a name.
      if context[first].flags.contains(.capitalised), let name = context.wordBefore(first),
        context[name].flags.contains(.capitalised), !context.isSentenceStart(name)
      {
        return
      }
    case "Mme", "Mmes", "Mlle", "Mlles", "M.", "Mgr", "Dr", "Pr":
      guard context[first].flags.contains(.capitalised), nameFollows(last, in: context) else { return }
    case "p. ex.", "par ex.", "c.-à-d.":
      // At the start of a sentence.
      if context[first].flags.contains(.capitalised) {
        report(range, form.capitalisedFirst, in: context, &findings)
        return
      }
    case "km/h":
      guard !context[first].flags.contains(.capitalised) || isAfterNumber(first, in: context) else { return }
    case "etc.":
      guard let comma = context.before(first), context[comma].kind == .comma else { return }
    case "av. J.-C.", "avant J.-C.", "apr. J.-C.", "après J.-C.":
      guard isYear(before: first, in: context) else { return }
      report(range, form.replacing(" ", with: "\u{A0}"), in: context, &findings)
      return
    default: break
    }
    report(range, form, in: context, &findings)
  }

  private func isAfterNumber(_ index: Int, in context: BlockContext) -> Bool {
    guard let number = context.before(index), context[number].kind == .number else { return false }
    // « 14h30mn »
    return !context.isGlued(index) || !context.isGlued(number) || context[number - 1].kind != .word
  }

  /// *52 avant JC*, *au Ier siècle av. JC*: alone, *JC* may be someone.
  private func isYear(before index: Int, in context: BlockContext) -> Bool {
    guard let previous = context.before(index) else { return false }
    return context[previous].kind == .number || context.isWord(previous, among: Self.spans)
  }

  private static let spans: WordSet = ["siècle", "siècles", "millénaire", "ans"]

  /// *des pommes, etc, et*: between commas, or at the end of a parenthesis.
  private func endsEnumeration(_ index: Int, in context: BlockContext) -> Bool {
    guard let comma = context.before(index), context[comma].kind == .comma, !context.isGlued(index),
      context.isJoinedToNext(index)
    else { return false }
    // « etc,... » is for `ellipsis` to speak of.
    if let mark = context.after(index + 1), [.ellipsis, .periodRun, .semicolon].contains(context[mark].kind) {
      return false
    }
    return context[index + 1].kind == .comma || context[index + 1].kind == .closingParenthesis
  }

  /// A capitalised word follows, and what precedes is no sentence that ends here.
  private func nameFollows(_ index: Int, in context: BlockContext) -> Bool {
    guard let next = context.wordAfter(index) else { return false }
    // « Mr et Mme Dupont »
    if context.isWord(next, "et"), let second = context.wordAfter(next) {
      return context.isWord(second, among: ["mme", "mmes", "mlle"]) && context[second].flags.contains(.capitalised)
    }
    return context[next].flags.contains(.capitalised) && !context.isWord(next, in: .frenchStopWords)
  }

  private func report(_ range: Range<Int>, _ form: String, in context: BlockContext, _ findings: inout Findings) {
    var range = range
    if form.last == "." {
      let isPeriod = { context.scalar(at: $0).map { $0 == "." || $0 == "…" } ?? false }
      // What ends the abbreviation ends the sentence as well; with more periods, it is for `ellipsis` to speak.
      if context.scalar(at: range.upperBound) == ".", context.prose.bytes[range.upperBound - 1] != 0x2E {
        range = range.lowerBound..<range.upperBound + 1
      }
      if isPeriod(range.upperBound) { return }
    }
    guard context.string(range) != form else { return }
    findings.report(
      context.source(range), .abbreviation(form), fix: context.replace(range, with: form, .unsafe, .write(form)))
  }
}

extension Message {
  fileprivate static func abbreviation(_ form: String) -> Message {
    Message(
      fr: "La forme française de cette abréviation est «\u{A0}\(form)\u{A0}».",
      en: "The French form of this abbreviation is “\(form)”.")
  }
}
