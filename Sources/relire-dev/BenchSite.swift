import ArgumentParser
import CMalloc
import Glibc
import RelireEngine
import RelireModel
import RelireReporters

/// Measures whole sites of two sizes: the time per page must not grow with the site, nor the memory out of bounds.
struct BenchSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Generates sites, checks each in this process, and prints the time per page and the memory that it takes.",
    discussion: "Build with -c release: a debug build measures nothing of interest.")

  @Option(help: "Pages of the small site.")
  var small = 1_000

  @Option(help: "Pages of the large site.")
  var pages = 100_000

  @Option(help: "Links on each page.")
  var links = 20

  @Flag(help: "Writes the Markdown sources as well, and checks both.")
  var sources = false

  @Option(help: "Checks each site in as many shards too, and compares what they make together.")
  var shards = 0

  @Option(help: "Folder to generate into; it is left there.")
  var output = "/tmp/relire-bench-site"

  func run() throws {
    // What is freed is counted in one place only.
    mallopt(M_ARENA_MAX, 1)
    for count in [small, pages] {
      let root = "\(output)-\(count)"
      try SyntheticSite(root: root, pages: count, links: links, hasSources: sources).write()
      let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
      let result = linter(root).run()
      let seconds = Self.now(CLOCK_MONOTONIC) - start.0
      let ofProcessor = Self.now(CLOCK_PROCESS_CPUTIME_ID) - start.1
      print(
        "\(count) pages, \(count * links) links: \(Self.rounded(seconds)) s, \(Int(seconds / Double(count) * 1e6)) µs a page "
          + "(\(Int(ofProcessor / Double(count) * 1e6)) of the processors), "
          + "\(result.diagnostics.count) diagnostics, peak memory \(PeakMemory.megabytes) MB")
      print("  kept until the end: \(bytesKept(by: linter(root))) bytes a page")
      if shards > 0 { try compareShards(root, with: result) }
    }
  }

  /// Of memory, for each page: what is given back when all that a run keeps of them is dropped.
  private func bytesKept(by linter: Linter) -> Int {
    var kept: Linter.Memory? = linter.memory()
    let held = mallinfo2().uordblks
    let count = kept.take()?.count ?? 1
    return (Int(held) - Int(mallinfo2().uordblks)) / max(1, count)
  }

  private func linter(_ root: String) -> Linter {
    var configuration = Configuration()
    configuration.root = root
    return Linter(configuration: configuration, paths: [root])
  }

  private func compareShards(_ root: String, with result: RunResult) throws {
    let start = Self.now(CLOCK_MONOTONIC)
    var parts: [Shard] = []
    for number in 1...shards {
      let file = "\(root)/shard-\(number).json"
      try write(linter(root).shard(number, of: shards).bytes, to: file)
      parts.append(try Shard(reading: file))
    }
    let merged = try linter(root).merge(parts)
    let reporter = JSONReporter(language: .french)
    let isSame = reporter.report(merged).bytes == reporter.report(result).bytes
    print(
      "  \(shards) shards: \(Self.rounded(Self.now(CLOCK_MONOTONIC) - start)) s, \(isSame ? "the same report" : "ANOTHER REPORT")"
    )
    if !isSame { throw ExitCode(1) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw ValidationError("cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw ValidationError("cannot write \(path)") }
  }

  /// Seconds. A busy machine stretches the time that passes, and hardly that of the processors.
  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ seconds: Double) -> String { String(Double(Int(seconds * 100)) / 100) }
}
