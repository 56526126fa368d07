import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters
import RelireRules

struct RGAACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rgaa",
    abstract: text(
      fr: "Dit ce que les règles vérifient du RGAA 4.1.2, et l’état de pages.",
      en: "Tells what the rules check of RGAA 4.1.2, and the state of pages."),
    discussion: text(
      fr: """
        Sans page\u{A0}: les 258 tests, vérifiés, vérifiés en partie ou à vérifier à la main. Avec des pages publiées\u{A0}: \
        l’état de chaque test (C, NC, NA, ou NT pour ce qui reste à vérifier à la main).

        Exemples\u{A0}:
          relire rgaa
          relire rgaa public --format csv > audit.csv
          relire rgaa public/index.html public/contact/index.html
        """,
      en: """
        Without pages: the 258 tests, checked, partly checked or to be checked by hand. With published pages: the state \
        of each test (C, NC, NA, or NT for what is left to be checked by hand).

        Examples:
          relire rgaa
          relire rgaa public --format csv > audit.csv
          relire rgaa public/index.html public/contact/index.html
        """))

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp(text(fr: "Format du tableau.", en: "Format of the table.")))
  var format: RGAAReporter.Format?

  func run() throws {
    var pages: [RGAAAudit.Page] = []
    var failures: [Discovery.Failure] = []
    if !site.paths.isEmpty {
      let linter = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
      let audit = linter.audit()
      pages = audit.pages.map { RGAAAudit.Page(path: $0.path, subjects: $0.subjects, diagnostics: $0.diagnostics) }
      failures = audit.failures
      for failure in failures { StandardError.write(failure.message, of: failure.path) }
      if pages.isEmpty { throw failures.contains(where: \.isFatal) ? CommandFailure.incomplete : Self.noPage }
      if audit.pages.contains(where: { !$0.isPublished }) { StandardError.write(Self.sources) }
    }
    var output = ByteBuffer()
    RGAAReporter(language: InterfaceLanguage.current, style: TerminalSettings.standardOutput().style)
      .write(RGAAAudit(RuleRegistry.metadata, pages: pages), as: format ?? .terminal, to: &output)
    try StandardOutput.write(output.bytes)
    if failures.contains(where: \.isFatal) { throw CommandFailure.incomplete }
  }

  private static let noPage = CommandFailure(fr: "aucune page n’a été lue.", en: "no page was read.")

  /// What NA means little for: the header, the menus, the search.
  private static let sources = text(
    fr: "relire\u{A0}: il y a des sources parmi ces pages\u{A0}: l’état ne dit rien de ce que leur modèle y ajoute. "
      + "Donnez les pages publiées.\n",
    en: "relire: there are sources among these pages: the state tells nothing of what their template adds. "
      + "Give the published pages.\n")
}

extension RGAAReporter.Format: ExpressibleByArgument {}
