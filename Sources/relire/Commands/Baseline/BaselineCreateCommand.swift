import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct BaselineCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: text(fr: "Retient toutes les fautes actuelles.", en: "Records all present faults."))

  @OptionGroup var site: SiteOptions

  @Flag(help: ArgumentHelp(text(fr: "Remplace la liste qui existe.", en: "Replaces the list that exists.")))
  var force = false

  func run() throws {
    let folder = try site.configuration().root
    if !force, (try? Baseline(in: folder)) ?? nil != nil {
      throw CommandFailure(
        fr: "\(Baseline.fileName) existe déjà\u{202F}; pour tout reprendre\u{A0}: relire baseline create --force.",
        en: "\(Baseline.fileName) exists already; to start over: relire baseline create --force.")
    }
    let (result, configuration) = try BaselineCommand.run(site)
    let baseline = Baseline(result, root: configuration.root)
    try BaselineCommand.write(baseline)
    let infos = infos(result)
    try StandardOutput.say(
      fr: "\(BaselineCommand.faults(baseline.count)) dans \(Baseline.fileName)\u{A0}: "
        + "seules les nouvelles seront signalées\(infos.french). Ajoutez ce fichier à Git.",
      en:
        "\(BaselineCommand.faults(baseline.count)) in \(Baseline.fileName): only new ones will be reported\(infos.english). "
        + "Add this file to Git.")
  }

  /// What is not recorded, and goes on being told.
  private func infos(_ result: RunResult) -> Message {
    let count = result.count(of: .info)
    if count == 0 { return Message(fr: "", en: "") }
    let number = Wording(InterfaceLanguage.current).count(count, fr: ("info", "infos"), en: ("note", "notes"))
    return Message(
      fr: ", et \(number), qui ne \(count == 1 ? "fait" : "font") jamais échouer",
      en: ", and \(number), which never \(count == 1 ? "fails" : "fail") a check")
  }
}
