import Testing

@testable import RelireSite

@Suite struct GlobListTests {
  @Test(arguments: [
    ("*.md", "a.md"), ("*.md", "x/y/a.md"), ("archives", "content/archives/a.md"), ("archives/", "archives/b/c.md"),
    ("content/**", "content/a/b.md"), ("content/**/a.md", "content/a.md"), ("content/**/a.md", "content/x/y/a.md"),
    ("**/fr/*.md", "content/fr/a.md"), ("/a.md", "a.md"), ("./a.md", "a.md"), ("content/*/x", "content/b/x/y.md"),
    ("?.md", "e.md"), ("[a-c].md", "b.md"), ("[!a].md", "b.md"), ("\\*.md", "*.md"), ("a*b*c", "aXbYbZc"),
    ("**", "a/b"), ("a/**/b/**/c", "a/x/b/y/b/c"),
  ])
  func matches(_ pattern: String, _ path: String) {
    #expect(GlobList([pattern]).matches(path))
  }

  @Test(arguments: [
    ("*.md", "a.html"), ("content/*.md", "content/x/a.md"), ("/a.md", "x/a.md"), ("content/**", "content"),
    ("?.md", "ab.md"), ("[a-c].md", "d.md"), ("[!a].md", "a.md"), ("\\*.md", "a.md"), ("", "a"), ("arch", "archives/a"),
    ("a/**/b", "a/x/c"),
  ])
  func doesNotMatch(_ pattern: String, _ path: String) {
    #expect(!GlobList([pattern]).matches(path))
  }

  @Test func theLastMatchDecides() {
    let globs = GlobList(["content/**", "!content/fr/**", "content/fr/x.md"])
    #expect(globs.matches("content/en/a.md"))
    #expect(!globs.matches("content/fr/a.md"))
    #expect(globs.matches("content/fr/x.md"))
  }

  @Test func manyStarsTakeNoLongTime() {
    let pattern = String(repeating: "*a", count: 500) + "b"
    #expect(!GlobList([pattern]).matches(String(repeating: "a", count: 5_000)))
  }
}
