import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: text(
      fr: "Montre le plan d’une page, tel que l’annonce un lecteur d’écran, et ses fautes.",
      en: "Shows a page’s outline as a screen reader announces it, and its faults."),
    discussion: text(
      fr: """
        Exemples\u{A0}:
          relire outline content/fr/page.md
          relire outline public/index.html --format json
        """,
      en: """
        Examples:
          relire outline content/fr/page.md
          relire outline public/index.html --format json
        """))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, json
  }

  @Argument(help: ArgumentHelp(text(fr: "La page.", en: "The page.")), completion: .file())
  var page: String

  @Option(help: ArgumentHelp(text(fr: "Format du plan.", en: "Format of the outline.")))
  var format: Format?

  @OptionGroup var config: ConfigOption

  @OptionGroup var language: LanguageOption

  func run() throws {
    let outline = try read()
    var output = ByteBuffer()
    switch format ?? .terminal {
    case .terminal: OutlineText(language: InterfaceLanguage.current).write(outline, to: &output)
    case .json: OutlineJSON(language: InterfaceLanguage.current).write(outline, to: &output)
    }
    try StandardOutput.write(output.bytes)
  }

  private func read() throws(CommandFailure) -> PageOutline {
    let linter = Linter(configuration: try config.read(), paths: [page])
    let shown = SafeText.neutralised(page)
    do throws(FileError) {
      if let outline = try linter.outline(of: page) { return outline }
    } catch {
      throw CommandFailure(
        fr: "«\u{A0}\(shown)\u{A0}» ne peut pas être lu\u{A0}: \(error.message.french)",
        en: "“\(shown)” cannot be read: \(error.message.english)")
    }
    throw CommandFailure(
      fr: "«\u{A0}\(shown)\u{A0}» n’est ni du Markdown, ni du HTML, ni du texte.",
      en: "“\(shown)” is neither Markdown nor HTML nor text.")
  }
}
