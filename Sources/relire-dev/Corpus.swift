import ArgumentParser
import RelireDocuments
import RelireEngine
import RelireModel

/// Tries the tool on a folder of real pages.
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Corrects the pages below PATH in memory and says where that did more than it may.",
    discussion: """
      Safe fixes may change glyphs and spaces only: the words, the elements and their attributes must be the same \
      afterwards, and a second run must find nothing more to do. Exits with 1 where that does not hold.
      """)

  @Argument(help: "Files or folders of pages.")
  var paths: [String]

  func run() throws {
    let pages = try BenchCorpus(paths: paths).pages
    var changed = 0
    var fixes = 0
    var faults = 0
    let fixer = Fixer(Linter(threads: 1))
    for page in pages {
      let input = PageInput(path: page.path, format: page.format, bytes: page.bytes)
      let once = fixer.fix(input, page.bytes)
      changed += once.isChanged ? 1 : 0
      fixes += once.applied.count
      var problems = once.refusals.map { "\($0.rule): \($0.reason)" }
      if once.isChanged {
        let before = PageSkeleton(page.bytes, page.format)
        let after = PageSkeleton(once.bytes, page.format)
        if before.words != after.words { problems.append("words differ") }
        if before.markup != after.markup { problems.append("markup differs") }
        if fixer.fix(input, once.bytes).isChanged { problems.append("a second run changes it again") }
      }
      for problem in problems { print("\(page.path): \(problem)") }
      faults += problems.count
    }
    print("\(pages.count) pages, \(changed) corrected by \(fixes) safe fixes, \(faults) faults")
    if faults > 0 { throw ExitCode(1) }
  }
}
