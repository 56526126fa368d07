import RelireDocuments
import RelireModel

/// A published page without a main heading.
public struct NoH1: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/no-h1",
    severity: .warning,
    summary: Message(
      fr: "La page publiée n’a pas de titre de niveau 1.", en: "The published page has no level 1 heading."),
    rationale: Message(
      fr: "Le titre de niveau 1 est le premier repère de qui navigue de titre en titre\u{A0}: il dit où l’on est.",
      en:
        "The level 1 heading is the first landmark for people who move from heading to heading: it says where they are."
    ),
    exceptions: Message(
      fr: "Un fragment de HTML et une page sans aucun texte ne sont pas jugés.",
      en: "A fragment of HTML and a page without any text are not judged."),
    references: [
      .wcag("1.3.1"),
      .goodPractice(
        Message(
          fr:
            "RGAA 4.1.2, glossaire, «\u{A0}Titre\u{A0}»\u{A0}: son absence n’est pas une non-conformité au critère 9.1",
          en: "RGAA 4.1.2, glossary, “Titre”: its absence does not fail criterion 9.1")),
    ],
    examples: [
      Example(
        "<html lang=fr><head><title>Les licences</title></head>⟦<body>⟧<h2>Les licences</h2></body></html>",
        format: .html),
      Example(
        "<html lang=fr><head><title>Les licences</title></head><body><h1>Les licences</h1></body></html>", format: .html
      ),
      Example(
        "<html lang=fr><head><title>Les licences</title></head><body>"
          + "<p role=heading aria-level=1>Les licences</p></body></html>", format: .html),
      Example("<h2>Les licences</h2>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.isWholePage, document.redirectionDelay != 0,
      !page.outline.headings.contains(where: { $0.level == 1 }),
      let html = document.rootElement,
      let body = document.bodyElement,
      !document.trimmedText(of: body).isEmpty
    else { return }
    let tag = document[body].startTag
    findings.report(tag.isEmpty ? document[html].startTag : tag, .noH1)
  }
}

extension Message {
  fileprivate static let noH1 = Message(
    fr: "La page n’a pas de titre de niveau 1 (`h1`)\u{A0}: donnez ce niveau à son titre, dans le modèle du site.",
    en: "The page has no level 1 heading (`h1`): give its title that level, in the site’s template.")
}
