import RelireAccessibility
import RelireDocuments
import RelireModel

/// Pages without a link that skips the menu.
public struct SkipLink: SiteRule {
  public static let metadata = RuleMetadata(
    id: "page/skip-link",
    severity: .warning,
    summary: Message(
      fr: "La page n’a pas de lien pour aller au contenu.", en: "The page has no link to skip to its content."),
    rationale: Message(
      fr: "Qui se sert du clavier doit traverser tout le menu, sur chaque page, avant d’atteindre le texte. Un lien "
        + "«\u{A0}Aller au contenu\u{A0}», le premier de la page, l’y mène d’une touche.",
      en:
        "Whoever uses the keyboard has to go through the whole menu, on every page, before they reach the text. A link "
        + "“Skip to content”, the first of the page, leads there with one key."),
    exceptions: Message(
      fr:
        "Une page qui a moins de \(Self.menu) liens avant son contenu n’est pas jugée. Une faute commune à plusieurs pages "
        + "n’est signalée qu’une fois.",
      en:
        "A page with fewer than \(Self.menu) links before its content is not judged. A fault that several pages share is "
        + "reported once."),
    references: [.rgaa("12.7.1"), .wcag("2.4.1")],
    examples: [
      Example(
        "<html lang=fr><head><title>A</title></head>⟦<body>⟧<nav><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a>"
          + "<a href=/d>D</a><a href=/e>E</a></nav><main>Le guide</main></body></html>", format: .html),
      Example(
        "<html lang=fr><head><title>A</title></head><body><a href=#contenu>Aller au contenu</a><nav><a href=/a>A</a>"
          + "<a href=/b>B</a><a href=/c>C</a><a href=/d>D</a></nav><main id=contenu>Le guide</main></body></html>",
        format: .html),
      Example("<html lang=fr><head><title>A</title></head><body><main>Le guide</main></body></html>", format: .html),
    ])

  /// As many tab stops before the content call for a way around them.
  private static let menu = 5
  /// The link may come after a logo or a banner of a few links.
  private static let firstLinks = 4

  public struct Evidence: Sendable {
    let place: SourceRange
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    let document = page.document
    guard document.isWholePage, page.place.role != .generated, let html = document.rootElement,
      let body = document.bodyElement
    else { return nil }
    let tree = page.accessibility
    let content = mainArea(of: body, tree)
    var stops = 0
    for index in (Int(body.index) + 1)..<Int(document[body].subtreeEnd) {
      let node = NodeID(index)
      if let content, node >= content { break }
      guard document[node].kind == .element, tree.isTabbable(node), !tree.isInTemplate(node) else { continue }
      stops += 1
      if stops <= Self.firstLinks, document[node].name == .a, leadsIntoPage(node, tree) { return nil }
      if stops >= Self.menu {
        // Without a main area nobody knows where the menu ends.
        guard content != nil else { return nil }
        let tag = document[body].startTag
        return Evidence(place: tag.isEmpty ? document[html].startTag : tag)
      }
    }
    return nil
  }

  private func mainArea(of body: NodeID, _ tree: AccessibilityTree) -> NodeID? {
    let document = tree.document
    for index in (Int(body.index) + 1)..<Int(document[body].subtreeEnd) {
      let node = NodeID(index)
      if document[node].kind == .element, tree.role(node) == .main, tree.isExposed(node) { return node }
    }
    return nil
  }

  /// Whether a link leads to a later place of the page.
  private func leadsIntoPage(_ link: NodeID, _ tree: AccessibilityTree) -> Bool {
    guard let href = tree.document.value(.href, of: link), href.utf8.first == UInt8(ascii: "#"), href.utf8.count > 1
    else {
      return false
    }
    guard let target = tree.element(withID: href.dropFirst()) else { return true }
    return target > link
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    guard let first = pages.first else { return }
    findings.report(page: first.page, first.value.place, .noLink(pages.count))
  }
}

extension Message {
  fileprivate static func noLink(_ count: Int) -> Message {
    count == 1
      ? Message(
        fr:
          "La page n’a pas de lien pour sauter le menu\u{A0}: ajoutez-en un, «\u{A0}Aller au contenu\u{A0}», en tête du "
          + "modèle du site.",
        en: "The page has no link to skip the menu: add one, “Skip to content”, at the top of the site’s template.")
      : Message(
        fr: "Sur \(count) pages, aucun lien ne permet de sauter le menu\u{A0}: ajoutez-en un, «\u{A0}Aller au "
          + "contenu\u{A0}», en tête du modèle du site.",
        en: "On \(count) pages no link lets one skip the menu: add one, “Skip to content”, at the top of the site’s "
          + "template.")
  }
}
