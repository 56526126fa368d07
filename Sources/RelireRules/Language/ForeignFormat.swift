import RelireDocuments
import RelireModel

/// A date, an hour or a number in the form of the site's other language.
public struct ForeignFormat: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "language/foreign-format",
    severity: .warning,
    summary: Message(
      fr: "Une date, une heure ou un nombre est écrit à la manière d’une autre langue.",
      en: "A date, an hour or a number is written as another language does."),
    rationale: Message(
      fr:
        "Ce reste de la langue d’origine se lit mal, et un nombre peut être pris pour un autre\u{A0}: 1,234 est plus de mille en "
        + "anglais, à peine plus d’un en français.",
      en:
        "This remnant of the original language reads badly, and a number may be taken for another: 1,234 is above a thousand "
        + "in English, hardly more than one in French."),
    exceptions: Message(
      fr: "Seules les pages françaises et anglaises d’un site en plusieurs langues sont jugées.",
      en: "Only the French and English pages of a site in several languages are judged."),
    references: [.usage(Message(fr: "CLDR, formes des dates et des nombres", en: "CLDR, date and number patterns"))],
    examples: [
      Example("Le service ouvre le ⟦3 March⟧ 2024.\n", path: "content/accueil.md"),
      Example("Le service coûte ⟦1,234.50⟧ euros et ferme à ⟦5 pm⟧.\n", path: "content/accueil.md"),
      Example("It opens on ⟦3 mars⟧ 2024 at ⟦14 h 30⟧, for ⟦12,5 %⟧ of all.\n", path: "content/accueil.en.md"),
      Example("It opens on 3 March 2024 at 2.30 pm, for 12.5% of 1,234 pages.\n", path: "content/accueil.en.md"),
      Example("Il ouvre le 3 mars 2024 à 14 h 30, pour 12,5 % de 1 234 pages.\n", path: "content/accueil.md"),
    ])

  private static let english: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static let french: Set<String> = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard let configuration = page.site?.site.configuration, configuration.languages.count > 1,
      page.document.format != .text
    else { return }
    let prose = page.document.prose
    for (number, block) in prose.blocks.enumerated() {
      let language = prose.language(of: block)
      let written = page.words.foreign[number]
      guard language.isFrench ? written == nil : language.primary == "en" && (written ?? .english) == .english else {
        continue
      }
      let tokens = prose.tokens(of: block)
      for index in tokens.indices where tokens[index].kind == .number && tokens[index].language == block.language {
        guard let end = language.isFrench ? endInEnglish(index, tokens, prose) : endInFrench(index, tokens, prose)
        else { continue }
        findings.report(
          prose.sourceRange(of: Int(tokens[index].start)..<Int(tokens[end].end)), .foreign(isFrench: language.isFrench))
      }
    }
  }

  /// The last token of what begins at a number in a French text and is written as in English.
  private func endInEnglish(_ index: Int, _ tokens: ArraySlice<Token>, _ prose: Prose) -> Int? {
    if let word = wordAfter(index, tokens) {
      let text = prose.string(tokens[word].range)
      if Self.english.contains(text) || text == "am" || text == "pm" { return word }
    }
    // 1,234.50
    guard index + 4 < tokens.endIndex, tokens[index + 1].kind == .comma, tokens[index + 2].kind == .number,
      tokens[index + 2].range.count == 3, tokens[index + 3].kind == .period, tokens[index + 4].kind == .number,
      isJoined(index...(index + 4), tokens)
    else { return nil }
    return index + 4
  }

  /// The last token of what begins at a number in an English text and is written as in French.
  private func endInFrench(_ index: Int, _ tokens: ArraySlice<Token>, _ prose: Prose) -> Int? {
    if let word = wordAfter(index, tokens) {
      let text = prose.string(tokens[word].range)
      if Self.french.contains(text) { return word }
      if text == "h", let minutes = numberAfter(word, tokens), tokens[minutes].range.count == 2 { return minutes }
    }
    // 12,5 %
    guard index + 2 < tokens.endIndex, tokens[index + 1].kind == .comma, tokens[index + 2].kind == .number,
      isJoined(index...(index + 2), tokens), let sign = next(index + 2, tokens), tokens[sign].kind == .percent
    else { return nil }
    return sign
  }

  private func next(_ index: Int, _ tokens: ArraySlice<Token>) -> Int? {
    var next = index + 1
    while next < tokens.endIndex, tokens[next].kind.isSpaceOrInvisible { next += 1 }
    return next < tokens.endIndex && tokens[next].start - tokens[index].end <= 3 ? next : nil
  }

  private func wordAfter(_ index: Int, _ tokens: ArraySlice<Token>) -> Int? {
    guard let next = next(index, tokens), tokens[next].kind == .word, tokens[next].start > tokens[index].end else {
      return nil
    }
    return next
  }

  private func numberAfter(_ index: Int, _ tokens: ArraySlice<Token>) -> Int? {
    guard let next = next(index, tokens), tokens[next].kind == .number else { return nil }
    return next
  }

  private func isJoined(_ range: ClosedRange<Int>, _ tokens: ArraySlice<Token>) -> Bool {
    range.dropFirst().allSatisfy { tokens[$0].start == tokens[$0 - 1].end }
  }
}

extension Message {
  fileprivate static func foreign(isFrench: Bool) -> Message {
    isFrench
      ? Message(
        fr: "Cette date ou ce nombre est écrit à l’anglaise dans un texte français\u{A0}: écrivez-le en français.",
        en: "This date or number is written as in English in a French text: write it as in French.")
      : Message(
        fr:
          "Cette date, cette heure ou ce nombre est écrit à la française dans un texte anglais\u{A0}: écrivez-le en anglais.",
        en: "This date, hour or number is written as in French in an English text: write it as in English.")
  }
}
