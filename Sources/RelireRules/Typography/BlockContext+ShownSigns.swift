import RelireDocuments

/// Signs that a text speaks of: *les caractères , ; et .*
extension BlockContext {
  /// Whether a mark that stands apart is named rather than used: another one stands apart right behind it, or it goes
  /// with a word such as *caractère*, nothing but signs, *ou* and *et* between them.
  ///
  /// Asked last: it walks back through the list.
  func isShownAmongSigns(_ index: Int) -> Bool {
    guard isApart(index) else { return false }
    if isBeforeAnotherSign(index) { return true }
    // « le caractère % , il faut » goes on after its sign.
    if let next = neighbourAfter(index), tokens[next].kind == .word, !isWord(next, among: ["et", "ou"]),
      let previous = neighbourBefore(index), tokens[previous].kind != .word
    {
      return false
    }
    return followsNameOfSigns(index)
  }

  /// The same of a mark that a space goes before anyhow: *Quel caractère ?* and *le signe suivant : x* use it.
  func isTallMarkShown(_ index: Int) -> Bool {
    guard isApart(index), let previous = neighbourBefore(index) else { return false }
    let isShown =
      tokens[previous].kind.isPunctuation || isWord(previous, among: ["est", "et", "ou", "sont", "soit"])
      || isBeforeAnotherSign(index)
    return isShown && followsNameOfSigns(index)
  }

  /// Whether another mark stands apart right behind the one at an index.
  private func isBeforeAnotherSign(_ index: Int) -> Bool {
    guard let next = neighbourAfter(index), tokens[next].kind.isPunctuation, isApart(next) else { return false }
    return !prose.bytes[tokens[next].range].elementsEqual(prose.bytes[tokens[index].range])
  }

  /// White space, or an edge of the block, on both sides.
  private func isApart(_ index: Int) -> Bool {
    !isGlued(index) && !isJoinedToNext(index)
  }

  /// Whether the nearest word before a token, but for those that join or introduce, names signs.
  private func followsNameOfSigns(_ index: Int) -> Bool {
    var current = index - 1
    while current >= indices.lowerBound, index - current < 40 {
      if tokens[current].kind == .word, !isWord(current, among: Self.joiningWords) {
        return tokens[current].range.count > 1 && isWord(current, among: Self.namesOfSigns)
      }
      current -= 1
    }
    return false
  }

  private static let namesOfSigns: WordSet = [
    "caractère", "caractères", "délimiteur", "délimiteurs", "ponctuation", "ponctuations", "séparateur", "séparateurs",
    "signe", "signes", "symbole", "symboles",
  ]

  private static let joiningWords: WordSet = [
    "comme", "encore", "est", "et", "ou", "par", "soit", "sont", "spéciaux", "suivant", "suivants",
  ]
}

extension Token.Kind {
  fileprivate var isPunctuation: Bool {
    switch self {
    case .comma, .semicolon, .colon, .period, .highMark: true
    default: false
    }
  }
}
