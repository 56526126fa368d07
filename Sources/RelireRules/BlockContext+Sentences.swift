import RelireDocuments
import RelireLexicon

/// What the sentence around a token is.
extension BlockContext {
  /// Sentences are looked at no further than this, so that checking stays linear.
  private static let reach = 60

  /// Whether the sentence ends in a question mark.
  func isQuestion(_ index: Int) -> Bool {
    var current = index + 1
    while current < indices.upperBound, current - index < Self.reach {
      switch tokens[current].kind {
      case .highMark: return prose.bytes[tokens[current].range].contains(0x3F)
      case .period, .ellipsis, .lineBreak, .semicolon: return false
      default: current += 1
      }
    }
    return false
  }

  /// Whether a word that asks opens the clause around a token.
  func followsInterrogative(_ index: Int) -> Bool {
    var current = index - 1
    while current >= indices.lowerBound, index - current < 12 {
      switch tokens[current].kind {
      case .period, .ellipsis, .lineBreak, .semicolon, .highMark, .colon, .comma: return false
      case .word where isWord(current, in: .interrogatives):
        if isSentenceStart(current) { return true }
        if let previous = before(current), tokens[previous].kind == .comma || isPrepositionOfQuestion(previous, current)
        {
          return true
        }
      default: break
      }
      current -= 1
    }
    return false
  }

  /// *De quoi avez-vous besoin ?*, *à qui*, *dans quelle mesure*; *pour que* and *dès que* ask nothing.
  private func isPrepositionOfQuestion(_ index: Int, _ interrogative: Int) -> Bool {
    isWord(index, among: ["à", "avec", "chez", "dans", "de", "en", "par", "pour", "sur"])
      && !isWord(interrogative, among: ["que", "qu", "quand", "comment"])
      && isSentenceStart(index) && isQuestion(interrogative)
  }

  /// Whether a clause begins at a token: a sentence, or what follows a comma, *et*, *mais*, *alors*.
  func isClauseStart(_ index: Int) -> Bool {
    if isSentenceStart(index) { return true }
    guard !isGlued(index), let previous = before(index) else { return false }
    switch tokens[previous].kind {
    case .comma, .semicolon, .enDash, .emDash: return true
    case .word: return isWord(previous, among: Self.conjunctions)
    default: return false
    }
  }

  private static let conjunctions: WordSet = ["alors", "donc", "et", "mais", "ou", "puis"]

  /// Whether the clause ends with a token, or a mark follows it.
  func isClauseEnd(_ index: Int) -> Bool {
    guard let next = after(index) else { return true }
    switch tokens[next].kind {
    case .period, .periodRun, .comma, .semicolon, .highMark, .ellipsis, .colon, .lineBreak, .closingParenthesis,
      .closingGuillemet, .closingEnglishQuote, .enDash, .emDash:
      return true
    default: return false
    }
  }

  /// Whether the word before `index`, in the same clause and at most `reach` words away, is the given one.
  func follows(_ word: StaticString, _ index: Int, within reach: Int) -> Bool {
    var current = index - 1
    var words = 0
    while current >= indices.lowerBound, words < reach {
      switch tokens[current].kind {
      case .word:
        if isWord(current, word) { return true }
        words += 1
      case .period, .ellipsis, .lineBreak, .semicolon, .highMark, .colon: return false
      default: break
      }
      current -= 1
    }
    return false
  }

  /// Whether the letters of a word end so; ASCII endings in small letters.
  func hasSuffix(_ index: Int, _ suffix: StaticString) -> Bool {
    let range = tokens[index].range
    let count = suffix.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return suffix.withUTF8Buffer { expected in
      zip(range.suffix(count), expected).allSatisfy { prose.bytes[$0] | 0x20 == $1 }
    }
  }
}
