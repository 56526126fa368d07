import RelireModel
import Testing

@testable import RelireReporters

/// What every format makes of ten thousand diagnostics: too much to keep, so its size, hash and ends are kept.
@Suite struct TenThousandTests {
  private static let reporters: [(name: String, reporter: any Reporter)] = [
    ("terminal", TerminalReporter(paths: "content")), ("short", ShortReporter()), ("json", JSONReporter()),
    ("jsonl", JSONLinesReporter()), ("sarif", SARIFReporter()), ("github", GitHubReporter()),
    ("gitlab", GitLabReporter()), ("junit", JUnitReporter()), ("checkstyle", CheckstyleReporter()),
    ("rdjson", ReviewdogReporter()), ("markdown", MarkdownReporter()), ("html", HTMLReporter()),
  ]

  @Test func matchesGolden() throws {
    var actual = ""
    for (name, reporter) in Self.reporters {
      let bytes = reporter.report(Fixture.tenThousand.result).bytes
      actual += "=== \(name): \(bytes.count) bytes, \(SHA256.policySource(String(decoding: bytes, as: UTF8.self)))\n"
      actual += "\(excerpt(bytes.prefix(200)))\n…\n\(excerpt(bytes.suffix(200)))\n"
    }
    try Golden.expect(actual, toMatch: "ten-thousand.txt")
  }

  private func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut character is none.
    var bytes = bytes.drop { $0 & 0xC0 == 0x80 }
    while let last = bytes.last, last >= 0x80 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
