import RelireDocuments
import RelireLexicon

/// What the lexicon says of the words of a block.
extension BlockContext {
  public var lexicon: Lexicon { page.settings.lexicon }

  /// The lexicon's entry of the word at a token index; `.none` for other tokens and unknown words.
  public func entry(_ index: Int) -> Lexicon.EntryID { indices.contains(index) ? words.entries[index] : .none }

  /// The lists that hold the word at a token index.
  public func lists(_ index: Int) -> WordLists { lexicon.lists(entry(index)) }

  /// Whether a list holds the word at a token index.
  public func isWord(_ index: Int, in list: WordList) -> Bool { lists(index).contains(list) }

  /// What a list says of the word at a token index.
  public func value(_ index: Int, in list: WordList) -> String? { lexicon.value(entry(index), in: list) }

  /// Whether the word at a token index may begin a phrase of some list: false proves that it does not.
  func mayBeginPhrase(_ index: Int) -> Bool {
    let word = words.entries[index]
    var next = index + 1
    while next < indices.upperBound {
      let token = tokens[next]
      switch token.kind {
      case .word: return lexicon.mayGoOn(word, with: token.hash)
      case .number: return lexicon.mayGoOn(word, with: prose.hash(token.range))
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun: break
      case .hyphen, .otherHyphen, .minus:
        // A list without hyphens goes on with the word after it.
        if lexicon.mayGoOn(word, with: 0x2D) { return true }
      default: return lexicon.mayGoOn(word, with: token.kind.phraseMark.map { UInt32($0) } ?? 0)
      }
      next += 1
    }
    // Before an end only a phrase of one word may stand.
    return lexicon.mayGoOn(word, with: 0)
  }

  /// A phrase of a list, as it stands in the text.
  public struct PhraseMatch: Sendable {
    /// Of the tokens.
    public let indices: Range<Int>
    /// What the list says of the phrase.
    public let value: String?
  }

  /// The longest phrase of a list that begins at a token; letter case, the glyph of an apostrophe and the kind
  /// of space between words are of no account.
  ///
  /// - Parameter ignoresHyphens: whether a hyphen in the text is passed over like a space, for lists without any.
  public func phrase(_ list: WordList, at index: Int, ignoresHyphens: Bool = false) -> PhraseMatch? {
    var state = lexicon.phrases(list)
    var match: PhraseMatch?
    var current = index
    while current < indices.upperBound {
      let token = tokens[current]
      switch token.kind {
      case .word, .number:
        // Two words of a phrase are parted by something.
        if current > index, isGlued(current), tokens[current - 1].kind == .word || tokens[current - 1].kind == .number {
          return match
        }
        let hash = token.kind == .word ? token.hash : prose.hash(token.range)
        guard let next = lexicon.step(state, hash, prose.bytes, token.range) else { return match }
        state = next
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun:
        current += 1
        continue
      case .hyphen, .otherHyphen, .minus:
        guard current > index, isGlued(current), isJoinedToNext(current) else { return match }
        if ignoresHyphens {
          current += 1
          continue
        }
        guard let next = lexicon.step(state, mark: 0x2D) else { return match }
        state = next
      default:
        guard current > index, isGlued(current), let mark = token.kind.phraseMark,
          let next = lexicon.step(state, mark: mark)
        else { return match }
        state = next
      }
      current += 1
      if lexicon.isPhrase(state) { match = PhraseMatch(indices: index..<current, value: lexicon.value(state)) }
    }
    return match
  }

  /// The prose that a run of tokens covers.
  public func range(_ run: Range<Int>) -> Range<Int> {
    tokens[run.lowerBound].range.lowerBound..<tokens[run.upperBound - 1].range.upperBound
  }
}

extension Token.Kind {
  /// How the lexicon spells a mark inside a phrase.
  fileprivate var phraseMark: UInt8? {
    switch self {
    case .straightApostrophe, .apostrophe, .apostropheLike: 0x27
    case .period: 0x2E
    case .slash: 0x2F
    default: nil
    }
  }
}
