import RelireDocuments
import RelireLexicon

/// The words of a page in the lexicon, each looked up once, and what they tell of the language of its blocks.
struct PageWords: Sendable {
  /// Parallel to the tokens of the page.
  let entries: [Lexicon.EntryID]
  /// Parallel to its blocks: the language that a block declared French is written in, as far as its commonest
  /// words tell, or nil where nothing speaks against French.
  let foreign: [ForeignLanguage?]

  init(_ prose: Prose, _ lexicon: Lexicon) {
    var entries = [Lexicon.EntryID](repeating: .none, count: prose.tokens.count)
    var foreign = [ForeignLanguage?](repeating: nil, count: prose.blocks.count)
    let candidates = Self.candidates(prose, lexicon)
    var next = 0
    prose.bytes.withUnsafeBufferPointer { bytes in
      for (number, block) in prose.blocks.enumerated() {
        var count = StopWordCount()
        while next < candidates.count, candidates[next] < block.tokens.upperBound {
          let index = Int(candidates[next])
          next += 1
          let entry = lexicon.entry(prose.tokens[index].hash, bytes, prose.tokens[index].range)
          if entry.isNone { continue }
          entries[index] = entry
          count.add(lexicon.lists(entry))
        }
        foreign[number] = count.foreignLanguage
      }
    }
    self.entries = entries
    self.foreign = foreign
  }

  /// The words that the lexicon may have, by number of token.
  ///
  /// Every word of every page passes here, and what the lexicon knows of it lies far away in memory. The loop has no
  /// branch that could be foreseen wrongly, so that the processor waits for many words at once.
  private static func candidates(_ prose: Prose, _ lexicon: Lexicon) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: prose.tokens.count) { candidates, count in
      // Buffers, whose subscripts are unchecked in a release build: as many candidates as tokens at most.
      prose.tokens.withUnsafeBufferPointer { tokens in
        var found = 0
        for index in tokens.indices {
          candidates[found] = UInt32(truncatingIfNeeded: index)
          let isWord: UInt64 = tokens[index].kind == .word ? 1 : 0
          found &+= Int(truncatingIfNeeded: isWord & lexicon.mayHaveEntry(tokens[index].hash))
        }
        count = found
      }
    }
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

  var stopWords: WordList {
    switch self {
    case .english: .englishStopWords
    case .spanish: .spanishStopWords
    case .german: .germanStopWords
    case .italian: .italianStopWords
    case .portuguese: .portugueseStopWords
    }
  }

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

  private var french = 0
  private var foreign: SIMD8<Int32> = .zero

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

  /// A handful of words proves nothing: the declared language then holds. Where not one word is French, two do.
  var foreignLanguage: ForeignLanguage? { foreignLanguage(atLeast: french == 0 ? 2 : 3) }

  func foreignLanguage(atLeast minimum: Int) -> ForeignLanguage? {
    let best = Int(foreign.max())
    guard best >= minimum, best > 2 * french else { return nil }
    return ForeignLanguage.allCases.first { Int(foreign[Int($0.rawValue)]) == best }
  }
}
