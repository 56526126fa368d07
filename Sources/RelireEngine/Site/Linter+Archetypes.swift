import RelireModel
import RelireRules
import RelireSite

extension Linter {
  /// What is wrong with the site's own archetypes.
  var archetypeDiagnostics: [[Diagnostic]] {
    let main = settings.main
    guard let site, let severity = main.severity(of: ArchetypeWithoutSection.id) else { return [] }
    return site.site.archetypes(in: .disk).filter { !$0.isOfTheme }.map { archetype in
      let findings = ArchetypeWithoutSection.findings(on: archetype, of: site.index, main.ruleSettings.sections)
        .map { JudgedFinding(rule: ArchetypeWithoutSection.id, severity: $0.severity ?? severity, finding: $0) }
      return Array(findings.located(in: archetype.source, path: shown(Path.join(site.root, archetype.path))))
    }
  }

  /// Whether the site's folder was asked for, by itself or with what is around it.
  var coversSite: Bool {
    guard let site, !paths.isEmpty else { return true }
    let workingDirectory = FileSystem.workingDirectory
    return paths.contains { Path.relative(site.root, to: Path.absolute($0, in: workingDirectory)) != nil }
  }

  /// - Parameter path: absolute.
  func shown(_ path: String) -> String { Path.shown(path, in: FileSystem.workingDirectory) }
}
