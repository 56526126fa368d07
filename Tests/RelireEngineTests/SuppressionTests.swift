import RelireDocuments
import RelireModel
import RelireRules
import Testing

@testable import RelireEngine

@Suite struct SuppressionTests {
  /// Lines and rules of what is reported. `ToySpace` finds ` :`, `ToyEllipsis` finds `...`.
  private func faults(_ text: String, _ format: Document.Format = .html) -> [String] {
    let linter = Linter(
      configuration: Configuration(), threads: 1,
      rules: [ToySpace.self, ToyEllipsis.self, UnusedSuppression.self, UnknownRule.self, BrokenDirective.self])
    let input = PageInput(path: "page", format: format)
    return linter.check(input, linter.read(input, Array(text.utf8))).diagnostics.map {
      "\($0.range.start.line) \($0.rule.name)"
    }
  }

  @Test func aRenamedRuleIsKnownByItsFormerName() throws {
    let comment = Array("<!-- relire-ignore links/same-text -->".utf8)
    let directive = try #require(Directive(comment: SourceRange(0, comment.count), in: comment))
    #expect(directive.selectors.map(\.text) == ["links/same-text-different-target"])
  }

  @Test func theNextBlockIsLeftAlone() {
    #expect(
      faults(
        """
        <p>a :</p>
        <!-- relire-ignore file/broken-markup -- exprès -->
        <p>b : ...</p>
        <p>c :</p>
        """) == ["1 broken-markup", "3 broken-front-matter", "4 broken-markup"])
  }

  @Test func aCommentInRunningTextHoldsForItsBlock() {
    #expect(faults("<p>a : <!-- relire-ignore file/broken-markup --> b :</p>\n<p>c :</p>") == ["2 broken-markup"])
  }

  @Test func aFamilyOrAllOfThemMayBeNamed() {
    #expect(faults("<!-- relire-ignore file -->\n<p>a : ...</p>") == [])
    #expect(faults("<!-- relire-ignore all -->\n<p>a : ...</p>") == [])
    #expect(faults("<!-- relire-ignore file/broken-markup, file/broken-front-matter -->\n<p>a : ...</p>") == [])
  }

  @Test func aWholeFile() {
    #expect(
      faults("<p>a :</p><p>b : ...</p>\n<!-- relire-ignore-file file/broken-markup -->") == ["1 broken-front-matter"])
  }

  @Test func aRange() {
    #expect(
      faults(
        """
        <p>a :</p>
        <!-- relire-ignore-start file/broken-markup -->
        <p>b :</p>
        <!-- relire-ignore-end -->
        <p>c :</p>
        """) == ["1 broken-markup", "5 broken-markup"])
  }

  @Test func rangesMayOverlap() {
    #expect(
      faults(
        """
        <!-- relire-ignore-start file/broken-markup -->
        <!-- relire-ignore-start file/broken-front-matter -->
        <p>b : ...</p>
        <!-- relire-ignore-end file/broken-markup -->
        <p>c : ...</p>
        <!-- relire-ignore-end file/broken-front-matter -->
        """) == ["5 broken-markup"])
  }

  @Test func anUnusedOneIsReported() {
    #expect(faults("<!-- relire-ignore file/broken-markup -->\n<p>a</p>") == ["1 unused-suppression"])
    #expect(
      faults("<!-- relire-ignore file/broken-markup file/broken-front-matter -->\n<p>a :</p>")
        == ["1 unused-suppression"])
  }

  @Test func aRuleThatIsOffIsNotMissed() {
    // The registry knows it, this run does not.
    #expect(faults("<!-- relire-ignore file/broken-encoding -->\n<p>a</p>") == [])
  }

  @Test func anUnknownRuleIsReported() {
    #expect(faults("<!-- relire-ignore file/broken-markp -->\n<p>a :</p>") == ["1 unknown-rule", "2 broken-markup"])
  }

  @Test(arguments: [
    "<!-- relire-ignore -->", "<!-- relire-ignore -- raison -->", "<!-- relire-ignore-end file -->",
    "<!-- relire-ignore-next file -->",
  ])
  func aBrokenOneIsReported(_ directive: String) {
    #expect(faults(directive + "\n<p>a</p>") == ["1 broken-directive"])
  }

  @Test func anUnclosedRangeIsReportedAndHoldsToTheEnd() {
    #expect(faults("<!-- relire-ignore-start file -->\n<p>a :</p>") == ["1 broken-directive"])
  }

  // MARK: In the front matter

  @Test(arguments: [
    "---\nrelire-ignore: file/broken-markup\n---\n", "---\nrelire-ignore: [file/broken-markup]\n---\n",
    "---\ntitle: x\nrelire-ignore:\n  - file/broken-markup # exprès\n---\n",
    "+++\nrelire-ignore = [\"file/broken-markup\"]\n+++\n", "{\n\"relire-ignore\": \"file/broken-markup\"\n}\n",
  ])
  func aKeyHoldsForThePage(_ head: String) {
    #expect(
      faults(head + "\na :\n\nb : ...\n", .markdown).map { $0.split(separator: " ")[1] } == ["broken-front-matter"])
  }

  @Test func anUnusedOrUnknownKeyIsReportedWhereItStands() {
    #expect(
      faults("---\nrelire-ignore:\n- file/broken-markup\n- file/broken-markp\n- 3\n---\n\na\n", .markdown)
        == ["3 unused-suppression", "4 unknown-rule", "5 broken-directive"])
  }

  // MARK: As a comment of Hugo's

  @Test func aHugoCommentHoldsForTheNextBlock() {
    #expect(
      faults("a :\n\n{{/* relire-ignore file/broken-markup -- exprès */}}\n\nb : ...\n\nc :\n", .markdown)
        == ["1 broken-markup", "5 broken-front-matter", "7 broken-markup"])
  }

  @Test func aHugoCommentHoldsForARangeOrTheFile() {
    #expect(
      faults(
        "{{/* relire-ignore-start file/broken-markup */}}\n\na :\n\n{{/* relire-ignore-end */}}\n\nb :\n", .markdown)
        == ["7 broken-markup"])
    #expect(faults("a :\n\n- b :\n\n{{/* relire-ignore-file file */}}\n", .markdown) == [])
  }

  @Test func anUnusedOrUnknownHugoCommentIsReported() {
    #expect(faults("{{/* relire-ignore file/broken-markup */}}\n\na\n", .markdown) == ["1 unused-suppression"])
    #expect(faults("{{/* relire-ignore file/broken-markp */}}\n\na\n", .markdown) == ["1 unknown-rule"])
    #expect(faults("{{/* relire-ignore */}}\n\na\n", .markdown) == ["1 broken-directive"])
  }

  @Test func `a comment of MDX holds as one of HTML does`() {
    #expect(
      faults("a :\n\n{/* relire-ignore file/broken-markup -- exprès */}\n\nb : ...\n\nc :\n", .markdown)
        == ["1 broken-markup", "5 broken-front-matter", "7 broken-markup"])
    #expect(faults("a :\n\n{/* relire-ignore-file file */}\n", .markdown) == [])
    #expect(faults("{/* relire-ignore file/broken-markp */}\n\na\n", .markdown) == ["1 unknown-rule"])
    #expect(faults("a :\n\n{/* file */}\n", .markdown) == ["1 broken-markup"])
  }

  @Test func `a directive with a slip of the fingers is told`() {
    #expect(faults("<!-- relire-ignre file/broken-markup --><p>a</p>") == ["1 broken-directive"])
    #expect(faults("<!-- relire-moi file/broken-markup --><p>a</p>") == [])
  }

  @Test func otherCommentsAreNoDirectives() {
    #expect(faults("<!-- voir relire-ignore file --><p>a :</p><!----><!-->") == ["1 broken-markup"])
  }

  @Test func directivesInCodeAreNone() {
    #expect(faults("<pre><code>&lt;!-- relire-ignore-file file --&gt;</code></pre><p>a :</p>") == ["1 broken-markup"])
  }

  @Test func manyDirectivesTakeNoLongTime() {
    let text = String(repeating: "<!-- relire-ignore file/broken-markup --><p>a :</p>", count: 20_000)
    #expect(faults(text).isEmpty)
    let comments = String(repeating: "<!-- relire-ignore file/broken-markup -->", count: 20_000) + "<p>a :</p>"
    #expect(faults(comments).count == 19_999)
  }
}
