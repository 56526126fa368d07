import RelireDocuments
import RelireLexicon
import RelireModel

/// What stands around a token.
///
/// Neighbours are asked for in four ways: `previous` and `next` give the token beside it, whatever that is; `before` and
/// `after` pass over spaces and invisible characters; `wordBefore` and `wordAfter` want a word there, and a space
/// between; `neighbourBefore` and `neighbourAfter` pass over one token of white space, not over invisible characters.
extension BlockContext {
  /// The index of the nearest token before `index` that is no space.
  public func before(_ index: Int) -> Int? {
    var current = index - 1
    while current >= indices.lowerBound {
      if !tokens[current].kind.isSpaceOrInvisible { return current }
      current -= 1
    }
    return nil
  }

  /// The index of the nearest token after `index` that is no space.
  public func after(_ index: Int) -> Int? {
    var current = index + 1
    while current < indices.upperBound {
      if !tokens[current].kind.isSpaceOrInvisible { return current }
      current += 1
    }
    return nil
  }

  /// The word before `index`, with nothing but space between, or nil.
  public func wordBefore(_ index: Int) -> Int? {
    guard !isGlued(index), let word = before(index), tokens[word].kind == .word else { return nil }
    return word
  }

  /// The word after `index`, with nothing but space between, or nil.
  public func wordAfter(_ index: Int) -> Int? {
    guard let word = after(index), tokens[word].kind == .word, !isGlued(word) else { return nil }
    return word
  }

  /// Whether a determiner stands before `index`, a space between: *le face à face*. The one letter of *3D* is none
  /// without its apostrophe.
  func isAfterDeterminer(_ index: Int) -> Bool {
    guard let word = wordBefore(index), tokens[word].range.count > 1, isWord(word, in: .determiners) else {
      return false
    }
    return !isPronoun(word)
  }

  /// *distribuez-les*, *l’un*, *l’autre*: what may be a determiner stands for a noun.
  private func isPronoun(_ index: Int) -> Bool {
    if joinedWordBefore(index, \.isHyphen) != nil {
      return isWord(index, among: ["le", "la", "les", "leur"])
    }
    guard let article = joinedWordBefore(index, \.isApostrophe), isWord(article, "l") else { return false }
    return isWord(index, among: ["un", "une", "autre"])
  }

  /// The word that a joined apostrophe or hyphen parts from the token at `index`: *l* before *Etat* in *l’Etat*.
  public func joinedWordBefore(_ index: Int, _ isMark: (Token.Kind) -> Bool) -> Int? {
    guard index - 2 >= indices.lowerBound, isGlued(index), isMark(tokens[index - 1].kind), isGlued(index - 1),
      tokens[index - 2].kind == .word
    else { return nil }
    return index - 2
  }

  /// Whether a token follows another one, no space, without anything between them.
  public func isGlued(_ index: Int) -> Bool {
    index > indices.lowerBound && tokens[index].flags.contains(.joined) && !tokens[index - 1].kind.isSpaceOrInvisible
  }

  /// Whether a token touches the one after it, and that is no space.
  public func isJoinedToNext(_ index: Int) -> Bool {
    index + 1 < indices.upperBound && tokens[index + 1].flags.contains(.joined)
      && !tokens[index + 1].kind.isSpaceOrInvisible
  }

  /// Whether a token is a part of a longer one: a hyphen or a slash ties it to its neighbour.
  public func isTied(_ run: Range<Int>) -> Bool {
    if isGlued(run.lowerBound), tokens[run.lowerBound - 1].kind.ties { return true }
    guard isJoinedToNext(run.upperBound - 1), tokens[run.upperBound].kind.ties else { return false }
    return isJoinedToNext(run.upperBound)
  }

  /// The letters of a word in small form, accents kept.
  public func folded(_ index: Int) -> String { string(tokens[index]).lowercased() }

  /// Whether the word at `index` is the given one, letter case aside.
  public func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let token = tokens[index]
    let count = word.utf8CodeUnitCount
    guard token.kind == .word, Int(token.end - token.start) == count, word.hasPointerRepresentation else {
      return false
    }
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    var lead: UInt8 = 0
    for offset in 0..<count {
      let byte = prose.bytes[Int(token.start) + offset]
      guard FoldedHash.lowered(byte, after: lead) == expected[offset] else { return false }
      lead = byte
    }
    return true
  }

  /// Whether a sentence, an item or a quotation begins at a token.
  public func isSentenceStart(_ index: Int) -> Bool {
    var current = index
    while let previous = before(current) {
      switch tokens[previous].kind {
      case .lineBreak, .period, .periodRun, .ellipsis, .highMark, .colon, .bullet, .enDash, .emDash: return true
      case .openingGuillemet, .openingEnglishQuote, .straightQuote, .openingParenthesis, .openingBracket:
        current = previous
      case .hyphen, .hyphenRun, .asterisk: current = previous
      default: return false
      }
    }
    return true
  }
}

extension Token.Kind {
  public var isSpaceOrInvisible: Bool {
    switch self {
    case .noBreakSpace, .narrowNoBreakSpace, .spaceRun, .tab, .otherSpace, .invisible: true
    default: false
    }
  }

  public var isApostrophe: Bool { self == .apostrophe || self == .straightApostrophe || self == .apostropheLike }

  public var isHyphen: Bool { self == .hyphen || self == .otherHyphen }

  /// What makes one word of two.
  var ties: Bool { isHyphen || self == .slash || self == .minus || self == .bullet || self == .symbol }

  public var endsSentence: Bool {
    switch self {
    case .period, .periodRun, .ellipsis, .highMark: true
    default: false
    }
  }
}
