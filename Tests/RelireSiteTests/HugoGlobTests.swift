import Testing

@testable import RelireSite

@Suite struct HugoGlobTests {
  @Test(arguments: [
    ("/a/*", "/a/b", true), ("/a/*", "/a/b/c", false), ("/a/**", "/a/b/c", true), ("/a/**", "/a", false),
    ("{/a,/a/**}", "/a", true), ("{/a,/a/**}", "/a/b/c", true), ("{/a,/a/**}", "/ab", false),
    ("/a/b**", "/a/bc/d", true),
    ("/A/?", "/a/b", true), ("/a/?", "/a//", false), ("**/b*c", "/x/y/bdc", true), ("**/b*c", "/x/b/c", false),
    ("*a*b*", "xaxxbx", true), ("**a/*b", "x/a/y/a/zb", true), ("", "", true), ("/é/*", "/é/à", true),
    ("{a,b", "a", false),
  ]) func `stars stay within a name, unless they are two`(pattern: String, path: String, matches: Bool) {
    #expect(HugoGlob(pattern).matches(path) == matches)
  }
}
