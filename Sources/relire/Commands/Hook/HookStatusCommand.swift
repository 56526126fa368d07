import ArgumentParser
import RelireEngine

struct HookStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: text(fr: "Dit si le crochet est posé.", en: "Tells whether the hook is installed."))

  @OptionGroup var language: LanguageOption

  func run() throws {
    let hook = try HookCommand.hook()
    switch hook.state {
    case .installed(let isChained):
      try StandardOutput.say(
        fr: "Posé\u{A0}: \(HookCommand.path(hook))" + (isChained ? ", après le crochet qui s’y trouvait." : "."),
        en: "Installed: \(HookCommand.path(hook))" + (isChained ? ", after the hook that was there." : "."))
    case .foreign:
      try StandardOutput.say(
        fr: "Pas posé\u{A0}: un autre crochet se trouve là (\(HookCommand.path(hook))). "
          + "«\u{A0}relire hook install\u{A0}» le garde et s’y ajoute.",
        en:
          "Not installed: another hook is there (\(HookCommand.path(hook))). “relire hook install” keeps it and adds to it."
      )
    case .absent:
      try StandardOutput.say(
        fr: "Pas posé. Pour le poser\u{A0}: relire hook install",
        en: "Not installed. To install it: relire hook install")
    }
  }
}
