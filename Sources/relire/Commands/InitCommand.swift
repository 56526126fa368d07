import ArgumentParser
import RelireEngine
import RelireModel

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: text(
      fr: "Prépare un fichier .relire.yml adapté au site.", en: "Writes a .relire.yml fitted to the site."))

  @Flag(
    help: ArgumentHelp(
      text(fr: "Remplace le fichier s’il existe déjà.", en: "Replaces the file if it exists already.")))
  var force = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let name = Configuration.fileNames[0]
    if let existing = Configuration.fileNames.first(where: { FileSystem.exists($0) }), !force {
      throw CommandFailure(
        fr: "\(existing) existe déjà\u{202F}; pour le remplacer\u{A0}: relire init --force.",
        en: "\(existing) exists already; to replace it: relire init --force.")
    }
    // A site whose configuration cannot be read is treated as plain folders: `relire check` tells what is wrong.
    let site = (try? SiteContext.find()) ?? nil
    do throws(FileError) {
      try FileSystem.write(name, Array(ConfigurationTemplate.text(for: site, language: InterfaceLanguage.current).utf8))
    } catch {
      throw CommandFailure(
        fr: "\(name) n’a pas pu être écrit. \(error.message.french)",
        en: "\(name) could not be written. \(error.message.english)")
    }
    let next = text(
      fr: "\(name) est prêt\u{A0}: ouvrez-le pour l’adapter, puis lancez «\u{A0}relire\u{A0}».\n",
      en: "\(name) is ready: open it to adapt it, then run “relire”.\n")
    try StandardOutput.write(Array(next.utf8))
  }
}
