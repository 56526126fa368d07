import RelireDocuments

extension BlockContext {
  /// Longer texts are no trail of links, whatever their marks.
  private static let longestTrail = 24

  /// Whether a guillemet is an arrow rather than a quotation mark: *Accueil » Données*, *Lire la suite »*,
  /// *« Précédent*. It stands apart from its words, in a short text that is no sentence and has no other mark of
  /// quotation.
  func isArrow(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    guard indices.count <= Self.longestTrail else { return false }
    // «« and »» of a pagination
    if indices.allSatisfy({ tokens[$0].kind == kind }) { return true }
    switch kind {
    case .openingGuillemet: guard before(index) == nil, !isJoinedToNext(index) else { return false }
    case .closingGuillemet: guard before(index) != nil, !isGlued(index), !isJoinedToNext(index) else { return false }
    default: return false
    }
    return indices.allSatisfy { other in
      let otherKind = tokens[other].kind
      if otherKind == kind { return true }
      if otherKind == .period, isGlued(other), tokens[other - 1].kind == .number { return true }
      return !otherKind.endsSentence && !Self.quotationMarks.contains(otherKind)
    }
  }

  private static let quotationMarks: Token.Kinds = [
    .openingGuillemet, .closingGuillemet, .openingEnglishQuote, .closingEnglishQuote, .lowQuote, .straightQuote,
    .angleRun,
  ]
}
