import RelireDocuments
import RelireModel

/// `Quoi?` or `Quoi ?` with an ordinary space; in Canada, a space at all.
public struct SpaceBeforeHighPunctuation: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/space-before-high-punctuation", severity: .warning, fix: .safe,
    summary: Message(
      fr: "L’espace avant un point-virgule, un point d’exclamation ou d’interrogation n’est pas la bonne.",
      en: "The space before a semicolon, an exclamation or a question mark is not the right one."),
    rationale: Message(
      fr: """
        En France, une espace fine insécable précède ces signes\u{A0}: avec une espace ordinaire, ils peuvent se \
        retrouver seuls au début d’une ligne. Au Canada, ils se collent au mot.
        """,
      en: """
        In France, these marks follow a narrow no-break space: with an ordinary one, they may end up alone at the \
        start of a line. In Canada, they are set close to the word.
        """),
    exceptions: Message(
      fr: """
        U+00A0 est acceptée comme U+202F, sauf avec l’option `strict-spaces`. Une suite comme `?!` n’a qu’une espace, \
        devant elle. Les signes entre parenthèses, après des points de suspension ou dans un nom (`Yahoo!`) sont \
        laissés tels quels.
        """,
      en: """
        U+00A0 is accepted like U+202F unless `strict-spaces` is set. A run as `?!` has one space, before it. Marks \
        in parentheses, after an ellipsis or in a name (`Yahoo!`) are left alone.
        """),
    references: [
      .imprimerieNationale("Ponctuation"), .oqlf("Espacement avant et après les signes de ponctuation"),
      .guideDuTypographe("Ponctuation"),
    ],
    examples: [
      Example("Ça va⟦ ⟧? Oui⟦!⟧", fixed: "Ça va\u{202F}? Oui\u{202F}!"),
      Example("Un point⟦ ⟧; un autre⟦ ⟧?!", fixed: "Un point\u{202F}; un autre\u{202F}?!"),
      Example("[Comment⟦ ⟧?](/faq)", fixed: "[Comment\u{202F}?](/faq)"),
      Example("<p><em>non</em>⟦ ⟧!</p>", fixed: "<p><em>non</em>\u{202F}!</p>", format: .html),
      Example("<p>mot<em>⟦!⟧</em></p>", fixed: "<p>mot\u{202F}<em>!</em></p>", format: .html),
      Example("Ça va⟦ ⟧?", fixed: "Ça va?", locale: "fr-CA"),
      Example("Ça va? Oui!", locale: "fr-CA"),
      Example("Ça va⟦ ⟧?", fixed: "Ça va\u{202F}?", locale: "fr-CH"),
      Example("Ça va? Oui\u{202F}!", locale: "fr-CH"),
      Example("Ça va\u{A0}? Oui\u{202F}!!! (!) Yahoo! et [?]"),
      Example("Bravo :tada:⟦!⟧", fixed: "Bravo :tada:\u{202F}!"),
      Example("la formule SI(A1>3;\"oui\";\"non\")", format: .text),
      Example("Le séparateur est ; ou encore | et les signes ! ? et ; aussi"),
      Example("a &notaname; b, ?a=1&b, 09:30-12:30; 13:30-16:00; Su 10:00-12:00; PH off; Mo-Fr 09:00-17:00"),
      Example(
        "Le projet StopDéchets! ou [StopDéchets!](https://x.fr)\u{A0}: vive StopDéchets⟦!⟧",
        fixed: "Le projet StopDéchets! ou [StopDéchets!](https://x.fr)\u{A0}: vive StopDéchets\u{202F}!"),
    ])

  public static let triggers: Token.Kinds = [.semicolon, .highMark]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    SpaceBeforeMark(index, in: context)?.report(
      by: context.conventions.highPunctuation, .missing, superfluous: .superfluous, in: context, &findings)
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "Mettez une espace fine insécable avant ce signe.", en: "Put a narrow no-break space before this mark.")

  fileprivate static let superfluous = Message(
    fr: "Supprimez l’espace avant ce signe.", en: "Delete the space before this mark.")
}
