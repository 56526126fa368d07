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
      guard let config else { return try Configuration.load() }
      var configuration = try Configuration.read(config)
      let here = FileSystem.workingDirectory
      let folder = Path.absolute(configuration.root, in: here)
      configuration.isShared = Path.relative(here, to: folder) == nil && Path.relative(folder, to: here) == nil
      return configuration
    } catch {
      throw CommandFailure(
        fr: "la configuration ne peut pas être lue.\n" + error.text(in: .french),
        en: "the configuration cannot be read.\n" + error.text(in: .english))
    }
  }
}
