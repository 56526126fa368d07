import ArgumentParser
import RelireEngine

struct HookUninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: text(fr: "Retire le crochet.", en: "Removes the hook."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let hook = try HookCommand.hook()
    guard case .installed = hook.state else {
      try StandardOutput.say(
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
    try StandardOutput.say(
      fr: "Les pages ne sont plus vérifiées avant les commits.", en: "Pages are no longer checked before commits.")
  }
}
