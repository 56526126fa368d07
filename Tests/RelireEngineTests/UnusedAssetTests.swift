import RelireModel
import RelireRules
import Testing

@testable import RelireEngine

@Suite struct UnusedAssetTests {
  private let folder = TemporaryFolder()

  private func unused(_ paths: [String] = [""]) -> [String] {
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.settings.rules = ["all": .off, UnusedAsset.id.description: .severity(.info)]
    return Linter(configuration: configuration, paths: paths.map { folder($0) }, threads: 1).run().diagnostics
      .map { "\($0.path.dropFirst(folder.path.count + 1)):\($0.range.start.line) \($0.severity)" }
  }

  private func write(template: String = "<img src=/img/logo.png>") {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\n[params]\nportrait = 'img/portrait.jpg'\n")
    folder.write("layouts/_default/single.html", template)
    folder.write(
      "content/_index.md", "---\ntitle: Accueil\nimage: couverture.png\n---\n![Un plan](/img/mon%20plan.png)\n")
    folder.write(
      "content/lot/index.md", "---\ntitle: Lot\n---\n[Texte](texte.pdf) {{< carte fichier=\"carte.svg\" >}}\n")
    folder.write("public/index.html", "<!doctype html><title>Accueil</title><p><img alt=\"\" src=/img/vu.png>")
    folder.write(
      "static/css/style.css", "@font-face { src: url(../fonts/a.woff2) }\nbody { background: url('fond clair.png') }\n")
    for name in [
      "static/img/logo.png", "static/img/portrait.jpg", "static/img/couverture.png", "static/img/mon plan.png",
      "static/img/vu.png", "static/img/fond clair.png", "static/img/oubli.png", "static/fonts/a.woff2",
      "static/fonts/b.woff2",
      "static/favicon.ico", "static/robots.txt", "static/.well-known/x", "static/.DS_Store", "public/img/vu.png",
      "content/lot/texte.pdf", "content/lot/carte.svg", "content/lot/oubli.pdf", "assets/img/oubli.jpg",
    ] { folder.write(name, "x") }
    folder.write("layouts/partials/tete.html", "<link href=/css/style.css>")
  }

  @Test func `mounted files are the site's own, unless a tool brought them`() {
    folder.write(
      "hugo.toml",
      """
      baseURL = 'https://e.org/'
      [[module.mounts]]
      source = 'images'
      target = 'assets/img'
      [[module.mounts]]
      source = 'node_modules/icones'
      target = 'assets/icones'
      """)
    folder.write("content/_index.md", "---\ntitle: Accueil\n---\n")
    for name in ["images/oubli.png", "node_modules/icones/a.svg", "assets/ailleurs.png"] { folder.write(name, "x") }
    folder.write("layouts/_default/single.html", "")
    #expect(unused() == ["images/oubli.png:1 info"])
  }

  @Test func `a file that nothing names`() {
    write()
    #expect(
      unused() == [
        "assets/img/oubli.jpg:1 info", "content/lot/oubli.pdf:1 info", "static/fonts/b.woff2:1 info",
        "static/img/oubli.png:1 info",
      ])
  }

  @Test func `what templates choose by themselves is left alone`() {
    write(
      template: "{{ range .Resources }}{{ end }}{{ range resources.Match \"*.jpg\" }}{{ end }}<img src=/img/logo.png>")
    #expect(unused() == ["static/fonts/b.woff2:1 info", "static/img/oubli.png:1 info"])
  }

  @Test func `nothing is said unless the whole site is checked`() {
    write()
    #expect(unused(["content"]) == [])
  }
}
