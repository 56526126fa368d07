import RelireDocuments
import RelireLexicon
import RelireModel

/// Finds texts that only keep a place.
enum Placeholders {
  /// `FoldedHash` of the word by which dummy text is known.
  private static let lorem = FoldedHash.of("lorem".utf8)

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
  /// Linear in the block's tokens; nothing is compared unless a word is one that some placeholder begins with.
  static func all(in block: ProseBlock, of prose: Prose, _ lexicon: Lexicon) -> [Candidate] {
    guard hasFirstWord(block, of: prose, lexicon) else { return [] }
    let known = lexicon.placeholders
    let tokens = prose.tokens(of: block)
    var candidates: [Candidate] = []
    var end = block.range.lowerBound
    var isStart = true
    var lastIsWord = false
    var bracket: UInt8 = 0
    for token in tokens {
      if token.range.lowerBound < end { continue }
      // A sentence may go on after a soft line end: only a capital, or a mark before it, begins anew.
      if !token.flags.contains(.joined), hasLineEnd(end, Int(token.start), prose.bytes) {
        isStart = token.flags.contains(.capitalised) || !lastIsWord
        bracket = 0
      }
      lastIsWord = token.kind == .word || token.kind == .comma
      end = token.range.upperBound
      switch token.kind {
      case .lineBreak: isStart = true; bracket = 0
      case .colon: isStart = true; bracket = 0
      case .openingBracket: isStart = true; bracket = UInt8(ascii: "]")
      case .noBreakSpace, .narrowNoBreakSpace, .spaceRun, .tab, .otherSpace, .invisible, .symbol, .bullet, .hyphen,
        .enDash, .emDash, .openingGuillemet, .openingParenthesis, .asterisk, .period, .ellipsis, .slash:
        break
      case .word:
        if token.hash == lorem, let filler = filler(from: token, block, prose) {
          candidates.append(filler)
          return candidates
        }
        guard isStart, known.mayBegin(with: token.hash) else {
          isStart = false
          continue
        }
        isStart = false
        let range = prose.rest(from: token.range.lowerBound, to: block.range.upperBound, closing: bracket)
        if range.count <= 400, isPlaceholder(prose.string(range), lexicon) {
          candidates.append(Candidate(range: range, isFiller: false))
          end = range.upperBound
        }
      default: isStart = false
      }
    }
    return candidates
  }

  /// Whether some word of the block is one that placeholders begin with: most blocks have none.
  private static func hasFirstWord(_ block: ProseBlock, of prose: Prose, _ lexicon: Lexicon) -> Bool {
    let lorem = lorem
    for index in Int(block.tokens.lowerBound)..<Int(block.tokens.upperBound) {
      let hash = prose.tokens[index].hash
      if hash != 0, lexicon.placeholders.mayBegin(with: hash) || hash == lorem { return true }
    }
    return false
  }

  private static func hasLineEnd(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    var index = start
    while index < end {
      if bytes[index] == 0x0A { return true }
      index += 1
    }
    return false
  }

  /// The line from `lorem` on when `ipsum` comes next.
  private static func filler(from token: Token, _ block: ProseBlock, _ prose: Prose) -> Candidate? {
    let line = prose.rest(from: token.range.lowerBound, to: block.range.upperBound, closing: 0)
    guard FoldedText(utf8: prose.bytes[line.prefix(64)]).description.hasPrefix("lorem ipsum") else { return nil }
    return Candidate(range: line, isFiller: true)
  }
}

extension Prose {
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
