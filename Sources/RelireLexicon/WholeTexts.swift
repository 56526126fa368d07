import RelireModel

/// A list whose entries are compared with whole texts (a link's, an item's) rather than looked for among words.
/// Case, accents, punctuation and the value of numbers are of no account.
///
/// An entry with the value `…` is the beginning of a text; any other one is all of it. `0` stands for any number.
///
/// Immutable, and a class because pages ask it without taking a share of each of its tables.
public final class WholeTexts: Sendable {
  private let texts: Set<String>
  private let openings: [[UInt8]]
  /// `FoldedHash`es of the words that an entry begins with, with and without accents: where none of them is,
  /// there is nothing to compare.
  let firstWords: [UInt32]
  /// Their numbers, from 1.
  private let firstWordTable: HashTable
  /// Of `firstWords`: most words of a text are told apart without a look into the table.
  @usableFromInline let filter: HashFilter
  /// Of the first two words of each entry; of the first and nothing for those that are one word.
  private let pairs: PairTable
  /// The words that are an opening by themselves.
  private let openingWords: Set<UInt32>

  /// - Parameter lists: texts as in the files of `dictionaries/`.
  init(_ lists: [[UInt8]]) {
    var texts: Set<String> = []
    var openings: [[UInt8]] = []
    var firstWords: [UInt32] = []
    var firstWordTable = HashTable(capacity: 256)
    // Two words for each line.
    var filter = HashFilter(capacity: lists.reduce(0) { $0 + 2 * $1.count { $0 == 0x0A } })
    var pairs = PairTable()
    var openingWords: Set<UInt32> = []
    for list in lists {
      for line in list.split(separator: 0x0A) where line.first != 0x23 {
        let parts = line.split(separator: 0x09, maxSplits: 1)
        guard let entry = parts.first else { continue }
        let key = FoldedText(utf8: entry).wordBytes
        let folded = key.split(separator: 0x20).map { FoldedHash.of($0) }
        guard let first = folded.first else { continue }
        let isOpening = parts.count > 1 && parts[1].starts(with: "…".utf8)
        if isOpening { openings.append(key) } else { texts.insert(String(decoding: key, as: UTF8.self)) }
        // Texts have their accents or lack them, word by word.
        let written = FoldedText.words(of: Array(entry)).map { FoldedHash.of($0) }
        for first in [first, written.first ?? first] {
          if firstWordTable.find(first, where: { _ in true }) == 0 {
            firstWords.append(first)
            firstWordTable.insert(first, UInt32(firstWords.count))
            filter.insert(first)
          }
          if folded.count == 1, isOpening { openingWords.insert(first) }
          if folded.count == 1 { pairs.insert(first, nil) }
          for words in [folded, written] where words.count > 1 { pairs.insert(first, words[1]) }
        }
      }
    }
    self.texts = texts
    self.openings = openings
    self.firstWords = firstWords
    self.firstWordTable = firstWordTable
    self.filter = filter
    self.pairs = pairs
    self.openingWords = openingWords
  }

  /// Pairs of `FoldedHash`es; the second may be missing.
  private struct PairTable {
    private var pairs: [(first: UInt32, second: UInt32)] = []
    /// Their numbers, from 1.
    private var table = HashTable(capacity: 256)

    mutating func insert(_ first: UInt32, _ second: UInt32?) {
      guard !contains(first, second) else { return }
      pairs.append((first, second ?? 0))
      table.insert(HashTable.key(first, second ?? 0), UInt32(pairs.count))
    }

    func contains(_ first: UInt32, _ second: UInt32?) -> Bool {
      let pair = (first, second ?? 0)
      return table.find(HashTable.key(pair.0, pair.1)) { pairs[Int($0) - 1] == pair } != 0
    }
  }

  /// 1 where an entry may begin with the word of this `FoldedHash`, 0 where none does.
  @inlinable @inline(__always)
  public func bit(_ hash: UInt32) -> UInt64 { filter.bit(hash) }

  /// Whether an entry begins with the word of this `FoldedHash`.
  public func mayBegin(with hash: UInt32) -> Bool { bit(hash) != 0 && firstWordTable.find(hash) { _ in true } != 0 }

  /// Whether an entry may begin with a word and go on with another: most texts that begin as an entry does end here.
  ///
  /// - Parameter second: the `FoldedHash` of the word after it, of `0` for a number; nil where none comes.
  public func mayBegin(with first: UInt32, _ second: UInt32?) -> Bool {
    pairs.contains(first, nil) || second != nil && pairs.contains(first, second)
  }

  /// Whether a text may be known that begins with a word and goes on with another, as above; nil where it has no other.
  public func mayBe(_ first: UInt32, _ second: UInt32?) -> Bool {
    guard second != nil else { return pairs.contains(first, nil) }
    return openingWords.contains(first) || pairs.contains(first, second)
  }

  /// The hash that stands for every number.
  public static let number = FoldedHash.of("0".utf8)

  public func contains(_ text: FoldedText) -> Bool {
    // Most texts begin as no entry does: that is told before they are taken apart.
    guard let first = text.firstWord, mayBegin(with: FoldedHash.of(first)) else { return false }
    let words = text.words
    return texts.contains(words) || openings.contains { Self.opens(words.utf8.span, with: $0) }
  }
}

extension WholeTexts {
  /// Whether a text is an opening, or goes on after it with another word.
  private static func opens(_ text: Span<UInt8>, with opening: [UInt8]) -> Bool {
    guard text.count >= opening.count else { return false }
    for offset in opening.indices where text[offset] != opening[offset] { return false }
    return text.count == opening.count || text[opening.count] == 0x20
  }
}

extension FoldedText {
  /// Its words, a blank between two; every number is `0`.
  public var words: String { String(decoding: wordBytes, as: UTF8.self) }

  /// The same, each by itself.
  public var wordList: [String] { wordBytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }

  /// The runs of letters and digits in a text that is not folded.
  fileprivate static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      let length = isPlain ? 1 : letterLength(text.span, at: index)
      if length == 0 {
        if start < index { words.append(text[start..<index]) }
        start = index + 1
      }
      index += max(1, length)
    }
    if start < index { words.append(text[start..<index]) }
    return words
  }

  /// Where `wordBytes` begin with ASCII letters and digits, the first word; all of them otherwise.
  fileprivate var firstWord: ArraySlice<UInt8>? {
    let text = description.utf8.span
    var word: [UInt8] = []
    var isNumber = true
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 { return wordBytes.split(separator: 0x20, maxSplits: 1).first }
      if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        word.append(byte)
        if byte >= 0x61 { isNumber = false }
      } else if !word.isEmpty {
        break
      }
    }
    if word.isEmpty { return nil }
    return isNumber ? [0x30] : word[...]
  }

  fileprivate var wordBytes: [UInt8] {
    let text = description.utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 1)
    var wordStart = 0
    var isNumber = true
    func endWord() {
      guard result.count > wordStart else { return }
      if isNumber {
        result.removeLast(result.count - wordStart)
        result.append(0x30)
      }
      result.append(0x20)
      wordStart = result.count
      isNumber = true
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      let length = byte < 0x80 ? 1 : max(1, Self.letterLength(text, at: index))
      if byte &- 0x30 < 10 {
        result.append(byte)
      } else if byte &- 0x61 < 26 || length > 1 {
        for offset in index..<(index + length) { result.append(text[offset]) }
        isNumber = false
      } else {
        endWord()
      }
      index += length
    }
    endWord()
    if !result.isEmpty { result.removeLast() }
    return result
  }

  /// The number of bytes of the letter or digit outside ASCII at an offset; 0 where there is none.
  private static func letterLength(_ text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC0, index + length <= text.count else { return 0 }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? length : 0
  }
}
