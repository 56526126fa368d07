import RelireDocuments
import RelireModel

/// Two spaces where one is enough.
public struct MultipleSpaces: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/multiple-spaces", severity: .warning, fix: .safe,
    summary: Message(fr: "Plusieurs espaces se suivent.", en: "Several spaces follow one another."),
    rationale: Message(
      fr: """
        Une seule espace sépare deux mots. Les espaces en trop sont des scories de saisie\u{202F}; une espace \
        ordinaire à côté d’une insécable laisse la ligne se couper.
        """,
      en: """
        A single space parts two words. Others are leftovers of typing; an ordinary space beside a no-break one lets \
        the line break.
        """),
    exceptions: Message(
      fr: """
        Deux espaces en fin de ligne sont un retour à la ligne en Markdown. En HTML, où le navigateur les réduit, les \
        espaces ordinaires sont laissées telles quelles.
        """,
      en: """
        Two spaces at a line's end are a line break in Markdown. In HTML, where the browser collapses them, ordinary \
        spaces are left alone.
        """),
    references: [.usage(Message(fr: "typographie courante", en: "ordinary typography"))],
    examples: [
      Example("Bonjour⟦   ⟧le monde.", fixed: "Bonjour le monde."),
      Example("M.⟦\u{A0} ⟧Paul", fixed: "M.\u{A0}Paul"),
      Example("Un\u{A0}: deux.  \nTrois quatre"),
      Example("<p>Bonjour   le monde</p>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.spaceRun, .noBreakSpace, .narrowNoBreakSpace]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    let token = context[index]
    guard let previous = context.previous(index), let next = context.next(index),
      context.singleNoBreakSpace(token.range) == nil, !context.hasLineEnd(token.range)
    else { return }
    // Other rules set the space beside these.
    if previous.kind.isOpening || next.kind.isClosing || previous.kind == .lineBreak || next.kind == .lineBreak {
      return
    }
    switch next.kind {
    case .colon, .semicolon, .highMark, .comma, .period, .ellipsis, .periodRun, .percent: return
    default: break
    }
    // « de <N> pages », where a tag of no page is a placeholder
    if context.prose.holdsBoundary(token.range) { return }
    let isPlain = token.kind == .spaceRun
    let noBreak = context.string(token).unicodeScalars.first { $0.isNoBreakSpace }
    if noBreak == nil, context.page.document.format == .html { return }
    let fix = context.respace(token.range, noBreak.map { String($0) } ?? " ")
    // A row of no-break spaces is there for its width.
    findings.report(
      context.source(token.range), .several,
      fix: isPlain ? fix : fix.map { Fix($0.title, .suggestion, $0.edits) }, verdict: isPlain ? .fault : .review)
  }
}

extension Message {
  fileprivate static let several = Message(
    fr: "Ne laissez qu’une espace.", en: "Leave a single space.")
}
