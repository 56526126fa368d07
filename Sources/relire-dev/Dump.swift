import ArgumentParser
import RelireDocuments
import RelireModel

/// Shows what the readers make of a page.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a page's tree, prose, tokens, front matter and masks, with their places.")

  @Argument(help: "A page: .md, .html or .txt.")
  var path: String

  @Flag(help: "Prints the tokens of each block of prose as well.")
  var tokens = false

  @Flag(
    help: "Prints how assistive technologies meet the page instead: roles, names and their origin, exposure, focus.")
  var accessibility = false

  @Flag(help: "With --accessibility: prints JSON.")
  var json = false

  func run() throws {
    guard let page = try BenchCorpus(paths: [path]).pages.first else {
      throw ValidationError("\(path) is no page of a known format")
    }
    let document = DocumentReader.read(SourceText(bytes: page.bytes), format: page.format)
    if accessibility {
      let dump = AccessibilityDump(document: document)
      return json ? dump.printJSON() : dump.printTree()
    }
    let dump = DocumentDump(document: document)
    dump.printTree()
    dump.printProse(withTokens: tokens)
    dump.printFrontMatter()
    dump.printMasks()
    dump.printProblems()
  }
}
