import RelireDocuments
import RelireModel

/// `Le site:` or `Le site :` with an ordinary space.
public struct SpaceBeforeColon: ProseRule {
  public static let metadata = RuleMetadata(
    id: "typography/space-before-colon", severity: .warning, fix: .safe,
    summary: Message(
      fr: "Le deux-points n’est pas précédé d’une espace insécable.",
      en: "A colon does not follow a no-break space."),
    rationale: Message(
      fr: """
        En français, une espace insécable sépare le deux-points du mot qui le précède. Une espace ordinaire laisse \
        le navigateur rejeter le signe au début de la ligne suivante.
        """,
      en: """
        In French, a no-break space parts the colon from the word before it. With an ordinary space, the browser may \
        push the colon to the start of the next line.
        """),
    exceptions: Message(
      fr: """
        Les heures, rapports, adresses et identifiants (`10:30`, `16:9`, `std::vector`) sont laissés tels quels. \
        U+00A0 et U+202F sont acceptées l’une et l’autre, sauf avec l’option `strict-spaces`\u{202F}; en Suisse, \
        l’absence d’espace l’est aussi. Le deux-points qui termine un titre est l’affaire d’une autre règle.
        """,
      en: """
        Times, ratios, addresses and identifiers (`10:30`, `16:9`, `std::vector`) are left alone. U+00A0 and U+202F \
        are both accepted unless `strict-spaces` is set; in Switzerland, so is no space at all. A colon that ends a \
        heading is for another rule to judge.
        """),
    references: [
      .imprimerieNationale("Ponctuation"), .oqlf("Espacement avant et après les signes de ponctuation"),
      .guideDuTypographe("Ponctuation"),
    ],
    examples: [
      Example("Le site⟦ ⟧: une page", fixed: "Le site\u{A0}: une page"),
      Example("Le site⟦:⟧ une page", fixed: "Le site\u{A0}: une page"),
      Example("**Note**⟦ ⟧: à lire", fixed: "**Note**\u{A0}: à lire"),
      Example("**Note**⟦:⟧ à lire", fixed: "**Note**\u{A0}: à lire"),
      Example("<p>Note⟦    ⟧:</p>", fixed: "<p>Note\u{A0}:</p>", format: .html),
      Example("Le site⟦:⟧ une page", fixed: "Le site\u{A0}: une page", locale: "fr-CA"),
      Example("Le site⟦ ⟧: une page", fixed: "Le site\u{202F}: une page", locale: "fr-CH"),
      Example("Le lecteur D: est plein, D: et E: sont des disques."),
      Example("Le site: une page", locale: "fr-CH"),
      Example(
        "Lire [OWASP: Path traversal](https://owasp.org/a) et [RGAA⟦:⟧ les critères](https://x.fr)",
        fixed: "Lire [OWASP: Path traversal](https://owasp.org/a) et [RGAA\u{A0}: les critères](https://x.fr)"),
      Example("## Le site :\n\nLe site\u{A0}: une page, à 10:30, sur localhost:3000"),
      Example("<p>Le site&nbsp;: une page</p>", format: .html),
    ])

  public static let triggers: Token.Kinds = [.colon]

  public init() {}

  public func check(_ index: Int, in context: BlockContext, _ findings: inout Findings) {
    // A colon at the end of a heading is to go, whatever is before it: see headings/trailing-punctuation.
    if context.block.kind == .heading, index + 1 == context.indices.upperBound { return }
    guard let mark = SpaceBeforeMark(index, in: context), !isInEnglishTitle(index, in: context) else { return }
    mark.report(
      by: context.conventions.colon, .spaceBeforeColon, superfluous: .spaceBeforeColon, in: context, &findings)
  }

  /// `[OWASP: Path traversal](…)`: a code or an acronym close to its colon, a capital behind it, in the text of a link
  /// to another site that has no French word and no accent.
  private func isInEnglishTitle(_ index: Int, in context: BlockContext) -> Bool {
    guard context.isGlued(index), let next = context.wordAfter(index), context[next].flags.contains(.capitalised),
      context[index - 1].kind == .number || context[index - 1].flags.contains(.allCapitals)
    else { return false }
    let document = context.page.document
    let node = context.prose.segments[context.prose.segmentIndex(at: Int(context[index].start))].node
    guard node != .none, let link = document.ancestor(.a, of: node),
      document.value(.href, of: link)?.hasPrefix("http") == true
    else { return false }
    let text = Int(document[link].text.lowerBound)..<Int(document[link].text.upperBound)
    guard text.count < 200, context.prose.bytes[text].allSatisfy({ $0 < 0x80 }) else { return false }
    var last = next
    while last < context.indices.upperBound, Int(context[last].start) < text.upperBound {
      if context.isWord(last, in: .frenchStopWords) { return false }
      last += 1
    }
    return last > next + 1
  }
}

extension Message {
  fileprivate static let spaceBeforeColon = Message(
    fr: "Mettez une espace insécable avant le deux-points.", en: "Put a no-break space before the colon.")
}
