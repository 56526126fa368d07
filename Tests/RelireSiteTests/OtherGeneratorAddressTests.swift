import RelireDocuments
import Testing

@testable import RelireSite

@Suite struct OtherGeneratorAddressTests {
  /// Where a source of a built site is published.
  private func published(
    _ source: String, _ frontMatter: String = "", files: [String: String], content: [String] = []
  ) -> String? {
    var files = files.mapValues { $0 }
    files[source] = frontMatter.isEmpty ? "Texte\n" : "---\n\(frontMatter)\n---\nTexte\n"
    let tree = memoryTree(files)
    let index = SiteIndex(Site(root: "", content: content, published: ["_site"], in: tree), tree: tree)
    return index.sourcesOfPublishedPages().filter { $0.value == source && files[$0.key] != nil }.keys.sorted().first
  }

  /// The expected files are those of Jekyll 4.3.
  @Test(arguments: [
    ("", "a.md", "", "a.html"), ("permalink: pretty", "a.md", "", "a/index.html"), ("", "index.md", "", "index.html"),
    ("", "b/index.md", "", "b/index.html"), ("", "b/c.md", "permalink: /d/", "d/index.html"),
    ("", "b/c.md", "permalink: /d.html", "d.html"),
    ("", "_posts/2024-01-02-un-titre.md", "", "2024/01/02/un-titre.html"),
    ("permalink: pretty", "_posts/2024-01-02-un-titre.md", "", "2024/01/02/un-titre/index.html"),
    ("permalink: ordinal", "_posts/2024-03-02-un-titre.md", "", "2024/062/un-titre.html"),
    ("permalink: none", "_posts/2024-01-02-un-titre.md", "", "un-titre.html"),
    (
      "permalink: /:categories/:title/", "_posts/2024-01-02-un-titre.md", "categories: [vie, fetes]",
      "vie/fetes/un-titre/index.html"
    ),
    ("permalink: /n/:slug.html", "_posts/2024-01-02-un-titre.md", "slug: autre", "n/autre.html"),
    ("", "vie/_posts/2024-01-02-x.md", "date: 2024-05-06", "vie/2024/05/06/x.html"),
    ("collections: {fiches: {output: true}}", "_fiches/p/a.md", "", "fiches/p/a.html"),
    ("collections: {fiches: {output: true, permalink: /f/:name/}}", "_fiches/a.md", "", "f/a/index.html"),
  ])
  func jekyll(_ configuration: String, _ source: String, _ frontMatter: String, _ file: String) {
    #expect(
      published(
        source, frontMatter, files: ["_config.yml": configuration + "\n", "_site/" + file: "", "_site/autre.html": ""])
        == "_site/" + file)
  }

  @Test(arguments: [
    ("a.md", "", "a/index.html"), ("index.md", "", "index.html"), ("b/b.md", "", "b/index.html"),
    ("b/2024-01-02-c.md", "", "b/c/index.html"), ("b/c.md", "permalink: d.html", "d.html"),
    ("b/c.md", "permalink: \"/e/{{ page.fileSlug }}/\"", "e/c/index.html"),
    ("b/c.md", "title: L’été\npermalink: \"/{{ title | slugify }}/\"", "l-ete/index.html"),
  ])
  func eleventy(_ source: String, _ frontMatter: String, _ file: String) {
    #expect(
      published(
        "src/" + source, frontMatter,
        files: [
          "eleventy.config.js": "return { dir: { input: 'src' } }", "_site/" + file: "", "_site/x/index.html": "",
        ])
        == "_site/" + file)
  }

  @Test(arguments: [
    ("a.md", "a.html"), ("a.md", "a/index.html"), ("Été 1/Le Prêt.md", "ete-1/le-pret.html"), ("A b.md", "A b.html"),
  ])
  func plain(_ source: String, _ file: String) {
    #expect(
      published("t/" + source, files: ["_site/" + file: "", "_site/z.html": ""], content: ["t"]) == "_site/" + file)
  }

  @Test func aPageThatIsNotPublishedHasNoAddress() {
    #expect(published("a.md", "permalink: false", files: ["_config.yml": "", "_site/a.html": ""]) == nil)
  }

  @Test func sourcesAndPagesMayShareAFolder() throws {
    let tree = memoryTree([
      "d/a.md": "", "d/a.html": "", "d/b/index.md": "", "d/b/index.html": "", "d/_includes/c.html": "",
    ])
    let site = Site(root: "", content: ["d"], published: ["d"], in: tree)
    #expect(SiteIndex(site, tree: tree).sourcesOfPublishedPages()["d/a.html"] == "d/a.md")
    #expect(SiteIndex(site, tree: tree).sourcesOfPublishedPages()["d/b/index.html"] == "d/b/index.md")
    #expect(site.isPublished("d/a.html"))
    #expect(!site.isPublished("d/a.md"))
    #expect(site.page("d/a.md") != nil)
    #expect(site.page("d/a.html") == nil)
  }

  /// As from a page of a site that is published below `/j/`.
  @Test(arguments: [
    ("b.md", "b.md"), ("b.html", "b.md"), ("/j/b.html", "b.md"), ("/b.html", "b.md"), ("/p/", "c/d.md"),
    ("c/d.md", "c/d.md"),
    ("{{ site.baseurl }}/x", "-"), ("{% link x.md %}", "-"), ("x.md", "rien"), ("x.html", "rien"),
    ("i/p.png", "i/p.png"),
    ("https://e.org/j/b.html", "b.md"), ("https://e.org/autre/", "-"), ("/j/ancien/", "b.md"),
    ("feed.xml", "_site/feed.xml"),
  ])
  func linksOfSources(_ address: String, _ expected: String) throws {
    let tree = memoryTree([
      "_config.yml": "url: https://e.org\nbaseurl: /j\n", "a.md": "", "b.md": "---\nredirect_from: /ancien/\n---\n",
      "c/d.md": "---\npermalink: /p/\n---\n", "i/p.png": "", "_site/a.html": "", "_site/b.html": "",
      "_site/p/index.html": "",
      "_site/feed.xml": "",
    ])
    let index = SiteIndex(Site(root: "", content: [], published: ["_site"], in: tree), tree: tree)
    let found =
      switch index.target(of: address, from: "a.md", frontMatter: nil) {
      case .elsewhere: "-"
      case .file(let path, _), .redirected(let path, _), .unpublished(let path, _, _): path
      case .missing: "rien"
      }
    #expect(found == expected)
  }

  @Test func withoutGeneratedPagesOnlySourcesAreMissed() {
    let tree = memoryTree(["a.md": ""])
    let index = SiteIndex(Site(root: "", content: [], published: ["_site"], in: tree), tree: tree)
    for (address, isMissing) in [("b.md", true), ("b.html", false), ("/b/", false)] {
      let target = index.target(of: address, from: "a.md", frontMatter: nil)
      #expect((target == .elsewhere) != isMissing, "\(address)")
    }
  }
}
