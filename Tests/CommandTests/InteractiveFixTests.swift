import Foundation
import Testing

/// `relire fix --interactive` at a terminal of the test's own.
@Suite struct InteractiveFixTests {
  private static let page = "Un : deux.\n\nTrois : quatre.\n\nCinq ; six.\n\nSept... huit.\n\nNeuf : dix.\n"

  /// Types the answers, a line each, and gives the page as it is left and what the terminal showed. The terminal is
  /// that of `script`, which every Debian has.
  private func fix(answers: [String]) throws -> (page: String, shown: String) {
    let scratch = try Scratch()
    try scratch.write("page.md", Self.page)
    let streams = try Scratch()
    let typed = try streams.write("stdin", answers.map { $0 + "\n" }.joined())
    let shown = try streams.write("stdout", "")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", "'\(RelireProcess.executable.path)' fix --interactive page.md", "/dev/null"]
    process.currentDirectoryURL = scratch.folder
    let own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    process.environment = own.merging(["LC_ALL": "fr_FR.UTF-8", "TERM": "dumb"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: typed)
    process.standardOutput = try FileHandle(forWritingTo: shown)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (try scratch.read("page.md"), String(decoding: try Data(contentsOf: shown), as: UTF8.self))
  }

  @Test func eachChangeIsAskedFor() throws {
    let result = try fix(answers: ["o", "n", "oui", "non", "n"])
    #expect(result.page == "Un\u{A0}: deux.\n\nTrois : quatre.\n\nCinq\u{202F}; six.\n\nSept... huit.\n\nNeuf : dix.\n")
    #expect(result.shown.contains("[o]ui, [n]on, [t]oute la règle, [q]uitter"))
  }

  @Test func aWholeRuleIsAskedForOnce() throws {
    let result = try fix(answers: ["t", "n", "n"])
    #expect(
      result.page == "Un\u{A0}: deux.\n\nTrois\u{A0}: quatre.\n\nCinq ; six.\n\nSept... huit.\n\nNeuf\u{A0}: dix.\n")
  }

  @Test func quittingKeepsWhatWasAccepted() throws {
    let result = try fix(answers: ["peut-être", "o", "q"])
    #expect(result.page == Self.page.replacingOccurrences(of: "Un :", with: "Un\u{A0}:"))
  }
}
