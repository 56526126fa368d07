import Foundation
import Testing

/// 0 nothing to report, 1 something that fails, 2 the tool could not do its job.
@Suite struct ExitCodeTests {
  /// Invalid UTF-8 is an error whatever rules there are.
  private static let broken = Data([0xC3, 0xA9, 0x20, 0xFF, 0x0A])

  private func scratchWithFault() throws -> Scratch {
    let scratch = try Scratch()
    try Self.broken.write(to: scratch.folder.appending(path: "faux.txt"))
    return scratch
  }

  @Test func cleanPageGivesZero() throws {
    let scratch = try Scratch()
    try scratch.write("page.txt", "Un texte sans faute.\n")
    let outcome = try scratch.relire("check", "page.txt", "--fail-on", "error")
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test func faultGivesOne() throws {
    let outcome = try scratchWithFault().relire("check", "faux.txt")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("faux.txt:1:3"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func checkIsTheDefaultCommand() throws {
    let scratch = try scratchWithFault()
    #expect(try scratch.relire("faux.txt").output == scratch.relire("check", "faux.txt").output)
    #expect(try scratch.relire().code == 1)
  }

  /// A capital without its accent is a warning.
  @Test(
    arguments: [
      (["--max-warnings", "0"], 1), (["--max-warnings", "9"], 0), (["--fail-on", "error"], 0), ([], 1),
    ] as [([String], Int32)])
  func warningsFailBeyondWhatIsTolerated(_ options: [String], _ code: Int32) throws {
    let scratch = try Scratch()
    try scratch.write("page.txt", "L’Etat, c’est lui.\n")
    #expect(try RelireProcess.run(["check"] + options, in: scratch).code == code)
  }

  @Test func failOnNeverGivesZero() throws {
    #expect(try scratchWithFault().relire("check", "--fail-on", "never").code == 0)
  }

  @Test func missingFileGivesTwo() throws {
    let outcome = try Scratch().relire("check", "absent.md")
    #expect(outcome.code == 2)
    #expect(outcome.output.contains("absent.md"))
    #expect(outcome.errors.hasPrefix("relire\u{A0}: "))
  }

  @Test(arguments: [
    ["--inconnue"], ["check", "--format", "xml"], ["check", "--jobs", "0"], ["check", "--jobs", "deux"],
    ["check", "--locale", "en-US"], ["check", "--lang", "de"], ["explain"], ["explain", "typography/nulle-part"],
    ["check", "--format", "json", "--format", "short"], ["check", "--format", "json=a", "--output", "b"],
    ["check", "--output"], ["check", "--max-warnings", "-1"], ["check", "--max-warnings", "1", "--fail-on", "error"],
    ["check", "--fail-on", "souvent"],
  ])
  func wrongUseGivesTwo(_ arguments: [String]) throws {
    let outcome = try RelireProcess.run(arguments, in: Scratch())
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  /// Every command that writes a report or a list, with something to write.
  private static let writers = [
    ["rules"], ["explain", "typography"], ["check", "faux.txt"], ["check", "--format", "json", "faux.txt"],
    ["check", "--format", "github", "faux.txt"], ["fix", "faux.txt"], ["fix", "--diff", "page.txt"],
    ["outline", "page.txt"], ["--help"],
  ]

  private func scratchWithSomethingToSay() throws -> Scratch {
    let scratch = try scratchWithFault()
    try scratch.write("page.txt", "Voici : un texte.\n")
    return scratch
  }

  @Test(arguments: writers)
  func fullDiskGivesTwo(_ arguments: [String]) throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let outcome = try RelireProcess.run(arguments + ["--lang", "en"], in: scratchWithSomethingToSay(), output: full)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("the disk is full"))
  }

  @Test(arguments: [
    ["check", "--output", "/dev/full"], ["check", "--format", "sarif=/dev/full"], ["report", "--output", "/dev/full"],
  ])
  func fullDiskOfAFileGivesTwo(_ arguments: [String]) throws {
    let outcome = try RelireProcess.run(arguments + ["faux.txt"], in: scratchWithFault())
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("/dev/full") && outcome.errors.contains("le disque est plein"))
  }

  @Test(arguments: writers)
  func goneReaderGivesTwo(_ arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try RelireProcess.run(
      arguments, in: scratchWithSomethingToSay(), output: pipe.fileHandleForWriting)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("le lecteur est parti"))
  }

  @Test func unwritableReportGivesTwo() throws {
    let scratch = try scratchWithFault()
    let outcome = try scratch.relire("check", "--output", "nulle/part.txt")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("nulle/part.txt"))
  }
}
