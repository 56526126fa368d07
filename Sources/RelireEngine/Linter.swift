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
    return result(
      done.diagnostics + judged(pages, done, plan, templates, isOfSite: isOfSite) + others, of: pages, unread: done.failures,
      failures: failures)
  }

  /// What is kept of the pages of a run.
  struct Outcome {
    var byPage: [PageSummary?]
    var failures: [Discovery.Failure] = []

    /// What was found on the pages themselves, a page's in each list.
    var diagnostics: [[Diagnostic]] {
      var found = byPage.compactMap(\.?.diagnostics)
      for page in byPage { if let moved = page?.moved, !moved.isEmpty { found.append(moved) } }
      return found
    }
  }

  /// Looks at pieces of work on all threads, in the given order.
  func summaries<Work: Sendable>(
    of work: [Work], _ pages: [PageInput], progress: Progress?,
    _ check: @escaping @Sendable (Work) -> [(Int, Result<PageSummary, FileError>)]
  ) -> Outcome {
    let done = Atomic(0)
    let results = WorkQueue.map(work.count, threads: threads) { number in
      let results = check(work[number])
      if let progress {
        progress(done.wrappingAdd(results.count, ordering: .relaxed).newValue, pages.count)
      }
      return results
    }
    var outcome = Outcome(byPage: Array(repeating: nil, count: pages.count))
    for (index, result) in results.joined() {
      switch result {
      case .success(let page): outcome.byPage[index] = page
      case .failure(let error):
        outcome.failures.append(Discovery.Failure(path: pages[index].path, reason: .unreadable(error)))
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

  /// What can only be said with all pages in view.
  ///
  /// - Parameter isOfSite: whether these are the site's pages, and what it has besides is meant too.
  func judged(
    _ pages: [PageInput], _ done: Outcome, _ plan: WorkPlan, _ templates: TemplateFaults, isOfSite: Bool
  ) -> [[Diagnostic]] {
    let index = site.map { TemplateIndex($0.site) }
    let found = siteDiagnostics(pages, done.byPage, plan, templates)
    return found.ofPages + templates.diagnostics(index, knowsSources: plan.knowsSources).map { [$0] }
      + (isOfSite ? ofSiteFiles(found.ofFiles) : [])
  }

  /// - Parameters:
  ///   - found: diagnostics, a page's in order, and all of one page in each list.
  ///   - unread: those of `pages` that could not be read.
  ///   - failures: what is no page, or was not found.
  func result(
    _ found: [[Diagnostic]], of pages: [PageInput], unread: [Discovery.Failure], failures: [Discovery.Failure]
  ) -> RunResult {
    let failures = failures + unread + settings.words.failures
    let unread = Set(unread.map(\.path))
    var groups = found + failures.compactMap { diagnostic(for: $0).map { [$0] } }
    if let siteFault { groups.append(diagnostics(for: siteFault)) }
    return RunResult(
      diagnostics: Self.inOrder(groups.filter { !$0.isEmpty }), files: pages.map(\.path).filter { !unread.contains($0) },
      failingSeverity: configuration.failOn, isIncomplete: failures.contains { $0.isFatal }, rules: settings.main.metadata)
  }

  /// Puts lists of diagnostics, each of one page and in order, into the order of a report. Single diagnostics are
  /// compared only where two lists speak of one page.
  ///
  /// - Parameter lists: none of them empty; mostly in the order of their pages, so that there is little to sort.
  private static func inOrder(_ lists: [[Diagnostic]]) -> [Diagnostic] {
    let order = lists.indices.sorted { lists[$0][0].path < lists[$1][0].path }
    var result: [Diagnostic] = []
    result.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    var start = 0
    while start < order.count {
      let path = lists[order[start]][0].path
      var ofPage = lists[order[start]]
      start += 1
      while start < order.count, lists[order[start]][0].path == path {
        ofPage = merged(ofPage, lists[order[start]])
        start += 1
      }
      result += ofPage
    }
    return result
  }

  /// Two lists in order as one; of equal diagnostics, the first list's come first.
  private static func merged(_ first: [Diagnostic], _ second: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    result.reserveCapacity(first.count + second.count)
    var taken = 0
    for diagnostic in second {
      while taken < first.count, !Diagnostic.precedes(diagnostic, first[taken]) {
        result.append(first[taken])
        taken += 1
      }
      result.append(diagnostic)
    }
    result += first[taken...]
    return result
  }

  // MARK: One page

  /// What is kept of a page once it was checked. A class, as it is handed on from list to list.
  final class PageSummary: Sendable {
    let diagnostics: [Diagnostic]
    /// Without the room that a growing array leaves: all pages' are held at once.
    let evidence: [SiteEvidence]
    let profile: Profile
    let isLenient: Bool
    /// Nil where the page asks for none.
    let suppressions: Suppressions?
    /// Found on this generated page, told of its source.
    let moved: [Diagnostic]
    /// The page's text, where it is kept.
    let source: SourceText?

    convenience init(_ page: CheckedPage, keepsSource: Bool) {
      self.init(page, telling: page.diagnostics, source: keepsSource ? page.document.source : nil)
    }

    /// Of a generated page, whose own findings are told elsewhere.
    convenience init(_ page: CheckedPage, moved: [Diagnostic]) { self.init(page, telling: [], moved: moved) }

    private convenience init(
      _ page: CheckedPage, telling diagnostics: [Diagnostic], moved: [Diagnostic] = [], source: SourceText? = nil
    ) {
      self.init(
        diagnostics, evidence: page.evidence, profile: page.profile, isLenient: page.isLenient,
        suppressions: page.suppressions, moved: moved, source: source)
    }

    /// Of a page of which only the site rules are still to speak.
    init(
      _ diagnostics: [Diagnostic], evidence: [SiteEvidence], profile: Profile, isLenient: Bool,
      suppressions: Suppressions?, moved: [Diagnostic] = [], source: SourceText? = nil
    ) {
      self.diagnostics = diagnostics
      self.evidence = evidence.map { $0 }
      self.profile = profile
      self.isLenient = isLenient
      self.suppressions = suppressions
      self.moved = moved
      self.source = source
    }

    /// What the page's own rules among these found: some judge sources one by one and generated pages together.
    func findings(by rules: Set<RuleID>) -> [JudgedFinding] {
      diagnostics.filter { rules.contains($0.rule) }.map { diagnostic in
        JudgedFinding(
          rule: diagnostic.rule, severity: diagnostic.severity,
          finding: Finding(diagnostic.range.source, diagnostic.message))
      }
    }
  }

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
    if site == nil, document.frontMatter != nil { rules.hasTypographer = true }
    return Page(
      document: document, path: own.path, settings: rules, place: own.place, site: own.isInSite ? site?.index : nil)
  }

  func check(_ input: PageInput, _ document: Document) -> CheckedPage {
    let own = settings.page(input.path)
    let found = own.profile.runner.check(page(document, own))
    return CheckedPage(path: input.path, document: document, found, profile: own.profile)
  }

  /// Reads pages, then checks them: those that share their rules together.
  func check(_ inputs: [PageInput]) -> [Result<CheckedPage, FileError>] {
    var results: [Result<CheckedPage, FileError>?] = Array(repeating: nil, count: inputs.count)
    var groups: [(profile: Profile, pages: [(number: Int, page: Page)])] = []
    for (number, input) in inputs.enumerated() {
      do throws(FileError) {
        let own = settings.page(input.path)
        let page = page(read(input, try bytes(of: input), own), own)
        if let group = groups.firstIndex(where: { $0.profile === own.profile }) {
          groups[group].pages.append((number, page))
        } else {
          groups.append((own.profile, [(number, page)]))
        }
      } catch {
        results[number] = .failure(error)
      }
    }
    for (profile, pages) in groups {
      for ((number, page), found) in zip(pages, profile.runner.check(pages.map(\.page))) {
        results[number] = .success(
          CheckedPage(path: inputs[number].path, document: page.document, found, profile: profile))
      }
    }
    return results.compactMap { $0 }
  }

  private func diagnostic(for failure: Discovery.Failure) -> Diagnostic? {
    settings.page(failure.path).profile.severity(of: failure.rule).map { severity in
      Diagnostic(ofFile: failure.path, failure.rule, severity, failure.message)
    }
  }

  private func diagnostics(for fault: SiteFault) -> [Diagnostic] {
    guard let severity = settings.main.severity(of: BrokenConfiguration.id) else { return [] }
    let finding = JudgedFinding(
      rule: BrokenConfiguration.id, severity: severity, finding: Finding(fault.range, fault.message))
    let path = Path.relative(Path.normalised(fault.path), to: FileSystem.workingDirectory) ?? fault.path
    return [finding].located(in: fault.source, path: path)
  }
}

extension Diagnostic {
  /// What is said of a file as a whole, without looking into it.
  convenience init(ofFile path: String, _ rule: RuleID, _ severity: Severity, _ message: Message) {
    let start = Position(line: 1, column: 1, offset: 0)
    self.init(
      rule: rule, severity: severity, message: message, path: path, range: PositionRange(start: start, end: start), fix: nil,
      excerpt: Excerpt(text: "", offset: 0))
  }
}
