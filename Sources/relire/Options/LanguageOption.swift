import ArgumentParser
import RelireLexicon
import RelireModel

/// `--lang`. Its value is read by `InterfaceLanguage`; here it is declared and checked.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      text(
        fr: "Langue des messages\u{202F}; sans elle, celle du système.",
        en: "Language of the messages; without it, the system’s."),
      valueName: text(fr: "langue", en: "language")))
  var lang: MessageLanguage?
}

extension MessageLanguage: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension Conventions.Locale: ExpressibleByArgument {
  /// Also as POSIX writes it, `fr_CA`, and `fr` alone.
  public init?(argument: String) {
    let tag = argument == "fr" ? "fr-FR" : argument.split(separator: "_").joined(separator: "-")
    guard let match = Self.allCases.first(where: { $0.rawValue.lowercased() == tag.lowercased() }) else { return nil }
    self = match
  }
}
