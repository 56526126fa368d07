import RelireModel
import Testing

@testable import RelireDocuments

/// Pages made to choke a reader. Each must end in time that grows with its size, and keep its places true.
@Suite struct HTMLRobustnessTests {
  private func read(_ text: String) -> Document { HTMLReader.read(SourceText(text)) }

  private func expectSound(_ document: Document) {
    #expect(DocumentInvariants.violations(of: document).isEmpty)
  }

  @Test(arguments: [300, 100_000])
  func deepNesting(_ levels: Int) {
    let document = read(String(repeating: "<div>", count: levels) + "fond" + String(repeating: "</div>", count: levels))
    #expect(document.nodes.filter { $0.kind == .element && $0.name == .div }.count == levels)
    #expect(document.nodes.last?.kind == .text)
    #expect(document.prose.string(0..<document.prose.bytes.count) == "fond")
    expectSound(document)
  }

  @Test func manyAttributes() {
    let document = read("<p " + (0..<100_000).map { "a\($0 % 70_000)=\($0)" }.joined(separator: " ") + ">x</p>")
    let paragraph = document.nodes.first { $0.kind == .element && $0.name == .p }
    #expect((60_000...70_000).contains(paragraph?.attributes.count ?? 0))
    #expect(document.problems.count <= 1000)
  }

  @Test(arguments: [
    "</b>", "</div>", "</li>", "</p>", "<b>", "<a>", "<p>", "<li>", "<table>", "<td>", "<", "<!", "<a ", "</", "&",
    "&#",
    "<svg>", "</svg>", "<select>", "<option>", "<template>", "<button>", "<dd>", "<form>", "<h1>", "<x-a>", "<!-- ",
    "<html a=b>",
    "<span></table>", "<b><p></b>", "<title>", "&notit", "<ruby><rt>", "<body lang=fr>", "]]>", "<![CDATA[", "<i></p>",
  ])
  func repetition(_ piece: String) {
    let count = 3000
    expectSound(read(String(repeating: piece, count: count)))
    expectSound(read(String(repeating: "<div><span>", count: count) + String(repeating: piece, count: count)))
  }

  @Test func oneLongLine() {
    let document = read("<p>" + String(repeating: "mot et mot ", count: 95_000))
    #expect(document.prose.blocks.count == 1)
    #expect(document.prose.bytes.count > 1_000_000)
  }

  @Test func manyLanguages() {
    let document = read((0..<1000).map { "<p lang=x\($0)>a</p>" }.joined())
    #expect(document.prose.languages.count <= 256)
    expectSound(document)
  }
}
