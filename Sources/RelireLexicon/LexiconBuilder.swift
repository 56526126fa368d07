import RelireModel

/// Reads word lists into the tables of a `Lexicon`.
///
/// A list is text, one entry a line: a word or a phrase, then, after a tab, what the list says of it. Lines that
/// begin with `#` and empty ones are skipped.
struct LexiconBuilder {
  private(set) var text: [UInt8] = []
  private(set) var words: HashTable
  private(set) var entries: [Lexicon.Entry] = [Lexicon.Entry(text: 0..<0)]
  private(set) var wordFilter: HashFilter
  private(set) var beginnings: HashFilter
  private(set) var values: [Lexicon.Value] = []
  private(set) var links: HashTable
  private(set) var nodes: [Lexicon.Node]

  /// - Parameter byteCount: of all lists together.
  init(byteCount: Int) {
    text.reserveCapacity(byteCount + byteCount / 2)
    words = HashTable(capacity: byteCount / 10)
    wordFilter = HashFilter(capacity: byteCount / 10)
    links = HashTable(capacity: byteCount / 20)
    beginnings = HashFilter(capacity: byteCount / 20)
    entries.reserveCapacity(byteCount / 10)
    // The first nodes are the roots, one a list.
    nodes = (0..<UInt32(WordList.allCases.count)).map { Lexicon.Node(parent: $0, text: 0..<0) }
  }

  mutating func add(_ list: WordList, _ bytes: some Collection<UInt8>) {
    let start = text.count
    text.append(contentsOf: bytes)
    let end = text.count
    var line = start
    while line < end {
      var lineEnd = line
      var tab = -1
      while lineEnd < end, text[lineEnd] != 0x0A {
        if text[lineEnd] == 0x09, tab < 0 { tab = lineEnd }
        lineEnd += 1
      }
      let next = lineEnd + 1
      if lineEnd > line, text[lineEnd - 1] == 0x0D { lineEnd -= 1 }
      if lineEnd > line, text[line] != 0x23 {
        let entry = line..<(tab < 0 ? lineEnd : tab)
        addEntry(list, entry, value: tab < 0 ? nil : (tab + 1)..<lineEnd)
      }
      line = next
    }
  }

  // MARK: Entries

  private mutating func addEntry(_ list: WordList, _ entry: Range<Int>, value: Range<Int>?) {
    switch list {
    case .accentedWords:
      addBared(list, entry, onlyFirst: false)
      if text[entry.lowerBound] >= 0x80 { addBared(list, entry, onlyFirst: true) }
    case .accentedInitials:
      addBared(list, entry, onlyFirst: true)
    case .compounds, .nounCompounds, .placeNames:
      // Looked up with a blank or a hyphen between the words; the entry itself is the right form.
      addPhrase(list, entry, value: value ?? entry, ignoresHyphens: true)
    case .units:
      // Letter case tells mW from MW.
      addWord(list, entry, value: entry)
    default:
      if text[entry].contains(where: Self.isSeparator) {
        addPhrase(list, entry, value: value)
      } else {
        addWord(list, entry, value: value)
      }
    }
  }

  /// Adds the form that a word has without its accents, with the word itself as the value.
  private mutating func addBared(_ list: WordList, _ entry: Range<Int>, onlyFirst: Bool) {
    let start = text.count
    var offset = entry.lowerBound
    while offset < entry.upperBound {
      let byte = text[offset]
      if byte == 0xC3, offset + 1 < entry.upperBound, !onlyFirst || offset == entry.lowerBound {
        text.append(Self.bared(text[offset + 1]))
        offset += 2
      } else {
        text.append(byte)
        offset += 1
      }
    }
    addWord(list, start..<text.count, value: entry)
  }

  /// The letter of U+00C0–U+00FF, given by its second byte, without its accent.
  private static func bared(_ trail: UInt8) -> UInt8 {
    switch trail | 0x20 {
    case 0xA0...0xA5: 0x61
    case 0xA7: 0x63
    case 0xA8...0xAB: 0x65
    case 0xAC...0xAF: 0x69
    case 0xB1: 0x6E
    case 0xB2...0xB6: 0x6F
    case 0xB9...0xBC: 0x75
    case 0xBD, 0xBF: 0x79
    default: 0x3F
    }
  }

  private mutating func addWord(_ list: WordList, _ word: Range<Int>, value: Range<Int>?) {
    let id = Int(entryID(of: word))
    entries[id].lists.insert(WordLists(list))
    if let value {
      values.append(Lexicon.Value(list: list, text: Self.stored(value), next: entries[id].value))
      entries[id].value = UInt32(values.count)
    }
  }

  private mutating func entryID(of word: Range<Int>) -> UInt32 {
    let hash = FoldedHash.of(text[word])
    let found = text.withUnsafeBufferPointer { text in
      words.find(hash) { FoldedHash.areSame(text, entries[Int($0)].text, text, word) }
    }
    if found != 0 { return found }
    let id = UInt32(entries.count)
    entries.append(Lexicon.Entry(text: Self.stored(word), spelling: Spelling(text[word])))
    words.insert(hash, id)
    wordFilter.insert(hash)
    return id
  }

  // MARK: Phrases

  /// Phrases are words and the marks between them; a blank only parts words.
  private mutating func addPhrase(
    _ list: WordList, _ phrase: Range<Int>, value: Range<Int>?, ignoresHyphens: Bool = false
  ) {
    var node = UInt32(list.rawValue)
    /// The entry of the first word, and how many words were read.
    var first = 0
    var words = 0
    var offset = phrase.lowerBound
    while offset < phrase.upperBound {
      let byte = text[offset]
      if byte == 0x20 || byte == 0x2D && ignoresHyphens {
        offset += 1
      } else if Self.isSeparator(byte) {
        node = nextNode(node, UInt32(byte), offset..<offset + 1)
        offset += 1
      } else {
        let start = offset
        while offset < phrase.upperBound, !Self.isSeparator(text[offset]) { offset += 1 }
        let hash = FoldedHash.of(text[start..<offset])
        if words == 0 {
          first = Int(entryID(of: start..<offset))
          entries[first].phraseLists.insert(WordLists(list))
        } else if words == 1 {
          addBeginning(first, list, hash)
        }
        node = nextNode(node, hash, start..<offset)
        words += 1
      }
    }
    if words == 1 { entries[first].soloLists.insert(WordLists(list)) }
    nodes[Int(node)].isEnd = true
    if let value { nodes[Int(node)].value = Self.stored(value) }
  }

  private mutating func addBeginning(_ first: Int, _ list: WordList, _ next: UInt32) {
    beginnings.insert(HashTable.key(UInt32(first), next))
    beginnings.insert(Lexicon.beginning(UInt32(first), list, next))
  }

  private mutating func nextNode(_ parent: UInt32, _ hash: UInt32, _ unit: Range<Int>) -> UInt32 {
    let key = HashTable.key(parent, hash)
    let found = text.withUnsafeBufferPointer { text in
      links.find(key) { nodes[Int($0)].parent == parent && FoldedHash.areSame(text, nodes[Int($0)].text, text, unit) }
    }
    if found != 0 { return found }
    let id = UInt32(nodes.count)
    nodes.append(Lexicon.Node(parent: parent, text: Self.stored(unit)))
    links.insert(key, id)
    return id
  }

  // MARK: Text

  static func isSeparator(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
  }

  private static func stored(_ range: Range<Int>) -> Range<UInt32> {
    UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }
}
