import RelireDocuments
import RelireModel

/// A published page whose main content is not marked, or marked twice.
public struct NoMainLandmark: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/no-main-landmark",
    severity: .warning,
    summary: Message(
      fr: "La page publiée n’a pas une zone principale (`main`) et une seule.",
      en: "The published page does not have exactly one main area (`main`)."),
    rationale: Message(
      fr: "Un lecteur d’écran saute d’une touche à la zone principale\u{A0}: sans elle, il faut réentendre le menu sur "
        + "chaque page\u{202F}; avec deux, on ne sait laquelle est la bonne.",
      en: "A screen reader jumps to the main area with one key: without it the menu must be heard again on every page; "
        + "with two, nobody knows which is the right one."),
    exceptions: Message(
      fr: "Un fragment de HTML et une page sans texte ne sont pas jugés. Une zone masquée ne compte pas.",
      en: "A fragment of HTML and a page without text are not judged. A hidden area does not count."),
    references: [.rgaa("9.2.1"), .rgaa("12.6.1"), .wcag("1.3.1"), .wcag("2.4.1")],
    examples: [
      Example("<html lang=fr><head><title>Page</title></head>⟦<body>⟧<h1>Les licences</h1></body></html>", format: .html),
      Example(
        "<html lang=fr><head><title>Page</title></head><body><main>Un</main>⟦<main>⟧Deux</main></body></html>",
        format: .html),
      Example("<html lang=fr><head><title>Page</title></head><body><main>Un</main></body></html>", format: .html),
      Example(
        "<html lang=fr><head><title>Page</title></head><body><div role=main>Un</div><main hidden>Deux</main></body></html>",
        format: .html),
      Example("<h1>Les licences</h1>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.isWholePage, let html = document.rootElement,
      let body = document.children(of: html).first(where: { document.isElement($0, .body) }),
      !document.trimmedText(of: body).isEmpty
    else { return }
    let areas = document.descendants(of: body).filter { isMain($0, document) && !page.outline.isHidden($0) }
    if areas.isEmpty {
      let tag = document[body].startTag
      findings.report(tag.isEmpty ? document[html].startTag : tag, .none)
    }
    for area in areas.dropFirst() { findings.report(document.signpost(of: area), .several) }
  }

  private func isMain(_ node: NodeID, _ document: Document) -> Bool {
    let element = document[node]
    guard element.kind == .element else { return false }
    if element.attributes.isEmpty { return element.name == .main }
    guard let role = document.value(.role, of: node)?.trimmingBlanks.lowercased(), !role.isEmpty else {
      return element.name == .main
    }
    return role == "main"
  }
}

extension Message {
  fileprivate static let none = Message(
    fr: "La page n’a pas de zone principale\u{A0}: mettez son contenu dans un élément `main`, dans le modèle du site.",
    en: "The page has no main area: put its content in a `main` element, in the site’s template.")

  fileprivate static let several = Message(
    fr: "La page a déjà une zone principale\u{A0}: n’en gardez qu’une.", en: "The page has a main area already: keep only one.")
}
