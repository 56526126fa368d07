import Glibc
import RelireDocuments
import RelireEngine
import RelireModel
import RelireRules

/// Times the steps over one format's pages and prints a row for each.
struct BenchTable {
  let pages: [BenchCorpus.Page]
  let format: Document.Format
  let rounds: Int

  /// A step, and how long its fastest round took.
  private struct Row {
    let name: String
    let clock: Clock
    let step: () -> Void
    var seconds = Double.infinity
  }

  func print() {
    let sources = pages.map { SourceText(bytes: $0.bytes) }
    let byteCount = pages.reduce(0) { $0 + $1.bytes.count }
    let runner = RuleRunner(RuleRegistry.rules)
    var rows: [Row] = []
    func measure(_ name: String, _ clock: Clock = .thread, _ step: @escaping () -> Void) {
      rows.append(Row(name: name, clock: clock, step: step))
    }
    switch format {
    case .markdown: measure("bare md4c") { for page in pages { BareParsers.md4c(page.bytes) } }
    case .html: measure("bare libxml2 SAX") { for page in pages { BareParsers.libxml2(page.bytes) } }
    case .text: break
    }
    measure("reading into documents") {
      for source in sources { _ = DocumentReader.read(source, format: format) }
    }
    measure("reading and all rules, 1 thread") {
      for batch in batches {
        _ = runner.check(
          batch.map { Page(document: DocumentReader.read(sources[$0], format: format), path: pages[$0].path) })
      }
    }
    if format == .html {
      let documents = sources.map { DocumentReader.read($0, format: format) }
      let accessibility = RuleRunner(RuleRegistry.rules.filter { Self.isOnAccessibility($0.metadata) })
      measure("accessibility model and its rules") {
        for batch in batches {
          _ = accessibility.check(batch.map { Page(document: documents[$0], path: pages[$0].path) })
        }
      }
    }
    let inputs = inputs
    // No site is looked for, which would be one around the working directory, not around these pages.
    func check(threads: Int?) { _ = Linter(threads: threads, site: nil).run(inputs) }
    let first = Self.rulesOfTheFirstVersion
    measure("full check, first \(first.count) rules, 1 thread") {
      _ = Linter(threads: 1, rules: first, site: nil).run(inputs)
    }
    measure("full check, 1 thread") { check(threads: 1) }
    measure("full check, 1 thread, wall clock", .wall) { check(threads: 1) }
    measure("full check, all cores, wall clock", .wall) { check(threads: nil) }
    // Round by round rather than row by row: a machine that slows down for a while slows all rows down.
    for _ in 0..<max(1, rounds) {
      for index in rows.indices {
        rows[index].seconds = min(rows[index].seconds, rows[index].clock.seconds(rows[index].step))
      }
    }
    Swift.print("\(format.rawValue): \(pages.count) pages, \(byteCount) bytes")
    for row in rows {
      Swift.print(
        "  " + row.name.padded(to: 38) + (Double(byteCount) / row.seconds / 1e6).fixed(1).padded(left: 9) + " MB/s"
          + (Double(pages.count) / row.seconds).fixed(0).padded(left: 9) + " pages/s"
          + (row.seconds / rows[0].seconds).fixed(2).padded(left: 8) + "×")
    }
  }

  /// The pages as the engine takes them, discovery and the disk left out.
  private var inputs: [PageInput] { pages.map { PageInput(path: $0.path, format: format, bytes: $0.bytes) } }

  /// The pages' numbers, as many together as the engine checks at once.
  private var batches: [Range<Int>] {
    stride(from: 0, to: pages.count, by: 16).map { $0..<min(pages.count, $0 + 16) }
  }

  /// Whether a rule stands for a criterion of accessibility, and belongs to a family that the model serves.
  private static func isOnAccessibility(_ rule: RuleMetadata) -> Bool {
    let families = ["aria", "forms", "frames", "ids", "images", "language", "links", "lists", "page", "tables"]
    return families.contains(rule.id.family)
      && rule.references.contains { reference in
        switch reference {
        case .rgaa, .wcag, .act: true
        default: false
        }
      }
  }

  /// What each rule adds to a run without any rule, on documents that are read already, dearest first.
  func printRules() {
    let made = pages.map { page in
      Page(document: DocumentReader.read(SourceText(bytes: page.bytes), format: format), path: page.path)
    }
    func seconds(_ rules: [any Rule.Type]) -> Double {
      let runner = RuleRunner(rules)
      return fastest { for batch in batches { _ = runner.check(batch.map { made[$0] }) } }
    }
    let inputs = inputs
    func check(_ rules: [any Rule.Type]) { _ = Linter(threads: 1, rules: rules, site: nil).run(inputs) }
    let first = Self.rulesOfTheFirstVersion
    let sets: [(name: String, rules: [any Rule.Type])] = [
      ("the first", first),
      (
        "these and all of typography",
        RuleRegistry.rules.filter { Self.firstRules.contains($0.id) || $0.id.family == "typography" }
      ),
      ("all", RuleRegistry.rules),
    ]
    let none = seconds([])
    // In turn, as a machine that slows down for a while should slow all down.
    var checks = sets.map { _ in Double.infinity }
    for _ in 0..<max(1, rounds) {
      for (number, set) in sets.enumerated() {
        checks[number] = min(checks[number], Clock.thread.seconds { check(set.rules) })
      }
    }
    Swift.print("  without any rule, on read pages: \((none * 1e3).fixed(1)) ms")
    for (number, set) in sets.enumerated() {
      Swift.print(
        "  \(set.rules.count) rules, \(set.name): ".padded(to: 42)
          + "on read pages \((seconds(set.rules) * 1e3).fixed(1)) ms, full check \((checks[number] * 1e3).fixed(1)) ms"
          + " (\((checks[number] / checks[0]).fixed(2))×)")
    }
    let shares = RuleRegistry.rules.map { (id: $0.id, seconds: max(0, seconds([$0]) - none)) }
    for share in shares.sorted(by: { $0.seconds > $1.seconds }) {
      Swift.print("    " + share.id.description.padded(to: 44) + (share.seconds * 1e3).fixed(2).padded(left: 8) + " ms")
    }
  }

  /// The rules of the first version, against which later ones are weighed.
  private static let firstRules: Set<RuleID> = [
    "typography/space-before-colon", "typography/space-before-high-punctuation", "typography/guillemet-spacing",
    "typography/quotation-marks", "typography/apostrophe", "typography/ellipsis", "typography/thousands-separator",
    "typography/accented-capital", "headings/skipped-level", "headings/trailing-punctuation",
    "headings/emphasis-as-heading", "sections/missing-objectives", "sections/placeholder-text", "links/generic-text",
    "links/no-accessible-name", "links/placeholder-target", "language/missing", "page/undescriptive-title",
  ]

  private static var rulesOfTheFirstVersion: [any Rule.Type] {
    RuleRegistry.rules.filter { firstRules.contains($0.id) }
  }

  private func fastest(_ step: () -> Void) -> Double {
    (0..<max(1, rounds)).map { _ in Clock.thread.seconds(step) }.min() ?? 0
  }
}

/// What a step's time is counted by.
private enum Clock {
  /// The processor time of this thread: what others do on the machine hardly counts.
  case thread
  /// What people wait for.
  case wall

  func seconds(_ step: () -> Void) -> Double {
    let start = now
    step()
    return now - start
  }

  private var now: Double {
    var time = timespec()
    clock_gettime(self == .thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Double {
  fileprivate func fixed(_ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((self * scale).rounded())
    guard places > 0 else { return String(scaled) }
    let digits = String(scaled % Int(scale))
    return "\(scaled / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func padded(left width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
