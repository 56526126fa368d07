import RelireModel

/// A word, a number, a mark or a remarkable space of the prose.
///
/// A single blank or a soft line end between two tokens has no token of its own: it is the gap
/// between the end of one and the start of the next.
public struct Token: Sendable {
  /// Prose offsets.
  public let start: UInt32
  public let end: UInt32
  /// For words: `FoldedHash` of the word; 0 otherwise.
  public let hash: UInt32
  public let kind: Kind
  /// Index into `Prose.languages`. Before the flags, so that a token takes sixteen bytes.
  public let language: UInt8
  public let flags: Flags

  @inlinable
  public init(start: UInt32, end: UInt32, hash: UInt32 = 0, kind: Kind, flags: Flags = [], language: UInt8 = 0) {
    self.start = start
    self.end = end
    self.hash = hash
    self.kind = kind
    self.flags = flags
    self.language = language
  }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Letters, with the digits, combining marks and soft hyphens among or after them. Glued to a number, as in
    /// `14h30`, a word ends at the next digit.
    case word
    /// ASCII digits only; `1,5` is a number, a comma and a number.
    case number
    /// A URL, mail address, path, file name, glob, identifier with `::` or `_`, an emoticon, a time
    /// as `10:30`, a ratio, a CSS or code fragment: nothing inside it is punctuation.
    case technical
    /// U+FFFC: code, image, shortcode, formula.
    case object
    /// U+2028: a hard line break.
    case lineBreak

    /// U+00A0, one or more.
    case noBreakSpace
    /// U+202F, one or more.
    case narrowNoBreakSpace
    /// Two or more of blank and soft line end, or any mixture of spaces.
    case spaceRun
    case tab
    /// Thin, figure, em… spaces (U+2000–U+200A, U+205F, U+3000), alone.
    case otherSpace

    case period
    /// Two or more periods.
    case periodRun
    /// U+2026
    case ellipsis
    case comma
    case colon
    case semicolon
    /// `!`, `?` and runs of both.
    case highMark
    /// `'`
    case straightApostrophe
    /// U+2019
    case apostrophe
    /// `` ` ``, ´, ′, ʼ, ʹ, U+2018: forms mistaken for an apostrophe
    case apostropheLike
    /// `"`
    case straightQuote
    /// “ ‟
    case openingEnglishQuote
    /// ”
    case closingEnglishQuote
    /// „ and ‚
    case lowQuote
    /// ″
    case doublePrime
    /// «
    case openingGuillemet
    /// »
    case closingGuillemet
    /// ‹ ›
    case singleGuillemet
    /// `<<` or `>>`
    case angleRun
    case openingParenthesis
    case closingParenthesis
    case openingBracket
    case closingBracket
    case hyphen
    /// U+2010, U+2011
    case otherHyphen
    /// Two or more hyphens.
    case hyphenRun
    case enDash
    case emDash
    /// U+2212
    case minus
    case slash
    /// `%`, ‰
    case percent
    /// € $ £ ¥
    case currency
    /// ° and º
    case degree
    /// `+ = < > ± × ÷ ≤ ≥ ≠ ≈ ~`
    case mathematical
    /// ¹ ² ³ ⁰–⁹ and superscript letters
    case superscript
    /// · •
    case bullet
    /// `*`
    case asterisk
    /// U+200B–U+200F, U+00AD outside words, U+202A–U+202E, U+2060–U+2069, U+FEFF, C0 and C1 controls
    case invisible
    /// A combining mark that does not follow a letter.
    case combiningMark
    /// Any other sign; an emoji with its joiners and selectors is one.
    case symbol
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is a capital.
    @inlinable public static var capitalised: Flags { Flags(rawValue: 1) }
    /// Two letters or more, all capitals.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 2) }
    /// A capital after a small letter.
    @inlinable public static var innerCapital: Flags { Flags(rawValue: 4) }
    /// Has a byte outside ASCII.
    @inlinable public static var nonASCII: Flags { Flags(rawValue: 8) }
    /// A word with a digit in it.
    @inlinable public static var hasDigit: Flags { Flags(rawValue: 16) }
    /// The first token of its block.
    @inlinable public static var first: Flags { Flags(rawValue: 32) }
    /// Starts where the token before it ends: after a word or a mark, without any space; after a space that has a
    /// token of its own, always.
    @inlinable public static var joined: Flags { Flags(rawValue: 64) }
    /// A word with a combining mark in it (`e` + U+0301 instead of `é`).
    @inlinable public static var decomposed: Flags { Flags(rawValue: 128) }
    /// A word with a soft hyphen in it; the hash leaves it out.
    @inlinable public static var softHyphen: Flags { Flags(rawValue: 256) }
  }

  /// A set of kinds: what a rule waits for.
  public struct Kinds: Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var bits: UInt64 = 0

    @inlinable
    public init(arrayLiteral kinds: Kind...) {
      for kind in kinds { bits |= 1 &<< UInt64(kind.rawValue) }
    }

    @inlinable public func contains(_ kind: Kind) -> Bool { bits & (1 &<< UInt64(kind.rawValue)) != 0 }

    @inlinable public func intersects(_ other: Kinds) -> Bool { bits & other.bits != 0 }

    @inlinable public mutating func insert(_ kind: Kind) { bits |= 1 &<< UInt64(kind.rawValue) }

    @inlinable public mutating func remove(_ kind: Kind) { bits &= ~(1 &<< UInt64(kind.rawValue)) }

    @inlinable public func union(_ other: Kinds) -> Kinds {
      var result = self
      result.bits |= other.bits
      return result
    }
  }
}
