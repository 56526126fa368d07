import RelireModel
import Testing

@testable import RelireReporters

@Suite struct TerminalReporterTests {
  @Test func matchesGolden() throws {
    try Golden.expect(TerminalReporter(paths: "content"), toMatch: "terminal.fr.txt")
    try Golden.expect(TerminalReporter(language: .english), toMatch: "terminal.en.txt")
  }

  @Test func shortMatchesGolden() throws {
    try Golden.expect(ShortReporter(), toMatch: "short.txt")
  }

  @Test func coloursMatchGolden() throws {
    let text = TerminalReporter(style: TerminalStyle(isColored: true)).report(Fixture.many.result).text
    try Golden.expect(text.replacing("\u{1B}", with: "␛"), toMatch: "terminal.colour.txt")
  }

  /// Nothing from a page reaches the terminal as a command.
  @Test(arguments: Fixture.all)
  func writesNoControlCharacter(_ fixture: Fixture) {
    for reporter in [TerminalReporter(), ShortReporter()] as [any Reporter] {
      let harmful = reporter.report(fixture.result).text.unicodeScalars.filter { scalar in
        scalar != "\n" && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl)
      }
      #expect(harmful.isEmpty)
    }
  }

  @Test(arguments: [40, 60, 80, 100])
  func staysWithinTheTerminal(_ width: Int) {
    let text = TerminalReporter(width: width, showsSummary: false).report(Fixture.longLine.result).text
    for line in text.split(separator: "\n") where line.contains("mot") || line.contains("^") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
  }

  /// The carets stand below the fault whatever stands before it.
  @Test(arguments: ["é", "漢字", "e\u{301}", "\u{A0}", "\u{200B}", "👩", "ab"])
  func underlinesByDisplayWidth(_ before: String) throws {
    let page = FixturePage("a.md", before + "⟦X⟧ fin\n")
    let result = RunResult(diagnostics: [page.diagnostic()], files: ["a.md"])
    let lines = TerminalReporter(showsSummary: false).report(result).text.split(separator: "\n")
    let fault = try #require(lines.firstIndex { $0.contains("X") })
    let prefix = lines[fault].prefix { $0 != "X" }
    let carets = lines[fault + 1]
    #expect(DisplayWidth.of(String(prefix)) == carets.prefix { $0 != "^" }.count)
    #expect(carets.filter { $0 == "^" }.count == 1)
  }

  @Test func quietSaysOnlyTheFaults() {
    let text = TerminalReporter(showsSummary: false).report(Fixture.empty.result).text
    #expect(text.isEmpty)
  }

  @Test func tenThousandDiagnosticsAreAllThere() {
    let text = TerminalReporter().report(Fixture.tenThousand.result).text
    #expect(text.split(separator: "\n").count { $0.hasPrefix("content/") } == 10_000)
    #expect(text.contains("10\u{202F}000"))
  }
}
