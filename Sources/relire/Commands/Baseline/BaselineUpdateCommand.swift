import ArgumentParser
import RelireEngine

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
    try StandardOutput.say(
      fr: "Corrigées et oubliées\u{A0}: \(BaselineCommand.faults(old.count - new.count))\u{202F}; "
        + "restent connues\u{A0}: \(BaselineCommand.faults(new.count)).",
      en: "Corrected and forgotten: \(BaselineCommand.faults(old.count - new.count)); "
        + "still known: \(BaselineCommand.faults(new.count)).")
  }
}
