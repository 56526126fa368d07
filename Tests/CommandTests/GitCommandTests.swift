import Foundation
import Testing

/// An editor's way through a refused commit, with real Git.
@Suite struct GitCommandTests {
  private func git(_ arguments: String..., in scratch: Scratch) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=Essai", "-c", "user.email=essai@example.org"] + arguments
    process.currentDirectoryURL = scratch.folder
    let output = scratch.folder.appending(path: ".git-output")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  @Test func aRefusedCommitIsCorrectedAndPasses() throws {
    let scratch = try Scratch()
    _ = try git("init", "-q", in: scratch)
    #expect(try scratch.relire("hook", "install").code == 0)
    try scratch.write("content/page.md", "Voici : un texte.\n")
    _ = try git("add", "content", in: scratch)
    let refused = try git("commit", "-m", "x", in: scratch)
    #expect(refused.code != 0)
    for word in ["content/page.md:1:6", "Le commit est suspendu", "relire fix --staged", "git commit --no-verify"] {
      #expect(refused.text.contains(word), "\(word)")
    }
    #expect(try scratch.relire("fix", "--staged").code == 0)
    #expect(try scratch.read("content/page.md") == "Voici\u{A0}: un texte.\n")
    #expect(try git("commit", "-m", "x", in: scratch).code == 0)
    #expect(try git("status", "--porcelain", "--", "content", in: scratch).text == "")
  }

  /// `git commit -a` fills an index of its own: once refused, nothing of it is left there.
  @Test func aRefusedCommitOfEverythingIsCorrectedByName() throws {
    let scratch = try Scratch()
    _ = try git("init", "-q", in: scratch)
    try scratch.write("content/fr/une page.md", "Bon.\n")
    _ = try git("add", "content", in: scratch)
    _ = try git("commit", "-q", "-m", "x", in: scratch)
    #expect(try scratch.relire("hook", "install").code == 0)
    try scratch.write("content/fr/une page.md", "Voici : un texte.\n")
    let refused = try git("-C", "content/fr", "commit", "-a", "-m", "x", in: scratch)
    #expect(refused.code != 0)
    #expect(refused.text.contains(" fix 'une page.md'\n"))
    #expect(refused.text.contains("par la même commande"))
    // `git commit --no-verify` alone would have nothing to commit.
    #expect(refused.text.contains("ajoutez-lui «\u{A0}--no-verify\u{A0}»"))
    #expect(!refused.text.contains("--staged"))
    #expect(try scratch.relire("fix", "--staged").output.contains("Aucune page n’est indexée"))
    #expect(try scratch.relire("fix", "content/fr/une page.md").code == 0)
    #expect(try git("commit", "-a", "-m", "x", in: scratch).code == 0)
  }

  @Test func stagedPagesAreFoundFromAnyFolder() throws {
    let scratch = try Scratch()
    _ = try git("init", "-q", in: scratch)
    try scratch.write("hugo.toml", "languageCode = \"fr\"\n")
    try scratch.write("content/a.md", "---\ntitle: Un\n---\n\nVoici : un texte.\n")
    try scratch.write("content/fr/b.md", "---\ntitle: Deux\n---\n\nVoici : un texte.\n")
    _ = try git("add", ".", in: scratch)
    let inside = Scratch(existing: scratch.folder.appending(path: "content/fr"))
    let found = try inside.relire("check", "--staged", "--format", "short").output
    #expect(found.contains("a.md:5:6") && found.contains("b.md:5:6"))
    #expect(try inside.relire("fix", "--staged").code == 0)
    #expect(try scratch.read("content/a.md").contains("Voici\u{A0}:"))
  }

  /// As pre-commit calls them: with the names of the files, which lie on the disk as they are staged.
  @Test func hooksOfPreCommitTakeNames() throws {
    let scratch = try Scratch()
    try scratch.write("page.md", "Voici : un texte.\n")
    let index = ["GIT_INDEX_FILE": ".git/index", "PRE_COMMIT": "1"]
    let refused = try scratch.relire("hook", "run", "page.md", environment: index)
    #expect(refused.code == 1)
    #expect(refused.output.contains("Le commit est suspendu"))
    #expect(refused.output.contains("relire fix --staged\n"))
    #expect(try !scratch.relire("hook", "run", "page.md").output.contains("commit"))
    let fixed = try scratch.relire("hook", "fix", "page.md", environment: index)
    #expect(fixed.code == 1)
    #expect(fixed.output.hasPrefix("page.md\u{A0}: 1\u{A0}correction\n"))
    #expect(fixed.output.contains("    git add page.md\n    git commit\n"))
    #expect(try scratch.read("page.md") == "Voici\u{A0}: un texte.\n")
    let clean = try scratch.relire("hook", "fix", "page.md", environment: index)
    #expect(clean.code == 0 && clean.output.isEmpty)
  }

  @Test func knownFaultsHoldNothingUp() throws {
    let scratch = try Scratch()
    try scratch.write("page.md", "Voici : un texte.\n")
    #expect(try scratch.relire("check").code == 1)
    let created = try scratch.relire("baseline", "create")
    #expect(created.code == 0)
    #expect(created.output.contains("1\u{A0}faute dans .relire-baseline") && !created.output.contains("info"))
    #expect(try scratch.relire("baseline", "create").code == 2)
    #expect(try scratch.relire("check").code == 0)
    #expect(try scratch.relire("check", "--ignore-baseline").code == 1)
    try scratch.write("page.md", "Voici : un texte.\n\nEncore : un autre.\n")
    #expect(try scratch.relire("check").code == 1)
    #expect(try scratch.relire("baseline", "status").output.contains("Nouvelles\u{A0}: 1\u{A0}faute"))
  }

  @Test func `a baseline tells what it does not hold`() throws {
    let scratch = try Scratch()
    try scratch.write("page.md", "Voici : un texte.\n\nOuvert à 14h30.\n")
    #expect(try scratch.relire("baseline", "create").output.contains(", et 1\u{A0}info, qui ne fait jamais échouer."))
  }

  @Test func fixCheckOnlyTells() throws {
    let scratch = try Scratch()
    try scratch.write("page.md", "Voici : un texte.\n")
    #expect(try scratch.relire("fix", "--check").code == 1)
    #expect(try scratch.read("page.md") == "Voici : un texte.\n")
    #expect(try scratch.relire("fix", "--diff").output.hasPrefix("--- a/page.md\n+++ b/page.md\n"))
    #expect(try scratch.relire("fix", "--interactive").code == 2)
    #expect(try scratch.relire("fix").code == 0)
    #expect(try scratch.relire("fix", "--check").code == 0)
  }

  @Test func `fix names what it could not read or correct`() throws {
    let scratch = try Scratch()
    try scratch.write("image.png", "")
    try Data([0x55, 0x6E, 0x20, 0xE9, 0x74, 0xE9, 0x20, 0x3F, 0x0A]).write(
      to: scratch.folder.appending(path: "latin1.md"))
    let outcome = try scratch.relire("fix", "latin1.md", "absent.md", "image.png")
    #expect(outcome.code == 2)
    #expect(outcome.output == "Aucune correction.\n")
    #expect(outcome.errors.contains("absent.md\u{A0}: Ce fichier n’existe pas"))
    #expect(outcome.errors.contains("image.png\u{A0}: "))
    #expect(outcome.errors.contains("latin1.md\u{A0}: La page n’est pas enregistrée en UTF-8"))
  }

  @Test func `a revision that is not there is told in words`() throws {
    let scratch = try Scratch()
    _ = try git("init", "-q", in: scratch)
    try scratch.write("page.md", "Bon.\n")
    _ = try git("add", ".", in: scratch)
    _ = try git("commit", "-q", "-m", "x", in: scratch)
    let unknown = try scratch.relire("check", "--since", "origin/main")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("la révision «\u{A0}origin/main\u{A0}» n’existe pas dans ce dépôt.\n"))
    // As actions/checkout does, unless it is told otherwise.
    _ = try git("commit", "-q", "--allow-empty", "-m", "y", in: scratch)
    _ = try git("clone", "-q", "--depth", "1", "file://" + scratch.folder.path, "clone", in: scratch)
    let clone = Scratch(existing: scratch.folder.appending(path: "clone"))
    #expect(try clone.relire("check", "--since", "HEAD~1").errors.contains("git fetch --unshallow"))
    _ = try git("checkout", "-q", "--orphan", "seule", in: scratch)
    _ = try git("commit", "-q", "-m", "z", in: scratch)
    #expect(try scratch.relire("check", "--since", "HEAD@{1}").code == 2)
  }

  @Test func initIsValidAndAsksBeforeReplacing() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "Bon.\n")
    #expect(try scratch.relire("init").code == 0)
    #expect(try scratch.relire("init").code == 2)
    #expect(try scratch.relire("check").code == 0)
    try scratch.write(".relire.yml", "local: fr-CA\n")
    let broken = try scratch.relire("check")
    #expect(broken.code == 2)
    #expect(broken.errors.contains(".relire.yml:1:1: "))
    #expect(broken.errors.contains("locale"))
  }

  @Test func outsideARepositoryGitIsMissed() throws {
    let scratch = try Scratch()
    #expect(try scratch.relire("check", "--staged", environment: ["GIT_CEILING_DIRECTORIES": "/"]).code == 2)
  }

  // MARK: A whole site

  private struct Report: Decodable {
    struct Diagnostic: Decodable {
      struct Position: Decodable { let line: Int }
      struct Range: Decodable {
        let start: Position
        let end: Position
      }
      struct Edit: Decodable { let range: Range }
      struct Fix: Decodable {
        let safety: String
        let edits: [Edit]
      }
      let path: String
      let fix: Fix?
    }
    let diagnostics: [Diagnostic]

    /// The lines that a safe fix would touch, as `path:line`.
    var safeLines: Set<String> {
      var lines: Set<String> = []
      for diagnostic in diagnostics where diagnostic.fix?.safety == "safe" {
        for edit in diagnostic.fix?.edits ?? [] {
          for line in edit.range.start.line...edit.range.end.line { lines.insert("\(diagnostic.path):\(line)") }
        }
      }
      return lines
    }
  }

  private func report(of scratch: Scratch) throws -> Report {
    let outcome = try scratch.relire("check", "--format", "json", "--fail-on", "never")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  /// The lines of the last commit that the working copies no longer hold.
  private func changedLines(in scratch: Scratch) throws -> Set<String> {
    var lines: Set<String> = []
    var path = ""
    for line in try git("-c", "core.quotePath=false", "diff", "--unified=0", "--minimal", in: scratch).text.split(
      separator: "\n")
    {
      if line.hasPrefix("--- a/") { path = String(line.dropFirst(6)) }
      guard line.hasPrefix("@@ -") else { continue }
      let numbers = line.dropFirst(4).prefix { $0 != " " }.split(separator: ",").compactMap { Int($0) }
      for number in 0..<(numbers.count > 1 ? numbers[1] : 1) { lines.insert("\(path):\(numbers[0] + number)") }
    }
    return lines
  }

  @Test func correctingASiteTouchesWhatWasReportedAndNothingElse() throws {
    let scratch = try Scratch()
    let example = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/guide")
    let site = scratch.folder.appending(path: "site")
    try FileManager.default.copyItem(at: example.standardizedFileURL, to: site)
    let copy = Scratch(existing: site)
    _ = try git("init", "-q", in: copy)
    _ = try git("add", ".", in: copy)
    _ = try git("commit", "-q", "-m", "x", in: copy)
    let before = try report(of: copy).safeLines
    #expect(!before.isEmpty)
    #expect(try copy.relire("fix").code == 0)
    let changed = try changedLines(in: copy)
    #expect(changed == before)
    #expect(try report(of: copy).safeLines.isEmpty)
    #expect(try copy.relire("fix").output.hasPrefix("Rien à corriger."))
    #expect(try changedLines(in: copy) == changed)
  }
}
