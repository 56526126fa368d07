import RelireDocuments
import RelireModel
import RelireRules

/// A source and its generated pages are checked together, so that what both say is told once.
extension Linter {
  func check(
    _ units: [WorkPlan.Unit], of pages: [PageInput], _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> [(Int, Result<PageSummary, FileError>)] {
    var inputs: [PageInput] = []
    for unit in units {
      if let source = unit.source.map({ pages[$0] }) ?? unit.unasked { inputs.append(source) }
      inputs += unit.generated.map { pages[$0] }
    }
    var checked = check(inputs)[...]
    return units.flatMap { summaries(of: $0, &checked, plan, templates) }
  }

  /// - Parameter checked: the pages of the unit, and those of the next ones.
  private func summaries(
    of unit: WorkPlan.Unit, _ checked: inout ArraySlice<Result<CheckedPage, FileError>>, _ plan: WorkPlan,
    _ templates: TemplateFaults
  ) -> [(Int, Result<PageSummary, FileError>)] {
    var results: [(Int, Result<PageSummary, FileError>)] = []
    var source: (path: String, page: Attribution.Source)?
    if let index = unit.source, let result = checked.popFirst() {
      switch result {
      case .success(let page):
        results.append((index, .success(PageSummary(page, keepsSource: plan.keepsSources))))
        if plan.hasGenerated { templates.tell(Attribution.textKeys(page.findings, on: page.document)) }
        if !unit.generated.isEmpty { source = (page.path, attributionSource(page)) }
      case .failure(let error): results.append((index, .failure(error)))
      }
    } else if unit.unasked != nil, case .success(let page)? = checked.popFirst() {
      templates.tell(Attribution.textKeys(page.findings, on: page.document))
      source = (page.path, attributionSource(page, isReported: false))
    }
    for index in unit.generated {
      switch checked.popFirst() {
      case .failure(let error)?: results.append((index, .failure(error)))
      case .success(let page)?:
        let attribution = Attribution(
          page.findings, on: page.document, source: source?.page, knowsSources: plan.knowsSources)
        templates.record(attribution.ofTemplate, page: index) { $0.located(in: page.document.source, path: page.path) }
        results.append((index, .success(PageSummary(page, moved: moved(attribution, source, from: page.path)))))
      case nil: break
      }
    }
    return results
  }

  private func attributionSource(_ page: CheckedPage, isReported: Bool = true) -> Attribution.Source {
    Attribution.Source(
      document: page.document, findings: page.findings, profile: page.profile,
      suppressions: page.suppressions, isLenient: page.isLenient, isReported: isReported)
  }

  private func attributionSource(_ input: PageInput, _ bytes: [UInt8], findings: [JudgedFinding]) -> Attribution.Source {
    let document = read(input, bytes)
    let profile = settings.page(input.path).profile
    let suppressions = Suppressions(document)
    return Attribution.Source(
      document: document, findings: findings, profile: profile, suppressions: suppressions.isEmpty ? nil : suppressions,
      isLenient: profile.drafts == .lenient && document.frontMatter?["draft"]?.bool == true)
  }

  private func moved(
    _ attribution: Attribution, _ source: (path: String, page: Attribution.Source)?, from path: String
  ) -> [Diagnostic] {
    guard let source, !attribution.moved.isEmpty else { return [] }
    return attribution.moved.located(in: source.page.document.source, path: source.path)
      .map { $0.from(.source(page: path)) }.sorted(by: Diagnostic.precedes)
  }

  // MARK: The site

  /// What the site rules say, with all pages in view: of pages, and of other files of the site. Where their
  /// texts are not at hand any more, the pages that they speak of are read once more, for the lines and columns.
  func siteDiagnostics(
    _ pages: [PageInput], _ summaries: [PageSummary?], _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> (ofPages: [[Diagnostic]], ofFiles: [[Diagnostic]]) {
    let found = judgedBySite(pages, summaries)
    var judged = found.byPage
    var diagnostics: [[Diagnostic]] = []
    for unit in plan.units {
      for index in unit.generated where !judged[index].isEmpty {
        let findings = judged[index]
        judged[index] = []
        let of =
          unit.source.map { (pages[$0], judged[$0] + (summaries[$0]?.findings(by: Set(findings.map(\.rule))) ?? [])) }
          ?? unit.unasked.map { ($0, []) }
        diagnostics += attribute(findings, on: index, of: pages, source: of, plan, templates)
      }
    }
    let ofPages = judged
    let told = ofPages.indices.filter { !ofPages[$0].isEmpty }
    // A thread takes longer to start than a few pages take.
    diagnostics += WorkQueue.map(told.count, threads: min(threads, told.count / 32)) { number in
      let input = pages[told[number]]
      if let source = summaries[told[number]]?.source { return ofPages[told[number]].located(in: source, path: input.path) }
      guard let bytes = try? self.bytes(of: input) else { return [] }
      return ofPages[told[number]].located(in: SourceDecoder.decode(bytes, format: input.format), path: input.path)
    }
    return (diagnostics, found.ofFiles)
  }

  /// What the site rules say of each page, and of other files of the site.
  private func judgedBySite(
    _ pages: [PageInput], _ summaries: [PageSummary?]
  ) -> (byPage: [[JudgedFinding]], ofFiles: [[Diagnostic]]) {
    var judge = SiteJudge(site: site?.index)
    for index in pages.indices.sorted(by: { (pages[$0].path, $0) < (pages[$1].path, $1) }) {
      if let evidence = summaries[index]?.evidence { judge.add(evidence, page: index, path: pages[index].path) }
    }
    let found = judge.judge()
    var judged = [[JudgedFinding]](repeating: [], count: pages.count)
    for (index, findings) in found.byPage {
      guard let summary = summaries[index] else { continue }
      var findings = findings
      if var suppressions = summary.suppressions {
        findings.remove { suppressions.contains($0.rule, at: $0.finding.range.start) }
      }
      judged[index] = findings.judged(by: summary.profile, isLenient: summary.isLenient)
    }
    return (judged, ofFiles(found))
  }

  private func ofFiles(_ findings: SiteFindings) -> [[Diagnostic]] {
    guard let site else { return [] }
    return findings.byFile.map { file, findings in
      let path = shown(Path.join(site.root, file))
      let profile = settings.page(path).profile
      return findings.compactMap { rule, finding in
        profile.severity(of: rule).map { Diagnostic(ofFile: path, rule, finding.verdict == .review ? .info : $0, finding.message) }
      }.sorted(by: Diagnostic.precedes)
    }
  }

  /// What site rules say of a generated page, at its source's lines or as its template's.
  private func attribute(
    _ findings: [JudgedFinding], on index: Int, of pages: [PageInput], source: (PageInput, [JudgedFinding])?,
    _ plan: WorkPlan, _ templates: TemplateFaults
  ) -> [[Diagnostic]] {
    let input = pages[index]
    guard let bytes = try? bytes(of: input) else { return [] }
    let document = read(input, bytes)
    let own = source.flatMap { source in
      (try? self.bytes(of: source.0)).map { (source.0.path, attributionSource(source.0, $0, findings: source.1)) }
    }
    let attribution = Attribution(findings, on: document, source: own?.1, knowsSources: plan.knowsSources)
    // What its rule counted already is not counted again.
    let counted = attribution.ofTemplate.filter { $0.finding.finding.pages != nil }.map(\.finding)
    templates.record(attribution.ofTemplate.filter { $0.finding.finding.pages == nil }, page: index) {
      $0.located(in: document.source, path: input.path)
    }
    return [
      moved(attribution, own, from: input.path), counted.located(in: document.source, path: input.path),
    ]
  }
}
