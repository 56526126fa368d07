import RelireDocuments
import RelireModel
import RelireRules

/// A source and its generated pages are checked together, so that what both say is told once.
extension Linter {
  func check(
    _ units: [WorkPlan.Unit], of pages: [PageInput], _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> CheckedBatch {
    var inputs: [PageInput] = []
    inputs.reserveCapacity(units.count)
    for unit in units {
      if let source = unit.source.map({ pages[$0] }) ?? unit.unasked { inputs.append(source) }
      for index in unit.generated { inputs.append(pages[index]) }
    }
    let checked = check(inputs)
    var results = BatchResults(settings.rules, checked)
    var rest = checked[...]
    for unit in units { summarise(unit, &rest, plan, templates, &results) }
    return CheckedBatch(pages: results.pages, diagnostics: results.diagnostics.finish())
  }

  /// A batch in the making.
  private struct BatchResults {
    var pages: [(number: Int, result: Result<PageSummary, FileError>)] = []
    var diagnostics: DiagnosticBatchBuilder

    init(_ rules: [RuleID], _ checked: [Result<CheckedPage, FileError>]) {
      var count = 0
      for case .success(let page) in checked { count += page.findingCount }
      diagnostics = DiagnosticBatchBuilder(rules: rules, capacity: count)
      pages.reserveCapacity(checked.count)
    }

    /// Adds what was found on a page that is told by itself.
    mutating func add(_ page: CheckedPage, _ number: Int, keepsSource: Bool) {
      let first = diagnostics.count
      diagnostics.add(page.order, in: page.document.source, path: page.path)
      add(PageSummary(page, first..<diagnostics.count, keepsSource: keepsSource), number)
    }

    mutating func add(_ page: PageSummary, _ number: Int) { pages.append((number, .success(page))) }

    mutating func add(_ error: FileError, _ number: Int) { pages.append((number, .failure(error))) }
  }

  /// - Parameter checked: the pages of the unit, and those of the next ones.
  private func summarise(
    _ unit: WorkPlan.Unit, _ checked: inout ArraySlice<Result<CheckedPage, FileError>>, _ plan: WorkPlan,
    _ templates: TemplateFaults, _ results: inout BatchResults
  ) {
    var source: (path: String, page: Attribution.Source)?
    if let index = unit.source, let result = checked.popFirst() {
      switch result {
      case .success(let page):
        results.add(page, index, keepsSource: plan.keepsSources)
        if plan.hasGenerated { templates.tell(Attribution.textKeys(page.findings, on: page.document)) }
        if !unit.generated.isEmpty { source = (page.path, attributionSource(page)) }
      case .failure(let error): results.add(error, index)
      }
    } else if unit.unasked != nil, case .success(let page)? = checked.popFirst() {
      templates.tell(Attribution.textKeys(page.findings, on: page.document))
      source = (page.path, attributionSource(page, isReported: false))
    }
    for index in unit.generated {
      switch checked.popFirst() {
      case .failure(let error)?: results.add(error, index)
      case .success(let page)?:
        let attribution = Attribution(
          page.findings, on: page.document, source: source?.page, plan.knowsSources ? site?.templates : nil)
        record(attribution.ofTemplate, on: page.document.source, page.path, page: index, templates)
        results.add(PageSummary(page, moved: moved(attribution, source, from: page.path)), index)
      case nil: break
      }
    }
  }

  /// Takes note of what is not the source's, where it is shown or in the file of the site that it is written in.
  private func record(
    _ faults: [TemplateFaults.Fault], on source: SourceText, _ path: String, page: Int, _ templates: TemplateFaults
  ) {
    templates.record(faults, page: page) { faults in
      faults.flatMap { fault -> [Diagnostic] in
        guard let place = fault.place, let site else { return Array([fault.finding].located(in: source, path: path)) }
        return [fault.finding].located(in: place.file.source, path: shown(Path.join(site.root, place.file.path)))
          .map { $0.from(.source(page: path)) }
      }
    }
  }

  private func attributionSource(_ page: CheckedPage, isReported: Bool = true) -> Attribution.Source {
    Attribution.Source(
      document: page.document, findings: page.findings, profile: page.profile,
      suppressions: page.suppressions, isLenient: page.isLenient, isReported: isReported)
  }

  func attributionSource(_ input: PageInput, _ bytes: [UInt8], findings: [JudgedFinding]) -> Attribution.Source {
    let document = read(input, bytes)
    let profile = settings.page(input.path).profile
    return Attribution.Source(
      document: document, findings: findings, profile: profile, suppressions: Suppressions(document),
      isLenient: profile.isLenient(on: document))
  }

  private func moved(
    _ attribution: Attribution, _ source: (path: String, page: Attribution.Source)?, from path: String
  ) -> [Diagnostic] {
    guard let source, !attribution.moved.isEmpty else { return [] }
    return attribution.moved.located(in: source.page.document.source, path: source.path)
      .map { $0.from(.source(page: path)) }.sorted(by: Diagnostic.precedes)
  }

  // MARK: The site

  /// What the site rules say, with all pages in view.
  struct SiteDiagnostics {
    /// By the pages' numbers.
    var ofPages: [DiagnosticSlice]
    /// Of generated pages, as far as it is told of their sources.
    var ofSources: [DiagnosticSlice] = []
    /// Of files that are no pages.
    let ofFiles: [[Diagnostic]]
  }

  /// - Parameter order: the numbers of the pages in the order of their paths.
  func siteDiagnostics(
    _ pages: [PageInput], _ order: [Int], _ kept: [KeptPage?], _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> SiteDiagnostics {
    var judge = SiteJudge(site: site?.index)
    for index in order { judge.add(kept[index]?.summary.evidence, page: index, path: pages[index].path) }
    let found = judge.judge()
    let ofPages = PagedFindings(found, pages: pages.count)
    var diagnostics = SiteDiagnostics(ofPages: Array(repeating: .empty, count: pages.count), ofFiles: ofFiles(found))
    var known: PagedFindings.KnownVerdicts?
    var isGenerated = [Bool](repeating: false, count: pages.count)
    for unit in plan.units {
      for index in unit.generated {
        isGenerated[index] = true
        guard let summary = kept[index]?.summary, let findings = ofPages.order(on: index, summary, &known)?.judged
        else { continue }
        var source: (PageInput, [JudgedFinding])?
        if let number = unit.source {
          let own = kept[number].flatMap { ofPages.order(on: number, $0.summary, &known)?.judged } ?? []
          let rules = Set(findings.flatMap { [$0.rule] + (RuleRegistry.rule($0.rule)?.isToldBy ?? []) })
          source = (pages[number], own + (kept[number]?.findings(by: rules) ?? []))
        } else if let unasked = unit.unasked {
          source = (unasked, [])
        }
        diagnostics.ofSources += attribute(findings, on: index, of: pages, source: source, plan, templates)
      }
    }
    let told = ofPages.pages.filter { !isGenerated[$0] && kept[$0] != nil }
    // Once for all parts.
    if let first = told.first.flatMap({ kept[$0] }) { ofPages.verdicts(of: first.summary.profile, &known) }
    let firstVerdicts = known
    // A thread takes longer to start than a few pages take.
    let parts = WorkQueue.map((told.count + 31) / 32, threads: min(threads, told.count / 32)) { part in
      let numbers = told[part * 32..<min(part * 32 + 32, told.count)]
      let summaries = numbers.compactMap { number in kept[number].map { (number, $0.summary) } }
      return self.located(ofPages, on: summaries, of: pages, firstVerdicts)
    }
    for (number, slice) in parts.joined() { diagnostics.ofPages[number] = slice }
    return diagnostics
  }

  /// Where the texts of pages are not at hand any more, the pages are read once more, for the lines and columns.
  private func located(
    _ findings: PagedFindings, on told: [(number: Int, summary: PageSummary)], of pages: [PageInput],
    _ verdicts: PagedFindings.KnownVerdicts?
  ) -> [(number: Int, diagnostics: DiagnosticSlice)] {
    var builder = DiagnosticBatchBuilder(rules: settings.rules, capacity: told.count)
    var ranges: [(number: Int, range: Range<Int>)] = []
    var known = verdicts
    for (number, summary) in told {
      let input = pages[number]
      guard let order = findings.order(on: number, summary, &known),
        let source = summary.source
          ?? (try? bytes(of: input)).map({ SourceDecoder.decode($0, format: input.format) })
      else { continue }
      let first = builder.count
      builder.add(order, in: source, path: input.path)
      ranges.append((number, first..<builder.count))
    }
    let batch = builder.finish()
    return ranges.map { ($0.number, DiagnosticSlice(batch, $0.range)) }
  }

  private func ofFiles(_ findings: SiteFindings) -> [[Diagnostic]] {
    guard let site else { return [] }
    return findings.byFile.map { file, findings in
      let path = shown(Path.join(site.root, file))
      let profile = settings.page(path).profile
      return findings.compactMap { rule, finding in
        profile.severity(of: rule).map {
          Diagnostic(ofFile: path, rule, finding.verdict == .review ? .info : $0, finding.message)
        }
      }.sorted(by: Diagnostic.precedes)
    }
  }

  /// What site rules say of a generated page, at its source's lines or as its template's.
  private func attribute(
    _ findings: [JudgedFinding], on index: Int, of pages: [PageInput], source: (PageInput, [JudgedFinding])?,
    _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> [DiagnosticSlice] {
    let input = pages[index]
    guard let bytes = try? bytes(of: input) else { return [] }
    let document = read(input, bytes)
    let own = source.flatMap { source in
      (try? self.bytes(of: source.0)).map { (source.0.path, attributionSource(source.0, $0, findings: source.1)) }
    }
    let attribution = Attribution(
      findings, on: document, source: own?.1, plan.knowsSources ? site?.templates : nil)
    // What its rule counted already is not counted again.
    let counted = attribution.ofTemplate.filter { $0.finding.finding.pages != nil }.map(\.finding)
    record(
      attribution.ofTemplate.filter { $0.finding.finding.pages == nil }, on: document.source, input.path, page: index,
      templates)
    return [
      DiagnosticSlice(moved(attribution, own, from: input.path)),
      counted.located(in: document.source, path: input.path),
    ]
  }
}
