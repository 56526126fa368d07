import RelireModel
import RelireRules
import Testing

@testable import RelireEngine

/// What links from elsewhere lose by a change, with real Git.
@Suite struct RemovedAnchorTests {
  private let tree = TestRepository()

  private func told(since revision: String = "HEAD") throws -> [String] {
    let linter = Linter(paths: [tree.folder.path], threads: 1)
    let result = try linter.run(ChangeScope(.since(revision)), in: try #require(tree.repository))
    return result.diagnostics.filter { $0.rule == RemovedAnchor.id }.map { diagnostic in
      let anchor = diagnostic.message.french.firstRange(of: "#").map { range in
        diagnostic.message.french[range.lowerBound...].prefix { $0 != "`" }
      }
      let added = diagnostic.fix?.edits.first.map { " +" + $0.text } ?? ""
      return "\(Path.name(diagnostic.path)):\(diagnostic.range.start.line) \(anchor ?? "?")\(added)"
    }
  }

  private func commit(_ page: String) {
    tree.commit("hugo.toml", "baseURL = 'https://e.org/'\ndefaultContentLanguage = 'fr'\n")
    tree.commit("content/a.md", "---\ntitle: Une page\n---\n" + page)
  }

  private func write(_ page: String) { tree.folder.write("content/a.md", "---\ntitle: Une page\n---\n" + page) }

  @Test func `a heading that is worded otherwise`() throws {
    commit("## Étapes\n\nTexte.\n\n## Pièces à fournir\n\n## Délais\n")
    write("## Étapes\n\nTexte.\n\n## Les pièces\n\n## Délais\n")
    #expect(try told() == ["a.md:8 #pièces-à-fournir + {#pièces-à-fournir}"])
    write("## Étapes\n\nTexte.\n\n## Les pièces {#pièces-à-fournir}\n\n## Délais\n")
    #expect(try told() == [])
  }

  @Test func `a heading that is gone, and one that moved`() throws {
    commit("## Étapes\n\n## Pièces\n\n## Délais\n")
    write("## Délais\n\n## Étapes\n")
    #expect(try told() == ["a.md:2 #pièces"])
  }

  @Test func `a name that was written out`() throws {
    commit("## Étapes {#e}\n\n<a id=\"ici\"></a>\n\nTexte.\n")
    write("## Étapes {#f}\n\nTexte.\n")
    #expect(try told() == ["a.md:2 #ici", "a.md:4 #e"])
  }

  @Test func `a page by another name keeps its anchors, a new one has none to lose`() throws {
    commit("## Étapes\n\nTexte assez long pour que Git reconnaisse la page sous son nouveau nom.\n\n## Délais\n")
    tree.git("mv", "content/a.md", "content/b.md")
    tree.folder.write(
      "content/b.md",
      "---\ntitle: Une page\n---\n## Étapes\n\nTexte assez long pour que Git reconnaisse la page sous son nouveau nom.\n\n## Délai\n"
    )
    tree.folder.write("content/c.md", "---\ntitle: Autre\n---\n## Neuf\n")
    tree.git("add", "content")
    #expect(try told() == ["b.md:8 #délais + {#délais}"])
  }

  @Test func `drafts and shortcodes are left alone`() throws {
    tree.commit("content/d.md", "---\ntitle: D\ndraft: true\n---\n## Étapes\n")
    commit("## Étapes\n")
    tree.folder.write("content/d.md", "---\ntitle: D\n---\n## Autres\n")
    write("## Autres\n\n{{< sommaire >}}\n")
    #expect(try told() == [])
  }

  @Test func `from where the branches parted`() throws {
    commit("## Étapes\n")
    tree.git("tag", "depuis")
    tree.commit("content/a.md", "---\ntitle: Une page\n---\n## Les étapes\n")
    #expect(try told() == [])
    #expect(try told(since: "depuis") == ["a.md:4 #étapes + {#étapes}"])
  }

  @Test func `what the page asks to be left alone, which is never called unused`() throws {
    let ignore = "<!-- relire-ignore-file links/removed-anchor -->\n\n"
    commit(ignore + "## Étapes\n\n## Pièces\n")
    let pages = Linter(paths: [tree.folder.path], threads: 1).run().diagnostics
    #expect(pages.allSatisfy { $0.rule.family != "suppressions" })
    write(ignore + "## Étapes\n\n## Les pièces\n")
    #expect(try told() == [])
    write("## Étapes\n\n## Les pièces\n")
    #expect(try told() == ["a.md:6 #pièces + {#pièces}"])
  }
}
