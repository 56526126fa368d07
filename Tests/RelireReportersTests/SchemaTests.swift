import Foundation
import RelireModel
import Testing

@testable import RelireReporters

/// Machine formats hold to their schemas, XML to xmllint.
///
/// RELIRE_SCHEMAS names a folder with the whole public schemas, `sarif-2.1.0.json` and `rdjson-DiagnosticResult.json`,
/// to hold them against these too.
@Suite struct SchemaTests {
  struct Format: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: String
    /// The file of the public schema.
    let publicSchema: String?
    let reporter: any Reporter

    var testDescription: String { name }
  }

  private static let formats = [
    Format(name: "sarif", schema: "sarif", publicSchema: "sarif-2.1.0.json", reporter: SARIFReporter()),
    Format(
      name: "sarif in English", schema: "sarif", publicSchema: "sarif-2.1.0.json",
      reporter: SARIFReporter(language: .english)),
    Format(
      name: "rdjson", schema: "rdjson", publicSchema: "rdjson-DiagnosticResult.json", reporter: ReviewdogReporter()),
    Format(name: "gitlab", schema: "gitlab", publicSchema: nil, reporter: GitLabReporter()),
  ]

  private static let fixtures = Fixture.all + [Fixture.tenThousand]

  @Test(arguments: formats, Fixture.all)
  func holdsToItsSchema(_ format: Format, _ fixture: Fixture) throws {
    let document = format.reporter.report(fixture.result).bytes
    var schemas = [try JSONSchema(named: format.schema)]
    if let folder = ProcessInfo.processInfo.environment["RELIRE_SCHEMAS"], let file = format.publicSchema {
      schemas.append(try JSONSchema(contentsOf: URL(filePath: folder).appending(path: file)))
    }
    for schema in schemas {
      let problems = try schema.problems(in: document)
      #expect(problems.isEmpty, "\(problems.prefix(3))")
    }
  }

  /// A schema that finds nothing proves nothing.
  @Test(arguments: [
    #"{"runs":[{"tool":{"driver":{"name":"x"}},"results":[]}]}"#,
    #"{"version":"2.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[]}]}"#,
    #"{"version":"2.1.0","runs":[]}"#, #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":3}},"results":[]}]}"#,
    #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rule":[]}},"results":[]}]}"#,
    #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"a"},{"id":"a"}]}},"results":[]}]}"#,
  ])
  func whatIsWrongIsFound(_ document: String) throws {
    #expect(try !JSONSchema(named: "sarif").problems(in: Array(document.utf8)).isEmpty)
  }

  // MARK: XML

  private static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Parsed back, every diagnostic is there. `make test` installs xmllint.
  @Test(.enabled(if: xmllint != nil), arguments: fixtures)
  func xmllintReadsItBack(_ fixture: Fixture) throws {
    let count = fixture.result.diagnostics.count
    let checkstyle = CheckstyleReporter().report(fixture.result)
    #expect(try xpath("count(/checkstyle/file/error)", checkstyle) == "\(count)")
    let junit = JUnitReporter().report(fixture.result)
    #expect(try xpath("count(/testsuites/testsuite/testcase)", junit) == "\(count + 1)")
    let failing = fixture.result.diagnostics.count { $0.severity >= .warning }
    #expect(try xpath("count(//failure)", junit) == "\(failing)")
    #expect(try xpath("number(/testsuites/@failures)", junit) == "\(failing)")
  }

  @Test(.enabled(if: xmllint != nil))
  func xmllintReadsTextAsItWas() throws {
    let name = Fixture.hostile.result.diagnostics[0].path
    let shown = try xpath("string(/checkstyle/file/@name)", CheckstyleReporter().report(Fixture.hostile.result))
    #expect(shown == SafeText.neutralised(name))
  }

  private func xpath(_ expression: String, _ document: ByteBuffer) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "relire-\(UUID().uuidString).xml")
    try Data(document.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.xmllint))
    process.arguments = ["--nonet", "--xpath", expression, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
