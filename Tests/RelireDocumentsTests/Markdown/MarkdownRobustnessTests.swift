import RelireModel
import Testing

@testable import RelireDocuments

/// Pages made to choke a reader. Each must end in time that grows with its size, and keep its places true.
@Suite struct MarkdownRobustnessTests {
  private func read(_ text: String) -> Document { MarkdownReader.read(SourceText(text)) }

  private func isSound(_ document: Document) -> Bool {
    MarkdownInvariants.violations(of: document, checksMarkup: false).isEmpty
  }

  @Test func deepNesting() {
    let quotations = read(String(repeating: ">", count: 100_000) + " fond")
    #expect(quotations.nodes.filter { $0.kind == .element && $0.name == .blockquote }.count == 100_000)
    #expect(quotations.prose.blocks.count == 1)
    let items = read(String(repeating: "- ", count: 50_000) + "fond\n\nfin")
    #expect(items.nodes.filter { $0.kind == .element && $0.name == .li }.count == 50_000)
    #expect(isSound(items))
  }

  @Test func oneLongLine() {
    let document = read(String(repeating: "mot et mot ", count: 95_000))
    #expect(document.prose.blocks.count == 1)
    #expect(document.prose.bytes.count > 1_000_000)
  }

  /// Each of these has a quadratic reading: of md4c's, or one that a masker must avoid.
  @Test(arguments: [
    "[", "![", "[a](", "[a](b)\n", "![a](b)\n", "[a]\n", "[a]: b\n", "[^1]", "[^1]: a\n", "`a", "`a ``b ```c ", "$a ",
    "$$a ",
    "\\(", "\\[", "{{< a ", "{{< a \"", "{{< a `", "{{</* ", "{{/* ", "{{< highlight >}}", "<!-- ", "a <!-- b -->\n",
    "<a b=\"", "*a ",
    "*a **b _c ", "&nbsp;", "a\n: b\n", ": b\n", "> [!NOTE] a\n", "# a {#b}\n", "> - ", "1. ", "\r", "\t", "|",
    "<div>\n\n", "a@b.c ",
  ])
  func repetition(_ piece: String) {
    let document = read(String(repeating: piece, count: 6000))
    #expect(document.nodes.count > 1 || piece == "\r" || piece == "\t" || piece == "[a]: b\n")
  }

  @Test func aWideTableIsNoTable() {
    let row = [String](repeating: "a", count: 500).joined(separator: "|") + "\n"
    let rule = [String](repeating: "-", count: 500).joined(separator: "|") + "\n"
    let document = read(row + rule + String(repeating: "b\n", count: 6000))
    #expect(document.nodes.count < 10)
    #expect(document.problems.count == 1)
  }

  @Test func aLongTableKeepsItsLinks() {
    let document = read("a|b\n-|-\n" + String(repeating: "[c](d)|e\n", count: 3000))
    #expect(document.nodes.filter { $0.kind == .element && $0.name == .a }.count == 3000)
    #expect(document.problems.isEmpty)
  }

  @Test func aLongListKeepsItsLinks() {
    let document = read(String(repeating: "- [c](d)\n", count: 3000))
    #expect(document.nodes.filter { $0.kind == .element && $0.name == .a }.count == 3000)
    #expect(document.problems.isEmpty)
  }

  @Test func aBoundlessParagraphIsReadWithoutItsLastLinks() {
    let document = read(String(repeating: "[c](d)\n", count: 3000))
    #expect(document.nodes.filter { $0.kind == .element && $0.name == .a }.count == 1000)
    #expect(document.problems.count == 1)
    #expect(document.prose.bytes.count > 3000 * 3)
  }
}
