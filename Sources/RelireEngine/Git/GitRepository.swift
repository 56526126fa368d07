import RelireModel

/// A Git repository, asked through the program `git`.
public struct GitRepository: Sendable {
  /// Why Git could not do what we asked.
  public enum Failure: Error, Sendable {
    /// No program `git`.
    case noGit
    case noRepository
    /// The system did not start the program.
    case notStarted(FileError)
    case command(String, output: String)
    case unknownRevision(String, isShallow: Bool)
    /// HEAD does not descend from anything that the revision descends from, or the history was not fetched.
    case noCommonHistory(String, isShallow: Bool)

    public var message: Message {
      switch self {
      case .noGit:
        Message(fr: "Git n’est pas installé, ou reste introuvable.", en: "Git is not installed or cannot be found.")
      case .noRepository:
        Message(
          fr: "ce dossier n’est pas dans un dépôt Git.", en: "this folder is not in a Git repository.")
      case .notStarted(let error):
        Message(
          fr: "Git n’a pas pu être lancé. \(error.message.french)",
          en: "Git could not be started. \(error.message.english)")
      case .command(let command, let output):
        Message(
          fr: "la commande «\u{A0}git \(command)\u{A0}» a échoué\u{A0}: \(output)",
          en: "the command “git \(command)” failed: \(output)")
      case .unknownRevision(let revision, let isShallow):
        Message(
          fr: "la révision «\u{A0}\(revision)\u{A0}» n’existe pas dans ce dépôt."
            + (isShallow ? Self.shallow.french : ""),
          en: "there is no revision “\(revision)” in this repository." + (isShallow ? Self.shallow.english : ""))
      case .noCommonHistory(let revision, let isShallow):
        Message(
          fr: "la révision «\u{A0}\(revision)\u{A0}» n’a pas d’ancêtre commun avec ce qui est vérifié."
            + (isShallow ? Self.shallow.french : ""),
          en: "the revision “\(revision)” has no ancestor in common with what is checked."
            + (isShallow ? Self.shallow.english : ""))
      }
    }

    /// What CI does unless it is told otherwise.
    private static let shallow = Message(
      fr: " L’historique de ce dépôt est incomplet\u{A0}: récupérez-le (git fetch --unshallow, ou fetch-depth: 0 en "
        + "intégration continue).",
      en: " The history of this repository is incomplete: fetch it (git fetch --unshallow, or fetch-depth: 0 in CI).")
  }

  /// The root of the working tree, absolute.
  public let root: String

  /// The repository in which a folder lies.
  public init(containing folder: String = ".") throws(Failure) {
    let output = try Self.git(["-C", folder, "rev-parse", "--show-toplevel"], isProbe: true)
    guard let line = Self.line(output) else { throw .noRepository }
    root = line
  }

  /// The nearest folder, `folder` itself included, that holds `.git`: without starting a program.
  static func root(above folder: String) -> String? {
    var folder = folder
    while true {
      if FileSystem.exists(Path.join(folder, ".git")) { return folder }
      let parent = Path.folder(folder)
      if parent == folder || parent == "." { return nil }
      folder = parent
    }
  }

  // MARK: Commands

  /// Runs `git` in this repository; its output.
  @discardableResult
  func git(_ arguments: [String], input: [UInt8] = [], environment: [String] = []) throws(Failure) -> [UInt8] {
    try Self.git(["-C", root] + arguments, input: input, environment: environment)
  }

  static func git(
    _ arguments: [String], input: [UInt8] = [], environment: [String] = [], isProbe: Bool = false
  ) throws(Failure) -> [UInt8] {
    let outcome: ChildProcess.Outcome
    do throws(FileError) {
      // Paths as they are, no pager, no prompt, no lock for what only looks.
      outcome = try ChildProcess.run(
        "git", ["-c", "core.quotePath=false"] + arguments, input: input,
        environment: ["LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"] + environment)
    } catch {
      throw error == .missing ? .noGit : .notStarted(error)
    }
    guard outcome.isSuccess else {
      if isProbe { throw .noRepository }
      let words = arguments.drop { $0 == "-C" || $0.hasPrefix("/") }
      throw .command(
        words.first ?? "",
        output: String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n").joined(separator: " "))
    }
    return outcome.output
  }

  /// The first line of an output, without its end; nil when empty.
  static func line(_ output: [UInt8]) -> String? {
    let line = output.prefix { $0 != 0x0A }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// The pieces of an output that zeros end.
  static func records(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
