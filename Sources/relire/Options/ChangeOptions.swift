import ArgumentParser
import RelireEngine

/// Which part of a Git repository to look at.
struct ChangeOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      text(
        fr: "Vérifie ce que le prochain commit contiendra, et non les fichiers du dossier.",
        en: "Checks what the next commit will hold, not the files of the folder.")))
  var staged = false

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Ne vérifie que les pages modifiées depuis cette révision de Git, et dit quelles ancres elles ont perdues.",
        en: "Checks only the pages changed since this revision of Git, and tells which anchors they have lost."),
      valueName: text(fr: "révision", en: "revision")))
  var since: String?

  @Flag(
    help: ArgumentHelp(
      text(
        fr: "Avec --staged ou --since, ne montre que les fautes des lignes modifiées.",
        en: "With --staged or --since, reports only faults on changed lines.")))
  var changedLines = false

  /// At most `--staged`: without argument-parser (see `CheckCommand.plain`).
  static func plain(isStaged: Bool) -> ChangeOptions {
    var options = ChangeOptions()
    options.staged = isStaged
    options.since = nil
    options.changedLines = false
    return options
  }

  func validate() throws {
    if staged, since != nil {
      throw ValidationError(
        text(fr: "--staged et --since ne vont pas ensemble.", en: "--staged and --since exclude each other."))
    }
    if changedLines, scope == nil {
      throw ValidationError(
        text(fr: "--changed-lines veut --staged ou --since.", en: "--changed-lines wants --staged or --since."))
    }
  }

  /// Nil for everything.
  var scope: ChangeScope? {
    if staged { return ChangeScope(.staged, isByLine: changedLines) }
    return since.map { ChangeScope(.since($0), isByLine: changedLines) }
  }
}
