import ArgumentParser
import RelireEngine
import RelireLexicon
import RelireModel

/// What to check, and by which settings.
struct SiteOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      text(
        fr: "Pages ou dossiers\u{202F}; sans rien, le site du dossier courant.",
        en: "Pages or folders; without any, the site in the current folder."),
      valueName: text(fr: "chemin", en: "path")),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var config: ConfigOption

  @Option(
    help: ArgumentHelp(
      text(
        fr: "Conventions typographiques du contenu.",
        en: "Typographic conventions of the content."),
      valueName: "locale"))
  var locale: Conventions.Locale?

  @Option(
    help: ArgumentHelp(
      text(fr: "Nombre de pages lues à la fois.", en: "Number of pages read at a time."),
      valueName: text(fr: "nombre", en: "number")))
  var jobs: Int?

  @OptionGroup var language: LanguageOption

  /// These paths, and no option: without argument-parser (see `CheckCommand.plain`).
  static func plain(_ paths: [String]) -> SiteOptions {
    var options = SiteOptions()
    options.paths = paths
    options.config = .plain
    options.locale = nil
    options.jobs = nil
    return options
  }

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(text(fr: "--jobs veut un nombre à partir de 1.", en: "--jobs wants a number from 1 up."))
    }
  }

  func configuration() throws(CommandFailure) -> Configuration {
    var configuration = try config.read()
    configuration.commandLine.locale = locale
    return configuration
  }

  /// The faults known beforehand; nil when none were recorded.
  func baseline(_ configuration: Configuration) throws(CommandFailure) -> Baseline? {
    do throws(FileError) {
      return try Baseline(in: configuration.root)
    } catch {
      throw CommandFailure(
        fr: "\(Baseline.fileName)\u{A0}: \(error.message.french)", en: "\(Baseline.fileName): \(error.message.english)")
    }
  }
}
