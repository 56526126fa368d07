import RelireDocuments
import RelireModel

/// Where in a text a fault is: by the letters around it, which stay the same wherever templates repeat the text.
struct TextSpot: Codable, Sendable {
  let letters: LetterText
  /// How many bytes of letters stand before the fault, and in it.
  let before: Int
  let inside: Int
  /// The first mark in the fault; nil for one of spaces or letters.
  let mark: UInt8?
  /// Whether the fault is of the text as a whole.
  var isWhole = false

  private static let reach = 8

  /// Of a fault of text.
  init?(_ range: SourceRange, in prose: Prose, _ places: ProsePlaces) {
    guard let start = places.offset(of: range.start), let number = places.block(at: start) else { return nil }
    let block = prose.blocks[number].range
    let end = max(start, min(places.offset(of: range.end) ?? start, block.upperBound))
    letters = LetterText(prose.bytes, block)
    before = LetterText.count(prose.bytes, block.lowerBound..<start)
    inside = LetterText.count(prose.bytes, start..<end)
    mark = LetterText.marks(prose.bytes, start..<end).first
  }

  /// Of a fault of an element’s words.
  init?(words: LetterText) {
    guard !words.isEmpty else { return nil }
    letters = words
    before = 0
    inside = words.bytes.count
    mark = nil
    isWhole = true
  }

  var hash: UInt64 {
    var hash = FNV1a64(continuing: letters.hash)
    for part in [before, inside, Int(mark ?? 0), isWhole ? 1 : 0] { hash.append(String(part).utf8 + [0]) }
    return hash.value
  }

  /// The letters next to the fault; nil where too few stand around it to be told again.
  var window: ArraySlice<UInt8>? {
    let lower = max(0, before - Self.reach)
    let upper = min(letters.bytes.count, before + inside + Self.reach)
    return isWhole || upper - lower < Self.reach + 4 ? nil : letters.bytes[lower..<upper]
  }

  /// What tells the fault again in another text: the letters around it, as many as a longer text has.
  func windowKeys(_ rule: RuleID) -> [UInt64] {
    if isWhole { return [] }
    let after = letters.bytes.count - before - inside
    // Near the ends of this text, the other one has other letters around it.
    return [(4, 12), (8, 8), (12, 4)].compactMap { reach -> UInt64? in
      guard before >= reach.0, after >= reach.1 else { return nil }
      var hash = FNV1a64.of(letters.bytes[(before - reach.0)..<(before + inside + reach.1)])
      hash ^= UInt64(inside << 8 + reach.0) &* 0x9E37_79B9_7F4A_7C15
      var key = FNV1a64(continuing: hash)
      key.append(rule.description.utf8)
      return key.value
    }
  }

  /// The hashes of the pieces of the text with the fault in them: another text may be one of these. Of pieces as short
  /// as titles; shorter ones stand in other texts by chance.
  var surroundings: some Sequence<UInt64> {
    let bytes = letters.bytes
    let end = before + inside
    return (min(before, max(0, end - Self.longest))...before).lazy.flatMap { start -> [UInt64] in
      var hash = FNV1a64()
      var hashes: [UInt64] = []
      for offset in start..<min(bytes.count, start + Self.longest) {
        hash.append(CollectionOfOne(bytes[offset]))
        if offset + 1 >= end, offset + 1 - start >= DataText.shortestAlone { hashes.append(hash.value) }
      }
      return hashes
    }
  }

  private static let longest = 80
}
