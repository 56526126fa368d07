import Foundation
import FoundationXML
import RelireModel
import Testing

@testable import RelireReporters

/// The formats that forges and CI servers read.
@Suite struct ForgeReporterTests {
  @Test func matchGolden() throws {
    try Golden.expect(JSONLinesReporter(), toMatch: "jsonl.txt")
    try Golden.expect(SARIFReporter(), toMatch: "sarif.txt")
    try Golden.expect(GitHubReporter(), toMatch: "github.txt")
    try Golden.expect(GitLabReporter(), toMatch: "gitlab.txt")
    try Golden.expect(JUnitReporter(), toMatch: "junit.txt")
    try Golden.expect(CheckstyleReporter(), toMatch: "checkstyle.txt")
    try Golden.expect(ReviewdogReporter(), toMatch: "rdjson.txt")
    try Golden.expect(MarkdownReporter(), toMatch: "markdown.txt")
  }

  private static let fixtures = Fixture.all + [Fixture.tenThousand]

  // MARK: JSON Lines

  @Test(arguments: fixtures)
  func everyLineIsJSON(_ fixture: Fixture) throws {
    let lines = JSONLinesReporter().report(fixture.result).text.split(separator: "\n")
    #expect(lines.count == fixture.result.diagnostics.count + 1)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  // MARK: GitHub

  /// No page can begin a command of its own, and no kind has more annotations than GitHub shows.
  @Test(arguments: fixtures)
  func githubCommandsAreOursAlone(_ fixture: Fixture) {
    var annotations: [Substring: Int] = [:]
    var open = 0
    for line in GitHubReporter().report(fixture.result).text.split(separator: "\n") where line.hasPrefix("::") {
      let command = line.dropFirst(2).prefix { $0.isLetter }
      switch command {
      case "group": open += 1
      case "endgroup": open -= 1
      default:
        annotations[command, default: 0] += 1
        #expect(line.dropFirst(2 + command.count).hasPrefix(" file="))
      }
    }
    #expect(open == 0)
    #expect(annotations.values.allSatisfy { $0 <= 10 })
    #expect(Set(annotations.keys).isSubset(of: ["error", "warning", "notice"]))
  }

  @Test func githubEscapesWhatItsToolkitEscapes() {
    let page = FixturePage("a,b:c%.md", "⟦x⟧")
    let message = Message(fr: "100%: a, b\nc", en: "")
    let result = RunResult(diagnostics: [page.diagnostic(message: message)], files: ["a.md"])
    let text = GitHubReporter().report(result).text
    #expect(text.contains("file=a%2Cb%3Ac%25.md,line=1,col=1,endColumn=2,"))
    #expect(text.contains("::100%25: a, b↵c\n"))
  }

  // MARK: GitLab

  @Test(arguments: fixtures)
  func gitlabFingerprintsAreUnique(_ fixture: Fixture) throws {
    let output = GitLabReporter().report(fixture.result)
    let issues = try #require(try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [[String: Any]])
    #expect(issues.count == fixture.result.diagnostics.count)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
    let severities: Set = ["info", "minor", "major", "critical", "blocker"]
    #expect(issues.allSatisfy { severities.contains($0["severity"] as? String ?? "") })
  }

  // MARK: SARIF

  @Test(arguments: Fixture.all)
  func sarifHoldsToItsStructure(_ fixture: Fixture) throws {
    let output = SARIFReporter().report(fixture.result)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == ids.count)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == fixture.result.diagnostics.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
      let location = try #require(
        (result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
      let uri = try #require((location["artifactLocation"] as? [String: String])?["uri"])
      #expect(URL(string: uri) != nil && !uri.contains(" "))
      let region = try #require(location["region"] as? [String: Int])
      for key in ["startLine", "startColumn", "endLine", "endColumn"] { #expect(region[key, default: 0] >= 1) }
      for fix in result["fixes"] as? [[String: Any]] ?? [] {
        let changes = try #require(fix["artifactChanges"] as? [[String: Any]])
        #expect(changes.allSatisfy { ($0["replacements"] as? [Any])?.isEmpty == false })
      }
    }
  }

  // MARK: rdjson

  @Test func reviewdogCountsBytes() throws {
    let page = FixturePage("a.md", "été⟦ ⟧: oui\n")
    let result = RunResult(diagnostics: [page.diagnostic(replacement: "\u{A0}")], files: ["a.md"])
    let text = ReviewdogReporter().report(result).text
    #expect(text.contains("\"range\":{\"start\":{\"line\":1,\"column\":6},\"end\":{\"line\":1,\"column\":7}}"))
    #expect(text.contains("\"text\":\"\u{A0}\""))
  }

  /// Half of a fix is no fix.
  @Test func reviewdogJoinsEdits() throws {
    let page = FixturePage("a.md", "un ⟦\"⟧mot⟦\"⟧ ici\n")
    let first = page.diagnostic(0, replacement: "« ")
    let second = page.diagnostic(1, replacement: " »")
    let edits = try [#require(first.fix).edits[0], #require(second.fix).edits[0]]
    let fix = LocatedFix(title: Message(fr: "", en: ""), safety: .unsafe, edits: edits)
    let merged = try #require(MergedEdit(fix, in: first.excerpt))
    #expect(merged.text == "« mot »")
    #expect(merged.start.column == 4 && merged.end.column == 9)
    #expect(MergedEdit(fix, in: Excerpt(text: "un", offset: 0)) == nil)
  }

  // MARK: XML

  @Test(arguments: fixtures)
  func xmlIsWellFormed(_ fixture: Fixture) {
    for reporter in [JUnitReporter(), CheckstyleReporter()] as [any Reporter] {
      let output = reporter.report(fixture.result)
      // Foundation's parser is libxml2, as xmllint is.
      let parser = XMLParser(data: Data(output.bytes))
      #expect(parser.parse(), "line \(parser.lineNumber): \(parser.parserError.debugDescription)")
    }
  }

  // MARK: Markdown

  @Test func markdownKeepsToItsLimit() {
    for limit in [8_000, 65_000] {
      let size = MarkdownReporter(limit: limit).report(Fixture.tenThousand.result).bytes.count
      #expect(size <= limit)
      #expect(size > limit / 3)
    }
  }

  @Test(arguments: fixtures)
  func markdownLetsNoMarkupThrough(_ fixture: Fixture) {
    let text = MarkdownReporter().report(fixture.result).text
    #expect(!text.contains("<script") && !text.contains("\u{1B}"))
    #expect(!text.replacing("\\]", with: "").contains("](javascript"))
  }
}
