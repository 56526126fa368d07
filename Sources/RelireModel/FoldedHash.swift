/// The hash by which words are looked up in word lists: of the UTF-8 bytes of the word with its letters lowered
/// (ASCII, Latin-1 and Latin Extended-A; accents kept), sixteen bytes at a time.
///
/// The prose scanner computes it while it reads a word, the lexicon when it loads its lists, so that
/// a look-up needs no string. Equal hashes do not prove equal words: the lexicon compares the bytes.
public struct FoldedHash: Sendable {
  @usableFromInline var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The lowered bytes that have not been mixed in, the first one lowest.
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0
  @usableFromInline var count = 0
  @usableFromInline var lead: UInt8 = 0

  @inlinable public init() {}

  @inlinable public var value: UInt32 {
    count == 0 || count & 15 != 0 ? Self.of(lowered: low, high, after: state) : UInt32(truncatingIfNeeded: state)
  }

  /// Feeds the next byte of the word.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    let lowered = UInt64(Self.lowered(byte, after: lead)) << UInt64((count & 7) * 8)
    if count & 8 == 0 { low |= lowered } else { high |= lowered }
    lead = byte
    count += 1
    if count & 15 == 0 {
      state = Self.mixed(low, high, into: state)
      (low, high) = (0, 0)
    }
  }

  /// The hash of a word of fewer than sixteen bytes, lowered already: the first one is the lowest of `low`, the
  /// ninth that of `high`, and the rest is zero.
  @inlinable @inline(__always)
  public static func of(lowered low: UInt64, _ high: UInt64) -> UInt32 {
    of(lowered: low, high, after: FoldedHash().state)
  }

  @inlinable @inline(__always)
  static func of(lowered low: UInt64, _ high: UInt64, after state: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(low, high, into: state))
  }

  @inlinable @inline(__always)
  static func mixed(_ low: UInt64, _ high: UInt64, into state: UInt64) -> UInt64 {
    var state = (state ^ low) &* 0xFF51_AFD7_ED55_8CCD
    state = (state ^ state >> 32 ^ high) &* 0xC4CE_B9FE_1A85_EC53
    return state ^ state >> 32
  }

  /// The byte of the lower-case letter, given the byte before it (0 at the start).
  @inlinable
  public static func lowered(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    if byte < 0x80 { return byte &- 0x41 < 26 ? byte | 0x20 : byte }
    switch lead {
    // À…Þ, the multiplication sign × apart.
    case 0xC3: return byte &- 0x80 < 0x1F && byte != 0x97 ? byte + 0x20 : byte
    // Œ and its Latin Extended-A neighbours: even code points are the capitals in U+0100–U+0137 and U+014A–U+0177.
    case 0xC4: return byte < 0xB8 && byte & 1 == 0 ? byte | 1 : byte
    case 0xC5: return byte &- 0x8A < 0x2E && byte & 1 == 0 ? byte | 1 : byte
    default: return byte
    }
  }

  @inlinable
  public static func of(_ text: some Sequence<UInt8>) -> UInt32 {
    var hash = FoldedHash()
    for byte in text { hash.append(byte) }
    return hash.value
  }

  /// Whether two spellings are the same but for the case of their letters.
  public static func areSame(
    _ text: UnsafeBufferPointer<UInt8>, _ own: Range<UInt32>, _ other: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let count = range.count
    guard own.count == count else { return false }
    let start = Int(own.lowerBound)
    // Nearly always the very same bytes, eight of which at a time are compared as one number.
    var index = 0
    let (raw, otherRaw) = (UnsafeRawBufferPointer(text), UnsafeRawBufferPointer(other))
    while index + 8 <= count, eight(raw, start + index) == eight(otherRaw, range.lowerBound + index) { index += 8 }
    while index < count, text[start + index] == other[range.lowerBound + index] { index += 1 }
    var lead = index > 0 ? text[start + index - 1] : 0
    var otherLead = lead
    while index < count {
      let byte = text[start + index]
      let otherByte = other[range.lowerBound + index]
      if byte != otherByte, lowered(byte, after: lead) != lowered(otherByte, after: otherLead) { return false }
      lead = byte
      otherLead = otherByte
      index += 1
    }
    return true
  }
}
