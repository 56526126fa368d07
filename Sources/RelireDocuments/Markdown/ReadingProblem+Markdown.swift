import RelireModel

extension ReadingProblem {
  static func mergeConflict(_ range: SourceRange, in kind: Kind = .markup) -> ReadingProblem {
    ReadingProblem(
      kind, range,
      Message(
        fr: "Git a laissé cette ligne\u{A0}: deux versions du texte attendent que l’on choisisse. Gardez la bonne, et "
          + "retirez les lignes «\u{A0}<<<<<<<\u{A0}», «\u{A0}=======\u{A0}» et «\u{A0}>>>>>>>\u{A0}».",
        en: "This line was left by Git: two versions of the text wait for a choice. Keep the right one and remove the "
          + "lines “<<<<<<<”, “=======” and “>>>>>>>”."),
      severity: .error)
  }

  static func spacedFootnote(_ mark: SourceRange, space: SourceRange) -> ReadingProblem {
    ReadingProblem(
      .markup, mark,
      Message(
        fr: "Cette note de bas de page n’en est pas une\u{A0}: retirez l’espace avant «\u{A0}:\u{A0}».",
        en: "This is no footnote yet: remove the space before “:”."),
      fix: Fix(Message(fr: "Retirer l’espace", en: "Remove the space"), .unsafe, [TextEdit(space, "")]))
  }
}
