import RelireDocuments
import RelireModel
import RelireSite
import Testing

@Suite struct SiteTests {
  @Test func `a site is found from above, from within and from below`() throws {
    let tree = memoryTree([
      "/w/.git/HEAD": "", "/w/site/hugo.toml": "title = 'x'", "/w/site/content/a/b.md": "",
      "/w/site/themes/t/theme.toml": "", "/w/site/themes/t/hugo.toml": "title = 't'", "/w/other/a.md": "",
      "/v/config.toml": "title = 'rien de Hugo'", "/v/a.md": "", "/u/config.toml": "title = 'x'",
      "/u/archetypes/default.md": "",
      "/z/config/_default/hugo.yaml": "title: z",
    ])
    #expect(try Site.find(from: "/w/site/content/a", in: tree)?.root == "/w/site")
    #expect(try Site.find(from: "/w/site/themes/t", in: tree)?.root == "/w/site")
    #expect(try Site.find(from: "/w", in: tree)?.root == "/w/site")
    #expect(try Site.find(from: "/w/other", in: tree) == nil)
    #expect(try Site.find(from: "/v", in: tree) == nil)
    #expect(try Site.find(from: "/u", in: tree)?.root == "/u")
    #expect(try Site.find(from: "/z", in: tree)?.root == "/z")
  }

  @Test func `each file has its place`() throws {
    let tree = memoryTree([
      "hugo.toml": "defaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n",
      "content/_index.md": "", "content/guide/a.en.md": "", "public/index.html": "", "README.md": "",
    ])
    let site = try #require(try Site.find(from: "", in: tree))
    #expect(site.contentFolders == ["content"])
    #expect(site.publishedFolder == "public")
    let expected: [(String, PagePlace.Role, String?)] = [
      ("content/_index.md", .home, "fr"), ("content/_index.en.md", .home, "en"),
      ("content/guide/a.en.md", .content, "en"),
      ("content/guide/a.md", .content, "fr"), ("README.md", .loose, nil), ("public/index.html", .home, "fr"),
      ("public/en/index.html", .home, "en"), ("public/404.html", .generated, "fr"),
      ("public/tags/x/index.html", .generated, "fr"),
      ("public/en/guide/page/2/index.html", .generated, "en"), ("public/guide/a/index.html", .content, "fr"),
    ]
    for (path, role, language) in expected {
      let place = site.place(of: path)
      #expect(place.role == role, "\(path)")
      #expect(place.language == language, "\(path)")
    }
    #expect(site.place(of: "content/guide/a.md").section == "guide")
  }

  @Test func `a folder that is mounted below the top may be a page of its own`() throws {
    let tree = memoryTree([
      "hugo.toml":
        "[[module.mounts]]\nsource = 'partage'\ntarget = 'content/partage'\n[[module.mounts]]\nsource = 'contenu'\ntarget = 'content'\n",
      "partage/index.md": "", "partage/accueil.md": "", "contenu/index.md": "", "contenu/a.md": "",
    ])
    let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
    #expect(index.page("partage/index.md")?.kind == .page)
    #expect(index.page("partage/accueil.md")?.kind == .resource)
    #expect(index.page("contenu/a.md")?.kind == .page)
  }

  @Test func `mounts replace the content folder`() throws {
    let tree = memoryTree([
      "hugo.toml": """
      defaultContentLanguage = "fr"
      [languages.fr]
      [languages.en]
      [[module.mounts]]
      source = "textes"
      target = "content"
      lang = "fr"
      [[module.mounts]]
      source = "docs/en"
      target = "content/manual"
      lang = "en"
      """,
      "textes/a.md": "", "docs/en/b.md": "",
    ])
    let site = try #require(try Site.find(from: "", in: tree))
    #expect(site.contentFolders == ["docs/en", "textes"])
    let page = try #require(site.page("docs/en/b.md"))
    #expect(page.language == "en")
    #expect(SiteIndex(site, tree: tree).address(of: "docs/en/b.md") == "/en/manual/b/")
    #expect(site.page("content/a.md") == nil)
  }

  /// Asked of Hugo 0.168.
  @Test func `mounts replace the usual folders of a kind of files, and in a theme all of them`() throws {
    let tree = memoryTree([
      "hugo.toml": """
      theme = ["un", "deux"]
      layoutDir = "gabarits"
      [[module.mounts]]
      source = "styles"
      target = "assets/css"
      [[module.mounts]]
      source = "textes"
      target = "i18n"
      """,
      "assets/a.css": "", "styles/b.css": "", "i18n/fr.toml": "", "textes/fr.toml": "", "content/a.md": "",
      "themes/un/hugo.toml": "[[module.mounts]]\nsource = 'feuilles'\ntarget = 'assets'\n",
      "themes/un/layouts/index.html": "", "themes/deux/layouts/index.html": "", "themes/deux/content/b.md": "",
    ])
    let site = try #require(try Site.find(from: "", in: tree))
    #expect(site.folders(of: .assets) == ["styles", "themes/un/feuilles", "themes/deux/assets"])
    #expect(site.folders(of: .i18n) == ["textes", "themes/deux/i18n"])
    #expect(site.folders(of: .archetypes) == ["archetypes", "themes/deux/archetypes"])
    #expect(site.layoutFolders == ["gabarits", "themes/deux/layouts"])
    #expect(site.folders(of: .files) == ["static", "themes/deux/static"])
    #expect(site.folders(of: .content) == ["content", "themes/deux/content"])
  }

  // MARK: Publication

  @Test(arguments: [
    ("headless: true", true), ("build: {render: never}", true), ("build: {render: Link}", true),
    ("_build: {render: false}", true), ("build: {render: always}", false), ("headless: false", false),
    ("build: {list: never}", false),
  ]) func `whether a page is ever rendered`(frontMatter: String, isNever: Bool) throws {
    let tree = memoryTree(["hugo.toml": "", "content/a.md": "---\n\(frontMatter)\n---\n"])
    let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
    #expect(index.publication(of: "content/a.md") == (isNever ? .never : .published))
  }

  @Test(arguments: [("2026-11-28", false), ("2026-11-27T23:00:00Z", true), ("----------", true), ("2026111111", true)])
  func `only a day may lie in the future`(date: String, isPublished: Bool) throws {
    let tree = memoryTree(["hugo.toml": "", "content/a.md": "---\ndate: \"\(date)\"\n---\n"])
    let site = try #require(try Site.find(from: "", in: tree))
    let index = SiteIndex(site, tree: tree, today: CalendarDate(year: 2026, month: 11, day: 27))
    #expect((index.publication(of: "content/a.md") == .published) == isPublished)
  }

  // MARK: Titles

  @Test func `whether titles are headings is seen in what is generated`() throws {
    func site(_ html: String, body: String = "Texte") throws -> Site? {
      try Site.find(
        from: "",
        in: memoryTree([
          "hugo.toml": "", "content/a.md": "---\ntitle: L'été\n---\n\(body)", "public/a/index.html": html,
          "layouts/single.html": "<p>{{ .Title }}</p>",
        ]))
    }
    #expect(try site("<html><body><h1>L’été</h1>")?.titleIsHeading == true)
    #expect(try site("<html><body><p>Texte")?.titleIsHeading == false)
    // A page with a title of its own in the text says nothing; nor does another heading.
    #expect(try site("<html><body><h1>L'été</h1>", body: "# L'été")?.titleIsHeading == false)
    #expect(try site("<html><body><h1>Logo</h1>")?.titleIsHeading == false)
  }

  @Test func `else in the templates`() throws {
    func site(_ template: String?) throws -> Site? {
      var files = ["hugo.toml": "theme = 't'"]
      if let template { files["themes/t/layouts/_default/single.html"] = template }
      return try Site.find(from: "", in: memoryTree(files))
    }
    #expect(try site("<h1 class=\"x\">{{ .Title }}</h1>")?.titleIsHeading == true)
    #expect(try site("<h1>Logo</h1><h2>{{ .Title }}</h2>")?.titleIsHeading == false)
    #expect(try site(nil)?.titleIsHeading == true)
  }

  // MARK: Archetypes

  @Test func `archetypes give their keys and their text`() throws {
    let tree = memoryTree([
      "hugo.toml": "theme = ['t']",
      "archetypes/default.md":
        "---\ntitle: \"{{ replace .Name \"-\" \" \" | title }}\"\nobjectifs:\n  - Objectif 1\n---\n\n## Public\n\nÀ compléter {{ .Date }}\n",
      "archetypes/guide.md": "+++\ntitle = 'x'\n+++\nTexte type\n", "archetypes/lot/index.md": "Texte de lot\n",
      "themes/t/archetypes/default.md": "---\ntitle: t\n---\n",
    ])
    let site = try #require(try Site.find(from: "", in: tree))
    let archetypes = site.archetypes(in: tree)
    #expect(
      Set(archetypes.map(\.path)) == [
        "archetypes/default.md", "archetypes/guide.md", "archetypes/lot/index.md", "themes/t/archetypes/default.md",
      ])
    let guide = try #require(archetypes.first { $0.name == "guide" })
    #expect(guide.frontMatter?["title"]?.string == "x")
    #expect(guide.fixedLines == ["Texte type"])
    #expect(archetypes.contains { $0.name == "lot" })
    // The title holds quotation marks within quotation marks.
    let own = try #require(archetypes.first { $0.path == "archetypes/default.md" })
    #expect(own.fixedLines == ["## Public"])
    #expect(own.frontMatter?["objectifs"]?.items?.map { $0.string } == ["Objectif 1"])
    #expect(own.frontMatter?["title"].map { own.isFixed($0.range) } == false)
    #expect(own.frontMatter?["objectifs"].map { own.isFixed($0.range) } == true)
  }

  @Test func `Hugo's own ignore rules`() {
    let rules = HugoIgnoreRules([#"\.foo\.md$"#, "/content/y", "("])
    #expect(rules.ignores("/s/content/e.foo.md"))
    #expect(rules.ignores("/s/content/y1.md"))
    #expect(rules.ignores("/s/content/.a.md"))
    #expect(rules.ignores("/s/content/a.md~"))
    #expect(!rules.ignores("/s/content/x1.md"))
  }
}
