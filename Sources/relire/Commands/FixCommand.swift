import ArgumentParser
import RelireEngine
import RelireModel
import RelireReporters

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: text(fr: "Corrige des pages.", en: "Corrects pages."),
    discussion: text(
      fr: """
        Sans option, seuls les espaces et les signes changent\u{A0}: les mots et le balisage restent.

        Exemples\u{A0}:
          relire fix content
          relire fix --diff content          montre les corrections sans rien écrire
          relire fix --unsafe content        corrige aussi des lettres et du balisage
          relire fix --rule apostrophe page.md
        """,
      en: """
        Without an option only spaces and glyphs change: words and markup stay.

        Examples:
          relire fix content
          relire fix --diff content          shows the corrections without writing anything
          relire fix --unsafe content        corrects letters and markup too
          relire fix --rule apostrophe page.md
        """))

  @OptionGroup var site: SiteOptions

  @Flag(
    help: ArgumentHelp(
      text(
        fr: "Applique aussi les corrections qui changent des lettres, des mots ou le balisage.",
        en: "Applies the fixes that change letters, words or markup too.")))
  var unsafe = false

  @Flag(
    help: ArgumentHelp(
      text(fr: "Montre les corrections sans rien écrire.", en: "Shows the corrections without writing anything.")))
  var diff = false

  @Flag(
    help: ArgumentHelp(
      text(
        fr: "N’écrit rien\u{202F}; le code de retour est 1 s’il y a quelque chose à corriger.",
        en: "Writes nothing; the exit code is 1 if there is something to correct.")))
  var check = false

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      text(
        fr: "Montre chaque correction et demande avant de l’appliquer.",
        en: "Shows each fix and asks before applying it.")))
  var interactive = false

  @Flag(
    help: ArgumentHelp(
      text(
        fr: "Corrige ce que le prochain commit contiendra, sans y mêler les autres modifications.",
        en: "Corrects what the next commit will hold, without mixing in other changes.")))
  var staged = false

  @Option(
    help: ArgumentHelp(
      text(
        fr: "N’applique que cette règle ou cette famille\u{202F}; répétable.",
        en: "Applies only this rule or family; may be repeated."),
      valueName: text(fr: "règle", en: "rule")),
    transform: RuleSelector.init(named:))
  var rule: [RuleSelector] = []

  func validate() throws {
    if interactive, diff || check {
      throw ValidationError(
        text(
          fr: "--interactive ne va ni avec --diff ni avec --check.", en: "--interactive excludes --diff and --check."))
    }
  }

  func run() throws {
    if interactive, !FixQuestion.isPossible {
      throw CommandFailure(
        fr: "--interactive veut un terminal.", en: "--interactive wants a terminal.")
    }
    let line = ProgressLine(isQuiet: interactive, isAskedFor: false)
    var options = Fixer.Options()
    options.isUnsafe = unsafe
    options.rules = rule.isEmpty ? nil : Set(rule.map(\.name))
    if interactive {
      let question = FixQuestion()
      options.accepts = { question.accepts($0) }
    }
    let linter = Linter(configuration: try site.configuration(), paths: site.paths, threads: site.jobs)
    let fixer = Fixer(linter, options)
    let mode: Fixer.Mode = diff ? .diff : check ? .count : .write
    let outcome: Fixer.SiteOutcome
    do throws(GitRepository.Failure) {
      outcome = staged ? try fixer.runStaged(mode: mode) : fixer.run(mode: mode, progress: line.callback)
    } catch {
      throw CommandFailure(error.message)
    }
    line.clear()
    let report = FixReport(outcome: outcome)
    try StandardOutput.write(diff ? outcome.pages.flatMap(\.diff) : Array(summary(report).utf8))
    report.writeTroubles()
    if outcome.remaining.isIncomplete { throw FixReport.incomplete }
    if check, outcome.changedPageCount > 0 { throw ExitCode(1) }
  }

  private func summary(_ report: FixReport) -> String {
    if staged, report.outcome.remaining.fileCount == 0, !report.outcome.remaining.isIncomplete { return nothingStaged }
    var lines = report.list
    let pages = report.pages
    switch (report.outcome.appliedFixCount, check) {
    case (0, _) where report.outcome.remaining.isIncomplete:
      lines += text(fr: "Aucune correction.", en: "No correction.")
    case (0, _): lines += text(fr: "Rien à corriger.", en: "Nothing to correct.")
    case (_, true):
      lines += text(fr: "\(report.fixes) à faire dans \(pages).", en: "\(report.fixes) to be made in \(pages).")
    case (_, false): lines += text(fr: "\(report.fixes) dans \(pages).", en: "\(report.fixes) in \(pages).")
    }
    lines += "\n" + report.anchors
    let others = report.outcome.remaining.count(fixable: .unsafe)
    if others > 0, !unsafe, rule.isEmpty {
      let fixes = FixReport.fixes(others)
      lines += text(
        fr: "\(fixes) de plus, à relire ensuite, avec --unsafe.\n",
        en: "\(fixes) more, to be read over afterwards, with --unsafe.\n")
    }
    return lines
  }

  /// As after a refused `git commit -a`, which leaves the index as it was.
  private var nothingStaged: String {
    text(
      fr: """
        Aucune page n’est indexée. Pour corriger les pages du dossier\u{A0}:
            relire fix
        Pour indexer d’abord une page\u{A0}:
            git add <page>

        """,
      en: """
        No page is staged. To correct the pages of the folder:
            relire fix
        To stage a page first:
            git add <page>

        """)
  }
}
