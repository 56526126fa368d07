import Glibc
import RelireModel
import Testing

@testable import RelireEngine

@Suite struct CommitHookTests {
  private let tree = TestRepository()

  private func hook() throws -> CommitHook { try CommitHook(#require(tree.repository)) }

  /// A program that stands for relire: it notes its arguments and fails or not.
  private func program(exit code: Int) throws -> String {
    let path = tree.folder("re'lire")
    try FileSystem.write(
      path, Array("#!/bin/sh\necho \"$@\" >> '\(tree.folder("calls"))'\nexit \(code)\n".utf8), mode: 0o755)
    return path
  }

  @Test func installedAndTakenAway() throws {
    let hook = try hook()
    #expect(hook.state == .absent)
    try hook.install(program: try program(exit: 1))
    #expect(hook.state == .installed(isChained: false))
    tree.stage("a.md", "x")
    #expect(tree.git("commit", "-m", "x") == nil)
    #expect(tree.folder.text("calls") == "hook run\n")
    #expect(tree.git("commit", "--no-verify", "-m", "x") != nil)
    try hook.uninstall()
    #expect(hook.state == .absent)
    try hook.uninstall()
  }

  @Test func installingTwiceIsInstallingOnce() throws {
    let hook = try hook()
    try hook.install(program: try program(exit: 0))
    let first = try FileSystem.read(hook.path).bytes
    try hook.install(program: try program(exit: 0))
    #expect(try FileSystem.read(hook.path).bytes == first)
    #expect(hook.state == .installed(isChained: false))
  }

  @Test func aHookThatWasThereRunsFirstAndComesBack() throws {
    let hook = try hook()
    try FileSystem.write(hook.path, Array("#!/bin/sh\necho avant >> '\(tree.folder("calls"))'\n".utf8), mode: 0o755)
    #expect(hook.state == .foreign)
    try hook.install(program: try program(exit: 0))
    try hook.install(program: try program(exit: 0))
    #expect(hook.state == .installed(isChained: true))
    tree.stage("a.md", "x")
    #expect(tree.git("commit", "-q", "-m", "x") != nil)
    #expect(tree.folder.text("calls") == "avant\nhook run\n")
    try hook.uninstall()
    #expect(hook.state == .foreign)
    #expect(try FileSystem.read(hook.path).bytes.count > 20)
  }

  @Test func theFolderThatIsConfiguredIsUsed() throws {
    tree.git("config", "core.hooksPath", "mes crochets")
    let hook = try hook()
    #expect(Path.name(hook.folder) == "mes crochets")
    try hook.install(program: try program(exit: 1))
    tree.stage("a.md", "x")
    #expect(tree.git("commit", "-m", "x") == nil)
  }

  @Test func whoeverHasNoRelireCanStillCommit() throws {
    try hook().install(program: "/nonexistent/relire")
    tree.stage("a.md", "x")
    // Unless there is a relire in the PATH, which may refuse.
    if run("/bin/sh", ["-c", "command -v relire"]) != 0 { #expect(tree.git("commit", "-q", "-m", "x") != nil) }
  }
}
