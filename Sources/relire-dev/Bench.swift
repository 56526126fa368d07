import ArgumentParser
import RelireDocuments
import RelireModel
import RelireRules

/// Measures, on the same bytes and in one process, what each step costs against the bare parser below it.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints speeds, and their ratios to the bare parsers, over the pages below PATH.",
    discussion: "Build with -c release: a debug build measures nothing of interest.")

  @Argument(help: "Files or folders of pages.")
  var paths: [String]

  @Option(help: "Measures each step this many times and takes the fastest.")
  var rounds = 5

  @Flag(help: "Prints each rule's share as well.")
  var rules = false

  func run() throws {
    let corpus = try BenchCorpus(paths: paths)
    for format in [Document.Format.markdown, .html, .text] {
      let pages = corpus.pages.filter { $0.format == format }
      guard !pages.isEmpty else { continue }
      let table = BenchTable(pages: pages, format: format, rounds: rounds)
      table.print()
      if rules { table.printRules() }
    }
    print("peak memory: \(PeakMemory.megabytes) MB")
  }
}
