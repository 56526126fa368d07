import RelireModel

extension ReadingProblem {
  static func unfinishedTag(_ range: SourceRange) -> ReadingProblem {
    ReadingProblem(
      .markup, SourceRange(range.start, min(range.end, range.start + 1)),
      Message(
        fr: "Cette balise n’est pas fermée par «\u{A0}>\u{A0}»\u{A0}: la fin de la page est perdue.",
        en: "This tag is not closed by “>”: the rest of the page is lost."))
  }

  static func duplicateAttribute(_ name: SourceRange, in source: SourceText) -> ReadingProblem {
    let spelling = source.string(name)
    return ReadingProblem(
      .duplicateAttribute, name,
      Message(
        fr: "L’attribut «\u{A0}\(spelling)\u{A0}» est écrit deux fois dans cette balise\u{A0}: seul le premier compte.",
        en: "The attribute “\(spelling)” is written twice in this tag: only the first one counts."))
  }
}
