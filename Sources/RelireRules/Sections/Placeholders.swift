import RelireDocuments
import RelireLexicon
import RelireModel

/// Finds texts that only keep a place.
struct Placeholders {
  private let lexicon: Lexicon
  private let known: WholeTexts
  /// `FoldedHash` of the word by which dummy text is known.
  static let lorem = FoldedHash.of("lorem".utf8)
  private let lorem = Self.lorem
  private let number = WholeTexts.number

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    known = lexicon.placeholders
  }

  /// Whether the whole text is a placeholder.
  static func isPlaceholder(_ text: String, _ lexicon: Lexicon) -> Bool {
    lexicon.placeholders.contains(FoldedText(text, longest: 800))
  }

  /// A place where a placeholder would stand, if it is one.
  struct Candidate {
    /// Prose offsets.
    let range: Range<Int>
    let isFiller: Bool
  }

  /// The placeholders of a block: those that fill a line of it, stand in brackets or after a colon; and dummy text.
  ///
  /// Linear in the block's tokens; nothing else is looked at but where a word is one that some placeholder begins with.
  ///
  /// - Parameter first: the first word that comes into question, by `openings`.
  func all(in block: ProseBlock, from first: Int, of prose: Prose) -> [Candidate] {
    let tokens = prose.tokens
    var candidates: [Candidate] = []
    /// Where the last one ends.
    var end = block.range.lowerBound
    for index in first..<Int(block.tokens.upperBound) {
      let hash = tokens[index].hash
      guard hash != 0, known.mayBegin(with: hash) || hash == lorem, Int(tokens[index].start) >= end else { continue }
      if hash == lorem, let filler = Self.filler(from: tokens[index], block, prose) {
        candidates.append(filler)
        return candidates
      }
      guard known.mayBegin(with: hash), known.mayBegin(with: hash, wordAfter(index, in: block, tokens)),
        let closing = Self.closingSign(ofTextAt: index, in: block, after: end, prose)
      else { continue }
      let range = prose.rest(from: Int(tokens[index].start), to: block.range.upperBound, closing: closing)
      if range.count <= 400, Self.isPlaceholder(prose.string(range), lexicon) {
        candidates.append(Candidate(range: range, isFiller: false))
        end = range.upperBound
      }
    }
    return candidates
  }

  /// The words of all blocks that a placeholder may begin with where they stand, by number of token: most pages have
  /// none.
  func openings(_ words: PageWords, _ tokens: [Token]) -> [Int] {
    words.placeholderOpenings.compactMap { isOpening(Int($0), tokens) ? Int($0) : nil }
  }

  private func isOpening(_ index: Int, _ tokens: [Token]) -> Bool {
    let hash = tokens[index].hash
    if hash == lorem { return true }
    // After another word, only a capital may begin anew.
    let isAfterWord = index > 0 && tokens[index - 1].kind == .word && !tokens[index].flags.contains(.first)
    return (!isAfterWord || tokens[index].flags.contains(.capitalised)) && known.mayBegin(with: hash)
  }

  /// The hash of the word or number that comes next in the block; nil where none does.
  private func wordAfter(_ index: Int, in block: ProseBlock, _ tokens: [Token]) -> UInt32? {
    for next in (index + 1)..<max(index + 1, Int(block.tokens.upperBound)) {
      switch tokens[next].kind {
      case .word: return tokens[next].hash
      case .number: return number
      default: continue
      }
    }
    return nil
  }

  /// The sign that ends a text which begins at a word before its line does, 0 for none; nil for a word within a
  /// sentence. A text begins a line, or comes after a colon or an opening bracket.
  ///
  /// - Parameter end: of the placeholder before it in the block: nothing before that counts.
  private static func closingSign(
    ofTextAt word: Int, in block: ProseBlock, after end: Int, _ prose: Prose
  ) -> UInt8? {
    var index = word
    while index > Int(block.tokens.lowerBound) {
      let token = prose.tokens[index]
      let previous = prose.tokens[index - 1]
      let isAfterPlaceholder = Int(previous.start) < end
      let gap = (isAfterPlaceholder ? end : Int(previous.end))..<Int(token.start)
      if !token.flags.contains(.joined), prose.hasLineEnd(in: gap) {
        // A sentence may go on after a soft line end: only a capital, or a mark before it, begins anew.
        let mayGoOn = isAfterPlaceholder || previous.kind == .word || previous.kind == .comma
        return token.flags.contains(.capitalised) || !mayGoOn ? 0 : nil
      }
      if isAfterPlaceholder { return nil }
      switch previous.kind {
      case .lineBreak, .colon: return 0
      case .openingBracket: return UInt8(ascii: "]")
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun, .tab, .otherSpace, .invisible, .symbol, .bullet, .hyphen,
        .enDash, .emDash, .openingGuillemet, .openingParenthesis, .asterisk, .period, .ellipsis, .slash:
        index -= 1
      default: return nil
      }
    }
    return 0
  }

  /// The line from `lorem` on when `ipsum` comes next.
  private static func filler(from token: Token, _ block: ProseBlock, _ prose: Prose) -> Candidate? {
    let line = prose.rest(from: token.range.lowerBound, to: block.range.upperBound, closing: 0)
    guard FoldedText(utf8: prose.bytes[line.prefix(64)]).description.hasPrefix("lorem ipsum") else { return nil }
    return Candidate(range: line, isFiller: true)
  }
}

extension Prose {
  fileprivate func hasLineEnd(in range: Range<Int>) -> Bool {
    for offset in range where bytes[offset] == 0x0A { return true }
    return false
  }

  /// From `start` to the end of the line, or to the closing bracket before it; spaces at the end left out.
  fileprivate func rest(from start: Int, to limit: Int, closing: UInt8) -> Range<Int> {
    var end = start
    while end < limit, bytes[end] != 0x0A, closing == 0 || bytes[end] != closing {
      if bytes[end] == 0xE2, end + 2 < limit, bytes[end + 1] == 0x80, bytes[end + 2] == 0xA8 { break }
      end += 1
    }
    return trimmed(start..<end)
  }
}
