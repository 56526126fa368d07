import RelireDocuments
import RelireModel

/// A Markdown page without a title of any kind.
public struct MissingTitleHeading: DocumentRule {
  public static let metadata = RuleMetadata(
    id: "headings/missing-title",
    severity: .error,
    summary: Message(fr: "La page n’a pas de titre.", en: "The page has no title."),
    rationale: Message(
      fr: "Sans `title` dans l’en-tête ni titre de niveau 1, la page n’a pas de nom dans les menus, les onglets et les "
        + "moteurs de recherche, et commence sans dire de quoi elle parle.",
      en: "Without a `title` in its front matter or a level 1 heading the page has no name in menus, tabs and search "
        + "engines, and begins without saying what it is about."),
    exceptions: Message(
      fr: "Une page sans en-tête, hors d’un site, n’est pas jugée.",
      en: "A page without a front matter, outside any site, is not judged."),
    references: [.rgaa("8.5.1"), .wcag("2.4.2")],
    examples: [
      Example("⟦---⟧\ndescription: Deux licences existent.\n---\n\nLe choix est libre.\n"),
      Example("⟦---⟧\ntitle: \"\"\n---\n\n## Les licences\n"),
      Example("---\ntitle: Les licences\n---\n"),
      Example("---\ndescription: Deux licences existent.\n---\n\n# Les licences\n"),
      Example("Deux licences existent.\n"),
    ])

  public init() {}

  public func check(_ page: Page, _ findings: inout Findings) {
    let document = page.document
    guard document.format == .markdown, page.title == nil, let root = document.frontMatter?.root,
      let range = document.frontMatter?.range, !root.entries.isEmpty, !page.isNotAPage,
      !page.outline.headings.contains(where: { $0.level == 1 })
    else { return }
    // Outside a site, a file that only carries data for others is no page.
    let isPage =
      page.place.role != .loose || ["description", "date", "draft", "weight", "title"].contains { root[$0] != nil }
    guard isPage else { return }
    // A title that is a number or a date is one all the same.
    if let title = root["title"], title.string == nil, !title.isNull { return }
    findings.report(SourceRange(range.start, min(range.start + 3, range.end)), .noTitle)
  }
}

extension Message {
  fileprivate static let noTitle = Message(
    fr: "La page n’a pas de titre\u{A0}: ajoutez `title` dans l’en-tête.",
    en: "The page has no title: add `title` to the front matter.")
}
