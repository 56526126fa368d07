/// What a lexicon is looked up in, as one run of bytes (its *image*): first a `Header`, then table after table.
///
/// An image is made from word lists by `LexiconBuilder`. That of the lists that come with the tool lies in
/// `dictionaries/` and is part of the program, whose start need not make it: a check of one page would wait longer for
/// it than for anything else. Numbers are little-endian, as on every machine that Swift runs on, and no type of a table
/// has gaps between its fields, so that a table is read where it lies.
///
/// The tables point into the image, which must outlive them, and trust it: it is made by this module alone. In a
/// release build their subscripts are unchecked.
@usableFromInline
struct LexiconTables: @unchecked Sendable {
  @usableFromInline
  struct Entry: Sendable {
    /// The word as the list writes it.
    let text: Range<UInt32>
    /// The same where it is short, so that a word is compared without another look into memory.
    let spelling: Spelling
    /// The lists that hold the word by itself.
    @usableFromInline var lists: WordLists = []
    /// Index into `values` plus one; 0 for none.
    var value: UInt32 = 0
    /// Index into `openings`; that of the first, empty one for a word that no phrase begins with.
    @usableFromInline var opening: UInt32 = 0
  }

  /// What phrases begin with a word.
  @usableFromInline
  struct Opening: Sendable {
    /// The lists in which it begins one.
    @usableFromInline var lists: WordLists = []
    /// Of these, the ones in which it is a phrase's only word.
    @usableFromInline var soloLists: WordLists = []
  }

  /// What a list says of a word.
  struct Value: Sendable {
    let list: UInt32
    let text: Range<UInt32>
    /// Index of the entry's next value plus one; 0 for none.
    let next: UInt32
  }

  /// A word or mark of a phrase.
  struct Node: Sendable {
    let parent: UInt32
    let text: Range<UInt32>
    /// What the list says of the phrase that ends here.
    private var said: Range<UInt32> = 0..<0
    private var ending = 0 as UInt32

    init(parent: UInt32, text: Range<UInt32>) {
      self.parent = parent
      self.text = text
    }

    /// Whether a phrase ends here.
    var isEnd: Bool { ending != 0 }
    var value: Range<UInt32>? { ending == 2 ? said : nil }

    /// Lets a phrase end here.
    mutating func end(with value: Range<UInt32>?) {
      if let value { said = value }
      ending = value == nil ? max(ending, 1) : 2
    }
  }

  struct Header {
    /// Tells the lists that the image was made of from all others; 0 where nobody asks.
    var digest: UInt64 = 0
    /// How many elements each table has.
    var slots: UInt32 = 0
    var nodeSlots: UInt32 = 0
    var wordBits: UInt32 = 0
    var beginningBits: UInt32 = 0
    var beginningKeys: UInt32 = 0
    var openings: UInt32 = 0
    var entries: UInt32 = 0
    var nodes: UInt32 = 0
    var values: UInt32 = 0
    var text: UInt32 = 0
  }

  /// Hash above, index of the entry below; 0 is free. The first entry is a dummy, so that no index is 0.
  let slots: UnsafeBufferPointer<UInt64>
  /// The same for nodes; the first ones are the roots, one a list.
  let nodeSlots: UnsafeBufferPointer<UInt64>
  /// The hashes of all entries, and of the words that placeholders begin with.
  @usableFromInline let words: HashFilter.View
  /// The first words of phrases, each with the next one: alone and together with their list.
  @usableFromInline let beginnings: HashFilter.View
  /// What that filter was made of: a site's own lists add to it.
  let beginningKeys: UnsafeBufferPointer<UInt32>
  @usableFromInline let openings: UnsafeBufferPointer<Opening>
  @usableFromInline let entries: UnsafeBufferPointer<Entry>
  let nodes: UnsafeBufferPointer<Node>
  let values: UnsafeBufferPointer<Value>
  let text: UnsafeBufferPointer<UInt8>

  /// - Parameter image: begins at a multiple of eight bytes.
  /// - Returns: nil for what cannot be an image, and for that of other lists.
  init?(_ image: UnsafeRawBufferPointer, of digest: UInt64) {
    guard image.count >= MemoryLayout<Header>.size else { return nil }
    let header = image.load(as: Header.self)
    guard header.digest == digest else { return nil }
    var rest = image.dropFirst(MemoryLayout<Header>.size)
    func table<Element>(_ count: UInt32, of type: Element.Type) -> UnsafeBufferPointer<Element> {
      let size = min(rest.count, Int(count) * MemoryLayout<Element>.stride)
      defer { rest = rest.dropFirst(size) }
      return UnsafeRawBufferPointer(rebasing: rest.prefix(size)).assumingMemoryBound(to: Element.self)
    }
    // Those of eight bytes before those of four, lest one begin between two of its numbers.
    slots = table(header.slots, of: UInt64.self)
    nodeSlots = table(header.nodeSlots, of: UInt64.self)
    words = HashFilter.View(words: table(header.wordBits, of: UInt64.self))
    beginnings = HashFilter.View(words: table(header.beginningBits, of: UInt64.self))
    openings = table(header.openings, of: Opening.self)
    entries = table(header.entries, of: Entry.self)
    nodes = table(header.nodes, of: Node.self)
    values = table(header.values, of: Value.self)
    beginningKeys = table(header.beginningKeys, of: UInt32.self)
    text = table(header.text, of: UInt8.self)
    guard text.count == Int(header.text), rest.isEmpty else { return nil }
  }
}
