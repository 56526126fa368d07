import ArgumentParser
import RelireEngine
import RelireModel

/// Where the configuration is read.
struct ConfigOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      text(fr: "Fichier de configuration.", en: "Configuration file."), valueName: text(fr: "fichier", en: "file")),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  /// No option: without argument-parser (see `CheckCommand.plain`).
  static var plain: ConfigOption {
    var option = ConfigOption()
    option.config = nil
    return option
  }

  func read() throws(CommandFailure) -> Configuration {
    do throws(ConfigurationError) {
      return if let config { try Configuration.read(config) } else { try Configuration.load() }
    } catch {
      throw CommandFailure(
        fr: "la configuration ne peut pas être lue.\n" + error.text(in: .french),
        en: "the configuration cannot be read.\n" + error.text(in: .english))
    }
  }
}
