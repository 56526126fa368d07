import Glibc

@testable import RelireEngine

/// A Git repository of its own for a test, untouched by the settings of whoever runs it.
struct TestRepository: Sendable {
  let folder = TemporaryFolder()

  init() { git("init", "-q", "-b", "main") }

  /// The output of a command; nil when it fails.
  @discardableResult
  func git(_ arguments: String..., at place: String? = nil) -> String? {
    let outcome = try? ChildProcess.run(
      "git",
      ["-C", place ?? folder.path, "-c", "user.name=Essai", "-c", "user.email=essai@example.org"] + arguments,
      environment: [
        "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_DIR=", "GIT_INDEX_FILE=", "LC_ALL=C",
      ].filter { !$0.hasSuffix("=") })
    guard let outcome, outcome.isSuccess else { return nil }
    return String(decoding: outcome.output, as: UTF8.self)
  }

  func commit(_ name: String, _ text: String, message: String = "x") {
    folder.write(name, text)
    git("add", "--", name)
    git("commit", "-q", "-m", message)
  }

  func stage(_ name: String, _ text: String) {
    folder.write(name, text)
    git("add", "--", name)
  }

  func staged(_ name: String) -> String? { git("show", ":" + name) }

  var repository: GitRepository? { try? GitRepository(containing: folder.path) }

  /// A linter of two toy rules over the whole repository.
  var linter: Linter {
    Linter(
      configuration: Configuration(), paths: [folder.path], threads: 1, rules: [ToySpace.self, ToyEllipsis.self])
  }
}
