import RelireDocuments
import RelireLexicon
import RelireModel

/// A block of prose as a `ProseRule` sees it. Offsets are prose offsets; indices are token indices.
///
/// A class, because it is handed to rules at every word and mark that some of them wait for.
public final class BlockContext {
  public let page: Page
  public let block: ProseBlock
  public let indices: Range<Int>
  /// The page's among those that are checked together.
  let pageNumber: Int
  let words: PageWords
  /// Which of `words.remarkable` are the block's.
  let remarkableRange: Range<Int>
  /// The language that the block's commonest words tell; nil where nothing speaks against French.
  let foreignLanguage: ForeignLanguage?

  /// Read at first need.
  private(set) lazy var quotes = QuotePairing(self)

  /// - Parameters:
  ///   - pageNumber: the page's among those that are checked together.
  ///   - remarkable: which of `words.remarkable` are in it.
  init(
    page: Page, pageNumber: Int, words: PageWords, block: ProseBlock, foreignLanguage: ForeignLanguage?,
    remarkable: Range<Int>
  ) {
    self.page = page
    self.pageNumber = pageNumber
    self.words = words
    self.block = block
    self.foreignLanguage = foreignLanguage
    remarkableRange = remarkable
    isFrench = foreignLanguage == nil && words.prose.languages[Int(block.language)].isFrench
    indices = Int(block.tokens.lowerBound)..<Int(block.tokens.upperBound)
  }

  public var prose: Prose { words.prose }

  /// The tokens of the whole document; the block's are `indices`.
  public var tokens: [Token] { words.tokens }

  /// The block's tokens that are more than plain words, in order.
  var remarkable: ArraySlice<UInt32> { words.remarkable[remarkableRange] }

  /// Whether the block's words tell that it is not French, whatever it is declared to be.
  public var isForeign: Bool { foreignLanguage != nil }

  /// Whether the block is in French, as far as it is declared and its words do not tell otherwise.
  let isFrench: Bool

  /// Whether what is declared to be in language number `language` is in French.
  func isFrench(_ language: UInt8) -> Bool {
    language == block.language ? isFrench : !isForeign && prose.languages[Int(language)].isFrench
  }

  public var conventions: Conventions { page.settings.conventions }

  /// Whether Hugo's typographer composes this block: it leaves data and attributes alone.
  var hasTypographer: Bool {
    page.settings.hasTypographer && page.document.format == .markdown && !block.isData
      && block.kind != .attribute
  }

  // MARK: Tokens

  public subscript(index: Int) -> Token { tokens[index] }

  /// The token before `index` in the block, or nil.
  public func previous(_ index: Int) -> Token? { index > indices.lowerBound ? tokens[index - 1] : nil }

  /// The token after `index` in the block, or nil.
  public func next(_ index: Int) -> Token? { index + 1 < indices.upperBound ? tokens[index + 1] : nil }

  public func string(_ token: Token) -> String { prose.string(token.range) }

  public func string(_ range: Range<Int>) -> String { prose.string(range) }

  // MARK: Scalars

  /// The scalar that ends before a prose offset, or nil at the start of the block.
  public func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > block.range.lowerBound else { return nil }
    var start = offset - 1
    while start > block.range.lowerBound, prose.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The scalar that begins at a prose offset, or nil at the end of the block.
  public func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < block.range.upperBound else { return nil }
    let lead = prose.bytes[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in (offset + 1)..<min(offset + length, block.range.upperBound) {
      value = value << 6 | UInt32(prose.bytes[index] & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// The white space of any kind that ends at `offset`, possibly empty.
  public func space(before offset: Int) -> Range<Int> {
    var start = offset
    while let scalar = scalar(before: start), scalar.isProseSpace { start -= UTF8.width(scalar) }
    return start..<offset
  }

  /// The white space of any kind that begins at `offset`, possibly empty.
  public func space(after offset: Int) -> Range<Int> {
    var end = offset
    while let scalar = scalar(at: end), scalar.isProseSpace { end += UTF8.width(scalar) }
    return offset..<end
  }

  // MARK: Fixes

  public func source(_ range: Range<Int>) -> SourceRange { prose.sourceRange(of: range) }

  /// A fix that replaces a range of prose, or nil where that would touch something that is not text, move text over
  /// the edge of an element, or leave an element empty.
  public func replace(_ range: Range<Int>, with text: String, _ safety: FixSafety, _ title: Message) -> Fix? {
    var (range, text) = (range, text)
    if prose.holdsBoundary(range) {
      guard let change = change(from: range, to: text), !prose.holdsBoundary(change.range) else { return nil }
      (range, text) = change
    }
    guard !range.isEmpty else {
      guard let affinity = affinity(at: range.lowerBound),
        let edits = prose.edits(replacing: range, with: spelled(text), affinity: affinity)
      else { return nil }
      return Fix(title, safety, edits)
    }
    if text.isEmpty, empties(range) { return nil }
    guard let edits = prose.edits(replacing: range, with: spelled(text)) else { return nil }
    return Fix(title, safety, edits)
  }

  /// The text as a fix writes it: with entities for no-break spaces where the site wants to see them.
  public func spelled(_ text: String) -> String {
    guard page.settings.spaces == .entity, !block.isData, page.document.format != .text else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{A0}": result += "&nbsp;"
      case "\u{202F}": result += "&#8239;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Blank, tab, line end, or any Unicode space of some width.
  @inlinable
  public var isProseSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// U+00A0 or U+202F.
  @inlinable public var isNoBreakSpace: Bool { value == 0xA0 || value == 0x202F }
}
