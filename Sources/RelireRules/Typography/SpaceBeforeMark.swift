import RelireDocuments
import RelireLexicon
import RelireModel

/// The space before a colon or another tall mark, where the mark ends something that is said.
struct SpaceBeforeMark {
  private let index: Int
  private let space: Range<Int>

  /// Nil where no space is due and none is wrong: at the start of a block or line, after an opening bracket, after
  /// another mark, inside `::`.
  init?(_ index: Int, in context: BlockContext) {
    guard let before = context.neighbourBefore(index) else { return nil }
    let space = context.spaceBefore(index)
    let previous = context[before]
    switch previous.kind {
    case .period: break
    // `Quoi…?` is as good as `Quoi… ?`, but not with an ordinary space.
    case .ellipsis, .periodRun: if space.isEmpty { return nil }
    case let kind: if !kind.endsPhrase { return nil }
    }
    // A quote that opens rather than closes: `l’"!"`.
    if previous.kind == .straightQuote || previous.kind == .straightApostrophe, !context.isGlued(before) { return nil }
    if space.isEmpty, !context.isFollowedByEdge(index) { return nil }
    if context[index].kind == .colon, context.isJoinedToNext(index), context[index + 1].kind == .colon { return nil }
    if space.isEmpty, previous.kind == .word, context.isMarkOfName(index, after: before) { return nil }
    // `SI(A1>3;"oui")`
    if space.isEmpty, context[index].kind == .semicolon, context.opensQuote(index) { return nil }
    if space.isEmpty, context[index].kind == .colon, context.isDrive(index, after: before) { return nil }
    if space.isEmpty, context[index].kind == .semicolon, context.isInOpeningHours(index, after: before) { return nil }
    self.index = index
    self.space = space
  }

  func report(
    by spacing: Conventions.Spacing, _ message: Message, superfluous: Message, in context: BlockContext,
    _ findings: inout Findings
  ) {
    let fault = context.fault(in: space, by: spacing)
    if fault != nil, context.isTallMarkShown(index) { return }
    switch fault {
    case .replaceBy(let text):
      let range = space.isEmpty ? context[index].range : space
      findings.report(context.source(range), message, fix: context.respace(space, text))
    case .remove:
      findings.report(context.source(space), superfluous, fix: context.respace(space, ""))
    case nil: break
    }
  }
}

extension BlockContext {
  /// `09:30-12:30; 13:30-16:00`: hours as programs write them.
  fileprivate func isInOpeningHours(_ index: Int, after time: Int) -> Bool {
    guard let next = after(index) else { return false }
    // `; Su 02:45-08:30`, `; PH off`
    let isDay = tokens[next].range.count == 2 && isWord(next, among: Self.daysOfOpening)
    if isWord(time, "off") { return isDay }
    guard tokens[time].kind == .technical, prose.bytes[tokens[time].range.upperBound - 1] &- 0x30 < 10 else {
      return false
    }
    let hours = tokens[next].kind == .word && tokens[next].range.count == 2 ? after(next) : next
    return isDay
      || hours.map { tokens[$0].kind == .technical && prose.bytes[tokens[$0].range.lowerBound] &- 0x30 < 10 } ?? false
  }

  /// Whether a quotation begins right behind a mark.
  fileprivate func opensQuote(_ index: Int) -> Bool {
    isJoinedToNext(index) && tokens[index + 1].kind == .straightQuote && isJoinedToNext(index + 1)
      && tokens[index + 2].kind == .word
  }

  /// *le lecteur D: est plein*: the colon belongs to the letter.
  fileprivate func isDrive(_ index: Int, after letter: Int) -> Bool {
    guard tokens[letter].kind == .word, tokens[letter].range.count == 1, tokens[letter].flags.contains(.capitalised)
    else {
      return false
    }
    return (max(indices.lowerBound, index - 8)..<min(indices.upperBound, index + 8)).contains {
      isWord($0, among: Self.drives)
    }
  }

  private static let drives: WordSet = ["disque", "disques", "lecteur", "lecteurs", "partition", "partitions"]

  private static let daysOfOpening: WordSet = ["mo", "tu", "we", "th", "fr", "sa", "su", "ph", "sh"]

  /// `Yahoo!`, `NoMoreRansom!`: the mark belongs to the name.
  fileprivate func isMarkOfName(_ index: Int, after word: Int) -> Bool {
    guard tokens[index].kind == .highMark else { return false }
    if tokens[word].flags.contains(.innerCapital), prose.bytes[Int(tokens[index].start)] == 0x21 {
      // « Vive TeX! » ends a sentence.
      if let next = wordAfter(index), !tokens[next].flags.contains(.capitalised) { return true }
      return prose.isBoundary(Int(tokens[word].start)) && prose.isBoundary(Int(tokens[index].end))
    }
    return isWord(word, among: ["yahoo", "joomla", "kahoot", "jeopardy"])
  }
}
