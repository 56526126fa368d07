import Glibc
import RelireModel
import Testing

@testable import RelireEngine

@Suite struct DiscoveryTests {
  private let folder = TemporaryFolder()

  private func pages(_ paths: [String] = [], _ configure: (inout Configuration) -> Void = { _ in }) -> [String] {
    var configuration = Configuration()
    configuration.root = folder.path
    configure(&configuration)
    let prefix = folder.path + "/"
    return Discovery(configuration).pages(paths.map { folder($0) }).pages.map { page in
      page.path.hasPrefix(prefix) ? String(page.path.dropFirst(prefix.count)) : page.path
    }
  }

  private func fill(_ names: String...) { for name in names { folder.write(name, "x\n") } }

  @Test func findsPagesInOrderAndNothingElse() {
    fill("b.md", "a.markdown", "x/c.html", "x/d.htm", "e.txt", "f.png", "noextension")
    #expect(pages() == ["a.markdown", "b.md", "e.txt", "x/c.html", "x/d.htm"])
  }

  @Test func leavesOutWhatIsHiddenOrForeign() {
    fill("a.md", ".hidden.md", ".git/b.md", "node_modules/c.md", "themes/t/d.md", "resources/e.html")
    #expect(pages() == ["a.md"])
  }

  /// Licences and `robots.txt` are no pages of the site that they lie in; a text beside it is one.
  @Test func textsOfTheSiteAreNoPages() throws {
    fill("site/a.md", "site/robots.txt", "notes/b.txt")
    var configuration = Configuration()
    configuration.root = folder("site")
    configuration.content = ["."]
    #expect(try SiteContext.find([folder("notes")], configuration) == nil)
    let site = try #require(try SiteContext.find([folder("notes"), folder("site")], configuration))
    let found = Discovery(configuration, site).pages([folder("site"), folder("notes")])
    #expect(
      found.pages.map { $0.path.split(separator: "/").suffix(2).joined(separator: "/") } == [
        "notes/b.txt", "site/a.md",
      ])
  }

  @Test func eachFileOnce() {
    fill("x/a.md")
    folder.link("y", to: folder("x"))
    folder.link("b.md", to: folder("x/a.md"))
    #expect(pages().count == 1)
    #expect(pages(["x", "x/a.md", "x/../x"]) == ["x/a.md"])
  }

  @Test func `a file is known by its own name rather than by that of a link`() {
    fill("ro.md", "x/a.md")
    folder.link("lien.md", to: folder("ro.md"))
    folder.link("b", to: folder("x"))
    #expect(pages() == ["ro.md", "x/a.md"])
  }

  @Test func loopsEnd() {
    fill("x/a.md")
    folder.link("x/loop", to: folder.path)
    folder.link("self", to: folder("self"))
    #expect(pages() == ["x/a.md"])
  }

  @Test func whatGitIgnoresIsLeftOut() {
    fill(".git/HEAD", "a.md", "x/b.md", "x/keep.md", "out/c.html", "x/.gitignore", "y/z/d.md")
    folder.write(".gitignore", "out/\n/y/*\n")
    folder.write("x/.gitignore", "*.md\n!keep.md\n")
    #expect(pages() == ["a.md", "x/keep.md"])
    // What is asked for by name is checked all the same.
    #expect(pages(["out"]) == ["out/c.html"])
    #expect(pages(["x/b.md"]) == ["x/b.md"])
  }

  /// They are checked with the rest, and corrected only where they are asked for.
  @Test(arguments: [(["."], false), (["public"], true), (["public/b.html", "a.md"], true)])
  func generatedPagesAreCorrectedOnlyByName(_ paths: [String], _ isCorrected: Bool) {
    fill("a.md", "public/b.html")
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.published = ["public"]
    let discovery = Discovery(configuration, isForCorrection: true)
    #expect(discovery.pages(paths.map { folder($0) }).pages.contains { Path.name($0.path) == "b.html" } == isCorrected)
  }

  @Test func includeAndExcludeChoose() {
    fill("a.md", "x/b.md", "x/y/c.md", "z/d.html")
    #expect(pages { $0.exclude = ["x/**", "!x/y/**"] } == ["a.md", "x/y/c.md", "z/d.html"])
    #expect(pages { $0.include = ["*.md"] } == ["a.md", "x/b.md", "x/y/c.md"])
    #expect(pages(["x/b.md"]) { $0.exclude = ["x"] } == [])
  }

  @Test func whatIsAskedForAndCannotBeReadIsAFailure() {
    fill("a.md", "image.png")
    let found = Discovery(Configuration()).pages([folder("a.md"), folder("none.md"), folder("image.png")])
    #expect(found.pages.count == 1)
    #expect(found.failures.map(\.isFatal) == [true, false])
  }

  @Test func onlyTheConfiguredFoldersWithoutPaths() {
    fill("content/a.md", "other/b.md", "out/c.html")
    let found = pages { configuration in
      configuration.content = ["content"]
      configuration.published = ["out"]
    }
    #expect(found == ["content/a.md", "out/c.html"])
  }

  @Test(.enabled(if: geteuid() != 0)) func aClosedFolderIsAFailure() {
    fill("x/a.md", "b.md")
    chmod(folder("x"), 0)
    defer { chmod(folder("x"), 0o755) }
    #expect(Discovery(Configuration()).pages([folder.path]).failures.count == 1)
  }
}
