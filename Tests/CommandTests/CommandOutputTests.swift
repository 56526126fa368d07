import Foundation
import Testing

@Suite struct CommandOutputTests {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try Data([0xC3, 0xA9, 0x20, 0xFF, 0x0A]).write(to: scratch.folder.appending(path: "faux.txt"))
    try scratch.write("juste.txt", "Un texte sans faute.\n")
    return scratch
  }

  @Test func jsonParses() throws {
    let outcome = try scratch().relire("check", "--format", "json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(
      diagnostics.contains { $0["path"] as? String == "faux.txt" && $0["rule"] as? String == "file/broken-encoding" })
  }

  @Test func severalReportsInOneRun() throws {
    let scratch = try scratch()
    let outcome = try scratch.relire("check", "--format", "json=rapport.json", "--format", "short")
    #expect(outcome.output.hasPrefix("faux.txt:1:3: error: "))
    #expect(try scratch.read("rapport.json").hasPrefix("{\"version\":1,"))
  }

  @Test func githubAddsToTheJobSummary() throws {
    let scratch = try scratch()
    let summary = try scratch.write("summary.md", "avant\n")
    let outcome = try scratch.relire(
      "check", "--format", "github", environment: ["GITHUB_STEP_SUMMARY": summary.path])
    #expect(outcome.output.contains("::error file=faux.txt,line=1,col=3"))
    let text = try scratch.read("summary.md")
    #expect(text.hasPrefix("avant\n## Relecture"))
    #expect(text.contains("### `faux.txt`"))
  }

  @Test func outputGoesToTheFile() throws {
    let scratch = try scratch()
    let outcome = try scratch.relire("check", "-o", "rapport.txt", environment: ["CLICOLOR_FORCE": "1"])
    #expect(outcome.output.isEmpty)
    let report = try scratch.read("rapport.txt")
    #expect(report.contains("faux.txt:1:3"))
    #expect(!report.contains("\u{1B}"))
  }

  @Test(arguments: [
    (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false), ([:], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
  ])
  func coloursFollowTheEnvironment(_ environment: [String: String], _ expected: Bool) throws {
    let output = try scratch().relire("check", environment: environment).output
    #expect(output.contains("\u{1B}[") == expected)
  }

  @Test(arguments: [
    ([:], "erreur"), (["LANG": "C.UTF-8"], "erreur"), (["LANG": "en_US.UTF-8"], "error"),
    (["LANG": "en_US.UTF-8", "LC_ALL": "fr_FR.UTF-8"], "erreur"),
  ])
  func localeDecidesTheLanguage(_ environment: [String: String], _ word: String) throws {
    #expect(try scratch().relire("check", environment: environment).output.contains("  \(word)  "))
  }

  @Test func langGoesBeforeTheLocale() throws {
    let french = try scratch().relire("check", "--lang", "fr", environment: ["LANG": "en_US.UTF-8"]).output
    #expect(french.contains("  erreur  "))
    let english = try scratch().relire("--lang=en", "--help").output
    #expect(english.contains("USAGE: relire"))
  }

  @Test(arguments: [["--lang", "en"], ["--lang=en"]])
  func `the language may stand before the command`(_ language: [String]) throws {
    let scratch = try scratch()
    func output(_ arguments: [String]) throws -> String {
      try RelireProcess.run(language + arguments, in: scratch).output
    }
    #expect(try output(["rules"]) == scratch.relire("rules", "--lang", "en").output)
    #expect(try output(["check", "faux.txt"]) == scratch.relire("faux.txt", "--lang", "en").output)
    #expect(try output(["--help"]).contains("USAGE: relire [<command>]"))
    #expect(try scratch.relire("--lang", "de", "rules").code == 2)
  }

  @Test func helpIsInFrench() throws {
    for arguments in [
      ["--help"], ["check", "--help"], ["rules", "--help"], ["explain", "--help"],
    ] {
      let outcome = try RelireProcess.run(arguments, in: Scratch())
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("Exemples\u{A0}:"))
      #expect(outcome.output.contains("UTILISATION\u{A0}: relire"))
      #expect(outcome.errors.isEmpty)
      for english in ["USAGE", "OPTIONS:", "Show ", "default", "values:"] { #expect(!outcome.output.contains(english)) }
    }
  }

  @Test func `an example in the help can be pasted into a shell`() throws {
    let outcome = try RelireProcess.run(["report", "--help"], in: Scratch())
    #expect(outcome.output.contains("\n  relire report --source-url 'https://forge.exemple/{path}#L{line}'\n"))
  }

  @Test func `a rule that does not exist is told with the nearest name`() throws {
    let outcome = try scratch().relire("fix", "--rule", "apostrofe")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("Vouliez-vous dire «\u{A0}typography/apostrophe\u{A0}»"))
  }

  @Test func `a mistyped command is told with the nearest one`() throws {
    let scratch = try scratch()
    let outcome = try scratch.relire("chek", "faux.txt")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("«\u{A0}relire check\u{A0}»"))
    try scratch.write("chek", "")
    #expect(try !scratch.relire("chek").errors.contains("relire check"))
  }

  @Test func `a configuration from elsewhere is for the folder where relire is called`() throws {
    let scratch = try Scratch()
    try scratch.write("partage/relire.yml", "rules: {typography/ellipsis: warning}\n")
    try scratch.write("partage/autre.md", "Voici : un texte.\n")
    try scratch.write("site/page.md", "Voici…\n\nUn texte...\n")
    let site = Scratch(existing: scratch.folder.appending(path: "site"))
    let outcome = try site.relire("check", "--config", "../partage/relire.yml", "--format", "short")
    #expect(outcome.output.contains("page.md:3:9") && !outcome.output.contains("autre.md"))
    // One that lies below is for what lies there.
    let whole = try scratch.relire("check", "--config", "partage/relire.yml", "--format", "short")
    #expect(whole.output.contains("partage/autre.md") && !whole.output.contains("page.md"))
  }

  @Test func versionIsOneLine() throws {
    let outcome = try scratch().relire("--version")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.hasPrefix("relire "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameTheCommands(_ shell: String) throws {
    let outcome = try scratch().relire("--generate-completion-script", shell)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("explain"))
    #expect(outcome.output.contains("fail-on"))
  }

  @Test func rulesListAsJSON() throws {
    let outcome = try scratch().relire("rules", "--format", "json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [[String: Any]]])
    let rules = try #require(list["rules"])
    #expect(rules.contains { $0["id"] as? String == "file/unreadable-file" })
    for key in ["id", "family", "severity", "fix", "summary", "act", "rgaa", "wcag"] {
      #expect(rules.allSatisfy { $0[key] != nil })
    }
  }

  @Test func explainTakesARuleItsNameOrAFamily() throws {
    let scratch = try scratch()
    let whole = try scratch.relire("explain", "file/unreadable-file")
    #expect(whole.code == 0)
    #expect(whole.output.contains("file/unreadable-file: off"))
    #expect(try scratch.relire("explain", "unreadable-file").output == whole.output)
    #expect(try scratch.relire("explain", "file").output.contains("unreadable-file"))
  }

  @Test func explainProposesTheNearestName() throws {
    let outcome = try scratch().relire("explain", "file/unreadble-file")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("Vouliez-vous dire «\u{A0}file/unreadable-file\u{A0}»"))
  }

  @Test func quietLeavesTheSummaryOut() throws {
    let output = try scratch().relire("check", "--quiet").output
    #expect(output.contains("faux.txt"))
    #expect(!output.contains("relire explain"))
  }

  @Test func progressSpeaksOnStandardErrorOnly() throws {
    let outcome = try scratch().relire("check", "--progress")
    #expect(outcome.output == (try scratch().relire("check").output))
  }
}
