import RelireModel

/// Every faulty page with its diagnostics, each in its line of source, the correction below it.
struct HTMLPageList {
  /// Columns of source around a fault. A report of 5,000 diagnostics stays below 4 MB.
  private static let width = 84

  let statistics: RunStatistics
  let comparison: RunComparison?
  let source: SourceLink?
  let wording: Wording

  private var result: RunResult { statistics.result }

  func write(to output: inout ByteBuffer) {
    let rules = result.countsByRule.map(\.rule).sorted()
    output.line("<section id=\"pages\"><h2>\(wording(fr: "Pages à revoir", en: "Pages to look at"))</h2>")
    writeFilters(rules, to: &output)
    var hidden: Set<HiddenCharacter> = []
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let prints = Fingerprint.of(result.diagnostics)
    for (number, page) in result.pages.enumerated() {
      let folder = HTMLText.escaped(statistics.folder(of: page.path))
      output.line("<section class=\"page\" id=\"p\(number)\" data-f=\"\(folder)\">")
      output.line("<h3><code>\(HTMLText.escaped(page.path))</code></h3>")
      output.line("<ol>")
      for index in page.diagnostics.indices {
        let diagnostic = page.diagnostics[index]
        write(
          diagnostic, rule: numbers[diagnostic.rule] ?? 0, isNew: comparison?.isNew(prints[index]) ?? false,
          hidden: &hidden, to: &output)
      }
      output.line("</ol></section>")
    }
    if !hidden.isEmpty {
      output.line("<p>\(HTMLText.escaped(wording.legend(hidden)))</p>")
    }
    output.line("</section>")
  }

  // MARK: Filters

  private func writeFilters(_ rules: [RuleID], to output: inout ByteBuffer) {
    output.line("<form id=\"filters\" role=\"search\" aria-label=\"\(wording(fr: "Filtres", en: "Filters"))\" hidden>")
    output.append("<p><label for=\"q\">\(wording(fr: "Chercher", en: "Search"))</label>")
    output.line("<input type=\"search\" id=\"q\" name=\"q\"></p>")
    let severities = Severity.allCases.reversed().map { ($0.rawValue, wording.word($0)) }
    select("severity", wording(fr: "Gravité", en: "Severity"), severities, to: &output)
    let ruleOptions = rules.enumerated().map { (String($0), $1.description) }
    select("rule", wording(fr: "Règle", en: "Rule"), ruleOptions, to: &output)
    let folders = statistics.folders.filter { $0.faulty > 0 }.map { ($0.name, $0.name.isEmpty ? "./" : $0.name) }
    select(
      "folder", wording(fr: "Dossier", en: "Folder"), all: wording(fr: "Tous", en: "All"), folders, to: &output)
    if comparison != nil {
      output.append("<p class=\"last\"><input type=\"checkbox\" id=\"new\" name=\"new\"> ")
      output.line("<label for=\"new\">\(wording(fr: "Nouveaux seulement", en: "New ones only"))</label></p>")
    }
    output.line("<p class=\"last\"><button type=\"reset\">\(wording(fr: "Tout montrer", en: "Show all"))</button></p>")
    let text = wording(fr: "Signalements affichés\u{A0}: #.", en: "Diagnostics shown: #.")
    output.line("<p class=\"last\" id=\"shown\" role=\"status\" data-text=\"\(text)\"></p></form>")
  }

  private func select(
    _ name: String, _ label: String, all: String? = nil, _ options: [(String, String)], to output: inout ByteBuffer
  ) {
    output.append("<p><label for=\"\(name)\">\(label)</label><select id=\"\(name)\" name=\"\(name)\">")
    output.append("<option value=\"\">\(all ?? wording(fr: "Toutes", en: "All"))</option>")
    for (value, text) in options {
      output.append("<option value=\"\(HTMLText.escaped(value))\">\(HTMLText.escaped(text))</option>")
    }
    output.line("</select></p>")
  }

  // MARK: One diagnostic

  private func write(
    _ diagnostic: Diagnostic, rule: Int, isNew: Bool, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer
  ) {
    let start = diagnostic.range.start
    let severity = diagnostic.severity
    output.append("<li data-s=\"\(severity.rawValue)\" data-r=\"\(rule)\"\(isNew ? " data-n=\"1\"" : "")><p>")
    let place = "\(start.line):\(start.column)"
    if let url = source?.url(diagnostic.path, line: start.line) {
      let label = wording(fr: "Ligne \(start.line), sur la forge", en: "Line \(start.line), on the forge")
      output.append("<a class=\"pos\" href=\"\(HTMLText.escaped(url))\" title=\"\(label)\"><code>\(place)</code></a> ")
    } else {
      output.append("<code class=\"pos\">\(place)</code> ")
    }
    output.append("<strong class=\"\(severity.htmlClass)\">\(wording.word(severity))</strong> ")
    if isNew { output.append("<span class=\"new\">\(wording(fr: "nouveau", en: "new"))</span> ") }
    output.append(HTMLText.message(diagnostic.message[wording.language]))
    output.append(" <code class=\"r\">\(HTMLText.escaped(diagnostic.rule.description))</code></p>")
    writeExcerpt(diagnostic, hidden: &hidden, to: &output)
    output.line("</li>")
  }

  private func writeExcerpt(_ diagnostic: Diagnostic, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer) {
    let excerpt = diagnostic.excerpt
    let length = excerpt.text.utf8.count
    let fault = diagnostic.range.source
    let low = min(max(fault.start - excerpt.offset, 0), length)
    let high = min(max(fault.end - excerpt.offset, low), length)
    if length > 0 {
      output.append("<pre><code>")
      let line = DisplayLine(excerpt.text, marked: [low..<high])
      write(line, excerpt, element: "mark", hidden: &hidden, to: &output)
      output.append("</code></pre>")
    }
    guard let fix = diagnostic.fix, let preview = FixPreview(fix, in: excerpt) else { return }
    output.append("<p>\(wording.label(fix.safety).capitalisedFirst)\(wording.colon)</p><pre><code>")
    write(DisplayLine(preview.text, marked: preview.written), excerpt, element: "ins", hidden: &hidden, to: &output)
    output.append("</code></pre>")
  }

  private func write(
    _ line: DisplayLine, _ excerpt: Excerpt, element: String, hidden: inout Set<HiddenCharacter>,
    to output: inout ByteBuffer
  ) {
    hidden.formUnion(line.hidden)
    let window = line.window(Self.width)
    if excerpt.isCutBefore || window.lowerBound > 0 { output.append("…") }
    var index = window.lowerBound
    while index < window.upperBound {
      let isMarked = line.cells[index].isMarked
      var end = index
      while end < window.upperBound, line.cells[end].isMarked == isMarked { end += 1 }
      let text = HTMLText.escaped(String(decoding: line.text(of: index..<end), as: UTF8.self))
      output.append(isMarked ? "<\(element)>\(text)</\(element)>" : text)
      index = end
    }
    if excerpt.isCutAfter || window.upperBound < line.cells.count { output.append("…") }
  }
}

extension Severity {
  /// The class of its colour in the style sheet.
  var htmlClass: String { String(rawValue.prefix(1)) }
}
