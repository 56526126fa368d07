import TestSupport
import Testing

@testable import RelireEngine

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.md") -> String {
    String(decoding: UnifiedDiff.make(path: path, old: Array(old.utf8), new: Array(new.utf8)), as: UTF8.self)
  }

  @Test func equalTextsHaveNone() { #expect(diff("a\nb\n", "a\nb\n") == "") }

  @Test func showsAChangeInItsContext() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nV\n6\n7\n8\n9\n") == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +V
         6
         7
         8

        """)
  }

  @Test func tellsAMissingFinalNewline() {
    #expect(
      diff("a", "b\n") == "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n")
  }

  @Test func keepsCarriageReturns() {
    #expect(diff("a\r\n", "b\r\n").hasSuffix("@@ -1 +1 @@\n-a\r\n+b\r\n"))
  }

  @Test func insertsIntoNothing() {
    #expect(diff("", "b\n").hasSuffix("@@ -0,0 +1 @@\n+b\n"))
    #expect(diff("b\n", "").hasSuffix("@@ -1 +0,0 @@\n-b\n"))
  }

  @Test(arguments: [
    ("été.md", "--- a/été.md\n"), ("a b.md", "--- a/a b.md\t\n"), ("a\"b.md", "--- \"a/a\\\"b.md\"\n"),
    ("a\nb.md", "--- \"a/a\\012b.md\"\n"), ("/tmp/a.md", "--- a/tmp/a.md\n"),
  ])
  func namesFilesAsGitDoes(_ path: String, _ header: String) {
    #expect(diff("a", "b", path: path).hasPrefix(header))
  }

  // MARK: Properties

  /// Replays the changes: what they say must lead from one text to the other.
  private func replay(_ changes: [LineDiff.Change], _ a: [Int], _ b: [Int]) -> [Int]? {
    var result: [Int] = []
    var (i, j) = (0, 0)
    for change in changes {
      guard change.old.lowerBound >= i, change.new.lowerBound - j == change.old.lowerBound - i else { return nil }
      result += a[i..<change.old.lowerBound]
      result += b[change.new]
      (i, j) = (change.old.upperBound, change.new.upperBound)
    }
    return result + a[i...]
  }

  @Test func changesLeadFromOneToTheOther() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let letters = Int.random(in: 1...6, using: &random)
      let a = (0..<Int.random(in: 0...30, using: &random)).map { _ in Int.random(in: 0..<letters, using: &random) }
      var b = a
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let place = Int.random(in: 0...b.count, using: &random)
        if place < b.count, Bool.random(using: &random) {
          b.remove(at: place)
        } else {
          b.insert(Int.random(in: 0..<letters, using: &random), at: place)
        }
      }
      let changes = LineDiff.changes(a, b)
      #expect(replay(changes, a, b) == b)
    }
  }

  @Test func aWholeRewriteEndsSoon() {
    let a = Array(0..<20_000)
    let b = Array(20_000..<40_000)
    #expect(replay(LineDiff.changes(a, b), a, b) == b)
    var shifted = a
    shifted.insert(-1, at: 0)
    #expect(LineDiff.changes(a, shifted).count == 1)
  }
}
