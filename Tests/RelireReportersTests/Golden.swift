import Foundation
import RelireModel
import RelireReporters
import Testing

/// Compares what a reporter writes for all fixtures with the file that is kept of it.
///
/// After a change that is meant, `RELIRE_UPDATE_GOLDEN=1 swift test --filter RelireReportersTests` writes the files
/// anew: read the difference before you commit it.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(
    _ reporter: some Reporter, toMatch file: String, fixtures: [Fixture] = Fixture.all,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var actual = ""
    for fixture in fixtures {
      actual += "=== \(fixture.name)\n\(reporter.report(fixture.result).text)"
      if !actual.hasSuffix("\n") { actual += "\n" }
    }
    try expect(actual, toMatch: file, sourceLocation: sourceLocation)
  }

  static func expect(_ actual: String, toMatch file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = folder.appending(path: file)
    if ProcessInfo.processInfo.environment["RELIRE_UPDATE_GOLDEN"] != nil {
      try Data(actual.utf8).write(to: url)
      return
    }
    let expected = (try? String(decoding: Data(contentsOf: url), as: UTF8.self)) ?? ""
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (actual, expected)) in zip(actualLines, expectedLines).enumerated() where actual != expected {
      Issue.record(
        "\(file):\(number + 1) differs\n  is     \(actual.debugDescription)\n  was    \(expected.debugDescription)",
        sourceLocation: sourceLocation)
      return
    }
    #expect(actualLines.count == expectedLines.count, "\(file) has another length", sourceLocation: sourceLocation)
  }
}
