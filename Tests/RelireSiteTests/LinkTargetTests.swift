import RelireDocuments
import RelireModel
import RelireSite
import Testing

@Suite struct LinkTargetTests {
  static let index: SiteIndex? = {
    let tree = memoryTree([
      "hugo.toml":
        "baseURL = 'https://e.org/guide/'\ndefaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n",
      "content/_index.md": "", "content/a.md": "---\nslug: Autre\naliases: [/vieux/]\n---\n", "content/a.en.md": "",
      "content/lot/index.md": "", "content/lot/plan.png": "", "content/sec/b.md": "", "content/sec/Été 1.md": "",
      "content/vide/x/y.md": "", "content/sec/brouillon.md": "---\ndraft: true\n---\n",
      "content/sec/jamais.md": "---\nbuild:\n  render: never\n---\n", "static/img/logo.png": "",
      "public/index.html": "", "public/autre/index.html": "", "public/sec/b/index.html": "",
      "public/sec/été-1/index.html": "",
      "public/img/logo.png": "", "public/page.html": "",
    ])
    return (try? Site.find(from: "", in: tree)).flatMap { $0 }.map { SiteIndex($0, tree: tree) }
  }()

  private func found(_ address: String, from page: String, base: String? = nil) throws -> String {
    switch try #require(Self.index).target(of: address, from: page, frontMatter: nil, base: base) {
    case .elsewhere: "ailleurs"
    case .file(let path, let fragment): path + (fragment.map { "#" + $0 } ?? "")
    case .unpublished(let path, let address, let publication): "\(path) \(publication) \(address)"
    case .redirected(let path, let address): path + " → " + address
    case .missing(let path, let nearest): "rien " + path + (nearest.map { " → " + $0 } ?? "")
    }
  }

  @Test(arguments: [
    ("https://example.com/x", "ailleurs"), ("mailto:a@e.org", "ailleurs"), ("//cdn.example/x.js", "ailleurs"),
    ("/", "ailleurs"), ("/guide/", "public/index.html"), ("/guide", "public/index.html"),
    ("/guide/autre/", "public/autre/index.html"), ("/guide/autre", "public/autre/index.html"),
    ("https://e.org/guide/autre/#x", "public/autre/index.html#x"),
    ("HTTPS://E.ORG/guide/autre/?q=1", "public/autre/index.html"),
    ("../../autre/", "public/autre/index.html"), ("../../page", "public/page.html"),
    ("#x", "public/sec/b/index.html#x"),
    ("/guide/sec/%C3%A9t%C3%A9-1/", "public/sec/été-1/index.html"),
    ("/guide/sec/été-1/#%C3%A9", "public/sec/été-1/index.html#é"),
    ("/guide/img/logo.png", "public/img/logo.png"), ("/guide/img/Logo.png", "rien /img/Logo.png → /guide/img/logo.png"),
    ("/guide/autres/", "rien /autres/ → /guide/autre/"), ("../c/?x#y", "rien /sec/c/ → ../b/?x#y"),
    ("/autre-site/x/", "ailleurs"), ("data:text/plain,x", "ailleurs"), (" /guide/autre/ ", "public/autre/index.html"),
    ("../../../../../guide/autre/", "public/autre/index.html"), ("/../guide/page", "public/page.html"),
    ("/autre/#x", "rien /autre/ → /guide/autre/#x"), ("/img/logo.png", "rien /img/logo.png → /guide/img/logo.png"),
    ("/guide/tout/autre/chose/", "rien /tout/autre/chose/"), ("/guide/autre/#:~:text=x", "public/autre/index.html#"),
  ]) func `from a generated page`(address: String, expected: String) throws {
    #expect(try found(address, from: "public/sec/b/index.html") == expected)
  }

  @Test func `the base element counts`() throws {
    #expect(try found("autre/", from: "public/sec/b/index.html", base: "/guide/") == "public/autre/index.html")
    #expect(try found("autre/", from: "public/sec/b/index.html", base: "https://example.com/") == "ailleurs")
    #expect(try found("#x", from: "public/sec/b/index.html", base: "/guide/") == "ailleurs")
  }

  @Test(arguments: [
    ("https://example.com/x", "ailleurs"), ("{{< ref \"x\" >}}", "ailleurs"), ("#x", "content/sec/b.md#x"),
    ("../a.md", "content/a.md"), ("../a", "content/a.md"), ("../lot", "content/lot/index.md"),
    ("../lot/plan.png", "content/lot/plan.png"), ("%C3%89t%C3%A9%201.md#y", "content/sec/Été 1.md#y"),
    ("/sec/b.md", "content/sec/b.md"), ("/sec/b/", "content/sec/b.md"), ("/autre/", "content/a.md"),
    ("/guide/autre/", "content/a.md"), ("/vieux/", "content/a.md → /autre/"),
    ("/guide/vieux/#x", "content/a.md → /guide/autre/#x"), ("/en/a/", "content/a.en.md"),
    ("/img/logo.png", "static/img/logo.png"), ("/vide/x/", "content/vide/x"), ("/tags/x/", "ailleurs"),
    ("../../autre/", "content/a.md"), ("../../../autre/", "ailleurs"), ("/index.xml", "ailleurs"),
    ("/", "content/_index.md"),
    ("brouillon.md", "content/sec/brouillon.md draft /sec/brouillon/"),
    ("/guide/sec/brouillon/#x", "content/sec/brouillon.md draft /sec/brouillon/"),
    ("jamais", "content/sec/jamais.md never /sec/jamais/"),
    ("/sec/c/", "rien /sec/c/ → /sec/b/"), ("c.md", "rien /sec/b/c.md → b.md"), ("/img/logo.svg", "rien /img/logo.svg"),
  ]) func `from a source page`(address: String, expected: String) throws {
    #expect(try found(address, from: "content/sec/b.md") == expected)
  }

  @Test(arguments: [
    ("/a/", "content/fr/a.md"), ("/b/", "content/fr/b.md"), ("/en/b/", "content/en/c.md"), ("/c/", "rien /c/ → "),
    ("../../../a/", "content/fr/a.md"),
  ]) func `a path from the top is one of the page's own language`(address: String, expected: String) throws {
    let tree = memoryTree([
      "hugo.toml":
        "defaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\ncontentDir = 'content/fr'\n[languages.en]\ncontentDir = 'content/en'\n",
      "content/fr/a.md": "", "content/fr/b.md": "", "content/en/a.md": "", "content/en/b.md": "---\nslug: x\n---\n",
      "content/en/c.md": "---\nslug: b\n---\n",
    ])
    let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
    switch index.target(of: address, from: "content/fr/b.md", frontMatter: nil) {
    case .file(let path, nil): #expect(path == expected)
    case .missing(let path, let nearest): #expect("rien \(path) → \(nearest ?? "")" == expected)
    case let other: Issue.record("\(other)")
    }
  }

  /// Hugo 0.168 makes these addresses of them by its embedded render hooks.
  @Test(arguments: [
    ("/aide/demande", "content/_index.fr.md", "content/aide/demande.fr.md"),
    ("aide/demande", "content/_index.en.md", "content/aide/demande.en.md"),
    ("/Aide/Demande.md", "content/_index.fr.md", "content/aide/demande.fr.md"),
    ("formulaire", "content/aide/demande.en.md", "content/aide/formulaire.en.md"),
    ("../contact", "content/aide/demande.fr.md", "content/contact/index.fr.md"),
    ("../Aide.md", "content/contact/index.en.md", "content/aide/_index.en.md"),
    ("../img/logo.png", "content/aide/demande.fr.md", "assets/img/logo.png"),
    ("img/logo.png", "content/aide/demande.fr.md", "assets/img/logo.png"),
    ("/img/logo.png", "content/_index.en.md", "assets/img/logo.png"), ("/img/non.png", "content/_index.fr.md", nil),
    ("/aide/demandes", "content/_index.fr.md", nil), ("/fiches/un/", "content/_index.fr.md", "ailleurs"),
    ("fiches/un", "content/_index.en.md", "ailleurs"), ("/en/fiches/un/", "content/_index.fr.md", "ailleurs"),
  ]) func `paths of pages and assets in several languages`(address: String, page: String, expected: String?) throws {
    let tree = memoryTree([
      "hugo.toml": "defaultContentLanguage = 'fr'\n[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n",
      "content/_index.fr.md": "", "content/_index.en.md": "", "content/aide/_index.en.md": "",
      "content/aide/demande.fr.md": "---\nslug: demander\n---\n",
      "content/aide/demande.en.md": "---\nslug: apply\n---\n", "content/aide/formulaire.fr.md": "",
      "content/aide/formulaire.en.md": "", "content/contact/index.fr.md": "", "content/contact/index.en.md": "",
      "content/fiches/_content.gotmpl": "", "assets/img/logo.png": "",
    ])
    let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
    switch index.target(of: address, from: page, frontMatter: nil) {
    case .file(let path, nil): #expect(path == expected)
    case .elsewhere:
      #expect(expected == "ailleurs")
      #expect(index.reference("une-fiche", from: page) == .elsewhere)
    case .missing(_, let nearest):
      #expect(expected == nil)
      #expect(nearest == (address == "/aide/demandes" ? "/aide/demande" : nil))
    case let other: Issue.record("\(other)")
    }
  }

  /// The answers are those of Hugo 0.168.
  @Test(arguments: [
    ("../ecole.md", "content/vie/ecole.md"), ("../ecole", nil), ("ecole.md", "content/vie/ecole.md"),
    ("./ecole", "content/vie/ecole.md"), ("../../aide.md", "content/aide/_index.md"),
    ("../../aide", "content/aide/_index.md"), ("../aide.md", nil), ("../aide", "content/aide/_index.md"),
    ("../../contact/index.md", "content/contact/index.md"), ("../contact", "content/contact/index.md"),
    ("/vie/ecole", "content/vie/ecole.md"), ("../sport/index.md", "content/vie/sport/index.md"),
  ]) func `references from a page that has a folder of its own`(reference: String, expected: String?) throws {
    let paths = ["_index", "aide/_index", "contact/index", "vie/_index", "vie/ecole", "vie/sport/index"]
    let pages = paths.map { ("content/\($0).md", "") }
    let tree = memoryTree(Dictionary(pages + [("hugo.toml", "")]) { $1 })
    let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
    switch index.reference(reference, from: "content/vie/sport/index.md") {
    case .page(let path): #expect(path == expected)
    case .missing: #expect(expected == nil)
    case let other: Issue.record("\(other)")
    }
  }

  @Test func `assets without a hook are at the addresses that templates give them`() throws {
    for (settings, isFound) in [("", false), ("[markup.goldmark.renderHooks.image]\nuseEmbedded = 'fallback'", true)] {
      let tree = memoryTree([
        "hugo.toml": settings, "content/_index.md": "", "assets/img/logo.png": "", "public/index.html": "",
      ])
      let index = SiteIndex(try #require(try Site.find(from: "", in: tree)), tree: tree)
      for address in ["img/logo.png", "/img/logo.png"] {
        let target = index.target(of: address, from: "content/_index.md", frontMatter: nil)
        #expect((target == .file("assets/img/logo.png", fragment: nil)) == isFound)
      }
    }
  }

  @Test func `a page outside the content is left alone`() throws {
    #expect(try found("x.md", from: "README.md") == "ailleurs")
  }

  /// The expected anchors are those of Hugo 0.168.
  @Test(arguments: [
    ("Les pièces", "les-pièces"), (" A : été ! ", "a--été-"), ("L’Œuvre d'art", "lœuvre-dart"),
    ("a_b - c.d", "a_b---cd"),
    ("É\u{A0}!", "é"), ("code 1.2", "code-12"), ("a  b", "a--b"), ("a\tb", "ab"), ("???", "heading"),
  ]) func `anchors of headings`(text: String, anchor: String) {
    var ids = HeadingIDs()
    #expect(ids.id(for: text) == anchor)
    #expect(ids.id(for: text) == anchor + "-1")
  }

  @Test func `anchors without accents`() {
    var ids = HeadingIDs(.githubASCII)
    #expect(ids.id(for: "Été à l’œuvre") == "ete-a-luvre")
    ids.take("pris")
    #expect(ids.id(for: "Pris") == "pris-1")
  }

  private func anchors(_ page: String) -> [String] {
    MarkdownReader.read(SourceText(page)).namedPlaces(nil).map(\.id)
  }

  /// The expected anchors are those of Hugo 0.168.
  @Test(arguments: [
    ("## Lien [vers](/a/) et <https://x.fr>", "lien-vers-et"),
    ("## Nu https://exemple.fr/page et www.exemple.fr fin", "nu--et--fin"),
    ("## Emoji :smile: et 10:30:40", "emoji-smile-et-103040"),
    ("## Un &nbsp;: deux &amp; trois&#8239;? &eacute;té", "un--deux--trois8239-été"),
    ("## [![Alt](/p.png)](/b/) <span>x</span> `a b-c`", "alt-x-a-b-c"),
    ("## Titre[^1] -- l'été --- fin", "titre--lété--fin"),
    ("Deux lignes\nde titre : ici\n===", "de-titre--ici"), ("Dur  \nbrisé\n---", "brisé"),
    ("## İstanbul ẞ", "istanbul-ß"), ("## T {id=\"z\"}", "z"), ("## **Gras**{#gras}", "gras"),
  ]) func `anchors of headings in pages`(page: String, anchor: String) {
    #expect(anchors(page).last == anchor)
  }

  @Test func `an empty heading has no anchor, and the ids of HTML are not counted`() {
    #expect(anchors("## \n\n## ![](/x.png)\n\n## A\n") == ["a"])
    #expect(anchors("<a id=\"un\"></a>\n\n## Un\n") == ["un", "un"])
  }

  @Test func `ids in attributes of blocks`() {
    let page = "A.\n{.lead #intro}\n\n- b\n{#liste}\n\n| A |\n|---|\n| b |\n{.x #tarifs}\n\n```sh {#code}\nx\n```\n"
    #expect(MarkdownReader.read(SourceText(page)).anchors(nil) == ["intro", "liste", "tarifs", "code"])
  }

  @Test func `what texts aim at`() {
    var found: Set<UInt32> = []
    MentionedAnchors.insert(
      from: Array("[a](/x/#le-co%C3%BBt--) {{< ref \"b.md#été-1\" >}} ## T {#non} &#8239;".utf8), into: &found)
    #expect(found == Set(["le-coût--", "été-1"].map { MentionedAnchors.hash(ofAnchor: $0) }))
  }
}
