import RelireDocuments
import RelireModel

/// A few words that a rule looks for, small letters only; a lexicon's list is for those that editors may add to.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let words: [StaticString]
  private let hashes: [UInt32]
  /// One bit for each value that the lowest bits of the hashes have: nearly every other word ends here.
  private let filter: UInt64

  init(arrayLiteral words: StaticString...) {
    self.words = words
    hashes = words.map { word in word.withUTF8Buffer { FoldedHash.of($0) } }
    filter = hashes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  fileprivate func contains(_ index: Int, in context: BlockContext) -> Bool {
    let hash = context.tokens[index].hash
    guard filter & (1 << UInt64(hash & 63)) != 0 else { return false }
    for number in hashes.indices where hashes[number] == hash && context.isWord(index, words[number]) { return true }
    return false
  }
}

extension BlockContext {
  /// Whether the word at a token index is one of these, letter case aside.
  func isWord(_ index: Int, among words: WordSet) -> Bool { words.contains(index, in: self) }

  /// The same of a few words that are written where they are asked for; more of them are made a set once.
  func isWord(_ index: Int, among words: [StaticString]) -> Bool { words.contains { isWord(index, $0) } }
}
