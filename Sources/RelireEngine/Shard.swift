import FoundationEssentials
import RelireModel

/// One part of a run that several machines share: what was found on its pages, and what their templates repeat.
/// Rules that compare pages are judged by the merge, which reads all pages once more for them alone.
public struct Shard: Codable, Sendable {
  static let currentVersion = 1

  let version: Int
  /// Of the list of pages and of the tool: shards of other pages must not be merged.
  let run: String
  /// From 1.
  let number: Int
  let count: Int
  let diagnostics: [Diagnostic]
  let templates: [String: TemplateFaults.Entry]
  let told: [String]

  /// Why shards cannot be merged.
  public enum Failure: Error, Sendable {
    case unreadable(String)
    case incomplete(missing: [Int])
    case differentRuns

    public var message: Message {
      switch self {
      case .unreadable(let path):
        Message(
          fr: "\(path) n’est pas une part de vérification (relire check --shard).",
          en: "\(path) is no shard (relire check --shard).")
      case .incomplete(let missing):
        Message(
          fr: "il manque des parts\u{A0}: \(missing.map { String($0) }.joined(separator: ", ")).",
          en: "shards are missing: \(missing.map { String($0) }.joined(separator: ", ")).")
      case .differentRuns:
        Message(
          fr: "ces parts ne portent pas sur les mêmes pages.", en: "these shards are not about the same pages.")
      }
    }
  }

  public var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map { Array($0) } ?? [] }

  public init(reading path: String) throws(Failure) {
    guard let bytes = try? FileSystem.read(path).bytes,
      let shard = try? JSONDecoder().decode(Shard.self, from: Data(bytes)),
      shard.version == Self.currentVersion
    else { throw .unreadable(path) }
    self = shard
  }

  init(run: String, number: Int, count: Int, diagnostics: [Diagnostic], _ templates: TemplateFaults) {
    version = Self.currentVersion
    self.run = run
    self.number = number
    self.count = count
    self.diagnostics = diagnostics
    let contents = templates.contents
    self.templates = Dictionary(uniqueKeysWithValues: contents.entries.map { (String($0.key, radix: 16), $0.value) })
    told = contents.told.map { String($0, radix: 16) }
  }
}

extension Linter {
  /// Checks one of `count` parts of the pages.
  ///
  /// - Parameter number: from 1.
  public func shard(_ number: Int, of count: Int, progress: Progress? = nil) -> Shard {
    let pages = Discovery(configuration, site).pages(paths).pages
    let plan = WorkPlan(pages, site)
    let templates = TemplateFaults()
    let mine = plan.units.indices.filter { $0 % count == number - 1 }
    let done = summaries(of: plan.batches(of: mine, pages, threads: threads), pages, progress: progress) { batch in
      self.check(batch.map { plan.units[$0] }, of: pages, plan, templates)
    }
    let ofPages = done.byPage.flatMap { $0.map { Array($0.diagnostics) } ?? [] }
    let moved = done.byPage.flatMap { $0?.summary.moved ?? [] }
    return Shard(run: Self.runName(pages), number: number, count: count, diagnostics: ofPages + moved, templates)
  }

  /// The result of a run whose parts were checked apart: the same as of one run.
  public func merge(_ shards: [Shard]) throws(Shard.Failure) -> RunResult {
    let found = Discovery(configuration, site).pages(paths)
    let pages = found.pages
    let count = shards.first?.count ?? 0
    let missing = count == 0 ? [1] : (1...count).filter { number in !shards.contains { $0.number == number } }
    guard missing.isEmpty else { throw .incomplete(missing: missing) }
    let name = Self.runName(pages)
    guard shards.allSatisfy({ $0.run == name && $0.count == count }) else { throw .differentRuns }
    let plan = WorkPlan(pages, site)
    let templates = TemplateFaults()
    var diagnostics: [String: [Diagnostic]] = [:]
    var seen: Set<Int> = []
    for shard in shards where seen.insert(shard.number).inserted {
      for diagnostic in shard.diagnostics { diagnostics[diagnostic.path, default: []].append(diagnostic) }
      var entries: [UInt64: TemplateFaults.Entry] = [:]
      for (key, entry) in shard.templates { if let key = UInt64(key, radix: 16) { entries[key] = entry } }
      templates.add(entries, told: shard.told.compactMap { UInt64($0, radix: 16) })
    }
    let ofPages = diagnostics.mapValues { $0.sorted(by: Diagnostic.precedes) }
    let done = summaries(of: Array(pages.indices), pages, progress: nil) { index in
      self.evidence(of: pages[index], index, ofPages[pages[index].path] ?? [])
    }
    var all = judged(pages, done, plan, templates, isOfSite: coversSite)
    // Told of pages that are not asked about, or cannot be read any more.
    let read = Set(pages.indices.lazy.filter { done.byPage[$0] != nil }.map { pages[$0].path })
    all.others += ofPages.lazy.filter { !read.contains($0.key) }.map { DiagnosticSlice($0.value) }
    return result(all, of: pages, unread: done.failures, failures: found.failures)
  }

  private func evidence(of input: PageInput, _ number: Int, _ diagnostics: [Diagnostic]) -> CheckedBatch {
    var builder = DiagnosticBatchBuilder(rules: settings.rules)
    for diagnostic in diagnostics { builder.add(diagnostic) }
    let batch = builder.finish()
    do throws(FileError) {
      let own = settings.page(input.path)
      let document = read(input, try bytes(of: input), own)
      let summary = PageSummary(
        diagnostics.indices, evidence: own.profile.collector.check(page(document, own)).evidence, profile: own.profile,
        isLenient: own.profile.isLenient(on: document), suppressions: Suppressions(document))
      return CheckedBatch(pages: [(number, .success(summary))], diagnostics: batch)
    } catch {
      return CheckedBatch(pages: [(number, .failure(error))], diagnostics: batch)
    }
  }

  /// By the pages' paths.
  private static func runName(_ pages: [PageInput]) -> String {
    let hash = FNV1a64.of(pages.lazy.map { Array($0.path.utf8) + [0] }.joined())
    return "\(Tool.version) \(String(hash, radix: 16))"
  }
}
