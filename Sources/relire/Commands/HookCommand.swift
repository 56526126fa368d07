import ArgumentParser
import Glibc
import RelireEngine
import RelireModel
import RelireReporters

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: text(
      fr: "Fait vérifier les pages avant chaque commit.", en: "Has pages checked before each commit."),
    subcommands: [
      HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self, HookRunCommand.self,
      HookFixCommand.self,
    ])

  static func hook() throws(CommandFailure) -> CommitHook {
    do throws(GitRepository.Failure) {
      return try CommitHook(try GitRepository())
    } catch {
      throw CommandFailure(error.message)
    }
  }

  /// As it is seen from here.
  static func path(_ hook: CommitHook) -> String { Path.shown(hook.path, in: FileSystem.workingDirectory) }

  static func say(fr french: String, en english: String) throws(CommandFailure) {
    try StandardOutput.write(Array((text(fr: french, en: english) + "\n").utf8))
  }
}

struct HookInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: text(
      fr: "Pose le crochet Git de ce dépôt.", en: "Installs the Git hook of this repository."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let hook = try HookCommand.hook()
    do throws(FileError) {
      try hook.install(program: Program.path)
    } catch {
      throw CommandFailure(
        fr: "le crochet n’a pas pu être posé dans \(hook.folder). \(error.message.french)",
        en: "the hook could not be installed in \(hook.folder). \(error.message.english)")
    }
    let isChained = hook.state == .installed(isChained: true)
    try HookCommand.say(
      fr: "Les pages seront vérifiées avant chaque commit (\(HookCommand.path(hook)))."
        + (isChained ? " Le crochet qui s’y trouvait est gardé et passe d’abord." : ""),
      en: "Pages will be checked before each commit (\(HookCommand.path(hook)))."
        + (isChained ? " The hook that was there is kept and runs first." : ""))
  }
}

struct HookUninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: text(fr: "Retire le crochet.", en: "Removes the hook."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let hook = try HookCommand.hook()
    guard case .installed = hook.state else {
      try HookCommand.say(
        fr: "Rien à retirer\u{A0}: relire n’est pas posé ici.", en: "Nothing to remove: relire is not installed here.")
      return
    }
    do throws(FileError) {
      try hook.uninstall()
    } catch {
      throw CommandFailure(
        fr: "le crochet n’a pas pu être retiré de \(hook.folder). \(error.message.french)",
        en: "the hook could not be removed from \(hook.folder). \(error.message.english)")
    }
    try HookCommand.say(
      fr: "Les pages ne sont plus vérifiées avant les commits.", en: "Pages are no longer checked before commits.")
  }
}

struct HookStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: text(fr: "Dit si le crochet est posé.", en: "Tells whether the hook is installed."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let hook = try HookCommand.hook()
    switch hook.state {
    case .installed(let isChained):
      try HookCommand.say(
        fr: "Posé\u{A0}: \(HookCommand.path(hook))" + (isChained ? ", après le crochet qui s’y trouvait." : "."),
        en: "Installed: \(HookCommand.path(hook))" + (isChained ? ", after the hook that was there." : "."))
    case .foreign:
      try HookCommand.say(
        fr: "Pas posé\u{A0}: un autre crochet se trouve là (\(HookCommand.path(hook))). "
          + "«\u{A0}relire hook install\u{A0}» le garde et s’y ajoute.",
        en:
          "Not installed: another hook is there (\(HookCommand.path(hook))). “relire hook install” keeps it and adds to it."
      )
    case .absent:
      try HookCommand.say(
        fr: "Pas posé. Pour le poser\u{A0}: relire hook install",
        en: "Not installed. To install it: relire hook install")
    }
  }
}

/// What the hook calls.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: text(
      fr: "Vérifie ce qui va être validé, comme le fait le crochet.",
      en: "Checks what is about to be committed, as the hook does."),
    discussion: text(
      fr: "Avec des chemins, comme pre-commit les donne, vérifie ces fichiers tels qu’ils sont sur le disque.",
      en: "With paths, as pre-commit gives them, checks these files as they are on the disk."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let configuration = try site.configuration()
    let linter = Linter(configuration: configuration, paths: site.paths, threads: site.jobs)
    var result: RunResult
    do throws(GitRepository.Failure) {
      result = site.paths.isEmpty ? try linter.run(ChangeScope(.staged)) : linter.run()
    } catch {
      throw CommandFailure(error.message)
    }
    if let baseline = try site.baseline(configuration) { result = baseline.filter(result) }
    guard result.fails || result.isIncomplete else { return }
    let settings = TerminalSettings.standardOutput()
    // What only deserves a look is no reason to hold up a commit.
    let told = result.filter { $0.severity >= (result.failingSeverity ?? .info) }
    let report = TerminalReporter(
      language: InterfaceLanguage.current, style: settings.style, width: settings.width, showsSummary: false
    ).report(told)
    let advice = CommitAdvice(hasPaths: !site.paths.isEmpty).text(told)
    try StandardOutput.write(report.bytes + Array(advice.utf8))
    throw ExitCode(1)
  }
}

/// What pre-commit calls to correct pages.
struct HookFixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: text(
      fr: "Corrige les pages données et dit comment reprendre le commit, pour pre-commit.",
      en: "Corrects the given pages and tells how to commit again, for pre-commit."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let linter = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
    let outcome = Fixer(linter).run(mode: .write)
    let report = FixReport(outcome: outcome)
    report.writeTroubles()
    if outcome.changedPageCount > 0 {
      let pages = outcome.pages.filter(\.isChanged).map(\.path)
      let advice = CommitAdvice(hasPaths: true).text(correctedPages: pages)
      try StandardOutput.write(Array((report.list + report.anchors + advice).utf8))
    }
    if outcome.remaining.isIncomplete { throw FixReport.incomplete }
    if outcome.changedPageCount > 0 { throw ExitCode(1) }
  }
}
