import RelireDocuments

/// What stands in quotes and is to be taken letter by letter.
extension BlockContext {
  /// Whether the tokens are what describes data: words or numbers with marks and without any space between them, as in
  /// `long,lat`.
  func isFormat(_ run: ClosedRange<Int>) -> Bool {
    guard run.count > 2, (run.lowerBound + 1...run.upperBound).allSatisfy(isGlued) else { return false }
    return (run.lowerBound + 1..<run.upperBound).contains { tokens[$0].kind.partsData }
  }

  /// Whether the mark at an index stands in quotes of any kind with nothing that is parted by a space.
  func isInQuotedCode(_ mark: Int) -> Bool {
    var first = mark
    while mark - first < Self.reach, isGlued(first), !tokens[first - 1].kind.isQuote { first -= 1 }
    var last = mark
    while last - mark < Self.reach, isJoinedToNext(last), !tokens[last + 1].kind.isQuote { last += 1 }
    // The spaces of guillemets are not inside.
    guard let opening = neighbourBefore(first), let closing = neighbourAfter(last) else { return false }
    guard tokens[opening].kind.isQuote, tokens[closing].kind.isQuote, tokens[opening].kind != .closingGuillemet,
      tokens[closing].kind != .openingGuillemet
    else { return false }
    // « l'eau,l'air »
    if isGlued(opening), tokens[opening - 1].kind == .word { return false }
    if isJoinedToNext(closing), tokens[closing + 1].kind == .word { return false }
    return isFormat(first...last)
  }

  /// No datum is longer in tokens, and a page without spaces stays linear.
  private static let reach = 20
}

extension Token.Kind {
  fileprivate var isQuote: Bool {
    switch self {
    case .straightQuote, .straightApostrophe, .apostropheLike, .openingEnglishQuote, .closingEnglishQuote,
      .openingGuillemet, .closingGuillemet:
      true
    default: false
    }
  }

  /// Marks that part the values of a datum.
  fileprivate var partsData: Bool { self == .comma || self == .semicolon || self == .colon || self == .period }
}
