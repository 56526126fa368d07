import RelireDocuments
import RelireModel

/// Objectives written as a text instead of a list.
public struct ObjectivesWithoutList: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "sections/objectives-without-list",
    severity: .info,
    fix: .unsafe,
    summary: Message(
      fr: "Les objectifs ne sont pas une liste.", en: "The objectives are no list."),
    rationale: Message(
      fr:
        "Une liste se parcourt d’un coup d’œil et un lecteur d’écran en annonce le nombre d’éléments\u{202F}; un modèle "
        + "de page qui attend une liste n’affiche rien, ou une lettre par ligne, quand il reçoit un texte.",
      en:
        "A list is read at a glance, and screen readers announce how many items it has; a template that expects a list "
        + "shows nothing, or one letter a line, when it gets a text."),
    exceptions: Message(
      fr: "Dans le texte d’une page, un objectif unique en une phrase est admis. Un texte d’attente n’est pas jugé.",
      en: "In a page’s text, a single objective in one sentence is fine. A placeholder is not judged."),
    references: [.conventionOfTheSite],
    examples: [
      Example(
        "---\ntitle: Le guide\nobjectifs: ⟦Choisir une licence⟧\n---\n",
        fixed: "---\ntitle: Le guide\nobjectifs:\n- Choisir une licence\n---\n"),
      Example(
        "---\ntitle: Le guide\nobjectifs: ⟦Choisir une licence⟧ # à revoir\n---\n",
        fixed: "---\ntitle: Le guide\nobjectifs:\n- Choisir une licence # à revoir\n---\n"),
      Example(
        "---\r\ntitle: Le guide\r\nobjectifs: ⟦Choisir une licence⟧\r\n---\r\n",
        fixed: "---\r\ntitle: Le guide\r\nobjectifs:\r\n- Choisir une licence\r\n---\r\n"),
      Example("⟦## Objectifs⟧\n\nChoisir une licence.\n\nPublier des données.\n"),
      Example("<h2>Plan</h2>⟦<h2>⟧Objectifs</h2><p>Choisir.</p><p>Publier.</p>", format: .html),
      Example("---\ntitle: Le guide\nobjectifs:\n- Choisir une licence\n---\n"),
      Example("## Objectifs\n\nChoisir une licence.\n"),
      Example("**Objectifs\u{A0}:** choisir une licence.\n"),
      Example("---\ntitle: Le guide\nobjectifs: À compléter\n---\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    guard page.hasFoundSections else { return }
    for section in page.settings.sections where section.isObjectives {
      for found in FoundSection.all(section, on: page) where !found.isList && !found.items.isEmpty {
        let items = found.items.filter { !section.isPlaceholder($0.text, page.settings.lexicon) }
        guard let first = items.first, found.form == .frontMatter || items.count > 1 else { continue }
        let isInFrontMatter = found.form == .frontMatter
        findings.report(
          isInFrontMatter ? first.range : found.range, .noList,
          fix: isInFrontMatter ? fix(first, under: found.range, page.document) : nil, verdict: .review)
      }
    }
  }

  /// Writes the one text as a list of one item.
  private func fix(_ item: FoundSection.Item, under key: SourceRange, _ document: Document) -> Fix? {
    guard let entry = document.frontMatter?.root?.entries.first(where: { $0.keyRange == key }),
      !item.text.contains(where: \.isNewline), !document.source.string(item.range).contains(where: \.isNewline)
    else { return nil }
    return FrontMatterList.replacement(of: entry, with: [item.text], in: document).map { Fix(.makeList, .unsafe, [$0]) }
  }
}

extension Message {
  fileprivate static let noList = Message(
    fr: "Les objectifs ne sont pas une liste\u{A0}: écrivez-en un par ligne, chacun après un tiret.",
    en: "The objectives are no list: write one a line, each after a dash.")

  fileprivate static let makeList = Message(fr: "En faire une liste", en: "Make it a list")
}
