import RelireModel

/// A list whose entries are compared with whole texts (a link's, an item's) rather than looked for among words.
/// Case, accents, punctuation and the value of numbers are of no account.
///
/// An entry with the value `…` is the beginning of a text; any other one is all of it. `0` stands for any number.
public struct WholeTexts: Sendable {
  private var texts: Set<String> = []
  private var openings: [[UInt8]] = []
  /// `FoldedHash`es of the words that an entry begins with, with and without accents: where none of them is,
  /// there is nothing to compare.
  @usableFromInline private(set) var firstWords: Set<UInt32> = []
  /// One bit for each value of the lowest bits of these hashes: most words of a text are told apart without a look
  /// into the set.
  @usableFromInline private(set) var filter = [UInt64](repeating: 0, count: 64)

  /// - Parameter lists: texts as in the files of `dictionaries/`.
  init(_ lists: [some Collection<UInt8>]) {
    for list in lists {
      for line in list.split(separator: 0x0A) where line.first != 0x23 {
        let parts = line.split(separator: 0x09, maxSplits: 1)
        guard let entry = parts.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
        let key = FoldedText(entry).words
        guard let first = key.split(separator: " ").first else { continue }
        let isOpening = parts.count > 1 && String(decoding: parts[1], as: UTF8.self).hasPrefix("…")
        if isOpening { openings.append(Array(key.utf8)) } else { texts.insert(key) }
        addFirstWord(first)
        if let written = entry.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first { addFirstWord(written) }
      }
    }
  }

  private mutating func addFirstWord(_ word: Substring) {
    let hash = FoldedHash.of(word.utf8)
    firstWords.insert(hash)
    filter[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63)
  }

  /// Whether an entry begins with the word of this `FoldedHash`.
  @inlinable
  public func mayBegin(with hash: UInt32) -> Bool {
    filter[Int(hash >> 6 & 63)] & (1 << UInt64(hash & 63)) != 0 && firstWords.contains(hash)
  }

  public func contains(_ text: FoldedText) -> Bool {
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
  /// The words of `words`.
  public var wordList: [Substring] { words.utf8.split(separator: 0x20).map { Substring($0) } }

  /// Its words, a blank between two; every number is `0`.
  public var words: String {
    var result: [UInt8] = []
    result.reserveCapacity(description.utf8.count)
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
    for scalar in description.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: result.append(UInt8(scalar.value))
      case 0x61...0x7A:
        result.append(UInt8(scalar.value))
        isNumber = false
      case 0x80... where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        result += Array(String(scalar).utf8)
        isNumber = false
      default: endWord()
      }
    }
    endWord()
    return String(decoding: result.dropLast(), as: UTF8.self)
  }
}
