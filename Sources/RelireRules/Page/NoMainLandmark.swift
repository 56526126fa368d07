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
      Example(
        "<html lang=fr><head><title>Page</title></head>⟦<body>⟧<h1>Les licences</h1></body></html>", format: .html),
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
    guard document.isWholePage, document.redirectionDelay != 0, let html = document.rootElement,
      let body = document.bodyElement,
      !document.trimmedText(of: body).isEmpty
    else { return }
    var areas: [NodeID] = []
    document.nodes.withUnsafeBufferPointer { nodes in
      document.attributes.withUnsafeBufferPointer { attributes in
        for index in (Int(body.index) + 1)..<Int(nodes[Int(body.index)].subtreeEnd)
        where nodes[index].kind == .element && Self.isMain(nodes[index], attributes) {
          if !page.outline.isHidden(NodeID(index)) { areas.append(NodeID(index)) }
        }
      }
    }
    if areas.isEmpty {
      let tag = document[body].startTag
      findings.report(tag.isEmpty ? document[html].startTag : tag, .none)
    }
    for area in areas.dropFirst() { findings.report(document.signpost(of: area), .several) }
  }

  private static func isMain(_ element: Node, _ attributes: UnsafeBufferPointer<Attribute>) -> Bool {
    for number in element.attributes where attributes[Int(number)].name == .role {
      let role = attributes[Int(number)].value.trimmingBlanks.lowercased()
      if !role.isEmpty { return role == "main" }
      break
    }
    return element.name == .main
  }
}

extension Message {
  fileprivate static let none = Message(
    fr: "La page n’a pas de zone principale\u{A0}: mettez son contenu dans un élément `main`, dans le modèle du site.",
    en: "The page has no main area: put its content in a `main` element, in the site’s template.")

  fileprivate static let several = Message(
    fr: "La page a déjà une zone principale\u{A0}: n’en gardez qu’une.",
    en: "The page has a main area already: keep only one.")
}
