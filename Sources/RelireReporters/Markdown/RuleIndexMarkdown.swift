import RelireModel

/// The index of the rule pages: by family, and by criterion of RGAA and success criterion of WCAG.
public struct RuleIndexMarkdown: Sendable {
  private let wording: Wording

  public init(language: MessageLanguage) { wording = Wording(language) }

  /// - Parameter rules: sorted by id. Links lead to `family/name.md` beside the page.
  public func page(_ rules: [RuleMetadata]) -> String {
    var output = ByteBuffer()
    output.line("# \(wording(fr: "Règles", en: "Rules"))\n")
    output.line(
      wording.count(rules.count, fr: ("règle", "règles"), en: ("rule", "rules"))
        + wording(
          fr: ", classées par famille, puis par critère. `relire explain RÈGLE` montre la même page dans le terminal.",
          en: ", by family, then by criterion. `relire explain RULE` shows the same page in a terminal."))
    writeFamilies(rules, to: &output)
    writeCriteria("RGAA 4.1.2", of: rules, \.rgaaTests, to: &output)
    writeCriteria("WCAG 2.2", of: rules, \.wcagCriteria, to: &output)
    return output.text
  }

  private func writeFamilies(_ rules: [RuleMetadata], to output: inout ByteBuffer) {
    var family = ""
    for rule in rules {
      if rule.id.family != family {
        family = rule.id.family
        output.line("\n## \(family)\n")
        output.line(
          wording(
            fr: "| Règle | Gravité | Correction | Ce qu’elle signale |",
            en: "| Rule | Severity | Fix | What it reports |"))
        output.line("|---|---|---|---|")
      }
      let fix = rule.fix.map { wording.word($0) } ?? wording(fr: "à la main", en: "by hand")
      output.append("| \(link(rule, rule.id.name)) | \(wording.word(rule.severity)) | \(fix) | ")
      output.line("\(MarkdownText.prose(wording.summary(rule))) |")
    }
  }

  private func writeCriteria(
    _ title: String, of rules: [RuleMetadata], _ criteria: (RuleMetadata) -> [String], to output: inout ByteBuffer
  ) {
    var byCriterion: [String: [RuleMetadata]] = [:]
    for rule in rules {
      for criterion in criteria(rule) { byCriterion[criterion, default: []].append(rule) }
    }
    guard !byCriterion.isEmpty else { return }
    output.line("\n## \(title)\n")
    output.line(wording(fr: "| Critère ou test | Règles |", en: "| Criterion or test | Rules |"))
    output.line("|---|---|")
    for criterion in byCriterion.keys.sorted(by: Self.precedes) {
      let links = (byCriterion[criterion] ?? []).map { link($0, $0.id.description) }
      output.line("| \(criterion) | \(links.joined(separator: ", ")) |")
    }
  }

  private func link(_ rule: RuleMetadata, _ text: String) -> String { "[\(text)](\(rule.id).md)" }

  /// `6.1.2` before `10.1.1`: number by number.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let numbers = { (text: String) in text.split(separator: ".").map { Int($0) ?? 0 } }
    return numbers(a).lexicographicallyPrecedes(numbers(b))
  }
}
