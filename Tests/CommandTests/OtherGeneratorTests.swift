import Foundation
import Testing

/// Sites of other generators than Hugo, told by two settings where their pages and their HTML are.
@Suite struct OtherGeneratorTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples")

  /// `index.md:9 links/missing-target`, with a template's number of pages and file.
  private func told(_ example: String, _ paths: String...) throws -> [String] {
    let scratch = Scratch(existing: Self.examples.appending(path: example))
    let outcome = try RelireProcess.run(["check", "--format", "json"] + paths, in: scratch)
    #expect(outcome.code == 1)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    return try #require(report["diagnostics"] as? [[String: Any]]).map { diagnostic in
      let start = (diagnostic["range"] as? [String: Any])?["start"] as? [String: Any]
      let origin = diagnostic["origin"] as? [String: Any]
      let template =
        origin?["kind"] as? String == "template" ? " ×\(origin?["pages"] ?? "?") \(origin?["file"] ?? "?")" : ""
      return "\(diagnostic["path"] ?? "?"):\(start?["line"] ?? "?") \(diagnostic["rule"] ?? "?")\(template)"
    }
  }

  @Test func jekyll() throws {
    #expect(
      try told("jekyll") == [
        "_posts/2026-03-01-semis-de-printemps.md:8 typography/space-before-high-punctuation",
        "_site/index.html:24 typography/unit-spacing ×1 _includes/horaires.html",
        "_site/index.html:24 typography/unit-spacing ×1 _includes/horaires.html",
        "_site/index.html:36 images/missing-alternative ×5 _layouts/default.html",
        "_site/index.html:37 typography/space-before-colon ×5 _layouts/default.html",
        "index.md:7 typography/space-before-high-punctuation",
        // As Jekyll leaves it: `outils.md` is published as `prendre-un-outil/`.
        "index.md:12 links/missing-target",
        "index.md:14 links/missing-target",
        "regles/index.md:7 links/missing-target",
        "regles/index.md:9 typography/space-before-colon",
        "regles/outils.md:8 links/missing-anchor",
        "venir.md:9 typography/guillemet-spacing", "venir.md:9 typography/guillemet-spacing",
        "venir.md:11 headings/skipped-level",
        "venir.md:13 typography/space-before-colon",
        "venir.md:17 frames/missing-name",
      ])
  }

  @Test(arguments: [[], ["pages", "sortie"]]) func eleventy(_ paths: [String]) throws {
    let told = try paths.isEmpty ? told("eleventy") : told("eleventy", paths[0], paths[1])
    #expect(
      told == [
        "pages/guide/louer.md:7 links/missing-anchor", "pages/guide/louer.md:7 links/missing-target",
        "pages/guide/louer.md:9 typography/space-before-colon",
        "pages/index.md:7 typography/space-before-high-punctuation",
        "pages/index.md:9 links/missing-target", "pages/index.md:11 links/missing-target",
        // Its address is made of its title.
        "pages/quai.md:10 typography/space-before-high-punctuation",
        "sortie/guide/louer/index.html:15 typography/space-before-colon ×4 pages/_includes/page.njk",
      ])
  }

  @Test func plainFolders() throws {
    #expect(
      try told("plain") == [
        "html/aide/prets.html:16 images/missing-alternative ×4 ?",
        "textes/aide/Prêts.md:3 typography/space-before-comma-or-period",
        // Published as `contact.html`: the title and the text tell.
        "textes/ancien-nom.md:3 typography/space-before-high-punctuation",
        "textes/index.md:3 links/missing-target", "textes/jeux.md:3 typography/space-before-colon",
      ])
  }

  @Test(arguments: [
    (["_config.yml": "source: src\n", "src/a.md": "# A\n"], "content: [\"src\"]", "public: [\"_site\"]"),
    (
      [
        ".eleventy.js": "module.exports = () => ({ dir: { input: './pages', output: \"dist\" } });",
        "pages/a.md": "# A\n",
      ],
      "content: [\"pages\"]", "public: [\"dist\"]"
    ),
    (["eleventy.config.mjs": "export default () => {};", "a.md": "# A\n"], "content: [\".\"]", "public: [\"_site\"]"),
  ])
  func initWritesBothSettings(_ files: [String: String], _ content: String, _ published: String) throws {
    let scratch = try Scratch()
    for (path, text) in files { try scratch.write(path, text) }
    #expect(try scratch.relire("init").code == 0)
    let lines = try scratch.read(".relire.yml").split(separator: "\n").map(String.init)
    #expect(lines.contains(content))
    #expect(lines.contains(published))
    // The site is not built yet.
    #expect(try scratch.relire("check", "--quiet").errors.isEmpty)
  }

  @Test func generatedPagesThatGitIgnoresAreCheckedNotCorrected() throws {
    let scratch = try Scratch()
    try scratch.write(".relire.yml", "content: [.]\npublic: [_site]\nsections: []\nrules: {page: \"off\"}\n")
    try scratch.write(".git/HEAD", "ref: refs/heads/main\n")
    try scratch.write(".gitignore", "_site/\n")
    try scratch.write("a.md", "Un mot: deux.\n")
    let html =
      "<!doctype html><html lang=fr><title>A</title><main><h1>A</h1><p>Un mot: deux.</p><img src=b.png></main></html>\n"
    try scratch.write("_site/a.html", html)
    try scratch.write("_site/b.png", "")
    try scratch.write("_layouts/l.html", "<p>{{ content }}: fin</p>\n")
    let report = try scratch.relire("check", "--quiet", "--format", "short").output
    let places = report.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(places == ["_site/a.html:1:82:", "a.md:1:7:"])
    #expect(try scratch.relire("fix").code == 0)
    #expect(try scratch.read("a.md") == "Un mot\u{A0}: deux.\n")
    #expect(try scratch.read("_site/a.html") == html)
  }
}
