import RelireDocuments
import RelireLexicon
import RelireModel

/// A number as it is written: groups of digits, then perhaps a mark and decimals.
struct WrittenNumber {
  /// The tokens from the first group to the last decimals.
  let indices: Range<Int>
  /// The token of the last group of the integer.
  let lastGroup: Int
  /// The token of the decimal mark, a comma or a period.
  let mark: Int?
  /// Number of digits of the integer.
  let digits: Int
  /// The integer, as far as it fits.
  let value: Int

  var hasGroups: Bool { lastGroup > indices.lowerBound }
}

extension BlockContext {
  /// The number that begins at a token; nil where one goes on, and inside codes, names and dates.
  func number(at index: Int) -> WrittenNumber? {
    guard tokens[index].kind == .number, !continuesNumber(index), !isCodeBefore(index) else { return nil }
    var last = index
    var digits = tokens[index].range.count
    if digits <= 3, prose.bytes[tokens[index].range.lowerBound] != 0x30 {
      while let next = groupAfter(last) {
        last = next
        digits += 3
      }
    }
    var end = last
    var mark: Int?
    if end + 2 < indices.upperBound, tokens[end + 1].kind == .comma || tokens[end + 1].kind == .period,
      isGlued(end + 1), isGlued(end + 2), tokens[end + 2].kind == .number
    {
      mark = end + 1
      end += 2
    }
    guard !isCodeAfter(end) else { return nil }
    var value = 0
    for token in index...last where tokens[token].kind == .number {
      value = self.value(of: tokens[token].range, after: value)
    }
    return WrittenNumber(indices: index..<end + 1, lastGroup: last, mark: mark, digits: digits, value: value)
  }

  /// The number that the digits of a range make, appended to `value`; stays below 10¹⁵.
  func value(of range: Range<Int>, after value: Int = 0) -> Int {
    var result = value
    for byte in prose.bytes[range] where byte &- 0x30 < 10 && result < 100_000_000_000_000 {
      result = result * 10 + Int(byte - 0x30)
    }
    return result
  }

  /// What stands between the end of a token and the next one that is no space.
  enum Gap {
    case none, blank, noBreak
    /// A line end, several spaces, a tab.
    case other
  }

  func gap(after index: Int) -> Gap {
    guard index + 1 < indices.upperBound else { return .other }
    switch tokens[index + 1].kind {
    case .noBreakSpace, .narrowNoBreakSpace, .otherSpace: return .noBreak
    case .spaceRun, .tab, .invisible, .lineBreak: return .other
    default: break
    }
    let range = gapRange(after: index)
    if range.isEmpty { return .none }
    return range.count == 1 && prose.bytes[range.lowerBound] == 0x20 ? .blank : .other
  }

  /// The prose between a token and the next one that is no space.
  func gapRange(after index: Int) -> Range<Int> {
    let start = tokens[index].range.upperBound
    guard let next = after(index) else { return start..<start }
    return start..<tokens[next].range.lowerBound
  }

  // MARK: Parts

  /// The next group of three digits, behind a space of any kind.
  private func groupAfter(_ index: Int) -> Int? {
    guard let next = after(index), tokens[next].kind == .number, tokens[next].range.count == 3 else { return nil }
    switch gap(after: index) {
    case .blank, .noBreak: return next
    case .none, .other: return nil
    }
  }

  private func continuesNumber(_ index: Int) -> Bool {
    guard let previous = before(index) else { return false }
    if isGlued(index) {
      let kind = tokens[previous].kind
      guard kind == .comma || kind == .period, isGlued(previous), previous > indices.lowerBound else { return false }
      return tokens[previous - 1].kind == .number
    }
    guard tokens[previous].kind == .number, tokens[index].range.count == 3 else { return false }
    return tokens[previous].range.count <= 3 && gap(after: previous) != .other
  }

  /// Whether a letter, a hyphen, a slash… ties the number to what stands before it.
  private func isCodeBefore(_ index: Int) -> Bool {
    guard isGlued(index) else { return false }
    switch tokens[index - 1].kind {
    case .openingParenthesis, .openingBracket, .openingGuillemet, .openingEnglishQuote, .straightQuote, .apostrophe,
      .straightApostrophe, .apostropheLike, .currency, .mathematical, .minus, .enDash, .emDash, .closingGuillemet,
      .lowQuote, .degree, .ellipsis,
      .noBreakSpace, .lineBreak:
      return false
    case .hyphen: return isGlued(index - 1)
    default: return true
    }
  }

  /// Whether a hyphen, a slash… ties the number to digits or letters behind it.
  private func isCodeAfter(_ index: Int) -> Bool {
    guard isJoinedToNext(index) else { return false }
    let next = index + 1
    switch tokens[next].kind {
    case .period, .comma, .colon, .slash, .hyphen, .minus, .otherHyphen:
      return isJoinedToNext(next) && (tokens[next + 1].kind == .number || tokens[next + 1].kind == .word)
    case .technical, .symbol: return true
    // « 200809L »: a constant of C.
    case .word: return tokens[index].range.count == 6 && string(tokens[next]) == "L"
    default: return false
    }
  }

  // MARK: Contexts

  /// Labels that are verbs as well: *le compte 1234*, *la ville compte 3500 habitants*.
  private static let labelsOrVerbs: WordSet = ["commande", "compte", "demande", "facture", "livre"]

  /// Whether what stands before the number makes a label of it: *article 1234*, *n° 1234*, *code 1234*.
  func isLabelled(_ number: WrittenNumber) -> Bool {
    guard var previous = before(number.indices.lowerBound) else { return false }
    while tokens[previous].kind == .colon || tokens[previous].kind == .openingParenthesis
      || tokens[previous].kind == .degree || tokens[previous].kind == .period
    {
      if tokens[previous].kind == .degree { return true }
      guard let earlier = before(previous) else { return false }
      if tokens[previous].kind == .period, !isGlued(previous) || !isWord(earlier, in: .numberLabels) { return false }
      previous = earlier
    }
    // « B 524 172 699 », « FR 87… »: the letters of a register.
    if tokens[previous].kind == .word, tokens[previous].flags.contains(.capitalised),
      tokens[previous].range.count == 1 && !isWord(previous, "a") || tokens[previous].flags.contains(.allCapitals)
    {
      return true
    }
    guard tokens[previous].kind == .word else {
      return tokens[previous].kind == .symbol || tokens[previous].kind == .number || tokens[previous].kind == .technical
    }
    guard isWord(previous, in: .numberLabels) else { return false }
    guard isWord(previous, among: Self.labelsOrVerbs), isCounted(after: number.lastGroup) else { return true }
    return isAfterDeterminer(previous) || wordBefore(previous).map { isWord($0, among: ["de", "numéro"]) } ?? true
  }

  /// Whether the number reads as a year by what stands before it: *en 2018*, *mars 2018*.
  func followsYearWord(_ number: WrittenNumber) -> Bool {
    guard let previous = before(number.indices.lowerBound), tokens[previous].kind == .word else { return false }
    return isWord(previous, in: .yearWords) || isWord(previous, in: .months)
  }

  /// What a number counts or measures.
  enum Measured {
    case percentage, currency, unit, noun
  }

  /// What stands after the number and makes a quantity of it.
  func measured(_ number: WrittenNumber) -> Measured? {
    let last = number.indices.upperBound - 1
    guard let next = after(last), gap(after: last) != .other else { return nil }
    switch tokens[next].kind {
    case .percent: return .percentage
    case .currency: return .currency
    case .degree: return isJoinedToNext(next) ? .unit : nil
    case .word:
      // « Linux 2.4 a suivi »
      if isUnitEnd(next), isUnit(next), !isWord(next, "a") || gap(after: last) == .noBreak { return .unit }
      let lists = lists(next)
      if lists.contains(.currencies) { return .currency }
      if lists.contains(.countedNouns) || lists.contains(.unitNames) { return .noun }
      return nil
    default: return nil
    }
  }

  /// Whether a word is the symbol of a unit, letter case included.
  func isUnit(_ index: Int) -> Bool {
    lexicon.values(entry(index), in: .units).contains(string(tokens[index]))
  }

  /// Whether a unit may end here: no letter, no apostrophe (*2012 l’État*), no hyphen behind it.
  func isUnitEnd(_ index: Int) -> Bool {
    guard isJoinedToNext(index) else { return true }
    switch tokens[index + 1].kind {
    case .apostrophe, .straightApostrophe, .apostropheLike, .word, .number, .hyphen, .otherHyphen, .technical, .degree:
      return false
    case .period, .colon: return !isJoinedToNext(index + 1) || tokens[index + 2].kind != .word
    default: return true
    }
  }
}
