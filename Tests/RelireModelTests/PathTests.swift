import RelireModel
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), (".", "b", "b"), ("a", "", "a"), ("a", ".", "a"),
    ("", "", ""), (".", "", "."), ("/", "b", "/b"),
  ]) func `a folder and a name are joined`(folder: String, name: String, expected: String) {
    #expect(Path.join(folder, name) == expected)
  }

  @Test(arguments: [
    ("a/b.md", "b.md", "a", "a", "md"), ("b.MD", "b.MD", "", ".", "md"), ("/b", "b", "", "/", ""),
    ("/a/.git", ".git", "/a", "/a", ""), ("a/", "", "a", "a", ""), ("", "", "", ".", ""),
    ("a.b/c", "c", "a.b", "a.b", ""),
  ]) func `a path has parts`(path: String, name: String, parent: String, folder: String, fileExtension: String) {
    #expect(Path.name(path) == name)
    #expect(Path.parent(path) == parent)
    #expect(Path.folder(path) == folder)
    #expect(Path.fileExtension(path) == fileExtension)
  }

  @Test(arguments: [
    ("a/b", "a/b", "a/b", "a/b"), ("a//b/", "a/b", "a/b", "a/b"), ("./a", "a", "a", "a"), ("a/..", ".", "", ""),
    ("/a/./b", "/a/b", "a/b", "a/b"), ("../a", "../a", "../a", "a"), ("/../a", "/a", "../a", "a"),
    ("a/../../b", "../b", "../b", "b"), ("", ".", "", ""), ("/", "/", "", ""), ("a/.b", "a/.b", "a/.b", "a/.b"),
    ("..a", "..a", "..a", "..a"),
  ]) func `dots and slashes without a meaning fall away`(
    path: String, onDisk: String, fromTop: String, withoutClimb: String
  ) {
    #expect(Path.normalised(path) == onDisk)
    #expect(Path.normalised(fromTop: path) == fromTop)
    #expect(Path.withoutClimb(path) == withoutClimb)
  }

  @Test(
    arguments: [
      ("/a", "/a/b", "b", "b"), ("/a", "/a", "", "."), ("/a", "/ab", nil, nil), ("/", "/a", "a", "a"),
      ("", "a", "a", "a"), ("/a/b", "/a", nil, nil), ("/\u{E9}", "/e\u{301}/b", nil, nil),
    ] as [(String, String, String?, String?)])
  func `a path lies below a folder or not`(folder: String, path: String, below: String?, relative: String?) {
    #expect(Path.below(folder, path) == below)
    #expect(Path.relative(path, to: folder) == relative)
    #expect(Path.shown(path, in: folder) == relative ?? path)
  }

  @Test func `a path is absolute in a folder`() {
    #expect(Path.absolute("../b", in: "/a/c") == "/a/b")
    #expect(Path.absolute("/b/", in: "/a") == "/b")
  }
}
