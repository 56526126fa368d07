import RelireDocuments
import RelireModel
import RelireSite

/// A page that no other page of the site leads to.
public struct OrphanPage: SiteRule {
  public static let metadata = RuleMetadata(
    id: "links/orphan-page",
    severity: .info,
    summary: Message(
      fr: "Aucune page du site ne mène à celle-ci.", en: "No page of the site leads to this one."),
    rationale: Message(
      fr:
        "Une page vers laquelle ne va ni lien, ni menu, ni liste n’est trouvée que par un moteur de recherche, quand elle "
        + "l’est. C’est souvent une page oubliée dans un menu, ou qui n’a plus lieu d’être.",
      en:
        "A page that no link, menu or list leads to is found by search engines only, if at all. Often it was forgotten in "
        + "a menu, or is no longer needed."),
    exceptions: Message(
      fr:
        "Menus et listes viennent du thème\u{A0}: rien n’est jugé tant que les pages générées ne sont pas vérifiées toutes "
        + "avec leurs sources. Un lien depuis une page qui n’est elle-même pas accessible compte. Ne sont pas jugés l’accueil, "
        + "les rubriques qui ont des pages, la page 404, celles de recherche, les redirections, les brouillons, les pages "
        + "futures ou expirées, et celles que leur en-tête retire des listes (`headless`, `build`, `sitemap`).",
      en: "Menus and lists come from the theme: nothing is judged unless all generated pages are checked with their "
        + "sources. A link from a page that cannot be reached itself counts. Not judged are the home page, sections with "
        + "pages, the 404 page, search pages, redirections, drafts, future and expired pages, and those that their front "
        + "matter takes out of lists (`headless`, `build`, `sitemap`)."),
    references: [
      .specification("Hugo, Content management, Sections"),
      .usage(Message(fr: "toute page est à portée de liens", en: "every page can be reached by links")),
    ],
    examples: [
      Example(
        "---\ntitle: ⟦Demander une carte⟧\n---\n", path: "content/guide/demande.md",
        others: [
          "@public/index.html\n<a href=/accueil/>Accueil</a>", "@public/accueil/index.html\n<a href=/>Haut</a>",
          "@public/guide/demande/index.html\n<a href=/guide/demande/>Ici</a>",
        ]),
      Example(
        "---\ntitle: Demander une carte\n---\n", path: "content/guide/demande.md",
        others: [
          "@public/index.html\n<a href=/accueil/>Accueil</a>",
          "@public/accueil/index.html\n<a href=../guide/demande/#pieces>Demande</a>",
          "@public/guide/demande/index.html\n<a href=/>Haut</a>",
        ]),
      Example(
        "---\ntitle: Demander une carte\n---\n", path: "content/guide/demande.md",
        others: [
          "@public/index.html\n<a href=/accueil/>Accueil</a>", "@public/guide/demande/index.html\n<a href=/>Haut</a>",
        ]),
    ])

  /// Whom a page leads to. Paths, from the site's root, by their hashes: what two share by chance is one fault missed.
  public struct Evidence: Sendable {
    let path: UInt32
    let isGenerated: Bool
    let isHome: Bool
    /// Of a source page that readers should find: where its title stands.
    let title: SourceRange?
    /// Sorted, each once.
    let targets: [UInt32]
  }

  public init() {}

  public func collect(from page: Page) -> Evidence? {
    guard let site = page.site, site.site.publishedFolder != nil, page.place.role != .loose else { return nil }
    var targets: [UInt32] = []
    for resolved in page.targets where resolved.use.kind == .link {
      switch resolved.target {
      case .file(let path, _), .redirected(to: let path, _):
        if path != page.path { targets.append(FNV1a.of(path.utf8)) }
      case .elsewhere, .missing, .unpublished: continue
      }
    }
    return Evidence(
      path: FNV1a.of(page.path.utf8), isGenerated: page.document.format == .html, isHome: page.place.role == .home,
      title: page.isMeantToBeFound ? page.document.titlePlace : nil, targets: Set(targets).sorted())
  }

  public func judge(_ pages: [PageEvidence<Evidence>], _ findings: inout SiteFindings) {
    guard let site = findings.site,
      pages.contains(where: { $0.value.isHome && $0.value.isGenerated && !$0.value.targets.isEmpty })
    else { return }
    var linked: Set<UInt32> = []
    var generated: Set<UInt32> = []
    var sources: [UInt32: Int] = [:]
    for (index, page) in pages.enumerated() {
      linked.formUnion(page.value.targets)
      if page.value.isGenerated { generated.insert(page.value.path) }
      if page.value.title != nil { sources[page.value.path] = index }
    }
    guard !sources.isEmpty else { return }
    var orphans: [Int] = []
    var isComplete = true
    site.forEachPublishedPage { source, file in
      let hash = FNV1a.of(file.utf8)
      guard generated.contains(hash) else {
        // A page that was not looked at may lead anywhere.
        if site.isFile(file) { isComplete = false }
        return
      }
      guard let index = sources[FNV1a.of(source.utf8)], !linked.contains(hash),
        !linked.contains(pages[index].value.path),
        site.publication(of: source) == .published
      else { return }
      orphans.append(index)
    }
    guard isComplete else { return }
    for index in orphans {
      guard let title = pages[index].value.title else { continue }
      findings.report(page: pages[index].page, title, .orphan, verdict: .review)
    }
  }
}

extension Page {
  /// Whether the page is a source page that readers should come across as they go through the site.
  fileprivate var isMeantToBeFound: Bool {
    guard document.format == .markdown, place.role == .content, let site, let page = site.page(path) else {
      return false
    }
    if page.kind == .section, site.hasPages(below: path) { return false }
    if page.name == "404" || Self.searchNames.contains(page.name.lowercased()) { return false }
    guard let root = document.frontMatter?.root else { return true }
    return !isNotAPage && !root.isLeftOutOfLists
  }

  private static let searchNames: Set<String> = ["search", "recherche", "rechercher"]
}

extension DataNode {
  fileprivate var isLeftOutOfLists: Bool {
    let list = (self["build"] ?? self["_build"])?["list"]
    if let list, list.bool == false || list.string.map({ $0 != "always" }) ?? false { return true }
    return self["sitemap"]?["disable"]?.bool == true || self["layout"]?.string == "search"
      || self["type"]?.string == "search"
  }
}

extension Message {
  fileprivate static let orphan = Message(
    fr:
      "Aucune page du site ne mène à celle-ci\u{A0}: ajoutez-la à un menu ou à une page voisine, si on doit la trouver.",
    en:
      "No page of the site leads to this one: add it to a menu or link to it from a related page, if it should be found."
  )
}
