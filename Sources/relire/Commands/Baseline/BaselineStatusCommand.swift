import ArgumentParser
import RelireEngine
import RelireModel

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
    try StandardOutput.say(
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
