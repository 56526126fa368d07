import RelireDocuments
import RelireModel

/// Reads the quotation marks of a block in order and pairs them. Linear but for mismatched quotes, whose stack is
/// searched.
struct QuoteReader {
  typealias Mark = QuotePairing.Mark
  typealias Style = QuotePairing.Style

  private let context: BlockContext
  private var pairing = QuotePairing()
  private var open: [Mark] = []

  init(_ context: BlockContext) { self.context = context }

  mutating func read() -> QuotePairing {
    var next = context.indices.lowerBound
    for number in context.remarkable where Int(number) >= next && QuotePairing.marks.contains(context[Int(number)].kind)
    {
      next = Int(number) + read(Int(number))
    }
    for mark in open where !mark.isUncertain { pairing.strays.append((mark, true)) }
    pairing.strays.sort { $0.mark.index < $1.mark.index }
    setDepths()
    return pairing
  }

  /// Whether something may be a quotation mark: nearly every apostrophe stands between two words, and most blocks have
  /// no other mark.
  static func hasQuotes(_ context: BlockContext) -> Bool {
    let tokens = context.tokens
    for number in context.remarkable where QuotePairing.marks.contains(tokens[Int(number)].kind) {
      let index = Int(number)
      let isApostrophe =
        (tokens[index].kind == .apostrophe || tokens[index].kind == .straightApostrophe)
        && tokens[index].flags.contains(.joined) && index > context.indices.lowerBound
        && tokens[index - 1].kind == .word && context.isJoinedToNext(index) && tokens[index + 1].kind == .word
      if !isApostrophe { return true }
    }
    return false
  }

  // MARK: Reading

  /// Takes the token at `index` in and returns how many tokens it took.
  private mutating func read(_ index: Int) -> Int {
    let token = context[index]
    guard context.isFrench(token) else { return 1 }
    switch token.kind {
    case .openingGuillemet:
      let isReversed =
        context.isGlued(index) && context[index - 1].kind.endsPhrase
        && context[index - 1].kind != .apostrophe && !context.isJoinedToNext(index) && isOpen(.guillemet)
      isReversed ? close(index, .guillemet, isReversed: true) : push(index, .guillemet)
    case .closingGuillemet: close(index, .guillemet)
    case .openingEnglishQuote:
      let isReversed = isShutBefore(index) && isOpenAfter(index)
      isReversed || isOpen(.low) ? close(index, .english, isReversed: isReversed) : push(index, .english)
    case .closingEnglishQuote:
      if isPrime(index) { return 1 }
      let isReversed = !isShutBefore(index) && !isOpenAfter(index)
      isReversed ? push(index, .english, isReversed: true) : close(index, .english)
    case .lowQuote: push(index, .low)
    case .angleRun:
      context.prose.bytes[Int(token.start)] == 0x3C
        ? push(index, .angle, isUncertain: true) : close(index, .angle, isUncertain: true)
    case .straightQuote:
      if isPrime(index) { return 1 }
      ambiguous(index, .straight)
    case .straightApostrophe:
      if context.isJoinedToNext(index), context[index + 1].kind == .straightApostrophe {
        ambiguous(index, .doubled, tokenCount: 2)
        return 2
      }
      single(index)
    case .apostrophe: single(index)
    case .apostropheLike where context.prose.bytes[token.range].elementsEqual([0xE2, 0x80, 0x98]):
      if !isShutBefore(index) { push(index, .single) }
    default: break
    }
    return 1
  }

  /// A mark whose glyph does not tell which way it points.
  private mutating func ambiguous(_ index: Int, _ style: Style, tokenCount: Int = 1) {
    let isShut = isShutBefore(index)
    let isOpenAfter = isOpenAfter(index + tokenCount - 1)
    let closes = isShut == isOpenAfter ? isShut : isOpen(style)
    if closes {
      close(index, style, tokenCount: tokenCount)
    } else {
      push(index, style, tokenCount: tokenCount)
    }
  }

  /// `'` and ’: quotes only where they cannot be apostrophes.
  private mutating func single(_ index: Int) {
    let token = context[index]
    if !isShutBefore(index) {
      guard context.isJoinedToNext(index), context[index + 1].kind != .number else { return }
      push(index, .single, isUncertain: true)
    } else if isOpenAfter(index), !context.isElision(index - 1) {
      let isUncertain = token.kind == .straightApostrophe || context[index - 1].kind != .word
      close(index, .single, isUncertain: isUncertain)
    }
  }

  /// Feet, inches, minutes, seconds: `8.5"`, `2'33"`, `22°16’33”`.
  private func isPrime(_ index: Int) -> Bool {
    guard context.isGlued(index), context[index - 1].kind == .number else { return false }
    if context.isGlued(index - 1) {
      let before = context[index - 2].kind
      if before.isApostrophe || before == .degree { return true }
    }
    return !isOpen(.straight) && !isOpen(.english)
  }

  /// Whether something that ends stands close before: a closing mark may follow.
  private func isShutBefore(_ index: Int) -> Bool {
    guard context.isGlued(index) else { return false }
    let before = context[index - 1].kind
    switch before {
    case .straightApostrophe, .apostrophe, .apostropheLike: return !context.isElisionMark(index - 1)
    case .hyphen, .otherHyphen, .hyphenRun, .enDash, .emDash, .slash, .colon, .mathematical, .lineBreak, .bullet,
      .asterisk, .straightQuote:
      return false
    default: return !before.isOpening
    }
  }

  /// Whether nothing that begins stands close after.
  private func isOpenAfter(_ index: Int) -> Bool {
    guard context.isJoinedToNext(index) else { return true }
    let after = context[index + 1].kind
    switch after {
    case .word, .number, .technical, .object, .currency, .symbol: return false
    case .periodRun, .ellipsis: return true
    default: return !after.isOpening
    }
  }

  // MARK: Pairing

  private func isOpen(_ style: Style) -> Bool { open.contains { $0.style == style } }

  private mutating func push(
    _ index: Int, _ style: Style, tokenCount: Int = 1, isUncertain: Bool = false, isReversed: Bool = false
  ) {
    // A quadratic block of nothing but quotes is no prose.
    guard open.count < 64 else { return }
    open.append(
      Mark(index: index, tokenCount: tokenCount, style: style, isUncertain: isUncertain, isReversed: isReversed))
  }

  private mutating func close(
    _ index: Int, _ style: Style, tokenCount: Int = 1, isUncertain: Bool = false, isReversed: Bool = false
  ) {
    let mark = Mark(
      index: index, tokenCount: tokenCount, style: style, isUncertain: isUncertain, isReversed: isReversed)
    let partner =
      open.lastIndex { $0.style == style || $0.style == .low && style == .english }
      ?? open.lastIndex { !$0.isUncertain && !isUncertain && ($0.style != .guillemet || style != .single) }
    guard let partner else {
      if !isUncertain { pairing.strays.append((mark, false)) }
      return
    }
    for stray in open[(partner + 1)...] where !stray.isUncertain { pairing.strays.append((stray, true)) }
    pairing.pairs.append(QuotePairing.Pair(opening: open[partner], closing: mark, depth: 0))
    open.removeLast(open.count - partner)
  }

  private mutating func setDepths() {
    pairing.pairs.sort { $0.opening.index < $1.opening.index }
    var ends: [Int] = []
    for index in pairing.pairs.indices {
      let pair = pairing.pairs[index]
      while let end = ends.last, end < pair.opening.index { ends.removeLast() }
      pairing.pairs[index] = QuotePairing.Pair(opening: pair.opening, closing: pair.closing, depth: ends.count)
      ends.append(pair.closing.index)
    }
  }
}

extension BlockContext {
  /// Whether a token of the block is in French, as far as markup tells.
  func isFrench(_ token: Token) -> Bool {
    token.language == block.language || prose.languages[Int(token.language)].isFrench
  }

  /// Whether the word at `index` is one that is elided before a vowel: *l*, *qu*, *jusqu*.
  func isElision(_ index: Int) -> Bool { isWord(index, in: .elidedForms) }

  /// Whether the apostrophe at `index` follows an elided word.
  func isElisionMark(_ index: Int) -> Bool {
    tokens[index].kind.isApostrophe && isGlued(index) && isElision(index - 1)
  }
}
