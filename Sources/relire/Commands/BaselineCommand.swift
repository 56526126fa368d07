import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: text(
      fr: "Retient les fautes d’aujourd’hui, pour ne signaler que les nouvelles.",
      en: "Records today’s faults, so that only new ones are reported."),
    subcommands: [BaselineCreateCommand.self, BaselineUpdateCommand.self, BaselineStatusCommand.self])

  /// The run over the whole site, and where the baseline lies.
  static func run(_ site: SiteOptions) throws -> (result: RunResult, configuration: Configuration) {
    let configuration = try site.configuration()
    let linter = Linter(configuration: configuration, paths: site.paths, threads: site.jobs)
    return (linter.run(), configuration)
  }

  static func existing(_ site: SiteOptions, _ configuration: Configuration) throws(CommandFailure) -> Baseline {
    if let baseline = try site.baseline(configuration) { return baseline }
    throw CommandFailure(
      fr: "il n’y a pas encore de \(Baseline.fileName)\u{A0}: relire baseline create.",
      en: "there is no \(Baseline.fileName) yet: relire baseline create.")
  }

  static func write(_ baseline: Baseline) throws(CommandFailure) {
    do throws(FileError) {
      try baseline.write()
    } catch {
      throw CommandFailure(
        fr: "\(Baseline.fileName) n’a pas pu être écrit. \(error.message.french)",
        en: "\(Baseline.fileName) could not be written. \(error.message.english)")
    }
  }

  static func faults(_ count: Int) -> String {
    Wording(InterfaceLanguage.current).count(
      count, fr: (one: "faute", many: "fautes"), en: (one: "fault", many: "faults"))
  }
}

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
    try HookCommand.say(
      fr: "\(BaselineCommand.faults(baseline.count)) dans \(Baseline.fileName)\u{A0}: "
        + "seules les nouvelles seront signalées. Ajoutez ce fichier à Git.",
      en: "\(BaselineCommand.faults(baseline.count)) in \(Baseline.fileName): only new ones will be reported. "
        + "Add this file to Git.")
  }
}

struct BaselineUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: text(fr: "Oublie les fautes qui ont été corrigées.", en: "Forgets the faults that were corrected."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let (result, configuration) = try BaselineCommand.run(site)
    let old = try BaselineCommand.existing(site, configuration)
    let new = old.without(correctedIn: result)
    if new.count != old.count { try BaselineCommand.write(new) }
    try HookCommand.say(
      fr: "Corrigées et oubliées\u{A0}: \(BaselineCommand.faults(old.count - new.count))\u{202F}; "
        + "restent connues\u{A0}: \(BaselineCommand.faults(new.count)).",
      en: "Corrected and forgotten: \(BaselineCommand.faults(old.count - new.count)); "
        + "still known: \(BaselineCommand.faults(new.count)).")
  }
}

struct BaselineStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: text(
      fr: "Compte les fautes connues, corrigées et nouvelles.", en: "Counts the known, corrected and new faults."))

  @OptionGroup var site: SiteOptions

  func run() throws {
    let (result, configuration) = try BaselineCommand.run(site)
    let baseline = try BaselineCommand.existing(site, configuration)
    let left = baseline.without(correctedIn: result).count
    let new = baseline.filter(result).diagnostics.count { $0.severity != .info }
    try HookCommand.say(
      fr: """
        Connues\u{A0}: \(BaselineCommand.faults(left))
        Corrigées\u{A0}: \(BaselineCommand.faults(baseline.count - left))
        Nouvelles\u{A0}: \(BaselineCommand.faults(new))
        """,
      en: """
        Known: \(BaselineCommand.faults(left))
        Corrected: \(BaselineCommand.faults(baseline.count - left))
        New: \(BaselineCommand.faults(new))
        """)
  }
}
