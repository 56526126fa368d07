import RelireModel
import RelireRules

/// A comment that tells relire to leave something alone, as it is written:
/// `relire-ignore RULE… -- reason`, in an HTML comment, in Hugo's `{{/* … */}}` or in MDX's `{/* … */}`.
struct Directive: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case nextBlock = "relire-ignore"
    case file = "relire-ignore-file"
    case start = "relire-ignore-start"
    case end = "relire-ignore-end"
  }

  struct Selector: Sendable, Hashable {
    /// A renamed rule's name of today.
    let text: String
    let range: SourceRange

    init(text: String, range: SourceRange) {
      self.text = RuleRegistry.currentName(text)
      self.range = range
    }
  }

  /// Nil when its first word only begins like one.
  let kind: Kind?
  let word: Selector
  let selectors: [Selector]
  /// The whole comment.
  let range: SourceRange

  /// No more than what a slip of the fingers leaves of the words: no French begins so.
  private static let mark = Array("relire-ig".utf8)

  /// Nil when the comment is no directive. Linear in the comment.
  init?(comment range: SourceRange, in bytes: [UInt8]) {
    guard let body = Self.body(of: bytes[range.bounds]) else { return nil }
    guard let first = body.firstIndex(where: { !Self.isSeparator($0) }), body[first...].starts(with: Self.mark)
    else { return nil }
    var words: [Selector] = []
    var position = first
    while position < body.endIndex {
      let end = body[position...].firstIndex(where: Self.isSeparator) ?? body.endIndex
      let word = Selector(
        text: String(decoding: body[position..<end], as: UTF8.self), range: SourceRange(position, end))
      // A reason for people follows. Editors' own typography may have made a dash of the hyphens.
      if ["--", "\u{2013}", "\u{2014}"].contains(word.text) { break }
      words.append(word)
      position = body[end...].firstIndex { !Self.isSeparator($0) } ?? body.endIndex
    }
    guard let word = words.first else { return nil }
    self.word = word
    kind = Kind(rawValue: word.text)
    selectors = Array(words.dropFirst())
    self.range = range
  }

  /// What stands between the comment's delimiters; nil when it is another thing.
  private static func body(of slice: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard slice.count >= 8 else { return nil }
    let start = slice.startIndex
    switch (slice[start], slice[start + 1], slice[start + 2], slice[start + 3]) {
    case (0x3C, 0x21, 0x2D, 0x2D):  // <!--
      return slice.dropFirst(4).dropLast(slice.last == 0x3E ? 3 : 0)
    case (0x7B, 0x7B, 0x2F, 0x2A):  // {{/*
      return slice.dropFirst(4).dropLast(slice.last == 0x7D ? 4 : 0)
    case (0x7B, 0x2F, 0x2A, _):  // {/*
      return slice.dropFirst(3).dropLast(slice.last == 0x7D ? 3 : 0)
    default: return nil
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x2C
  }
}
