import RelireModel

/// All word lists in one table, so that a word of the prose is looked up once for all rules.
///
/// The table is open-addressed and keyed by `FoldedHash`. Most words of a text stand in no list: a filter that fits
/// into the processor's cache tells most of them before the table is looked at. Phrases hang on their first word, and
/// another filter knows what may follow it: each step along one is a probe of a second table.
/// Immutable, hence shared by all threads.
public final class Lexicon: Sendable {
  /// A word of the lexicon; `.none` for every other one.
  public struct EntryID: Hashable, Sendable {
    @usableFromInline let value: UInt32
    @inlinable init(value: UInt32) { self.value = value }

    @inlinable public static var none: EntryID { EntryID(value: 0) }
    @inlinable public var isNone: Bool { value == 0 }
  }

  /// A place within the phrases of one list.
  public struct PhraseState: Hashable, Sendable {
    let node: UInt32
  }

  @usableFromInline let tables: LexiconTables
  /// What holds the tables, unless the program itself does. Nobody writes to it.
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer?
  /// Link texts that say nothing of where the link leads.
  public let genericLinkTexts: WholeTexts
  /// Texts that only keep a place.
  public let placeholders: WholeTexts

  /// - Parameter tables: of an image that lasts as long as the program.
  init(_ tables: LexiconTables, genericLinkTexts: WholeTexts, placeholders: WholeTexts) {
    self.genericLinkTexts = genericLinkTexts
    self.placeholders = placeholders
    self.tables = tables
    memory = nil
  }

  init(_ builder: LexiconBuilder, genericLinkTexts: WholeTexts, placeholders: WholeTexts) {
    self.genericLinkTexts = genericLinkTexts
    self.placeholders = placeholders
    let image = builder.image(of: 0, placeholders: placeholders)
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: image.count, alignment: MemoryLayout<UInt64>.alignment)
    memory.copyBytes(from: image)
    guard let tables = LexiconTables(UnsafeRawBufferPointer(memory), of: 0) else {
      preconditionFailure("the image of a lexicon is what its tables are read from")
    }
    self.tables = tables
    self.memory = UnsafeRawBufferPointer(memory)
  }

  deinit { memory?.deallocate() }

  // MARK: Words

  /// 1 where a word of this `FoldedHash` may have an entry or begin a placeholder, 0 where it does neither.
  @inlinable @inline(__always)
  public func mayHaveEntry(_ hash: UInt32) -> UInt64 { tables.words.bit(hash) }

  /// The same for all words of a page: its `bit` tells of each.
  @inlinable
  public func withWordFilter<Result>(_ body: (HashFilter.View) -> Result) -> Result {
    withExtendedLifetime(self) { body(tables.words) }
  }

  /// The entry of a word.
  ///
  /// - Parameters:
  ///   - hash: the word's `FoldedHash`.
  ///   - bytes: what holds the word, at `range`; letter case is of no account.
  public func entry(_ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> EntryID {
    var word = [Query(token: 0, hash: hash, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))]
    let count = word.withUnsafeMutableBufferPointer { find($0, in: bytes) }
    return count > 0 ? word[0].entry : .none
  }

  /// A word that is looked up.
  public struct Query: Sendable {
    /// Whatever number the asker knows it by.
    public let token: UInt32
    /// Its `FoldedHash`.
    @usableFromInline let hash: UInt32
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    /// The answer.
    public fileprivate(set) var entry = EntryID.none

    @inlinable
    public init(token: UInt32, hash: UInt32, start: UInt32, end: UInt32) {
      self.token = token
      self.hash = hash
      self.start = start
      self.end = end
    }
  }

  /// Looks up many words of one text at a time and keeps those that have an entry; letter case is of no account.
  ///
  /// Every page has some hundred words to look up, whence the buffers, whose subscripts are unchecked in a release
  /// build: places are kept within the table by `mask`, and its numbers are those of `entries`.
  ///
  /// - Returns: how many were found; these come first in `words`, in order.
  public func find(_ words: UnsafeMutableBufferPointer<Query>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let slots = tables.slots
    let entries = tables.entries
    let mask = slots.count &- 1
    var found = 0
    for index in words.indices {
      var word = words[index]
      var place = Int(word.hash) & mask
      while slots[place] != 0 {
        let slot = slots[place]
        if UInt32(truncatingIfNeeded: slot >> 32) == word.hash {
          let id = UInt32(truncatingIfNeeded: slot)
          let range = Int(word.start)..<Int(word.end)
          if entries[Int(id)].spelling.isOf(range, in: bytes) || matches(entries[Int(id)].text, bytes, range) {
            word.entry = EntryID(value: id)
            words[found] = word
            found &+= 1
            break
          }
        }
        place = (place &+ 1) & mask
      }
    }
    return found
  }

  public func entry(_ word: String) -> EntryID {
    Array(word.utf8).withUnsafeBufferPointer { entry(FoldedHash.of($0), $0, 0..<$0.count) }
  }

  /// The lists that hold the word.
  @inlinable
  public func lists(_ entry: EntryID) -> WordLists { tables.entries[Int(entry.value)].lists }

  /// The lists in which a phrase begins with the word.
  @inlinable
  public func phraseLists(_ entry: EntryID) -> WordLists { opening(entry).lists }

  /// Those of them in which the word is a phrase's only one, marks apart.
  @inlinable
  public func soloLists(_ entry: EntryID) -> WordLists { opening(entry).soloLists }

  @inlinable
  func opening(_ entry: EntryID) -> LexiconTables.Opening {
    tables.openings[Int(tables.entries[Int(entry.value)].opening)]
  }

  /// Those of them in which the next word of a phrase may have this `FoldedHash`. In all others none has.
  @inlinable
  public func phraseLists(_ entry: EntryID, goingOnWith next: UInt32) -> WordLists {
    // One look tells nearly all pairs of words that no phrase begins with.
    guard tables.beginnings.mayContain(HashTable.key(entry.value, next)) else { return [] }
    var lists: WordLists = []
    for list in phraseLists(entry).members where tables.beginnings.mayContain(Self.beginning(entry.value, list, next)) {
      lists.formUnion(WordLists(list))
    }
    return lists
  }

  @inlinable
  static func beginning(_ entry: UInt32, _ list: WordList, _ next: UInt32) -> UInt32 {
    HashTable.key(entry ^ (UInt32(list.rawValue) + 1) << 24, next)
  }

  /// What a list says of the word: for *oeuvre*, *œuvre*.
  public func value(_ entry: EntryID, in list: WordList) -> String? {
    var index = tables.entries[Int(entry.value)].value
    while index != 0 {
      let value = tables.values[Int(index) - 1]
      if value.list == list.rawValue { return string(value.text) }
      index = value.next
    }
    return nil
  }

  /// Everything that a list says of the word: for *mw*, the units *mW* and *MW*.
  public func values(_ entry: EntryID, in list: WordList) -> [String] {
    var result: [String] = []
    var index = tables.entries[Int(entry.value)].value
    while index != 0 {
      let value = tables.values[Int(index) - 1]
      if value.list == list.rawValue { result.append(string(value.text)) }
      index = value.next
    }
    return result
  }

  // MARK: Phrases

  /// Where every phrase of a list begins.
  public func phrases(_ list: WordList) -> PhraseState { PhraseState(node: UInt32(list.rawValue)) }

  /// The place after one more word, or nil when no phrase goes on with it.
  public func step(
    _ state: PhraseState, _ hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> PhraseState? {
    let key = HashTable.key(state.node, hash)
    let mask = tables.nodeSlots.count - 1
    var index = Int(key) & mask
    while tables.nodeSlots[index] != 0 {
      let slot = tables.nodeSlots[index]
      if UInt32(truncatingIfNeeded: slot >> 32) == key {
        let id = UInt32(truncatingIfNeeded: slot)
        if tables.nodes[Int(id)].parent == state.node, matches(tables.nodes[Int(id)].text, bytes, range) {
          return PhraseState(node: id)
        }
      }
      index = (index + 1) & mask
    }
    return nil
  }

  /// The place after a mark (`'`, `-`, `.`, `/`) inside a phrase.
  public func step(_ state: PhraseState, mark: UInt8) -> PhraseState? {
    withUnsafeBytes(of: mark) { step(state, UInt32(mark), $0.assumingMemoryBound(to: UInt8.self), 0..<1) }
  }

  /// Whether a phrase ends here.
  public func isPhrase(_ state: PhraseState) -> Bool { tables.nodes[Int(state.node)].isEnd }

  /// What the list says of the phrase that ends here.
  public func value(_ state: PhraseState) -> String? { tables.nodes[Int(state.node)].value.map(string) }

  /// Whether what the list says of it is written at `range` of `bytes`, letter case aside.
  public func isValue(_ state: PhraseState, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    tables.nodes[Int(state.node)].value.map { matches($0, bytes, range) } ?? false
  }

  // MARK: Text

  private func string(_ range: Range<UInt32>) -> String {
    String(decoding: tables.text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  private func matches(_ own: Range<UInt32>, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    FoldedHash.areSame(tables.text, own, bytes, range)
  }
}

extension Lexicon {
  /// Whether a list holds a word or a phrase, written as in its file. For short texts, not for the hot path.
  public func contains(_ phrase: String, in list: WordList) -> Bool {
    Array(phrase.utf8).withUnsafeBufferPointer { contains($0, in: list) }
  }

  private func contains(_ bytes: UnsafeBufferPointer<UInt8>, in list: WordList) -> Bool {
    let word = entry(FoldedHash.of(bytes), bytes, 0..<bytes.count)
    if lists(word).contains(list) { return true }
    var state = phrases(list)
    var offset = 0
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, !LexiconBuilder.isSeparator(bytes[offset]) { offset += 1 }
      if offset > start {
        guard let next = step(state, FoldedHash.of(bytes[start..<offset]), bytes, start..<offset) else { return false }
        state = next
      } else {
        if bytes[offset] != 0x20 {
          guard let next = step(state, mark: bytes[offset]) else { return false }
          state = next
        }
        offset += 1
      }
    }
    return isPhrase(state)
  }
}
