import RelireDocuments
import RelireModel
import RelireRules
import RelireSite
import Synchronization

/// Checks pages: finds them, reads them, runs the rules, and gives what these report its severity and place.
///
/// The result does not depend on the number of threads, byte for byte.
public final class Linter: Sendable {
  /// How far a run is.
  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  public let configuration: Configuration
  /// The site that the run is about; nil for loose files.
  public let site: SiteContext?
  /// What to check: files and folders; empty for the whole site.
  let paths: [String]
  let threads: Int
  let settings: SettingsTable
  /// Why the site's configuration could not be read.
  private let siteFault: SiteFault?

  /// - Parameters:
  ///   - paths: files and folders to check; without any, the whole site.
  ///   - threads: how many to use at most; all cores unless given.
  public convenience init(configuration: Configuration = Configuration(), paths: [String] = [], threads: Int? = nil) {
    var site: SiteContext?
    var fault: SiteFault?
    do throws(SiteFault) { site = try SiteContext.find(paths, configuration) } catch { fault = error }
    self.init(configuration: configuration, paths: paths, threads: threads, site: site, fault: fault)
  }

  /// With rules and a site that tests and benchmarks choose.
  package init(
    configuration: Configuration = Configuration(), paths: [String] = [], threads: Int?,
    rules: [any Rule.Type] = RuleRegistry.rules, site: SiteContext? = nil, fault: SiteFault? = nil
  ) {
    self.configuration = configuration
    self.paths = paths
    self.threads = threads ?? WorkQueue.coreCount
    self.site = site
    siteFault = fault
    settings = SettingsTable(configuration, site, rules: rules)
  }

  /// Finds the pages and checks them.
  public func run(progress: Progress? = nil) -> RunResult {
    let found = Discovery(configuration, site).pages(paths)
    return run(found.pages, failures: found.failures, isOfSite: coversSite, progress: progress)
  }

  /// Checks the given pages, and nothing else of the site that they belong to.
  public func run(_ pages: [PageInput], failures: [Discovery.Failure] = [], progress: Progress? = nil) -> RunResult {
    run(pages, failures: failures, isOfSite: false, progress: progress)
  }

  /// - Parameter others: what is known of the pages besides, a page's in each list.
  func run(_ pages: [PageInput], besides others: [[Diagnostic]], progress: Progress?) -> RunResult {
    run(pages, failures: [], isOfSite: false, besides: others, progress: progress)
  }

  private func run(
    _ pages: [PageInput], failures: [Discovery.Failure], isOfSite: Bool, besides others: [[Diagnostic]] = [],
    progress: Progress?
  ) -> RunResult {
    let plan = WorkPlan(pages, site)
    let templates = TemplateFaults()
    let done = summaries(of: plan.batches(of: pages, threads: threads), pages, progress: progress) { batch in
      self.check(batch.map { plan.units[$0] }, of: pages, plan, templates)
    }
    var found = judged(pages, done, plan, templates, isOfSite: isOfSite)
    found.others += others.map { DiagnosticSlice($0) }
    return result(found, of: pages, unread: done.failures, failures: failures)
  }

  /// Looks at pieces of work on all threads, in the given order.
  func summaries<Work: Sendable>(
    of work: [Work], _ pages: [PageInput], progress: Progress?, _ check: @escaping @Sendable (Work) -> CheckedBatch
  ) -> KeptPages {
    let done = Atomic(0)
    let results = WorkQueue.map(work.count, threads: threads) { number in
      let results = check(work[number])
      if let progress {
        progress(done.wrappingAdd(results.pages.count, ordering: .relaxed).newValue, pages.count)
      }
      return results
    }
    var outcome = KeptPages(byPage: Array(repeating: nil, count: pages.count))
    for batch in results {
      for (index, result) in batch.pages {
        switch result {
        case .success(let page):
          outcome.byPage[index] = KeptPage(
            summary: page, diagnostics: DiagnosticSlice(batch.diagnostics, page.diagnostics))
        case .failure(let error):
          outcome.failures.append(Discovery.Failure(path: pages[index].path, reason: .unreadable(error)))
        }
      }
    }
    return outcome
  }

  /// What is wrong with files of the site that are no pages.
  ///
  /// - Parameter found: what site rules say of such files.
  private func ofSiteFiles(_ found: [[Diagnostic]]) -> [[Diagnostic]] {
    let workingDirectory = FileSystem.workingDirectory
    let root = Path.absolute(configuration.root, in: workingDirectory)
    return (archetypeDiagnostics + messageDiagnostics + found).filter { diagnostics in
      guard let path = diagnostics.first?.path else { return false }
      let absolute = Path.absolute(path, in: workingDirectory)
      return !configuration.exclude.matches(Path.relative(absolute, to: root) ?? path)
    }
  }

  /// What can only be said with all pages in view, with what was said of each.
  ///
  /// - Parameter isOfSite: whether these are the site's pages, and what it has besides is meant too.
  func judged(
    _ pages: [PageInput], _ done: KeptPages, _ plan: WorkPlan, _ templates: TemplateFaults, isOfSite: Bool
  ) -> FoundDiagnostics {
    let order = pages.indices.sorted { (pages[$0].path, $0) < (pages[$1].path, $1) }
    let site = siteDiagnostics(pages, order, done.byPage, plan, templates)
    var found = FoundDiagnostics(
      ofPages: pages.indices.map { (done.byPage[$0]?.diagnostics ?? .empty, site.ofPages[$0]) }, order: order)
    for page in done.byPage {
      if let moved = page?.summary.moved, !moved.isEmpty { found.others.append(DiagnosticSlice(moved)) }
    }
    found.others += site.ofSources
    // Made for the first text that asks: most sites have none.
    lazy var told = found.byPath
    let repeated: (signatures: Set<UInt64>, diagnostics: [DiagnosticSlice]) =
      plan.knowsSources
      ? repeatedTexts(templates) { path, rule, range in told[path]?.tell(rule, at: range) ?? false } : ([], [])
    found.others += repeated.diagnostics
    found.others += templates.diagnostics(
      self.site?.templates, besides: repeated.signatures, knowsSources: plan.knowsSources
    ).map { DiagnosticSlice([$0]) }
    if isOfSite { found.others += ofSiteFiles(site.ofFiles).map { DiagnosticSlice($0) } }
    return found
  }

  /// - Parameters:
  ///   - unread: those of `pages` that could not be read.
  ///   - failures: what is no page, or was not found.
  func result(
    _ found: FoundDiagnostics, of pages: [PageInput], unread: [Discovery.Failure], failures: [Discovery.Failure]
  ) -> RunResult {
    let failures = failures + unread + settings.words.failures
    let unread = Set(unread.map(\.path))
    var found = found
    found.others += failures.compactMap { diagnostic(for: $0).map { DiagnosticSlice([$0]) } }
    if let siteFault { found.others.append(diagnostics(for: siteFault)) }
    return RunResult(
      diagnostics: found.inOrder,
      files: unread.isEmpty ? pages.map(\.path) : pages.map(\.path).filter { !unread.contains($0) },
      failingSeverity: configuration.failOn, isIncomplete: failures.contains { $0.isFatal },
      rules: settings.main.metadata)
  }

  // MARK: One page

  func bytes(of input: PageInput) throws(FileError) -> [UInt8] {
    if let given = input.bytes { return given }
    return try FileSystem.read(input.path).bytes
  }

  func read(_ input: PageInput, _ bytes: [UInt8]) -> Document { read(input, bytes, settings.page(input.path)) }

  func read(_ input: PageInput, _ bytes: [UInt8], _ own: SettingsTable.PageContext) -> Document {
    DocumentReader.read(
      SourceDecoder.decode(bytes, format: input.format), format: input.format, options: own.profile.reading)
  }

  /// The page as the rules see it, with the settings that hold for it.
  func page(of input: PageInput, _ document: Document) -> (page: Page, profile: Profile) {
    let own = settings.page(input.path)
    return (page(document, own), own.profile)
  }

  func page(_ document: Document, _ own: SettingsTable.PageContext) -> Page {
    var rules = own.profile.ruleSettings
    // A page with a front matter is made for a generator, most likely Hugo, even where its site is not at hand.
    if !own.isInSite, document.frontMatter != nil { rules.hasTypographer = true }
    return Page(
      document: document, path: own.path, settings: rules, place: own.place, site: own.isInSite ? site?.index : nil)
  }

  func check(_ input: PageInput, _ document: Document) -> CheckedPage {
    let own = settings.page(input.path)
    let found = own.profile.runner.check(page(document, own))
    return CheckedPage(
      path: input.path, document: document, found, profile: own.profile, isGenerated: isGenerated(document, own))
  }

  /// Reads pages, then checks them: those that share their rules together.
  func check(_ inputs: [PageInput]) -> [Result<CheckedPage, FileError>] {
    var results: [Result<CheckedPage, FileError>?] = Array(repeating: nil, count: inputs.count)
    var groups: [(profile: Profile, numbers: [Int], pages: [Page])] = []
    var areGenerated: Set<Int> = []
    for number in inputs.indices {
      do throws(FileError) {
        let own = settings.page(inputs[number].path)
        let page = page(read(inputs[number], try bytes(of: inputs[number]), own), own)
        if isGenerated(page.document, own) { areGenerated.insert(number) }
        if let group = groups.firstIndex(where: { $0.profile === own.profile }) {
          groups[group].numbers.append(number)
          groups[group].pages.append(page)
        } else {
          groups.append((own.profile, [number], [page]))
        }
      } catch {
        results[number] = .failure(error)
      }
    }
    for (profile, numbers, pages) in groups {
      let found = profile.runner.check(pages)
      for place in pages.indices {
        results[numbers[place]] = .success(
          CheckedPage(
            path: inputs[numbers[place]].path, document: pages[place].document, found[place], profile: profile,
            isGenerated: areGenerated.contains(numbers[place])))
      }
    }
    return results.compactMap { $0 }
  }

  /// Whether a page was made by the site's generator, of sources that hold what an author wrote.
  private func isGenerated(_ document: Document, _ own: SettingsTable.PageContext) -> Bool {
    guard document.format == .html, own.isInSite, let site = site?.index.site else { return false }
    return site.isPublished(own.path)
  }

  private func diagnostic(for failure: Discovery.Failure) -> Diagnostic? {
    settings.page(failure.path).profile.severity(of: failure.rule).map { severity in
      Diagnostic(ofFile: failure.path, failure.rule, severity, failure.message)
    }
  }

  private func diagnostics(for fault: SiteFault) -> DiagnosticSlice {
    guard let severity = settings.main.severity(of: BrokenConfiguration.id) else { return .empty }
    let finding = JudgedFinding(
      rule: BrokenConfiguration.id, severity: severity, finding: Finding(fault.range, fault.message))
    return [finding].located(in: fault.source, path: shown(Path.normalised(fault.path)))
  }
}

extension Diagnostic {
  /// What is said of a file as a whole, without looking into it.
  init(ofFile path: String, _ rule: RuleID, _ severity: Severity, _ message: Message) {
    let start = Position(line: 1, column: 1, offset: 0)
    self.init(
      rule: rule, severity: severity, message: message, path: path, range: PositionRange(start: start, end: start),
      fix: nil,
      excerpt: Excerpt(text: "", offset: 0))
  }
}
