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
    var kept: Linter.KeptPages? = linter.keptPages()
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

/// A site as a generator would publish it: a menu that is the same on all pages, and links from page to page, to
/// headings among them. A few lead nowhere.
struct SyntheticSite {
  let root: String
  let pages: Int
  let links: Int
  let hasSources: Bool

  private static let pagesOfSection = 500

  func write() throws {
    try write("hugo.toml", "baseURL = 'https://bench.example/'\ndefaultContentLanguage = 'fr'\n")
    try write("public/index.html", page("Accueil", body: "<p>Bienvenue.</p>", 0))
    for section in 0...((pages - 1) / Self.pagesOfSection) {
      try makeFolder("public/s\(section)")
      if hasSources { try makeFolder("content/s\(section)") }
    }
    for number in 0..<pages { try write(number) }
  }

  private func write(_ number: Int) throws {
    var markdown = "## Étapes\n\n"
    var html = "<h2 id=étapes>Étapes</h2><ul>"
    for link in 0..<max(0, links - 6) {
      // Numbers far apart, the same on every run.
      let target = (number &* 31 &+ link &* 7919) % pages
      let isLost = link == 3 && number % 1_000 == 17
      let place = link % 4 == 0 ? "#étapes" : ""
      let address = isLost ? "/s0/perdue-\(number)/" : "/s\(target / Self.pagesOfSection)/p\(target)/\(place)"
      html += "<li>Voir <a href=\(address)>la page \(target)</a> pour la suite de la démarche numéro \(link).</li>\n"
      markdown += "- Voir [la page \(target)](\(address)) pour la suite de la démarche numéro \(link).\n"
    }
    html += "</ul>"
    let path = "s\(number / Self.pagesOfSection)/p\(number)"
    try makeFolder("public/" + path)
    try write("public/\(path)/index.html", page("Page \(number)", body: html, number))
    if hasSources { try write("content/\(path).md", "---\ntitle: Page \(number)\n---\n\(markdown)") }
  }

  private func page(_ title: String, body: String, _ number: Int) -> String {
    var menu = ""
    for section in 0..<5 {
      menu +=
        "<li><a href=/s\(section % max(1, pages / Self.pagesOfSection))/p\(section * Self.pagesOfSection % pages)/>Rubrique \(section)</a></li>"
    }
    return """
      <!doctype html><html lang=fr><head><meta charset=utf-8><meta name=viewport content="width=device-width">\
      <meta name=description content="Tout sur la page \(number)."><title>\(title) – Banc</title></head><body>\
      <header><nav aria-label="Menu principal"><ul><li><a href=/>Accueil</a></li>\(menu)</ul></nav></header>\
      <main><h1>\(title)</h1>\(body)</main><footer><p>Une publication du banc d’essai.</p></footer></body></html>
      """
  }

  private func makeFolder(_ path: String) throws {
    var current = root
    _ = mkdir(current, 0o755)
    for part in path.split(separator: "/") {
      current += "/" + part
      if mkdir(current, 0o755) != 0, errno != EEXIST { throw ValidationError("cannot make \(current)") }
    }
  }

  private func write(_ path: String, _ text: String) throws {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) } else { _ = mkdir(root, 0o755) }
    guard let file = fopen(root + "/" + path, "w") else { throw ValidationError("cannot write \(path)") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw ValidationError("cannot write \(path)") }
  }
}
