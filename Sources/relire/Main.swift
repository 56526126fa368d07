import ArgumentParser
import Glibc
import RelireEngine
import RelireModel

/// Runs the command and turns whatever happens into an exit code: 0 nothing to report, 1 something at
/// or above the failing severity, 2 the tool could not do its job.
@main
enum Main {
  static func main() {
    // A reader that goes away (`relire | head`) is then met as an error of `write`, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    exit(code())
  }

  private static func code() -> Int32 {
    do {
      var command = try command()
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      StandardError.write(failure)
      return 2
    } catch let outcome as ExitCode {
      return outcome.rawValue
    } catch {
      return answer(error)
    }
  }

  private static func command() throws -> any ParsableCommand {
    let arguments = withoutLanguage(Array(CommandLine.arguments.dropFirst()))
    if let typo = mistypedCommand(arguments.first) { throw typo }
    let isCheck = arguments.first == CheckCommand._commandName || isForCheck(arguments.first)
    if isCheck || arguments.first == FixCommand._commandName { Preparation.begin() }
    // A commit waits for `relire check`: argument-parser takes milliseconds to read its options, and more to get to it
    // through all other commands. Whatever is out of the ordinary (help, an error) goes that way nevertheless, for the
    // same answer as ever.
    if isCheck {
      let options = arguments.first == CheckCommand._commandName ? Array(arguments.dropFirst()) : arguments
      if let check = CheckCommand.plain(options) { return check }
      if let check = try? CheckCommand.parseAsRoot(options), check is CheckCommand { return check }
    }
    return try Relire.parseAsRoot(arguments)
  }

  /// `relire --lang en fix`: all commands take it, so it may as well stand before them. It is known already.
  private static func withoutLanguage(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    if first == "--lang", arguments.count > 1, MessageLanguage(argument: arguments[1]) != nil {
      return Array(arguments.dropFirst(2))
    }
    let isLanguage = first.hasPrefix("--lang=") && MessageLanguage(argument: String(first.dropFirst(7))) != nil
    return isLanguage ? Array(arguments.dropFirst()) : arguments
  }

  /// Whether the first argument is one of the command that need not be named: a path, or none.
  private static func isForCheck(_ argument: String?) -> Bool {
    guard let argument else { return true }
    return !argument.hasPrefix("-") && argument != "help"
      && !Relire.configuration.subcommands.contains { $0._commandName == argument }
  }

  /// `relire chek`: not a path, and close to a command.
  private static func mistypedCommand(_ argument: String?) -> CommandFailure? {
    guard let argument, isForCheck(argument), !argument.utf8.contains(where: { $0 == 0x2E || $0 == 0x2F }),
      !FileSystem.exists(argument)
    else { return nil }
    let commands = Relire.configuration.subcommands.map { $0._commandName }
    guard let near = NearestNames.of(argument, among: commands, atMost: 1).first else { return nil }
    return CommandFailure(
      fr: "«\u{A0}\(argument)\u{A0}» n’est ni une commande ni une page. Vouliez-vous dire "
        + "«\u{A0}relire \(near)\u{A0}»\u{202F}?",
      en: "“\(argument)” is neither a command nor a page. Did you mean “relire \(near)”?")
  }

  /// What argument-parser answers by throwing: help, version, completions, and errors of usage.
  private static func answer(_ error: any Error) -> Int32 {
    let text = ParserWording.translated(Relire.fullMessage(for: error)) + "\n"
    guard Relire.exitCode(for: error) == .success else {
      StandardError.write(text)
      return 2
    }
    do throws(CommandFailure) {
      try StandardOutput.write(Array(text.utf8))
      return 0
    } catch {
      StandardError.write(error)
      return 2
    }
  }
}
