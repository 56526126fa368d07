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
    subcommands: [HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self, HookRunCommand.self])

  static func hook() throws(CommandFailure) -> CommitHook {
    do throws(GitRepository.Failure) {
      return try CommitHook(try GitRepository())
    } catch {
      throw CommandFailure(error.message)
    }
  }

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
      fr: "Les pages seront vérifiées avant chaque commit (\(hook.path))."
        + (isChained ? " Le crochet qui s’y trouvait est gardé et passe d’abord." : ""),
      en: "Pages will be checked before each commit (\(hook.path))."
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
      try HookCommand.say(fr: "Rien à retirer\u{A0}: relire n’est pas posé ici.", en: "Nothing to remove: relire is not installed here.")
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
        fr: "Posé\u{A0}: \(hook.path)" + (isChained ? ", après le crochet qui s’y trouvait." : "."),
        en: "Installed: \(hook.path)" + (isChained ? ", after the hook that was there." : "."))
    case .foreign:
      try HookCommand.say(
        fr: "Pas posé\u{A0}: un autre crochet se trouve là (\(hook.path)). "
          + "«\u{A0}relire hook install\u{A0}» le garde et s’y ajoute.",
        en: "Not installed: another hook is there (\(hook.path)). “relire hook install” keeps it and adds to it.")
    case .absent:
      try HookCommand.say(
        fr: "Pas posé. Pour le poser\u{A0}: relire hook install", en: "Not installed. To install it: relire hook install")
    }
  }
}

/// What the hook calls.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: text(
      fr: "Vérifie ce qui va être validé, comme le fait le crochet.",
      en: "Checks what is about to be committed, as the hook does."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let configuration = try site.configuration()
    let linter = Linter(configuration: configuration, paths: site.paths, threads: site.jobs)
    var result: RunResult
    do throws(GitRepository.Failure) {
      result = try linter.run(ChangeScope(.staged))
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
    try StandardOutput.write(report.bytes + Array(advice(told).utf8))
    throw ExitCode(1)
  }

  private func advice(_ result: RunResult) -> String {
    let wording = Wording(InterfaceLanguage.current)
    let faults = wording.count(
      result.diagnostics.count, fr: (one: "faute", many: "fautes"), en: (one: "fault", many: "faults"))
    let pages = wording.count(
      result.faultyFileCount, fr: (one: "page", many: "pages"), en: (one: "page", many: "pages"))
    let fixable = result.count(fixable: .safe)
    var lines = [
      "",
      text(
        fr: "Le commit est suspendu\u{A0}: \(faults) dans \(pages). Rien n’est perdu.",
        en: "The commit is held up: \(faults) in \(pages). Nothing is lost."), "",
    ]
    if fixable > 0 {
      let number = wording.number(fixable)
      lines += [
        text(
          fr: fixable == 1 ? "Pour corriger celle qui peut l’être sans vous\u{A0}:" : "Pour corriger les \(number) qui peuvent l’être sans vous\u{A0}:",
          en: fixable == 1 ? "To have the one corrected that needs no author:" : "To have the \(number) corrected that need no author:"),
        "    relire fix --staged",
      ]
    }
    let unsafe = result.count(fixable: .unsafe)
    if unsafe > 0 {
      lines += [
        text(
          fr: "Pour corriger aussi des lettres, et relire ensuite\u{A0}:", en: "To have letters corrected too, and read it over then:"),
        "    relire fix --staged --unsafe",
      ]
    }
    if fixable + unsafe < result.diagnostics.count {
      lines += [
        text(
          fr: "Pour les autres\u{A0}: modifiez la page, puis ajoutez-la de nouveau\u{A0}:",
          en: "For the others: edit the page, then add it again:"),
        "    git add " + text(fr: "<page>", en: "<page>"),
      ]
    }
    lines += [
      text(fr: "Puis reprenez le commit\u{A0}:", en: "Then commit again:"), "    git commit",
      text(fr: "Pour valider malgré tout\u{A0}:", en: "To commit all the same:"), "    git commit --no-verify", "",
    ]
    return lines.joined(separator: "\n")
  }
}

/// The running program.
enum Program {
  /// Its file, else the name by which it was called.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return CommandLine.arguments.first ?? Tool.name }
    return String(decoding: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
