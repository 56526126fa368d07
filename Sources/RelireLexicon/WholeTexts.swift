import RelireModel

/// A list whose entries are compared with whole texts (a link's, an item's) rather than looked for among words.
/// Case, accents, punctuation and the value of numbers are of no account.
///
/// An entry with the value `…` is the beginning of a text; any other one is all of it. `0` stands for any number.
public struct WholeTexts: Sendable {
  private var texts: Set<String> = []
  private var openings: [String] = []
  /// `FoldedHash`es of the words that an entry begins with, with and without accents: where none of them is,
  /// there is nothing to compare.
  public private(set) var firstWords: Set<UInt32> = []

  /// - Parameter lists: texts as in the files of `dictionaries/`.
  init(_ lists: [some Collection<UInt8>]) {
    for list in lists {
      for line in list.split(separator: 0x0A) where line.first != 0x23 {
        let parts = line.split(separator: 0x09, maxSplits: 1)
        guard let entry = parts.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
        let key = FoldedText(entry).words
        guard let first = key.split(separator: " ").first else { continue }
        let isOpening = parts.count > 1 && String(decoding: parts[1], as: UTF8.self).hasPrefix("…")
        if isOpening { openings.append(key) } else { texts.insert(key) }
        firstWords.insert(FoldedHash.of(first.utf8))
        if let written = entry.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first {
          firstWords.insert(FoldedHash.of(written.utf8))
        }
      }
    }
  }

  public func contains(_ text: FoldedText) -> Bool {
    let words = text.words
    return texts.contains(words) || openings.contains { words.hasPrefix($0) && (words + " ").hasPrefix($0 + " ") }
  }
}

extension FoldedText {
  /// Its words, a blank between two; every number is `0`.
  public var words: String {
    var result = ""
    for part in description.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if !result.isEmpty { result += " " }
      result += part.utf8.allSatisfy { $0 < 0x3A } ? "0" : part
    }
    return result
  }
}
