import RelireDocuments
import RelireLexicon
import RelireModel

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

  /// The lists of which a phrase may begin with the word at a token index: of all others none does.
  ///
  /// - Parameter word: its entry.
  func phraseLists(at index: Int, _ word: Lexicon.EntryID, _ lexicon: Lexicon) -> WordLists {
    let lists = lexicon.soloLists(word)
    var next = index + 1
    while next < indices.upperBound {
      let token = tokens[next]
      switch token.kind {
      case .word: return lists.union(lexicon.phraseLists(word, goingOnWith: token.hash))
      case .number: return lists.union(lexicon.phraseLists(word, goingOnWith: prose.hash(token.range)))
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun, .hyphen, .otherHyphen, .minus, .enDash: next += 1
      default:
        guard token.kind.phraseMark != nil else { return lists }
        next += 1
      }
    }
    return lists
  }

  /// A phrase of a list, as it stands in the text.
  public struct PhraseMatch: Sendable {
    /// Of the tokens.
    public let indices: Range<Int>
    fileprivate let end: Lexicon.PhraseState
    fileprivate let lexicon: Lexicon

    /// What the list says of the phrase.
    public var value: String? { lexicon.value(end) }
  }

  /// Whether a phrase stands in the text as the list wants it, letter case aside.
  func isRight(_ match: PhraseMatch) -> Bool {
    prose.bytes.withUnsafeBufferPointer { match.lexicon.isValue(match.end, $0, range(match.indices)) }
  }

  /// The longest phrase of a list that begins at a token; letter case, the glyph of an apostrophe and the kind
  /// of space between words are of no account.
  ///
  /// - Parameter ignoresHyphens: whether a hyphen in the text is passed over like a space, for lists without any.
  public func phrase(_ list: WordList, at index: Int, ignoresHyphens: Bool = false) -> PhraseMatch? {
    guard tokens[index].kind != .word || lexicon.phraseLists(words.entries[index]).contains(list) else { return nil }
    return prose.bytes.withUnsafeBufferPointer { phrase(list, at: index, ignoresHyphens, $0) }
  }

  private func phrase(
    _ list: WordList, at index: Int, _ ignoresHyphens: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PhraseMatch? {
    let lexicon = lexicon
    var state = lexicon.phrases(list)
    var found: (end: Int, state: Lexicon.PhraseState)?
    var current = index
    walk: while current < indices.upperBound {
      let token = tokens[current]
      switch token.kind {
      case .word, .number:
        // Two words of a phrase are parted by something.
        if current > index, isGlued(current), tokens[current - 1].kind == .word || tokens[current - 1].kind == .number {
          break walk
        }
        let hash = token.kind == .word ? token.hash : prose.hash(token.range)
        guard let next = lexicon.step(state, hash, bytes, token.range) else { break walk }
        state = next
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun:
        current += 1
        continue
      case .hyphen, .otherHyphen, .minus:
        guard current > index, isGlued(current), isJoinedToNext(current) else { break walk }
        if ignoresHyphens {
          current += 1
          continue
        }
        guard let next = lexicon.step(state, mark: 0x2D) else { break walk }
        state = next
      case .enDash where ignoresHyphens && list == .compounds:
        // « peut–être »; between the parts of other names, a dash may be meant.
        guard current > index, isGlued(current), isJoinedToNext(current) else { break walk }
        current += 1
        continue
      default:
        guard current > index, isGlued(current), let mark = token.kind.phraseMark,
          let next = lexicon.step(state, mark: mark)
        else { break walk }
        state = next
      }
      current += 1
      if lexicon.isPhrase(state) { found = (current, state) }
    }
    return found.map { PhraseMatch(indices: index..<$0.end, end: $0.state, lexicon: lexicon) }
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
