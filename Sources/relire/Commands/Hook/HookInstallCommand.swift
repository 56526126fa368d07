import ArgumentParser
import RelireEngine

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
    try StandardOutput.say(
      fr: "Les pages seront vérifiées avant chaque commit (\(HookCommand.path(hook)))."
        + (isChained ? " Le crochet qui s’y trouvait est gardé et passe d’abord." : ""),
      en: "Pages will be checked before each commit (\(HookCommand.path(hook)))."
        + (isChained ? " The hook that was there is kept and runs first." : ""))
  }
}
