import RelireDocuments

extension BlockContext {
  /// Whether a mark stands as nearly all do, so that it is of interest to few rules: see `ProseRule.skipsPlainMarks`.
  ///
  /// - A comma or a period right after a word; the other marks of punctuation, whatever is before them: with the end of
  ///   the block, or a space and a word or number, behind them.
  /// - An apostrophe or a hyphen between two words, without any space.
  /// - A parenthesis with a space outside (or, where it closes, a comma, a period or the end) and none inside.
  func isPlainMark(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .comma, .period: isGlued(index) && tokens[index - 1].kind == .word && isFollowedPlainly(index)
    case .colon, .semicolon, .highMark: isFollowedPlainly(index)
    case .apostrophe, .hyphen:
      isGlued(index) && tokens[index - 1].kind == .word && isJoinedToNext(index) && tokens[index + 1].kind == .word
    case .openingParenthesis: isJoinedToNext(index) && !isGlued(index)
    case .closingParenthesis:
      isGlued(index)
        && (!isJoinedToNext(index) || tokens[index + 1].kind == .comma || tokens[index + 1].kind == .period)
    default: false
    }
  }

  private func isFollowedPlainly(_ index: Int) -> Bool {
    guard index + 1 < indices.upperBound else { return true }
    let next = tokens[index + 1]
    return !next.flags.contains(.joined) && (next.kind == .word || next.kind == .number)
  }
}
