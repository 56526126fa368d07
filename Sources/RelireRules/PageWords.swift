import RelireDocuments
import RelireLexicon

/// The words of a page in the lexicon, each looked up once, what they tell of the language of its blocks, and which of
/// its tokens are more than plain words.
final class PageWords: Sendable {
  let prose: Prose
  let tokens: [Token]
  /// Parallel to the tokens of the page.
  let entries: [Lexicon.EntryID]
  /// The words that have an entry, in order.
  let found: [Found]
  /// The tokens that are no words, or words with one of `remarkableFlags`, by number.
  let remarkable: [UInt32]
  /// Parallel to its blocks: the language that a block declared French is written in, as far as its commonest
  /// words tell, or nil where nothing speaks against French.
  let foreign: [ForeignLanguage?]

  /// The words that a placeholder may begin with, by number of token: most are none.
  let placeholderOpenings: [UInt32]
  /// Whether a word may be the same as the one before it, spaces aside.
  let mayHaveDoubles: Bool

  /// What makes a word one that rules may wait for whatever the lexicon says of it.
  static let remarkableFlags: Token.Flags = [
    .capitalised, .allCapitals, .innerCapital, .hasDigit, .decomposed, .softHyphen,
  ]

  struct Found {
    /// The token's number.
    let token: UInt32
    let entry: Lexicon.EntryID
  }

  init(_ prose: Prose, _ lexicon: Lexicon) {
    self.prose = prose
    tokens = prose.tokens
    var entries = [Lexicon.EntryID](repeating: .none, count: prose.tokens.count)
    var openings: [UInt32] = []
    let candidates = Candidates(prose.tokens, lexicon)
    // With room for all that may be there, and unchecked, as all places are counted here.
    found = [Found](unsafeUninitializedCapacity: candidates.words.count) { found, count in
      withUnsafeTemporaryAllocation(of: Lexicon.Query.self, capacity: candidates.words.count) { queries in
        prose.tokens.withUnsafeBufferPointer { tokens in
          for (place, number) in candidates.words.enumerated() {
            let token = tokens[Int(number)]
            queries.initializeElement(
              at: place, to: Lexicon.Query(token: number, hash: token.hash, start: token.start, end: token.end))
            if lexicon.placeholders.bit(token.hash) != 0 { openings.append(number) }
          }
        }
        count = prose.bytes.withUnsafeBufferPointer { lexicon.find(queries, in: $0) }
        entries.withUnsafeMutableBufferPointer { entries in
          for place in 0..<count {
            let word = queries[place]
            entries[Int(word.token)] = word.entry
            found.initializeElement(at: place, to: Found(token: word.token, entry: word.entry))
          }
        }
      }
    }
    self.entries = entries
    remarkable = candidates.remarkable
    placeholderOpenings = openings
    mayHaveDoubles = candidates.mayHaveDoubles
    foreign = Self.foreign(prose, found, lexicon)
  }

  /// What one loop over all tokens tells.
  ///
  /// Every word of every page passes here, and what the lexicon knows of it lies far away in memory. The loop has no
  /// branch that could be foreseen wrongly, so that the processor waits for many words at once.
  private struct Candidates {
    /// The words that the lexicon may have, by number of token.
    let words: [UInt32]
    let remarkable: [UInt32]
    let mayHaveDoubles: Bool

    init(_ tokens: [Token], _ lexicon: Lexicon) {
      var doubles = false
      var remarkable: [UInt32] = []
      let plain = ~remarkableFlags.rawValue
      words = [UInt32](unsafeUninitializedCapacity: tokens.count) { words, wordCount in
        remarkable = [UInt32](unsafeUninitializedCapacity: tokens.count) { remarkable, remarkableCount in
          // Buffers, whose subscripts are unchecked in a release build: no more of either than tokens.
          tokens.withUnsafeBufferPointer { tokens in
            lexicon.withWordFilter { filter in
              var previous: UInt32 = 0
              var (found, others) = (0, 0)
              for index in tokens.indices {
                let token = tokens[index]
                let number = UInt32(truncatingIfNeeded: index)
                words[found] = number
                remarkable[others] = number
                let isWord = token.kind == .word
                found &+= Int(truncatingIfNeeded: (isWord ? 1 : 0) & filter.bit(token.hash))
                others &+= isWord && token.flags.rawValue | plain == plain ? 0 : 1
                // Only words have a hash.
                doubles = doubles || isWord && token.hash == previous
                previous = token.kind == .spaceRun ? previous : token.hash
              }
              (wordCount, remarkableCount) = (found, others)
            }
          }
        }
      }
      self.remarkable = remarkable
      mayHaveDoubles = doubles
    }
  }

  /// The languages of the blocks. Most blocks hold hardly a word of another language: the words of each are counted
  /// only where all of them together would be enough for one.
  private static func foreign(_ prose: Prose, _ words: [Found], _ lexicon: Lexicon) -> [ForeignLanguage?] {
    var foreign = [ForeignLanguage?](repeating: nil, count: prose.blocks.count)
    var next = 0
    for (number, block) in prose.blocks.enumerated() {
      let first = next
      var bound = StopWordCount.Bound()
      while next < words.count, words[next].token < block.tokens.upperBound {
        bound.add(lexicon.lists(words[next].entry))
        next += 1
      }
      guard bound.mayBeForeign else { continue }
      var count = StopWordCount()
      // A passage that is marked as one of another language says nothing of the block's.
      for word in words[first..<next] where prose.tokens[Int(word.token)].language == block.language {
        count.add(lexicon.lists(word.entry))
      }
      for token in prose.tokens(of: block) where token.kind == .word && token.language == block.language {
        count.addWord(token.flags)
      }
      foreign[number] = count.foreignLanguage
    }
    return foreign
  }
}

extension PageWords {
  /// The language that the text declared to be in language number `language` is written in, by its commonest words;
  /// nil when they prove nothing, or that it is as declared. Linear in the words.
  func otherLanguage(of language: UInt8, in prose: Prose, _ lexicon: Lexicon) -> String? {
    let tokens = prose.tokens
    var counts = StopWordCount()
    for index in entries.indices where !entries[index].isNone && tokens[index].language == language {
      counts.add(lexicon.lists(entries[index]))
    }
    // Nearly all texts are in the language that they declare: the words need not be counted.
    guard let actual = counts.commonest, actual.tag != prose.languages[Int(language)].primary else { return nil }
    let words = tokens.reduce(0) { $0 + ($1.kind == .word && $1.language == language ? 1 : 0) }
    return actual.count * 5 >= words ? actual.tag : nil
  }
}

/// A language that is told from French by its commonest words; in the order of their lists.
enum ForeignLanguage: UInt8, Sendable, CaseIterable {
  case english, spanish, german, italian, portuguese

  var tag: String {
    switch self {
    case .english: "en"
    case .spanish: "es"
    case .german: "de"
    case .italian: "it"
    case .portuguese: "pt"
    }
  }
}

/// How many of the commonest words of each language a block holds.
struct StopWordCount {
  private static let allForeign: WordLists = [
    .englishStopWords, .spanishStopWords, .germanStopWords, .italianStopWords, .portugueseStopWords,
  ]

  /// No less than what a count would come to, found without a branch.
  struct Bound {
    private var french: UInt64 = 0
    private var foreign: UInt64 = 0

    @inline(__always)
    mutating func add(_ lists: WordLists) {
      french &+= lists.contains(.frenchStopWords) ? 1 : 0
      foreign &+= lists.intersects(allForeign) ? 1 : 0
    }

    var mayBeForeign: Bool { foreign >= 2 && foreign > 2 * french }
  }

  private var french = 0
  private var foreign: SIMD8<Int32> = .zero
  private var words = 0
  /// Whether a word has a letter that English has not.
  private var hasAccents = false

  /// A word, known or not.
  mutating func addWord(_ flags: Token.Flags) {
    words += 1
    if flags.contains(.nonASCII) { hasAccents = true }
  }

  mutating func add(_ lists: WordLists) {
    if lists.contains(.frenchStopWords) { french += 1 }
    guard lists.intersects(Self.allForeign) else { return }
    for list in lists.intersection(Self.allForeign).members {
      foreign[Int(list.rawValue - WordList.englishStopWords.rawValue)] &+= 1
    }
  }

  /// The language that most of the words are of, and how many of its commonest words they are; nil where none stands
  /// out, for languages share words.
  fileprivate var commonest: (tag: String, count: Int)? {
    let best = max(Int(foreign.max()), french)
    guard best >= 5 else { return nil }
    let languages = ForeignLanguage.allCases.filter { Int(foreign[Int($0.rawValue)]) * 2 > best }
    if french * 2 > best { return languages.isEmpty ? ("fr", best) : nil }
    return languages.count == 1 ? (languages[0].tag, best) : nil
  }

  /// A handful of words proves nothing: the declared language then holds. Where nothing looks French, two do, unless
  /// they are lost among others.
  var foreignLanguage: ForeignLanguage? {
    guard Int(foreign.max()) * 10 >= words else { return nil }
    return foreignLanguage(atLeast: french == 0 && !hasAccents ? 2 : 3)
  }

  func foreignLanguage(atLeast minimum: Int) -> ForeignLanguage? {
    let best = Int(foreign.max())
    guard best >= minimum, best > 2 * french else { return nil }
    return ForeignLanguage.allCases.first { Int(foreign[Int($0.rawValue)]) == best }
  }
}
