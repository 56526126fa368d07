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
