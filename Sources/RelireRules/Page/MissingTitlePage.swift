import RelireDocuments
import RelireModel

/// A published page without a `title` element, or with an empty one.
public struct MissingTitlePage: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "page/missing-title",
    severity: .error,
    summary: Message(
      fr: "La page publiée n’a pas de titre (élément `title`).",
      en: "The published page has no title (`title` element)."),
    rationale: Message(
      fr:
        "Le titre est la première chose que dit un lecteur d’écran, et le nom de la page dans les onglets, les signets "
        + "et les moteurs de recherche.",
      en:
        "The title is the first thing a screen reader says, and the page’s name in tabs, bookmarks and search engines."),
    exceptions: Message(
      fr: "Un fragment de HTML, sans balise html, head ni body, n’est pas jugé.",
      en: "A fragment of HTML without html, head or body tags is not judged."),
    references: [.rgaa("8.5.1", isWhole: true), .wcag("2.4.2"), .act("2779a5")],
    examples: [
      Example("⟦<html lang=fr>⟧<head></head><body><h1>Les licences</h1></body></html>", format: .html),
      Example("<html lang=fr><head>⟦<title>⟧ </title></head><body><h1>Les licences</h1></body></html>", format: .html),
      Example("<html lang=fr><head><title>Les licences</title></head></html>", format: .html),
      Example("<h1>Les licences</h1>", format: .html),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.isWholePage, let html = document.rootElement else { return }
    if let title = document.titleElement {
      if document.text(of: title).hasVisibleText { return }
      findings.report(document.signpost(of: title), .empty)
    } else {
      let tag = document[html].startTag
      findings.report(tag.isEmpty ? SourceRange(at: document.source.contentStart) : tag, .missing)
    }
  }
}

extension Message {
  fileprivate static let missing = Message(
    fr: "La page n’a pas de titre\u{A0}: ajoutez un élément `title` dans son `head`.",
    en: "The page has no title: add a `title` element to its `head`.")

  fileprivate static let empty = Message(
    fr: "Le titre de la page est vide\u{A0}: dites-y de quoi elle parle.",
    en: "The page’s title is empty: say what the page is about.")
}
