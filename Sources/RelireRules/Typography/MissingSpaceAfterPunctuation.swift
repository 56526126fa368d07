import RelireDocuments
import RelireModel

/// `mot,mot`, `fin.Début`, `mot:suite`
public struct MissingSpaceAfterPunctuation: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/missing-space-after-punctuation", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Il manque une espace après un signe de ponctuation.", en: "A space is missing after a punctuation mark."),
    rationale: Message(
      fr: """
        Sans espace, deux mots n’en font qu’un\u{A0}: le texte se lit mal, se coupe mal, et un lecteur d’écran peut \
        prendre le tout pour une adresse.
        """,
      en: """
        Without a space, two words become one: the text reads and breaks badly, and a screen reader may take it for \
        an address.
        """),
    exceptions: Message(
      fr: """
        Les nombres, sigles, adresses, noms de fichiers et identifiants sont laissés tels quels, de même que ce qui est \
        entre guillemets sans aucune espace, où le format d’une donnée peut être décrit. Deux mots en \
        minuscules unis par un point ou un deux-points, qui peuvent être un identifiant, ne donnent qu’une information.
        """,
      en: """
        Numbers, initialisms, addresses, file names and identifiers are left alone, and so is what stands in quotes \
        without any space, which may describe the format of data. Two words in small letters joined \
        by a period or a colon may be an identifier and are only information.
        """),
    references: [
      .imprimerieNationale("Ponctuation"), .oqlf("Espacement avant et après les signes de ponctuation"),
    ],
    examples: [
      Example("J’en ai assez⟦,⟧ça suffit.", fixed: "J’en ai assez, ça suffit."),
      Example("C’est la fin⟦.⟧Voici la suite", fixed: "C’est la fin. Voici la suite"),
      Example("Vraiment⟦?⟧Oui⟦;⟧non", fixed: "Vraiment? Oui; non"),
      Example("Voyelles⟦:⟧Aucune", fixed: "Voyelles: Aucune"),
      Example("Cela deviendra⟦…⟧compliqué", fixed: "Cela deviendra… compliqué"),
      Example("un contributeur.rice, des agent.e.s, V:12, I:3, A3:B7, C3;D3 et perl -d:Trace"),
      Example("La paire « lat,long » ou 'long,lat' décrit un point, \"rouge;vert\" un choix."),
      Example("Le champ monChamp.libelle est requis."),
      Example("La première ligne est nom;prénom;date."),
      Example("arXiv:2101.00001 et HAL:hal-01234, au format hh:mm"),
      Example("une relation 1:n, (10mm,20mm), les actions (:lire, :tester) et !DEBUG"),
      Example("1,5 km, 10:30, la S.A.R.L., data.gouv.nc, (Foo,), Yahoo!Mail, etc.)"),
    ])

  public static let triggers: Token.Kinds = [.comma, .semicolon, .colon, .highMark, .ellipsis, .period]
  public static let skipsPlainMarks = true

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    guard context.isJoinedToNext(index), context.neighbourBefore(index) != nil else { return }
    let mark = context[index]
    guard let verdict = verdict(index, mark.kind, in: context), !context.isInQuotedCode(index) else { return }
    // In front matter, a colon and a space would make a key of what is before them.
    let isKey = mark.kind == .colon && context.block.isFrontMatter
    let fix = isKey ? nil : context.insert(" ", at: Int(mark.end))
    findings.report(
      context.source(mark.range), .missing,
      fix: verdict == .fault ? fix : fix.map { Fix($0.title, .suggestion, $0.edits) }, verdict: verdict)
  }

  /// How sure it is that a space is missing between the mark at `index` and what touches it; nil when none is.
  private func verdict(_ index: Int, _ mark: Token.Kind, in context: BlockContext) -> Finding.Verdict? {
    guard let left = context.neighbourBefore(index) else { return nil }
    let before = context[left]
    let after = context[index + 1]
    let isGlued = context.isGlued(index)
    switch after.kind {
    case .openingGuillemet, .openingEnglishQuote: return before.kind.endsPhrase ? .fault : nil
    case .openingParenthesis: return before.kind == .word || before.kind.isClosing ? .fault : nil
    case .word: break
    case .number where mark != .period && mark != .ellipsis && before.kind == .word:
      // « V:12, I:3 » and « RAM:8 » are keys and values.
      if mark == .colon, before.range.count == 1 || before.flags.contains(.allCapitals) { return nil }
      // arXiv:2101.00001
      if mark == .colon, before.flags.contains(.innerCapital) { return nil }
      // 10mm,20mm
      if mark == .comma, context.isGlued(left), context[left - 1].kind == .number { return nil }
      return before.flags.contains(.hasDigit) ? nil : .fault
    default: return nil
    }
    switch mark {
    case .period: return period(left, index, in: context)
    case .colon:
      // « :a, :b » are names.
      guard isGlued else { return before.kind == .comma || before.kind.isOpening ? nil : .fault }
      // 1:n
      if before.kind == .number, after.range.count == 1 { return nil }
      guard before.kind == .word else { return before.kind.endsPhrase ? .fault : nil }
      // A3:B7, cells of a sheet
      if before.flags.contains(.hasDigit), after.flags.contains(.hasDigit) { return nil }
      // HH:MM
      if before.flags.contains(.allCapitals), after.flags.contains(.allCapitals) { return nil }
      // HAL:hal-01234, hh:mm
      if before.flags.contains(.allCapitals), before.hash == after.hash { return nil }
      if context.isWord(left, "hh"), context.isWord(index + 1, "mm") { return nil }
      // -d:Trace
      if before.range.count == 1, context.isGlued(left), context[left - 1].kind.isHyphen { return nil }
      // wiki:BootProcess
      if after.flags.contains(.innerCapital) { return .review }
      // key:value, MIME:type
      let isKey = !before.flags.contains(.capitalised) && !before.flags.contains(.nonASCII)
      return isKey && !after.flags.contains(.capitalised) && !after.flags.contains(.nonASCII) ? .review : .fault
    case .ellipsis:
      // « m…rde »
      return isGlued && before.kind == .word && before.range.count > 1 ? .fault : nil
    case .highMark:
      guard before.kind.endsPhrase else { return nil }
      // !DEBUG
      if !isGlued, after.flags.contains(.allCapitals) { return nil }
      // Yahoo!Mail
      return isGlued && before.flags.contains(.capitalised) && after.flags.contains(.capitalised)
        && context.prose.bytes[Int(context[index].start)] == 0x21 ? nil : .fault
    case .comma:
      // f(x,y), (a,b)
      if before.kind == .word, before.range.count == 1, after.range.count == 1 { return nil }
      return before.kind.endsPhrase ? .fault : nil
    // C3;D3, cells of a sheet
    case .semicolon where before.flags.contains(.hasDigit) || after.flags.contains(.hasDigit): return nil
    // nom;prénom;date, the head of a table
    case .semicolon where isRow(left, index, in: context): return nil
    default: return before.kind.endsPhrase ? .fault : nil
    }
  }

  /// Whether another semicolon stands right behind the word before or after one, no space around: columns.
  private func isRow(_ left: Int, _ index: Int, in context: BlockContext) -> Bool {
    guard context.isGlued(index) else { return false }
    if context.isGlued(left), context[left - 1].kind == .semicolon { return true }
    return context.isJoinedToNext(index + 1) && context[index + 2].kind == .semicolon
      && context.isJoinedToNext(index + 2)
  }

  /// `fin.Début`: not an initialism, a name (`Node.js`) or an identifier.
  private func period(_ left: Int, _ index: Int, in context: BlockContext) -> Finding.Verdict? {
    let before = context[left]
    let after = context[index + 1]
    let isFirstOfSentence = after.flags.contains(.capitalised) && !after.flags.contains(.allCapitals)
    guard context.isGlued(index) else {
      // `mot .Suite`; the space before the period is reported too.
      return before.kind == .word && isFirstOfSentence && !after.flags.contains(.innerCapital) ? .fault : nil
    }
    switch before.kind {
    case .word:
      guard before.range.count > 2 || before.flags.contains(.nonASCII), !before.flags.contains(.allCapitals),
        after.range.count > 1 || context.isElision(index + 1)
      else { return context.isElided(index + 1) && before.range.count > 1 ? .fault : nil }
      if context.isElided(index + 1) { return .fault }
      // A chain of names: « a.bc.de ».
      if context.isGlued(left), context[left - 1].kind == .period { return nil }
      if context.isJoinedToNext(index + 1), context[index + 2].kind == .period, context.isJoinedToNext(index + 2) {
        return nil
      }
      // `wasteDetails.name`
      if !after.flags.contains(.capitalised), before.flags.contains(.innerCapital) { return nil }
      guard isFirstOfSentence else { return context.isFeminineEnding(index + 1) ? nil : .review }
      // `dict.ReplaceItem`, `dict.Item(key)`
      let isCall = context.isJoinedToNext(index + 1) && context[index + 2].kind == .openingParenthesis
      return isCall || before.flags.contains(.innerCapital) || after.flags.contains(.innerCapital)
        || before.flags.contains(.capitalised) && !context.isSentenceStart(left)
        ? .review : .fault
    case .closingParenthesis, .closingGuillemet, .closingEnglishQuote, .percent: return isFirstOfSentence ? .fault : nil
    default: return nil
    }
  }
}

extension BlockContext {
  /// Whether an elided word with its apostrophe begins at `index`: *d’*, which no identifier has.
  fileprivate func isElided(_ index: Int) -> Bool {
    isElision(index) && isJoinedToNext(index) && tokens[index + 1].kind.isApostrophe
  }
}

extension BlockContext {
  /// Whether a word is what inclusive spelling puts behind a period: *contributeur.rice*, *agent.e.s*.
  fileprivate func isFeminineEnding(_ index: Int) -> Bool {
    switch folded(index) {
    case "e", "es", "s", "ne", "nes", "le", "les", "te", "tes", "re", "res", "ère", "ères", "ière", "ières", "rice",
      "rices", "trice", "trices", "euse", "euses", "esse", "esses", "ve", "ves", "ive", "ives", "sse", "elle", "elles":
      true
    default: false
    }
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Mettez une espace après ce signe.", en: "Put a space after this mark.")
}
