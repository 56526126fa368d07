import RelireModel
import RelireRules
import Testing

@testable import RelireEngine

/// Anchors of headings that corrections would change, in sites of Hugo.
@Suite struct KeptAnchorsTests {
  private let folder = TemporaryFolder()

  private func fix(
    _ pages: [String: String], _ settings: String = "", isUnsafe: Bool = false
  ) -> Fixer.SiteOutcome {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n" + settings)
    for (name, text) in pages { folder.write("content/" + name, "---\ntitle: Une page\n---\n" + text) }
    var options = Fixer.Options()
    options.isUnsafe = isUnsafe
    let linter = Linter(paths: [folder.path], threads: 1)
    return Fixer(linter, options).run(mode: .write)
  }

  private func page(_ name: String) -> String {
    (folder.text("content/" + name) ?? "").replacing("---\ntitle: Une page\n---\n", with: "")
  }

  @Test func `what the page links to keeps its anchor`() {
    let outcome = fix(["a.md": "Voir [le coût](#le-coût--total-).\n\n## Le coût : total ?\n\n## L'été : 2024\n"])
    #expect(
      page("a.md") == "Voir [le coût](#le-coût--total-).\n\n## Le coût\u{A0}: total\u{202F}? {#le-coût--total-}\n\n"
        + "## L’été\u{A0}: 2024\n")
    #expect(outcome.pages.map(\.keptAnchorCount) == [1])
    #expect(outcome.pages.map(\.changedAnchorCount) == [1])
    #expect(outcome.pages.allSatisfy { $0.refusals.isEmpty })
  }

  @Test func `what another page or a template links to keeps its anchor`() {
    folder.write("layouts/baseof.html", "<a href=\"/a/#l%C3%A9t%C3%A9--2024\">x</a>")
    _ = fix([
      "a.md": "## Le coût : total ##\n\n> L'été : 2024\n> -----\n\n## Un : deux\n",
      "b.md": "Voir {{< ref \"a.md#le-coût--total\" >}}.\n",
    ])
    #expect(
      page("a.md") == "## Le coût\u{A0}: total ## {#le-coût--total}\n\n> L’été\u{A0}: 2024 {#lété--2024}\n> -----\n\n"
        + "## Un\u{A0}: deux\n")
  }

  @Test func `headings that are numbered`() {
    _ = fix(["a.md": "[b](#un--deux-1)\n\n## Un : deux\n\n## Un : deux\n"])
    #expect(page("a.md").contains("\n\n## Un\u{A0}: deux\n\n## Un\u{A0}: deux {#un--deux-1}\n"))
  }

  @Test func `other letters`() {
    _ = fix(["a.md": "[b](#etat-civil)\n\n## Etat civil\n"], isUnsafe: true)
    #expect(page("a.md").hasSuffix("## État civil {#etat-civil}\n"))
  }

  @Test func `a heading that cannot have attributes stays as it is`() {
    let text = "[b](#un--deux) : c\n\n## Un : deux\n"
    let outcome = fix(["a.md": text], "[markup.goldmark.parser.attribute]\ntitle = false\n")
    #expect(page("a.md") == "[b](#un--deux)\u{A0}: c\n\n## Un : deux\n")
    #expect(outcome.pages.flatMap(\.refusals).map(\.reason) == [.losesAnchor])
  }

  @Test func `a heading that has attributes gets one more`() {
    _ = fix(["a.md": "[b](#un--deux) [c](#trois--quatre)\n\n## Un : deux {.c}\n\n**Trois** : quatre {.d}\n---\n"])
    #expect(
      page("a.md").hasSuffix("## Un\u{A0}: deux {.c #un--deux}\n\n**Trois**\u{A0}: quatre {.d #trois--quatre}\n---\n"))
  }

  @Test func `a second run has nothing more to do`() {
    let pages = ["a.md": "[b](#le-coût--total-)\n\n## Le coût : total ?\n"]
    _ = fix(pages)
    let once = page("a.md")
    let again = Fixer(Linter(paths: [folder.path], threads: 1)).run(mode: .write)
    #expect(again.changedPageCount == 0)
    #expect(page("a.md") == once)
  }

  @Test func `a page of HTML keeps its front matter`() {
    folder.write("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n")
    folder.write(
      "content/b.html", "---\ntitle: Un titre ?\ndescription: L'eau.\n---\n<p>L'eau : {{< icone \"x\" >}}</p>\n")
    _ = Fixer(Linter(paths: [folder.path], threads: 1)).run(mode: .write)
    #expect(
      folder.text("content/b.html")
        == "---\ntitle: Un titre\u{202F}?\ndescription: L’eau.\n---\n<p>L’eau\u{A0}: {{< icone \"x\" >}}</p>\n")
  }
}
