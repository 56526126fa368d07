import Glibc
import RelireModel

/// The language in which the tool speaks.
///
/// It is known before the command line is parsed, since the help that argument-parser prints is part
/// of what is said.
enum InterfaceLanguage {
  static let current = of(arguments: CommandLine.arguments.dropFirst(), environment: environment)

  /// `--lang` goes before the locale (POSIX order: LC_ALL, LC_MESSAGES, LANG); French unless one of
  /// them asks for English.
  static func of(arguments: some Sequence<String>, environment: (String) -> String?) -> MessageLanguage {
    var takesNext = false
    for argument in arguments {
      if argument == "--" { break }
      if takesNext, let language = MessageLanguage(argument: argument) { return language }
      takesNext = argument == "--lang"
      if argument.hasPrefix("--lang="), let language = MessageLanguage(argument: String(argument.dropFirst(7))) {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("en") == true ? .english : .french
  }
}

/// A text in the language of the interface.
func text(fr french: @autoclosure () -> String, en english: @autoclosure () -> String) -> String {
  InterfaceLanguage.current == .french ? french() : english()
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
