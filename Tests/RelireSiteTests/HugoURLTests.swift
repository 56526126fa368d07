import RelireDocuments
import RelireModel
import RelireSite
import Testing

/// The expected addresses are those that Hugo 0.168 gave for the same files (`hugo list all`).
@Suite struct HugoURLTests {
  /// The address of each file, its front matter after it; nil for what is no page.
  func check(
    _ configuration: String, _ pages: [(path: String, frontMatter: String, url: String?)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var files = ["hugo.toml": configuration]
    for page in pages { files[page.path] = page.frontMatter.isEmpty ? "Texte" : "---\n\(page.frontMatter)\n---\nTexte" }
    let tree = memoryTree(files)
    let site = try #require(try Site.find(from: "", in: tree), sourceLocation: sourceLocation)
    let index = SiteIndex(site, tree: tree)
    for page in pages {
      #expect(index.address(of: page.path) == page.url, "\(page.path)", sourceLocation: sourceLocation)
    }
  }

  @Test func `names become addresses`() throws {
    try check(
      "baseURL = 'https://e.org/sub/'",
      [
        ("content/L'été & co.md", "", "/lété--co/"), ("content/A  B.md", "", "/a--b/"), ("content/C#.md", "", "/c#/"),
        ("content/é.md", "", "/é/"), ("content/a_b.c.md", "", "/a_b.c/"), ("content/- x -.md", "", "/--x--/"),
        ("content/Sec Tion/Page (1).md", "", "/sec-tion/page-1/"),
        ("content/Sec Tion/sub/_index.md", "", "/sec-tion/sub/"),
        ("content/sec2/p.md", "slug: Été À l'eau", "/sec2/été-à-leau/"), ("content/b1/index.md", "slug: bb", "/bb/"),
        ("content/b1/r.md", "", nil), ("content/b1/s/t.md", "", nil), ("content/b1/sub/index.md", "", nil),
        ("content/u1.md", "url: /x/y.html", "/x/y.html"), ("content/u2.md", "url: z/Q", "/z/Q/"),
        ("content/u3.md", "url: /Maj/É à/", "/Maj/É à/"), ("content/sec3/_index.md", "url: /s3/", "/s3/"),
        ("content/sec3/p.md", "", "/sec3/p/"), ("content/sec4/_index.md", "slug: s4", "/s4/"),
        ("content/sec4/p.md", "", "/s4/p/"), ("content/fr.fr.md", "", "/fr.fr/"), ("content/en.en.md", "", "/en/"),
        ("content/x.y.z.md", "", "/x.y.z/"), ("content/%41b.md", "", "/%41b/"), ("content/a+b@c~d.md", "", "/a+b@c~d/"),
        ("content/.a.md", "", nil), ("content/b.md~", "", nil), ("content/#d.md", "", nil), ("content/n.txt", "", nil),
        ("content/p.MD", "", "/p/"), ("content/_f.md", "", "/_f/"), ("content/h~.md", "", "/h~/"),
        ("content/_index.md", "", "/"), ("static/a.md", "", nil),
      ])
  }

  @Test func `ugly addresses keep their case when told so`() throws {
    try check(
      "uglyURLs = true\ndisablePathToLower = true",
      [
        ("content/_index.md", "", "/index.html"), ("content/Sec/_index.md", "", "/Sec/index.html"),
        ("content/Sec/P q.md", "", "/Sec/P-q.html"), ("content/Sec/B/index.md", "", "/Sec/B.html"),
        ("content/u.md", "url: /k", "/k/"), ("content/s.md", "slug: t", "/t.html"),
      ])
  }

  @Test func `languages by the file's name`() throws {
    try check(
      """
      defaultContentLanguage = "fr"
      [languages.fr]
      weight = 1
      [languages.en]
      weight = 2
      [languages.de]
      disabled = true
      """,
      [
        ("content/_index.md", "", "/"), ("content/_index.en.md", "", "/en/"), ("content/a.md", "", "/a/"),
        ("content/a.en.md", "", "/en/a/"), ("content/b.fr.md", "", "/b/"), ("content/c.de.md", "", nil),
        ("content/d.es.md", "", "/d.es/"), ("content/s/_index.en.md", "", "/en/s/"),
        ("content/s/u.en.md", "url: /abs/", "/abs/"), ("content/s/v.en.md", "url: rel/", "/en/rel/"),
        ("content/s/b/index.md", "", "/s/b/"), ("content/s/b/index.en.md", "", "/en/s/b/"),
      ])
  }

  @Test func `languages by folder`() throws {
    try check(
      """
      defaultContentLanguage = "fr"
      defaultContentLanguageInSubdir = true
      [languages.fr]
      weight = 1
      contentDir = "content/fr"
      [languages.en]
      weight = 2
      contentDir = "content/en"
      """,
      [
        ("content/fr/a.md", "", "/fr/a/"), ("content/fr/b.en.md", "", "/en/b/"), ("content/en/a.md", "", "/en/a/"),
        ("content/en/s/_index.md", "", "/en/s/"), ("content/c.md", "", nil),
      ])
  }

  @Test func `permalinks`() throws {
    try check(
      """
      [permalinks]
      posts = "/:year/:month/:day/:slug/"
      docs = "/d/:contentbasename/"
      news = "/:year/:monthname/:title/"
      [permalinks.section]
      docs = "/dd/"
      [permalinks.page]
      "pp" = "/q/:slugorcontentbasename"
      """,
      [
        ("content/posts/A b.md", "title: 'Un titre: É'\ndate: 2024-03-09", "/2024/03/09/un-titre-é/"),
        ("content/posts/c.md", "title: x\nslug: Le-Slug\ndate: 2024-03-09T10:00:00Z", "/2024/03/09/le-slug/"),
        ("content/posts/bu/index.md", "title: Bundle\ndate: 2024-03-09", "/2024/03/09/bundle/"),
        ("content/posts/d.md", "title: C’est l'été !\ndate: 2024-03-09", "/2024/03/09/cest-lété/"),
        ("content/news/h2.md", "title: D\ndate: 2024-03-09", "/2024/march/d/"), ("content/docs/_index.md", "", "/dd/"),
        ("content/docs/x/k.md", "", "/d/k/"), ("content/pp/m/index.md", "", "/q/m/"),
      ])
  }

  @Test func `aliases`() throws {
    let tree = memoryTree([
      "hugo.toml": "defaultContentLanguage = 'fr'\n[languages.fr]\n[languages.en]\n",
      "content/al.md": "", "content/s/al.en.md": "",
    ])
    let site = try #require(try Site.find(from: "", in: tree))
    let frontMatter = FrontMatterReader.read(
      source: SourceText("---\naliases: [/old/, older, ../o2/, o.html]\n---\n")
    ).0
    let page = try #require(site.page("content/al.md"))
    #expect(site.aliases(of: page, frontMatter: frontMatter) == ["/old/", "/older/", "/o2/", "/o.html"])
    let english = try #require(site.page("content/s/al.en.md"))
    #expect(
      site.aliases(of: english, frontMatter: frontMatter) == ["/en/old/", "/en/s/older/", "/en/o2/", "/en/s/o.html"])
  }
}
