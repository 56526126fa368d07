import ArgumentParser
import RelireEngine

struct BaselineCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: text(fr: "Retient toutes les fautes actuelles.", en: "Records all present faults."))

  @OptionGroup var site: SiteOptions

  @Flag(help: ArgumentHelp(text(fr: "Remplace la liste qui existe.", en: "Replaces the list that exists.")))
  var force = false

  func run() throws {
    let (result, configuration) = try BaselineCommand.run(site)
    if !force, (try? Baseline(in: configuration.root)) ?? nil != nil {
      throw CommandFailure(
        fr: "\(Baseline.fileName) existe déjà\u{202F}; pour tout reprendre\u{A0}: relire baseline create --force.",
        en: "\(Baseline.fileName) exists already; to start over: relire baseline create --force.")
    }
    let baseline = Baseline(result, root: configuration.root)
    try BaselineCommand.write(baseline)
    try StandardOutput.say(
      fr: "\(BaselineCommand.faults(baseline.count)) dans \(Baseline.fileName)\u{A0}: "
        + "seules les nouvelles seront signalées. Ajoutez ce fichier à Git.",
      en: "\(BaselineCommand.faults(baseline.count)) in \(Baseline.fileName): only new ones will be reported. "
        + "Add this file to Git.")
  }
}
