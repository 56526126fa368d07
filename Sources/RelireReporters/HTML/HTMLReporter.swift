import RelireModel

/// The report that a team opens every morning: one file that needs nothing else and asks nobody for anything.
///
/// Everything is readable without its script, which only filters. A Content-Security-Policy admits that
/// script and that style sheet, by their hashes, and nothing else.
public struct HTMLReporter: Reporter {
  private let wording: Wording
  private let title: String
  private let date: String?
  private let source: SourceLink?
  private let former: [RunComparison.Former]?

  /// - Parameters:
  ///   - title: what was read, as the name of the site or of its folder.
  ///   - date: when, in words.
  ///   - former: the diagnostics of a former run to compare with.
  public init(
    language: MessageLanguage = .french, title: String = "", date: String? = nil, source: SourceLink? = nil,
    former: [RunComparison.Former]? = nil
  ) {
    wording = Wording(language)
    self.title = title
    self.date = date
    self.source = source
    self.former = former
  }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    let statistics = RunStatistics(result)
    let comparison = former.map { RunComparison(result, former: $0) }
    output.reserve(700 * result.diagnostics.count + 40_000)
    writeHead(to: &output)
    output.line("<body>")
    output.append("<a class=\"skip\" href=\"#main\">\(wording(fr: "Aller au contenu", en: "Skip to content"))</a>")
    writeHeader(result, hasComparison: comparison != nil, statistics, to: &output)
    output.line("<main id=\"main\">")
    writeState(statistics, to: &output)
    if let comparison { writeComparison(comparison, result, to: &output) }
    if let objectives = statistics.objectives { writeObjectives(objectives, result, to: &output) }
    writeCoverage(RGAACoverage(result), to: &output)
    if !result.diagnostics.isEmpty {
      HTMLPageList(statistics: statistics, comparison: comparison, source: source, wording: wording).write(to: &output)
    }
    output.line("</main>")
    output.line("<footer><p>\(Tool.name) \(Tool.version)</p></footer>")
    if !result.diagnostics.isEmpty { output.line("<script>\(HTMLScript.text)</script>") }
    output.line("</body></html>")
  }

  // MARK: Head

  private var heading: String {
    let subject = title.isEmpty ? wording(fr: "du site", en: "of the site") : wording(fr: "de ", en: "of ") + title
    return wording(fr: "Relecture ", en: "Proofreading ") + subject
  }

  private func writeHead(to output: inout ByteBuffer) {
    let policy =
      "default-src 'none'; style-src '\(SHA256.policySource(HTMLStyle.text))'; "
      + "script-src '\(SHA256.policySource(HTMLScript.text))'; base-uri 'none'; form-action 'none'"
    output.line("<!doctype html>")
    output.line("<html lang=\"\(wording.language.rawValue)\"><head><meta charset=\"utf-8\">")
    output.line("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
    output.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    output.line("<meta name=\"referrer\" content=\"no-referrer\">")
    output.line("<title>\(HTMLText.escaped(heading)) – \(Tool.name)</title>")
    let description = wording(
      fr: "Fautes de typographie, de structure et d’accessibilité du site, page par page, avec leurs corrections.",
      en: "Faults of typography, structure and accessibility of the site, page by page, with their corrections.")
    output.line("<meta name=\"description\" content=\"\(HTMLText.escaped(description))\">")
    output.line("<style>\(HTMLStyle.text)</style></head>")
  }

  private func writeHeader(
    _ result: RunResult, hasComparison: Bool, _ statistics: RunStatistics, to output: inout ByteBuffer
  ) {
    output.line("<header><h1>\(HTMLText.escaped(heading))</h1>")
    let summary = result.diagnostics.isEmpty ? wording.nothingFound(in: result.fileCount) : wording.summary(result)
    output.line("<p class=\"lead\">\(HTMLText.escaped(summary))</p>")
    if let date { output.line("<p>\(HTMLText.escaped(date))</p>") }
    output.line("</header>")
    var entries = [("state", wording(fr: "État du site", en: "State of the site"))]
    if hasComparison { entries.append(("change", wording(fr: "Évolution", en: "Change"))) }
    if statistics.objectives != nil { entries.append(("objectives", wording(fr: "Objectifs", en: "Objectives"))) }
    entries.append(("rgaa", "RGAA"))
    if !result.diagnostics.isEmpty { entries.append(("pages", wording(fr: "Pages", en: "Pages"))) }
    output.append("<nav aria-label=\"\(wording(fr: "Sommaire", en: "Contents"))\"><ul>")
    for (id, text) in entries { output.append("<li><a href=\"#\(id)\">\(text)</a></li>") }
    output.line("</ul></nav>")
  }

  // MARK: State

  private func writeState(_ statistics: RunStatistics, to output: inout ByteBuffer) {
    let result = statistics.result
    output.line("<section id=\"state\"><h2>\(wording(fr: "État du site", en: "State of the site"))</h2>")
    output.line("<dl class=\"cards\">")
    for severity in Severity.allCases.reversed() {
      let words = wording.count(result.count(of: severity), of: severity).split(separator: "\u{A0}", maxSplits: 1)
      card(String(words.last ?? ""), String(words.first ?? ""), severity.htmlClass, to: &output)
    }
    let clean = max(result.fileCount - result.faultyFileCount, 0)
    card(
      wording(fr: "pages sans signalement", en: "pages without diagnostics"),
      result.fileCount == 0 ? "–" : wording.percentage(clean, of: result.fileCount), "ok", to: &output)
    card(
      wording(fr: "corrections automatiques", en: "automatic fixes"),
      wording.number(result.count(fixable: .safe) + result.count(fixable: .unsafe)), "", to: &output)
    output.line("</dl><div class=\"grid\">")
    for chart in charts(statistics) { chart.write(to: &output) }
    output.line("</div></section>")
  }

  private func card(_ name: String, _ value: String, _ style: String, to output: inout ByteBuffer) {
    let name = HTMLText.escaped(name)
    output.line("<div><dt>\(name)</dt><dd class=\"\(style)\">\(HTMLText.escaped(value))</dd></div>")
  }

  private func charts(_ statistics: RunStatistics) -> [HTMLChart] {
    let result = statistics.result
    let worst = result.pages.enumerated().map { ($0, $1.path, $1.diagnostics.count) }
      .sorted { $0.2 != $1.2 ? $0.2 > $1.2 : $0.0 < $1.0 }.prefix(10)
    let folders = statistics.folders.filter { $0.diagnostics > 0 }
    return [
      HTMLChart(
        title: wording(fr: "Par famille", en: "By family"), unit: wording(fr: "Famille", en: "Family"),
        rows: statistics.countsByFamily.map { HTMLChart.Row(label: $0.family, count: $0.count) }, wording: wording),
      HTMLChart(
        title: wording(fr: "Par dossier", en: "By folder"), unit: wording(fr: "Dossier", en: "Folder"),
        rows: folders.map { HTMLChart.Row(label: $0.name.isEmpty ? "./" : $0.name, count: $0.diagnostics) },
        wording: wording),
      HTMLChart(
        title: wording(fr: "Signalements les plus fréquents", en: "Most frequent diagnostics"),
        unit: wording(fr: "Règle", en: "Rule"),
        rows: result.countsByRule.prefix(10).map { HTMLChart.Row(label: $0.rule.description, count: $0.count) },
        wording: wording),
      HTMLChart(
        title: wording(fr: "Pages les plus touchées", en: "Worst pages"), unit: "Page",
        rows: worst.map { HTMLChart.Row(label: $0.1, count: $0.2, anchor: "p\($0.0)") }, wording: wording),
    ]
  }

  // MARK: Change

  private func writeComparison(_ comparison: RunComparison, _ result: RunResult, to output: inout ByteBuffer) {
    let new = Fingerprint.of(result.diagnostics).count { comparison.isNew($0) }
    output.line("<section id=\"change\"><h2>\(wording(fr: "Évolution", en: "Change"))</h2><dl class=\"cards\">")
    card(wording(fr: "nouveaux", en: "new"), wording.number(new), "w", to: &output)
    card(wording(fr: "disparus", en: "gone"), wording.number(comparison.gone.count), "ok", to: &output)
    card(wording(fr: "restants", en: "remaining"), wording.number(result.diagnostics.count - new), "", to: &output)
    output.line("</dl>")
    if !comparison.gone.isEmpty {
      let title = wording(fr: "Ce qui a disparu", en: "What is gone")
      output.line("<details><summary>\(title)</summary><ul>")
      for former in comparison.gone {
        output.append("<li><code>\(HTMLText.escaped(former.path)):\(former.line)</code> ")
        output.append("\(HTMLText.message(former.message)) ")
        output.line("<code class=\"r\">\(HTMLText.escaped(former.rule))</code></li>")
      }
      output.line("</ul></details>")
    }
    output.line("</section>")
  }

  // MARK: Objectives

  private func writeObjectives(
    _ objectives: [(path: String, state: RunStatistics.Objectives)], _ result: RunResult, to output: inout ByteBuffer
  ) {
    let title = wording(fr: "Objectifs des pages", en: "Objectives of the pages")
    output.line("<section id=\"objectives\"><h2>\(title)</h2><dl class=\"cards\">")
    let labels: [(RunStatistics.Objectives, String, String)] = [
      (.present, wording(fr: "énoncés ou non exigés", en: "stated or not asked for"), "ok"),
      (.placeholder, wording(fr: "vides ou à compléter", en: "empty or to be written"), "w"),
      (.missing, wording(fr: "absents", en: "missing"), "e"),
    ]
    for (state, label, style) in labels {
      card(label, wording.number(objectives.count { $0.state == state }), style, to: &output)
    }
    output.line("</dl>")
    let numbers = Dictionary(uniqueKeysWithValues: result.pages.enumerated().map { ($1.path, $0) })
    let open = objectives.filter { $0.state != .present }
    if !open.isEmpty {
      output.line("<table><thead><tr><th scope=\"col\">Page</th>")
      output.line("<th scope=\"col\">\(wording(fr: "Objectifs", en: "Objectives"))</th></tr></thead><tbody>")
      for (path, state) in open {
        let name = "<code>\(HTMLText.escaped(path))</code>"
        let link = numbers[path].map { "<a href=\"#p\($0)\">\(name)</a>" } ?? name
        let label = labels.first { $0.0 == state }?.1 ?? ""
        output.line("<tr><th scope=\"row\">\(link)</th><td>\(HTMLText.escaped(label))</td></tr>")
      }
      output.line("</tbody></table>")
    }
    output.line("</section>")
  }

  // MARK: RGAA

  private func writeCoverage(_ coverage: RGAACoverage, to output: inout ByteBuffer) {
    output.line("<section id=\"rgaa\"><h2>RGAA 4.1.2</h2><p>")
    output.line(
      wording(
        fr: "relire décide une partie des tests, et trouve une partie des fautes d’autres tests. Aucun signalement ne "
          + "veut donc pas dire conforme\u{A0}: le reste demande un regard humain.",
        en: "relire decides a part of the tests, and finds a part of the faults of others. No diagnostic does not mean "
          + "conformance: the rest takes human eyes."))
    let heads = [
      wording(fr: "Signalements", en: "Diagnostics"), wording(fr: "Tests vérifiés", en: "Tests checked"),
      wording(fr: "En partie", en: "In part"), wording(fr: "À la main", en: "By hand"),
    ]
    output.append("</p><table><thead><tr><th scope=\"col\">\(wording(fr: "Thématique", en: "Theme"))</th>")
    for head in heads { output.append("<th scope=\"col\" class=\"n\">\(head)</th>") }
    output.line("</tr></thead><tbody>")
    for theme in coverage.themes {
      output.append("<tr><th scope=\"row\">\(theme.number). \(HTMLText.escaped(theme.name[wording.language]))</th>")
      for count in [theme.diagnostics] + RGAARuleCoverage.Extent.allCases.map({ theme.tests[$0, default: 0] }) {
        output.append("<td class=\"n\">\(wording.number(count))</td>")
      }
      output.line("</tr>")
    }
    output.line("</tbody></table>")
    writeLeft(coverage, to: &output)
    output.line("</section>")
  }

  /// What a human looks at, criterion by criterion.
  private func writeLeft(_ coverage: RGAACoverage, to output: inout ByteBuffer) {
    let title = wording(fr: "Ce qui reste à vérifier à la main", en: "What is left to check by hand")
    output.line("<details><summary>\(title)</summary><table><thead><tr>")
    output.append("<th scope=\"col\">\(wording(fr: "Critère", en: "Criterion"))</th>")
    output.append("<th scope=\"col\">\(wording(fr: "Sujet", en: "Subject"))</th>")
    output.line("<th scope=\"col\" class=\"n\">Tests</th></tr></thead><tbody>")
    for (criterion, count) in coverage.themes.flatMap(\.left) {
      output.append("<tr><th scope=\"row\">\(criterion.number)</th>")
      output.append("<td>\(HTMLText.escaped(criterion.title[wording.language]))</td>")
      output.line("<td class=\"n\">\(wording.number(count))</td></tr>")
    }
    output.line("</tbody></table></details>")
  }
}
