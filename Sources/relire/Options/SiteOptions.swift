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

  @Option(
    help: ArgumentHelp(
      text(fr: "Fichier de configuration.", en: "Configuration file."), valueName: text(fr: "fichier", en: "file")),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

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
    options.config = nil
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
    do throws(ConfigurationError) {
      var configuration = if let config { try Configuration.read(config) } else { try Configuration.load() }
      configuration.commandLine.locale = locale
      return configuration
    } catch {
      throw CommandFailure(
        fr: "la configuration ne peut pas être lue.\n" + error.text(in: .french),
        en: "the configuration cannot be read.\n" + error.text(in: .english))
    }
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
