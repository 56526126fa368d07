import Glibc
import RelireModel
import Testing

@testable import RelireEngine

@Suite struct GitTests {
  private let tree = TestRepository()

  private func staged() throws -> [String] {
    try #require(tree.repository).stagedFiles().map(\.path).sorted()
  }

  private func faults(_ scope: ChangeScope) throws -> [String] {
    let repository = try #require(tree.repository)
    return try tree.linter.run(scope, in: repository).diagnostics.map { "\(Path.name($0.path)):\($0.range.start.line)" }
  }

  // MARK: Staged

  @Test func beforeTheFirstCommit() throws {
    tree.stage("a.md", "a :\n")
    #expect(try staged() == ["a.md"])
    #expect(try faults(ChangeScope(.staged)) == ["a.md:1"])
  }

  @Test func namesOfEveryKind() throws {
    let names = ["été à l’été.md", "a b.md", "a\"b.md", "-a.md", "dossier/à b.md", "a\tb.md"]
    for name in names { tree.stage(name, "a :\n") }
    #expect(try staged() == names.sorted())
    #expect(try faults(ChangeScope(.staged)).count == names.count)
    #expect(try faults(ChangeScope(.staged, isByLine: true)).count == names.count)
  }

  @Test func daysOfFilesWithNamesOfEveryKind() throws {
    let names = ["été.md", "a\"b.md", "a\tb.md", "a\nb.md", "a\\b.md", "dossier/a.md"]
    for name in names { tree.stage("site/" + name, "bon\n") }
    tree.stage("a.md", "bon\n")
    #expect((try? GitRepository.changeDays(below: tree.folder.path)) == nil)
    tree.git("commit", "-q", "-m", "x", "--date", "2026-01-02")
    let days = try GitRepository.changeDays(below: tree.folder.path + "/site")
    #expect(days.keys.sorted() == names.sorted())
    let committed = try #require(tree.git("log", "-1", "--format=%cs"))
    #expect(Set(days.values.map { $0.standard + "\n" }) == [committed])
  }

  @Test func onlyWhatIsStagedIsRead() throws {
    tree.commit("a.md", "bon\n")
    tree.stage("a.md", "bon\na :\n")
    tree.folder.write("a.md", "b...\nbon\na :\n")
    #expect(try faults(ChangeScope(.staged)) == ["a.md:2"])
  }

  @Test func deletedLinkedAndOtherFilesAreLeftOut() throws {
    tree.commit("a.md", "a :\n")
    tree.git("rm", "-q", "a.md")
    tree.folder.link("link.md", to: "nulle part")
    tree.stage("b.png", "x")
    tree.stage("node_modules/c.md", "a :")
    tree.git("add", "link.md")
    #expect(try staged() == ["b.png", "node_modules/c.md"])
    #expect(try faults(ChangeScope(.staged)).isEmpty)
  }

  @Test func submodulesAreLeftOut() throws {
    let theme = TestRepository()
    theme.commit("b.md", "b :\n")
    tree.commit("a.md", "bon\n")
    tree.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", theme.folder.path, "theme")
    tree.stage("a.md", "a :\n")
    #expect(try staged() == [".gitmodules", "a.md"])
    #expect(try faults(ChangeScope(.staged)) == ["a.md:1"])
    tree.folder.write("theme/b.md", "b :\nc :\n")
    tree.git("-C", "theme", "commit", "-qam", "suite")
    tree.git("commit", "-qm", "thème")
    tree.git("add", "theme")
    #expect(try staged().isEmpty)
    #expect(try faults(ChangeScope(.staged)).isEmpty)
  }

  @Test func aRenamedPageIsReadByItsNewName() throws {
    tree.commit("a.md", "un\ndeux\ntrois\na :\n")
    tree.git("mv", "a.md", "b.md")
    #expect(try faults(ChangeScope(.staged)) == ["b.md:4"])
    #expect(try faults(ChangeScope(.staged, isByLine: true)).isEmpty)
  }

  @Test func inAMergeWhatOthersWroteIsNotHeldAgainstTheEditor() throws {
    tree.commit("a.md", "un\n\n\n\n\n\ndeux\n")
    tree.git("checkout", "-q", "-b", "autre")
    tree.commit("b.md", "faute :\n")
    tree.commit("a.md", "UN\n\n\n\n\n\ndeux\n")
    tree.git("checkout", "-q", "main")
    tree.commit("a.md", "autre\n\n\n\n\n\ndeux\n")
    tree.git("merge", "-q", "autre")
    tree.stage("a.md", "réuni :\n\n\n\n\n\ndeux\n")
    #expect(try faults(ChangeScope(.staged)) == ["a.md:1"])
  }

  @Test func aWorktreeHasAnIndexOfItsOwn() throws {
    tree.commit("a.md", "bon\n")
    let other = tree.folder("ailleurs")
    tree.git("worktree", "add", "-q", other)
    tree.folder.write("ailleurs/a.md", "a :\n")
    tree.git("add", "a.md", at: other)
    #expect(try staged() == [])
    #expect(try GitRepository(containing: other).stagedFiles().map(\.path) == ["a.md"])
  }

  // MARK: Since

  @Test func sinceARevision() throws {
    tree.commit("a.md", "ancien :\nbon\n")
    tree.commit("b.md", "ancien :\n")
    tree.git("tag", "depuis")
    tree.commit("a.md", "ancien :\nbon\nneuf :\n")
    tree.folder.write("c.md", "neuf :\n")
    #expect(try faults(ChangeScope(.since("depuis"))) == ["a.md:1", "a.md:3", "c.md:1"])
    #expect(try faults(ChangeScope(.since("depuis"), isByLine: true)) == ["a.md:3", "c.md:1"])
    #expect(throws: GitRepository.Failure.self) { try faults(ChangeScope(.since("inconnu"))) }
    #expect(throws: GitRepository.Failure.self) { try faults(ChangeScope(.since("--output=/tmp/x"))) }
  }

  @Test func linesThatLookLikeHeadersAreText() {
    let patch = "+++ b/a.md\n@@ -1,2 +1,2 @@\n--- b/x\n-b\n+++ b/y\n+@@ -1 +9 @@\n@@ -8,0 +9 @@\n+x\n+++ /dev/null\n"
    #expect(LineSet.read(patch: Array(patch.utf8)) == ["a.md": .some([1...2, 9...9])])
  }

  // MARK: Fixing

  private func fixStaged() throws {
    _ = try Fixer(tree.linter).runStaged(mode: .write, in: #require(tree.repository))
  }

  @Test func theIndexAndTheSameLinesOfTheCopyAreCorrected() throws {
    tree.commit("a.md", "un\ndeux\n")
    tree.stage("a.md", "un :\ndeux\ntrois...\n")
    tree.folder.write("a.md", "un :\ndeux\ntrois... et la suite :\nquatre :\n")
    try fixStaged()
    #expect(tree.staged("a.md") == "un\u{A0}:\ndeux\ntrois…\n")
    // The third line is another one in the copy: it is the editor's, and stays unstaged.
    #expect(tree.folder.text("a.md") == "un\u{A0}:\ndeux\ntrois... et la suite :\nquatre :\n")
  }

  @Test func acopyWithOtherLineEndsKeepsThem() throws {
    tree.git("config", "core.autocrlf", "true")
    tree.stage("a.md", "un :\r\ndeux\r\n")
    try fixStaged()
    #expect(tree.staged("a.md") == "un\u{A0}:\ndeux\n")
    #expect(tree.folder.text("a.md") == "un\u{A0}:\r\ndeux\r\n")
  }

  @Test func aCopyThatIsGoneStaysAway() throws {
    tree.stage("a.md", "un :\n")
    unlink(tree.folder("a.md"))
    try fixStaged()
    #expect(tree.staged("a.md") == "un\u{A0}:\n")
    #expect(!FileSystem.exists(tree.folder("a.md")))
  }

  @Test func theModeStays() throws {
    tree.folder.write("a.md", "un :\n")
    chmod(tree.folder("a.md"), 0o755)
    tree.git("add", "a.md")
    try fixStaged()
    #expect(tree.git("ls-files", "--stage")?.hasPrefix("100755") == true)
  }

  @Test func mergingLeavesTheCopysOwnChanges() {
    func merge(_ base: String, _ fixed: String, _ current: String) -> String {
      String(
        decoding: ThreeWayMerge.apply(from: Array(base.utf8), to: Array(fixed.utf8), on: Array(current.utf8)),
        as: UTF8.self)
    }
    #expect(merge("a\nb\nc\n", "A\nb\nC\n", "a\nx\nc\n") == "A\nx\nC\n")
    #expect(merge("a\nb\nc\n", "A\nb\nC\n", "neuf\na\nb\n") == "neuf\nA\nb\n")
    #expect(merge("a\nb", "a\nB", "a\nb") == "a\nB")
    #expect(merge("a\nb\n", "a\nB\n", "") == "")
    #expect(merge("a\nb\n", "x\na\nB\n", "b\n") == "B\n")
  }

  // MARK: The diff

  @Test func gitAppliesTheDiff() throws {
    let pages = [
      "été à.md": "a :\nb\n", "crlf.md": "a :\r\nb...\r\n", "sans fin.md": "a\nb :", "bom.md": "\u{FEFF}a :\n",
      "long.md": (0..<200).map { $0 % 17 == 0 ? "l :\n" : "ligne \($0)\n" }.joined(),
    ]
    for (name, text) in pages { tree.commit(name, text) }
    let outcome = Fixer(tree.linter).run(mode: .diff)
    #expect(outcome.changedPageCount == pages.count)
    // Paths are absolute here: Git wants them from the root of the tree.
    let prefix = String(tree.folder.path.dropFirst()) + "/"
    let diff = String(decoding: outcome.pages.flatMap(\.diff), as: UTF8.self)
      .split(separator: prefix, omittingEmptySubsequences: false).joined()
    tree.folder.write("x.diff", diff)
    #expect(tree.git("apply", "--whitespace=nowarn", "x.diff") != nil)
    for (name, text) in pages {
      let fixed = Fixer(tree.linter).fix(PageInput(path: name, format: .markdown), Array(text.utf8))
      #expect(tree.folder.bytes(name) == fixed.bytes, "\(name)")
    }
  }
}
