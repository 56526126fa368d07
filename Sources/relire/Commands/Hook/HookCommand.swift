import ArgumentParser
import RelireEngine
import RelireModel

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
}
