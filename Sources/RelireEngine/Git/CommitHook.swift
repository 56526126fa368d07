import Glibc
import RelireModel

/// The hook that checks pages before each commit.
public struct CommitHook: Sendable {
  public enum State: Sendable, Hashable {
    case absent
    /// Another hook stands there.
    case foreign
    /// - Parameter isChained: whether a hook that was there before runs first.
    case installed(isChained: Bool)
  }

  private static let name = "pre-commit"
  /// What an existing hook is renamed to.
  private static let previousName = "pre-commit.before-relire"
  private static let mark = "# relire-hook 1"

  /// Where Git looks for hooks in this repository, `core.hooksPath` respected.
  public let folder: String
  public var path: String { Path.join(folder, Self.name) }
  private var previous: String { Path.join(folder, Self.previousName) }

  public init(_ repository: GitRepository) throws(GitRepository.Failure) {
    folder = try repository.gitPath("hooks")
  }

  public var state: State {
    guard let contents = try? FileSystem.read(path) else { return .absent }
    guard Self.isOurs(contents.bytes) else { return .foreign }
    return .installed(isChained: FileSystem.exists(previous))
  }

  /// Installs the hook, or renews it. A hook of somebody else's is kept and runs first.
  ///
  /// - Parameter program: where relire is, should it not be in the PATH of whoever commits.
  public func install(program: String) throws(FileError) {
    if state == .foreign {
      // A hook set aside before must not be lost either.
      if FileSystem.exists(previous) { throw .changed }
      guard rename(path, previous) == 0 else { throw FileError(errno: errno) }
    }
    if !FileSystem.exists(folder), mkdir(folder, 0o777) != 0 { throw FileError(errno: errno) }
    try FileSystem.write(path, Array(Self.script(program).utf8), mode: 0o755)
    guard chmod(path, 0o755) == 0 else { throw FileError(errno: errno) }
  }

  /// Takes the hook away and puts back what was there before.
  public func uninstall() throws(FileError) {
    guard case .installed(let isChained) = state else { return }
    if isChained {
      guard rename(previous, path) == 0 else { throw FileError(errno: errno) }
    } else {
      try FileSystem.remove(path)
    }
  }

  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    UnifiedDiff.lines(of: bytes).prefix(3).contains { $0.starts(with: mark.utf8) }
  }

  /// Whoever has no relire any more must still be able to commit.
  private static func script(_ program: String) -> String {
    """
    #!/bin/sh
    \(mark)
    # Vérifie les pages avant chaque commit. Pour l’enlever\u{A0}: relire hook uninstall
    previous="$(dirname "$0")/\(previousName)"
    if [ -x "$previous" ]; then "$previous" "$@" || exit $?; fi
    relire=\(ShellWord.quoted(program))
    [ -x "$relire" ] || relire=$(command -v relire) || {
      echo "relire est introuvable\u{A0}: les pages n’ont pas été vérifiées." >&2
      exit 0
    }
    exec "$relire" hook run

    """
  }
}
