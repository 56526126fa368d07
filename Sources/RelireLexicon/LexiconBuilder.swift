import RelireModel

/// Reads word lists into the tables of a `Lexicon`.
///
/// A list is text, one entry a line: a word or a phrase, then, after a tab, what the list says of it. Lines that
/// begin with `#` and empty ones are skipped.
struct LexiconBuilder {
  private var words: HashTable
  private var links: HashTable
  private var openings: [LexiconTables.Opening]
  private var entries: [LexiconTables.Entry]
  private var nodes: [LexiconTables.Node]
  private var values: [LexiconTables.Value]
  /// What the filter of beginnings is to know.
  private var beginnings: [UInt32]
  private var text: [UInt8]

  init() {
    words = HashTable(capacity: 0)
    links = HashTable(capacity: 0)
    openings = [LexiconTables.Opening()]
    entries = [LexiconTables.Entry(text: 0..<0, spelling: .none)]
    // The first nodes are the roots, one a list.
    nodes = (0..<UInt32(WordList.allCases.count)).map { LexiconTables.Node(parent: $0, text: 0..<0) }
    values = []
    beginnings = []
    text = []
  }

  /// Goes on where the builder of these tables ended.
  init(_ tables: LexiconTables) {
    words = HashTable(slots: Array(tables.slots))
    links = HashTable(slots: Array(tables.nodeSlots))
    openings = Array(tables.openings)
    entries = Array(tables.entries)
    nodes = Array(tables.nodes)
    values = Array(tables.values)
    beginnings = Array(tables.beginningKeys)
    text = Array(tables.text)
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

  /// The small letter of U+00C0–U+00FF, given by its second byte, without its accent; `?` for one that has none.
  private static func bared(_ trail: UInt8) -> UInt8 {
    let base = Unicode.Scalar(UInt8(trail | 0xC0)).latinBase
    return base.isASCII ? UInt8(base.value) | 0x20 : UInt8(ascii: "?")
  }

  private mutating func addWord(_ list: WordList, _ word: Range<Int>, value: Range<Int>?) {
    let id = Int(entryID(of: word))
    entries[id].lists.insert(WordLists(list))
    if let value {
      values.append(
        LexiconTables.Value(list: UInt32(list.rawValue), text: Self.stored(value), next: entries[id].value))
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
    entries.append(LexiconTables.Entry(text: Self.stored(word), spelling: Spelling(text[word])))
    words.insert(hash, id)
    return id
  }

  // MARK: Phrases

  /// Phrases are words and the marks between them; a blank only parts words.
  private mutating func addPhrase(
    _ list: WordList, _ phrase: Range<Int>, value: Range<Int>?, ignoresHyphens: Bool = false
  ) {
    var node = UInt32(list.rawValue)
    /// The entry of the first word, the number of its opening, and how many words were read.
    var first = 0 as UInt32
    var opening = 0
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
          first = entryID(of: start..<offset)
          opening = self.opening(of: first)
          openings[opening].lists.insert(WordLists(list))
        } else if words == 1 {
          addBeginning(first, list, hash)
        }
        node = nextNode(node, hash, start..<offset)
        words += 1
      }
    }
    if words == 1 { openings[opening].soloLists.insert(WordLists(list)) }
    nodes[Int(node)].end(with: value.map(Self.stored))
  }

  private mutating func opening(of entry: UInt32) -> Int {
    if entries[Int(entry)].opening == 0 {
      entries[Int(entry)].opening = UInt32(openings.count)
      openings.append(LexiconTables.Opening())
    }
    return Int(entries[Int(entry)].opening)
  }

  private mutating func addBeginning(_ first: UInt32, _ list: WordList, _ next: UInt32) {
    beginnings.append(HashTable.key(first, next))
    beginnings.append(Lexicon.beginning(first, list, next))
  }

  private mutating func nextNode(_ parent: UInt32, _ hash: UInt32, _ unit: Range<Int>) -> UInt32 {
    let key = HashTable.key(parent, hash)
    let found = text.withUnsafeBufferPointer { text in
      links.find(key) { nodes[Int($0)].parent == parent && FoldedHash.areSame(text, nodes[Int($0)].text, text, unit) }
    }
    if found != 0 { return found }
    let id = UInt32(nodes.count)
    nodes.append(LexiconTables.Node(parent: parent, text: Self.stored(unit)))
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

extension LexiconBuilder {
  /// The image that `LexiconTables` reads.
  ///
  /// - Parameters:
  ///   - digest: what the lists are told by.
  ///   - placeholders: the filter of words lets those pass that one of these begins with.
  func image(of digest: UInt64, placeholders: WholeTexts) -> [UInt8] {
    let hashes = words.slots.filter { $0 != 0 }.map { UInt32($0 >> 32) }
    let wordFilter = HashFilter(hashes + placeholders.firstWords)
    let beginningFilter = HashFilter(beginnings)
    var header = LexiconTables.Header()
    header.digest = digest
    header.slots = UInt32(words.slots.count)
    header.nodeSlots = UInt32(links.slots.count)
    header.wordBits = UInt32(wordFilter.words.count)
    header.beginningBits = UInt32(beginningFilter.words.count)
    header.beginningKeys = UInt32(beginnings.count)
    header.openings = UInt32(openings.count)
    header.entries = UInt32(entries.count)
    header.nodes = UInt32(nodes.count)
    header.values = UInt32(values.count)
    header.text = UInt32(text.count)
    var image: [UInt8] = []
    withUnsafeBytes(of: header) { image.append(contentsOf: $0) }
    func append(_ table: [some Any]) { table.withUnsafeBytes { image.append(contentsOf: $0) } }
    append(words.slots)
    append(links.slots)
    append(wordFilter.words)
    append(beginningFilter.words)
    append(openings)
    append(entries)
    append(nodes)
    append(values)
    append(beginnings)
    append(text)
    return image
  }
}
