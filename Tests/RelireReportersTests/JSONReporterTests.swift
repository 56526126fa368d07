import Foundation
import RelireModel
import Testing

@testable import RelireReporters

@Suite struct JSONReporterTests {
  @Test func matchesGolden() throws {
    try Golden.expect(JSONReporter(), toMatch: "json.txt")
  }

  @Test(arguments: Fixture.all)
  func saysTheSameAsTheRun(_ fixture: Fixture) throws {
    let report = try parsed(JSONReporter(language: .english).report(fixture.result))
    #expect(report["version"] as? Int == 1)
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.count == fixture.result.diagnostics.count)
    for (json, diagnostic) in zip(diagnostics, fixture.result.diagnostics) {
      #expect(json["rule"] as? String == diagnostic.rule.description)
      #expect(json["severity"] as? String == diagnostic.severity.rawValue)
      #expect(json["message"] as? String == diagnostic.message.english)
      #expect(json["path"] as? String == diagnostic.path)
      let range = try #require(json["range"] as? [String: [String: Int]])
      #expect(range["start"] == fields(diagnostic.range.start))
      #expect(range["end"] == fields(diagnostic.range.end))
      let fix = json["fix"] as? [String: Any]
      #expect(fix?["safety"] as? String == diagnostic.fix?.safety.rawValue)
      let edits = fix?["edits"] as? [[String: Any]]
      #expect(edits?.map { $0["text"] as? String } == diagnostic.fix?.edits.map(\.text))
    }
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["errors"] as? Int == fixture.result.count(of: .error))
    #expect(summary["files"] as? Int == fixture.result.fileCount)
  }

  @Test func listsRules() throws {
    var output = ByteBuffer()
    RuleListJSON.write(Fixture.rules.values.sorted { $0.id < $1.id }, language: .french, to: &output)
    let rules = try #require(try parsed(output)["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["links/generic-text", "typography/space-before-colon"])
    #expect(rules[0]["act"] as? [String] == ["c487ae"])
    #expect(rules[0]["rgaa"] as? [String] == ["6.1.1"])
    #expect(rules[0]["fix"] is NSNull)
    #expect(rules[1]["fix"] as? String == "safe")
  }

  /// Every scalar up to U+3000 comes back as it was, and none that could harm is written raw.
  @Test func escapesEveryCharacter() throws {
    let scalars = (1...0x3000).compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    var writer = JSONWriter()
    writer.array { $0.value(text) }
    let written = writer.output
    let back = try JSONSerialization.jsonObject(with: Data(written.bytes)) as? [String]
    #expect(back?.first.map { Array($0.unicodeScalars) } == scalars)
    let unwanted: [Unicode.Scalar] = ["<", "\u{2028}", "\u{2029}"]
    let harmful = written.text.unicodeScalars.filter { scalar in
      if unwanted.contains(scalar) || scalar.properties.generalCategory == .control { return true }
      return scalar.properties.isBidiControl && scalar != "\u{61C}"
    }
    #expect(harmful.isEmpty)
  }

  private func parsed(_ output: ByteBuffer) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
  }

  private func fields(_ position: Position) -> [String: Int] {
    ["line": position.line, "column": position.column, "offset": position.offset]
  }
}
