import Foundation
import RelireModel
import Testing

@testable import RelireReporters

@Suite struct HTMLReporterTests {
  @Test func matchesGolden() throws {
    // The style sheet and the script are the same in all of them.
    var actual = ""
    for fixture in Fixture.all {
      let text = HTMLReporter(title: "guide", source: SourceLink("https://forge.example/{path}#L{line}"))
        .report(fixture.result).text
      actual += "=== \(fixture.name)\n"
      actual += text.replacing(HTMLStyle.text, with: "…").replacing(HTMLScript.text, with: "…")
    }
    try Golden.expect(actual, toMatch: "html.txt")
  }

  /// Nothing of a page becomes markup, and the policy admits our style sheet and our script alone.
  @Test(arguments: Fixture.all)
  func letsNoMarkupThrough(_ fixture: Fixture) {
    let text = HTMLReporter().report(fixture.result).text
    #expect(text.components(separatedBy: "<script").count - 1 == (fixture.result.diagnostics.isEmpty ? 0 : 1))
    #expect(!text.contains("<img") && !text.contains("javascript:alert(1)\""))
    #expect(text.contains("default-src 'none'"))
    let controls = text.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
    #expect(controls.isEmpty)
  }

  @Test func everyElementIsClosed() {
    for fixture in Fixture.all {
      // Counted in ASCII: a combining sign after a tag's `>` would make one character of both.
      let text = String(decoding: HTMLReporter().report(fixture.result).bytes.filter { $0 < 0x80 }, as: UTF8.self)
      for element in ["section", "li", "pre", "code", "mark", "ins", "samp", "table", "figure", "details", "dl", "ol"] {
        let opened =
          text.components(separatedBy: "<\(element)>").count + text.components(separatedBy: "<\(element) ").count
        #expect(opened - 2 == text.components(separatedBy: "</\(element)>").count - 1, "\(element) in \(fixture.name)")
      }
    }
  }

  @Test func staysSmall() {
    let half = RunResult(
      diagnostics: Array(Fixture.tenThousand.result.diagnostics.prefix(5_000)), files: Fixture.tenThousand.result.files)
    #expect(HTMLReporter().report(half).bytes.count < 4_000_000)
  }

  @Test func comparesWithAFormerRun() throws {
    let run = Fixture.many.result
    let prints = Fingerprint.of(run.diagnostics)
    let gone = RunComparison.Former(
      fingerprint: try #require(Fingerprint("0000000000000001")), rule: "links/generic-text", path: "ancien.md",
      line: 3, message: "Parti.")
    let known = RunComparison.Former(fingerprint: prints[0], rule: "", path: "", line: 1, message: "")
    let comparison = RunComparison(run, former: [gone, known])
    #expect(comparison.gone.map(\.path) == ["ancien.md"])
    #expect(!comparison.isNew(prints[0]) && comparison.isNew(prints[1]))
    let text = HTMLReporter(former: [gone, known]).report(run).text
    #expect(text.components(separatedBy: "data-n=\"1\"").count - 1 == run.diagnostics.count - 1)
    #expect(text.contains("ancien.md"))
  }

  @Test(arguments: [
    ("https://f.example/{path}#L{line}", "https://f.example/a%20b/%C3%A9.md#L3"),
    ("https://f.example/{x}/{path}", "https://f.example/{x}/a%20b/%C3%A9.md"), ("javascript:{path}", nil),
    ("https://f.example/", nil), ("data:text/html,{path}", nil),
  ])
  func linksLeadToTheForge(_ pattern: String, _ expected: String?) {
    #expect(SourceLink(pattern)?.url("a b/é.md", line: 3) == expected)
  }

  @Test(arguments: [
    ("«\u{A0}a<b\u{A0}»", "«\u{A0}<samp>a&lt;b</samp>\u{A0}»"), ("la clé `x`", "la clé <code>x</code>"),
    ("« seul", "« seul"), ("un ` seul", "un ` seul"), ("«\u{A0}»", "«\u{A0}<samp></samp>»"),
    ("“x”", "“<samp>x</samp>”"),
  ])
  func messagesMarkWhatTheyQuote(_ message: String, _ expected: String) {
    #expect(HTMLText.message(message) == expected)
  }

  @Test(arguments: [
    ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
  ])
  func hashesAsTheStandardDoes(_ text: String, _ expected: String) {
    #expect(SHA256.policySource(text) == expected)
  }

  @Test func foldersAreNeitherTooFewNorTooMany() {
    let files = (0..<200).map { "content/fr/d\($0 % 10)/s\($0)/page.md" }
    let statistics = RunStatistics(RunResult(diagnostics: [], files: files.sorted()))
    #expect(statistics.folders.count == 10)
    #expect(statistics.folder(of: "content/fr/d3/s3/page.md") == "content/fr/d3/")
    #expect(RunStatistics(RunResult(diagnostics: [], files: ["a.md", "b/c.md"])).folders.map(\.name) == ["", "b/"])
  }
}
