import RelireDocuments
import RelireModel
import Testing

@Suite struct FrontMatterReaderTests {
  @Test(arguments: [
    ("---\ntitle: é\n---\nsuite", "---\ntitle: é\n---\n"),
    ("\u{FEFF}---\r\ntitle: é\r\n---\r\nsuite", "---\r\ntitle: é\r\n---\r\n"),
    ("\n\n  ---\ntitle: é\n---\nsuite", "---\ntitle: é\n---\n"),
    ("---  \ntitle: é\n---  \nsuite", "---  \ntitle: é\n---  \n"),
    ("---\ntitle: é\n----\nsuite", "---\ntitle: é\n----\n"),
    ("---\rtitle: é\r---\rsuite", "---\rtitle: é\r---\r"),
    ("---\ntitle: é\n---", "---\ntitle: é\n---"),
    ("+++\ntitle = \"é\"\n+++\nsuite", "+++\ntitle = \"é\"\n+++\n"),
    ("{\n \"title\": \"é\"\n}\nsuite", "{\n \"title\": \"é\"\n}\n"),
    ("{\"title\": \"é\", \"x\": \"\\\"}\"} suite", "{\"title\": \"é\", \"x\": \"\\\"}\"}"),
  ]) func `a front matter is found and read`(text: String, expected: String) throws {
    let bytes = Array(text.utf8)
    let source = SourceText(bytes: bytes, contentStart: text.hasPrefix("\u{FEFF}") ? 3 : 0)
    let (frontMatter, problems) = FrontMatterReader.read(source: source)
    let found = try #require(frontMatter)
    #expect(problems.isEmpty)
    #expect(source.string(found.range) == expected)
    #expect(found["Title"]?.string == "é")
  }

  @Test(arguments: [
    "", "\n", "texte", "- a\n- b\n", "---", "---\n\nUn texte\n", "--- a\n", "-- a", "+1 ligne", "{{< figure >}}\n",
    "{ouvert",
    "# Titre\n---\na: b\n---\n", "----\ntitle: a\n----\n", "---\n- a\n", "***\n",
  ]) func `what is no front matter is left to the text`(text: String) {
    let (frontMatter, problems) = FrontMatterReader.read(source: SourceText(text))
    #expect(frontMatter == nil)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("---\ntitle: a : b\n---\nx", ":"), ("---\ntitle: a\n", "---"), ("+++\ntitle = 'a'\n", "+++"),
    ("{\"title\": \"a\"\n", "{"), ("---\n- a\n---\n", "- a"), ("---\ntexte\n---\n", "texte"),
    ("+++\ntitle = a\n+++\n", nil), ("{\"a\": 1,}\n", ","),
  ]) func `a broken front matter is one problem with its place`(text: String, faulty: String?) throws {
    let source = SourceText(text)
    let (frontMatter, problems) = FrontMatterReader.read(source: source)
    let found = try #require(frontMatter)
    #expect(found.root == nil)
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.kind == .frontMatter)
    #expect(found.range.contains(problem.range))
    if let faulty { #expect(source.string(problem.range) == faulty) }
  }

  @Test func `an empty front matter is an empty mapping`() throws {
    let (frontMatter, problems) = FrontMatterReader.read(source: SourceText("---\n---\nx"))
    #expect(problems.isEmpty)
    #expect(frontMatter?.root?.entries.isEmpty == true)
  }
}
