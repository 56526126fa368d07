import RelireModel
import RelireRules
import RelireSite

extension Linter {
  /// What is wrong with the texts of a multilingual site's interface.
  var messageDiagnostics: [[Diagnostic]] {
    let profile = settings.main
    guard let site, let configuration = site.site.configuration, configuration.languages.count > 1 else { return [] }
    let catalogues = site.index.messageCatalogues
    guard let main = catalogues.first(where: { $0.language == configuration.mainLanguage.code }) else { return [] }
    var diagnostics: [[Diagnostic]] = []
    for catalogue in catalogues where catalogue.language != main.language {
      var byFile: [Int: [JudgedFinding]] = [:]
      func add(_ rule: RuleID, _ findings: [(file: Int, finding: Finding)]) {
        guard let severity = profile.severity(of: rule) else { return }
        for (file, finding) in findings {
          byFile[file, default: []].append(JudgedFinding(rule: rule, severity: severity, finding: finding))
        }
      }
      add(MissingMessage.id, MissingMessage.findings(on: catalogue, main: main))
      add(DifferentPlaceholders.id, DifferentPlaceholders.findings(on: catalogue, main: main))
      add(UntranslatedMessage.id, UntranslatedMessage.findings(on: catalogue, main: main))
      for (number, findings) in byFile {
        let file = catalogue.files[number]
        diagnostics.append(
          findings.sorted { ($0.finding.range, $0.rule) < ($1.finding.range, $1.rule) }
            .located(in: file.source, path: shown(Path.join(site.root, file.path))).sorted(by: Diagnostic.precedes))
      }
    }
    return diagnostics
  }
}
