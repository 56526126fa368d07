import RelireModel
import Testing

@testable import RelireEngine

/// What generated pages show is told at the line of their source, or once as their template's.
@Suite struct ProvenanceTests {
  private let folder = TemporaryFolder()

  /// A site of three pages as Hugo would generate it by the theme `simple`.
  private func write(_ pages: [(name: String, markdown: String, html: String)]) {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\ntheme = 'simple'\n")
    folder.write("themes/simple/layouts/_default/single.html", "<h1>{{ .Title }}</h1>{{ .Content }}")
    folder.write("themes/simple/layouts/partials/pied.html", "<p class=\"pied de page\">Fin: merci</p>")
    for page in pages {
      let title = page.name.prefix(1).uppercased() + page.name.dropFirst()
      folder.write("content/\(page.name).md", "---\ntitle: \(title) d'essai\n---\n\(page.markdown)")
      folder.write(
        "public/\(page.name)/index.html",
        """
        <!doctype html><html lang=fr><head><meta charset=utf-8><title>\(title) d'essai</title></head><body>
        <nav><ul><li><a href=/un/>Un d'essai</a></li><li><a href=/deux/>Deux d'essai</a></li></ul></nav>
        <main><h1>\(title) d'essai</h1>\(page.html)</main>
        <p class="pied de page">Fin: merci</p></body></html>
        """)
    }
  }

  private func run(_ paths: [String] = [""], threads: Int = 2, rules: [String]) -> [Diagnostic] {
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.settings.rules = ["all": .off]
    for rule in rules { configuration.settings.rules[rule] = .severity(.warning) }
    return Linter(configuration: configuration, paths: paths.map { folder($0) }, threads: threads).run().diagnostics
  }

  /// `un.md:5 origin`
  private func told(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let path = diagnostic.path.dropFirst(folder.path.count + 1)
      let origin =
        switch diagnostic.origin {
        case nil: ""
        case .source(let page): " ← " + page.dropFirst(folder.path.count + 1)
        case .template(let pages, let file): " modèle ×\(pages) \(file ?? "?")"
        }
      return "\(path):\(diagnostic.range.start.line)\(origin)"
    }
  }

  @Test func `a fault of the text is told once, where it is written`() {
    write([
      ("un", "\nUn mot: deux.\n", "<p>Un mot: deux.</p>"), ("deux", "\nRien.\n", "<p>Rien.</p>"),
      ("trois", "\nUne **fin** ; oui: non\n", "<p>Une <strong>fin</strong> ; oui: non</p>"),
    ])
    #expect(
      told(run(rules: ["typography/space-before-colon"])) == [
        "content/trois.md:5", "content/un.md:5",
        "public/deux/index.html:4 modèle ×3 themes/simple/layouts/partials/pied.html",
      ])
  }

  @Test func `a title that menus repeat is told where it is written`() {
    write([("un", "\nRien.\n", "<p>Rien.</p>"), ("deux", "\nRien non plus.\n", "<p>Rien non plus.</p>")])
    #expect(told(run(rules: ["typography/apostrophe"])) == ["content/deux.md:2", "content/un.md:2"])
  }

  @Test func `a dead anchor is told once, at its own link`() {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n")
    folder.write("content/c.md", "---\ntitle: C\n---\n## Objet\n")
    folder.write("content/d.md", "---\ntitle: D\nslug: autre\n---\n{{< tarif >}}\n")
    folder.write(
      "content/b.md",
      "---\ntitle: B\n---\n[le guide](/c/#objet)\n[le guide](/c/#absent)\n\n[l’objet]({{< relref \"c#objet\" >}})\n[le coût]({{< relref \"c#cout\" >}})\n\n[le prix](/d/#non)\n"
    )
    let head = "<!doctype html><html lang=fr><head><meta charset=utf-8><title>B</title></head><body><main><h1>B</h1>"
    folder.write("public/c/index.html", head + "<h2 id=objet>Objet</h2></main></body></html>")
    folder.write(
      "public/b/index.html",
      head + "<p><a href=/c/#objet>le guide</a>\n<a href=/c/#absent>le guide</a></p>\n"
        + "<p><a href=/c/#objet>l’objet</a>\n<a href=/c/#cout>le coût</a></p>\n"
        + "<p><a href=/autre/#non>le prix</a></p></main></body></html>")
    folder.write("public/autre/index.html", head + "</main></body></html>")
    #expect(
      told(run(rules: ["links/missing-anchor", "hugo/invalid-reference"])) == [
        "content/b.md:5", "content/b.md:8", "content/b.md:10 ← public/b/index.html",
      ])
  }

  @Test func `generated pages alone are told by their sources`() {
    write([("un", "\nUn mot: deux.\n", "<p>Un mot: deux.</p>"), ("deux", "\nRien.\n", "<p>Rien.</p>")])
    #expect(
      told(run(["public"], rules: ["typography/space-before-colon"])) == [
        "content/un.md:5 ← public/un/index.html",
        "public/deux/index.html:4 modèle ×2 themes/simple/layouts/partials/pied.html",
      ])
  }

  @Test func `elements are told at their counterparts`() {
    write([
      ("un", "\nTexte.\n\n##\n\n![](a.png)\n", "<p>Texte.</p><h2></h2><p><img src=/a.png></p>"),
      ("deux", "\nRien.\n", "<p>Rien.</p><footer><img src=/x.png class=logo></footer>"),
      ("trois", "\nRien là.\n", "<p>Rien là.</p><footer><img src=/y.png class=logo></footer>"),
    ])
    #expect(told(run(rules: ["headings/empty"])) == ["content/un.md:7"])
    #expect(
      told(run(rules: ["images/missing-alternative"])) == [
        "content/un.md:9 ← public/un/index.html", "public/deux/index.html:3 modèle ×2 ?",
      ])
  }

  @Test func `a picture of the template that follows a page's description is not the page's`() {
    func html(_ text: String) -> String { "<img src=/logo.png alt=Logo class=marque>" + text }
    write([
      ("un", "", html("")), ("deux", "\nRien.\n", html("<p>Rien.</p>")),
      ("trois", "\nNon plus.\n", html("<p>Non plus.</p>")),
    ])
    #expect(told(run(rules: ["images/redundant-alternative"])) == ["public/deux/index.html:3 modèle ×3 ?"])
  }

  @Test func `what a page asks to be left alone is left alone on its generated page`() {
    write([
      (
        "un", "\n<!-- relire-ignore images/missing-alternative -->\n\n![](a.png)\n",
        "<p><img src=/a.png></p>"
      ), ("deux", "\nRien.\n", "<p>Rien.</p>"),
    ])
    #expect(told(run(rules: ["images/missing-alternative"])) == [])
  }

  @Test func `the order of pages and threads plays no part`() {
    write((0..<30).map { ("p\($0)", "\nMot \($0): deux.\n", "<p>Mot \($0): deux.</p><p class=x>Fixe: ici</p>") })
    let one = run(threads: 1, rules: ["all"])
    #expect(one.contains { $0.origin == .template(pages: 30, file: nil) })
    for _ in 0..<3 { #expect(run(threads: 4, rules: ["all"]) == one) }
  }
}
