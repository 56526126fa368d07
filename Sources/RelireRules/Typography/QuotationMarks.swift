import RelireDocuments
import RelireModel

/// Straight, English or single quotes around a quotation.
public struct QuotationMarks: BlockRule {
  public static let metadata = RuleMetadata(
    id: "typography/quotation-marks", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Une citation est entre guillemets anglais ou droits.",
      en: "A quotation stands in English or straight quotes."),
    rationale: Message(
      fr: """
        Le français met les citations entre guillemets français. Une citation dans la citation prend des guillemets \
        anglais “…”, ou de nouveau des guillemets français.
        """,
      en: """
        French quotes between guillemets « and ». A quotation inside a quotation takes English quotes “ ”, or « and » \
        again.
        """),
    exceptions: Message(
      fr: """
        Les pouces et secondes (`15"`, `2'33"`), le code, les signes et les formats (`'long,lat'`) et le sens d’un mot \
        entre ‘…’ sont laissés tels quels. Un nombre \
        seul entre guillemets droits peut être une valeur à saisir\u{A0}: ce n’est qu’une information.
        """,
      en: """
        Inches, seconds and minutes (`15"`, `2'33"`), code, signs and formats (`'long,lat'`) and the meaning of a word \
        between ‘…’ are left alone. A number \
        alone in straight quotes may be a value to type: that is only information.
        """),
    references: [.imprimerieNationale("Guillemets"), .oqlf("Guillemets"), .guideDuTypographe("Guillemets")],
    examples: [
      Example("l’⟦\"open data\"⟧ public", fixed: "l’«\u{A0}open data\u{A0}» public"),
      Example("Il dit ⟦“oui”⟧.", fixed: "Il dit «\u{A0}oui\u{A0}»."),
      Example("⟦\" Mangez \"⟧, dit-elle.", fixed: "«\u{A0}Mangez\u{A0}», dit-elle."),
      Example("⟦\"Il a dit ⟦'oui'⟧ hier.\"⟧", fixed: "«\u{A0}Il a dit “oui” hier.\u{A0}»"),
      Example("⟦\"*mot*\"⟧ et **⟦\"a\"⟧**", fixed: "«\u{A0}*mot*\u{A0}» et **«\u{A0}a\u{A0}»**"),
      Example("Quel ⟦“mot\u{A0}»⟧\u{A0}!", fixed: "Quel «\u{A0}mot\u{A0}»\u{A0}!"),
      Example("Il dit ⟦\"oui\"⟧.", fixed: "Il dit «\u{202F}oui\u{202F}».", locale: "fr-CH"),
      Example("<p>un ⟦&quot;mot&quot;⟧</p>", fixed: "<p>un «\u{A0}mot\u{A0}»</p>", format: .html),
      Example("Le caractère '|', un format 'long,lat', GET \"/users/me/keys\", git commit -m \"message\"."),
      Example("la formule SI(A1>3;\"oui\";\"non\") et print(\"oui\")", format: .text),
      Example("«\u{A0}J’en suis “malade”.\u{A0}» Un écran de 15\" en 2'33\". L'eau, l’idée."),
    ])

  public static let triggers = QuotePairing.marks

  public init() {}

  public func check(_ context: BlockContext, _ findings: inout Findings) {
    for pair in context.quotes.pairs where !pair.isProper && !context.isCode(pair) {
      if pair.opening.style == .single, pair.closing.style == .single, context.isSingleGlyph(pair.opening) {
        checkGlosses(pair, in: context, &findings)
        continue
      }
      if context.isArgument(pair) { continue }
      let range = context.range(of: pair.opening).lowerBound..<context.range(of: pair.closing).upperBound
      findings.report(
        context.source(range), pair.depth == 0 ? .firstLevel : .secondLevel,
        fix: context.requote(pair, pair.depth == 0 ? .guillemet : .english),
        verdict: context.holdsLetters(range) ? .fault : .review)
    }
  }

  /// ‘ ’ frame the meaning of a word: they are left alone, but both must be there.
  private func checkGlosses(_ pair: QuotePairing.Pair, in context: BlockContext, _ findings: inout Findings) {
    guard context[pair.closing.index].kind == .straightApostrophe else { return }
    let range = context.range(of: pair.closing)
    findings.report(
      context.source(range), .closeSingle, fix: context.replace(range, with: "\u{2019}", .safe, .write("\u{2019}")))
  }
}

extension QuotePairing.Pair {
  fileprivate var isProper: Bool {
    guard opening.style == closing.style, !opening.isReversed, !closing.isReversed else { return false }
    switch opening.style {
    case .guillemet: return true
    case .english: return depth > 0
    default: return false
    }
  }
}

extension BlockContext {
  /// The prose of a quotation mark.
  func range(of mark: QuotePairing.Mark) -> Range<Int> { range(mark.index..<(mark.index + mark.tokenCount)) }

  /// `print("oui")`, `SI(A1>3;"oui")`: straight quotes between the marks of a call.
  fileprivate func isArgument(_ pair: QuotePairing.Pair) -> Bool {
    let (opening, closing) = (pair.opening.index, pair.closing.index)
    guard pair.opening.style == .straight, isGlued(opening), isGlued(opening - 1), isJoinedToNext(closing) else {
      return false
    }
    switch tokens[opening - 1].kind {
    case .openingParenthesis: guard tokens[opening - 2].kind == .word else { return false }
    case .semicolon: break
    default: return false
    }
    let after = tokens[closing + 1].kind
    return after == .closingParenthesis || after == .semicolon || after == .comma
  }

  /// Whether a quotation says something: `"09"` and `"48.56, 2.57"` may be values that must be typed so.
  fileprivate func holdsLetters(_ range: Range<Int>) -> Bool {
    prose.bytes[range].dropFirst().dropLast().contains {
      ($0 | 0x20) &- 0x61 < 26 || (0xC3...0xD9).contains($0) || $0 == 0xEF
    }
  }

  /// Whether a pair of quotes holds no words of the language: `'|'`, `"/users/me"`, `'long,lat'`, `-m "message"`.
  fileprivate func isCode(_ pair: QuotePairing.Pair) -> Bool {
    let first = pair.opening.index + pair.opening.tokenCount
    let last = pair.closing.index - 1
    // Whoever types “liste.csv” does not mean a program to read it.
    guard first <= last, pair.opening.style == .straight || pair.opening.style == .single,
      pair.opening.style == pair.closing.style
    else { return false }
    if isValueOfOption(pair.opening.index) { return true }
    let kinds = tokens[first...last].lazy.map(\.kind)
    if kinds.contains(.word) { return isFormat(first...last) }
    guard !kinds.contains(.object) else { return false }
    // « "{{ nom }}" »
    return kinds.contains(.technical)
      ? !prose.bytes[range(first..<last + 1)].starts(with: "{{".utf8) : !kinds.contains(.number)
  }

  /// `-m "message"`
  private func isValueOfOption(_ quote: Int) -> Bool {
    guard let option = wordBefore(quote), isGlued(option), option - 1 >= indices.lowerBound else { return false }
    let mark = tokens[option - 1].kind
    return (mark == .hyphen || mark == .hyphenRun) && !isGlued(option - 1)
  }

  /// Whether a mark is ‘.
  fileprivate func isSingleGlyph(_ mark: QuotePairing.Mark) -> Bool { tokens[mark.index].kind == .apostropheLike }

  /// A fix that writes both marks anew, with their spaces; nil when the quotation is empty or a line ends at a mark.
  fileprivate func requote(_ pair: QuotePairing.Pair, _ style: QuotePairing.Style) -> Fix? {
    let after = spaceAfter(pair.opening.index + pair.opening.tokenCount - 1)
    let before = spaceBefore(pair.closing.index)
    guard after.upperBound < before.lowerBound, !hasLineEnd(after), !hasLineEnd(before) else { return nil }
    let space = conventions.guillemet.preferred.map { String($0) } ?? ""
    let (opening, closing) = style == .guillemet ? ("«" + space, space + "»") : ("“", "”")
    guard
      var edits = prose.edits(
        replacing: range(of: pair.opening).lowerBound..<after.upperBound, with: spelled(opening)),
      let closingEdits = prose.edits(
        replacing: before.lowerBound..<range(of: pair.closing).upperBound, with: spelled(closing))
    else { return nil }
    edits.append(closingEdits)
    return Fix(style == .guillemet ? .useGuillemets : .useEnglishQuotes, .safe, edits)
  }
}

extension Message {
  fileprivate static let firstLevel = Message(
    fr: "Mettez ce passage entre guillemets français «\u{A0}…\u{A0}».",
    en: "Put this passage between French guillemets « … ».")

  fileprivate static let secondLevel = Message(
    fr: "À l’intérieur d’une citation, utilisez des guillemets “…”.",
    en: "Inside a quotation, use “…”.")

  fileprivate static let closeSingle = Message(
    fr: "Fermez ‘ par ’.", en: "Close ‘ by ’.")

  fileprivate static let useGuillemets = Message(
    fr: "Écrire «\u{A0}…\u{A0}»", en: "Write « … »")

  fileprivate static let useEnglishQuotes = Message(fr: "Écrire “…”", en: "Write “…”")
}
