import RelireModel
import TestSupport
import Testing

@testable import RelireEngine

@Suite struct LinterTests {
  private let folder = TemporaryFolder()

  private func run(_ configuration: Configuration = Configuration(), threads: Int = 1) -> RunResult {
    Linter(configuration: configuration, paths: [folder.path], threads: threads).run()
  }

  private func rules(_ result: RunResult) -> [String] { result.diagnostics.map(\.rule.description) }

  @Test func aCleanPageGivesNothing() {
    folder.write("a.txt", "Bonjour.\n")
    let result = run()
    #expect(result.diagnostics.isEmpty)
    #expect(result.fileCount == 1)
    #expect(!result.fails && !result.isIncomplete)
  }

  @Test func invalidBytesAreTold() {
    folder.write("a.txt", Array("été déjà\nb".utf8) + [0xFF] + Array("c\n".utf8))
    let result = run()
    #expect(rules(result).first == "file/broken-encoding")
    #expect(result.diagnostics.first?.range.start == Position(line: 2, column: 2, offset: 14))
    #expect(result.fails)
  }

  @Test func aSeverityCanBeChosen() {
    folder.write("a.txt", [0x61, 0xFF])
    var configuration = Configuration()
    configuration.settings.rules = ["file": .severity(.info)]
    #expect(run(configuration).diagnostics.map(\.severity) == [.info])
    configuration.overrides = [
      Configuration.Override(paths: ["a.txt"], settings: configuration.settings),
      Configuration.Override(paths: ["nowhere/**"], settings: PageSettings()),
    ]
    configuration.root = folder.path
    configuration.overrides[0].settings.rules = ["file/broken-encoding": .severity(.error)]
    #expect(run(configuration).diagnostics.map(\.severity) == [.error])
    configuration.commandLine.rules = ["all": .off]
    #expect(run(configuration).diagnostics.isEmpty)
  }

  @Test func theSitesOwnWordsAreLeftAlone() {
    folder.write("a.txt", "Le coeur de Oeuf et de coeur vaillant.\n")
    folder.write("mots.txt", "# Noms de produits\nOeuf\ncoeur vaillant\n")
    var configuration = Configuration()
    configuration.root = folder.path
    configuration.settings.rules = ["all": .off, "typography/ligature": .severity(.warning)]
    let page = PageInput(path: folder("a.txt"), format: .text)
    #expect(Linter(configuration: configuration).run([page]).diagnostics.count == 3)
    configuration.dictionaries = ["mots.txt"]
    let result = Linter(configuration: configuration).run([page])
    #expect(result.diagnostics.map(\.range.start.column) == [4])
    configuration.dictionaries = ["nowhere.txt"]
    #expect(Linter(configuration: configuration).run([page]).isIncomplete)
  }

  @Test func whatVanishedMakesTheRunIncomplete() {
    let page = PageInput(path: folder("none.md"), format: .markdown)
    let result = Linter().run([page])
    #expect(result.isIncomplete)
    #expect(rules(result) == ["file/unreadable-file"])
    #expect(result.fileCount == 0)
  }

  @Test func oneThreadOrManyGiveTheSame() {
    var random = SplitMix64(seed: 1)
    for index in 0..<60 {
      let bytes = (0..<Int.random(in: 0..<2_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      folder.write("page\(index).\(["md", "html", "txt"][index % 3])", bytes)
    }
    let one = run(threads: 1)
    #expect(!one.diagnostics.isEmpty)
    for _ in 0..<5 {
      let many = run(threads: 8)
      #expect(many.diagnostics == one.diagnostics)
      #expect(many.fileCount == one.fileCount)
    }
    #expect(one.diagnostics == one.diagnostics.sorted(by: Diagnostic.precedes))
  }

  // MARK: Excerpts

  private func excerpt(_ text: String, _ range: SourceRange) -> Excerpt {
    let bytes = Array(text.utf8)
    return Excerpt(of: range, in: bytes, LineIndex(bytes))
  }

  @Test func aShortLineIsShownWhole() {
    #expect(excerpt("un\ndeux\ntrois", SourceRange(5, 6)) == Excerpt(text: "deux", offset: 3))
  }

  @Test func aLongLineIsCutAroundTheFault() {
    let text = String(repeating: "é", count: 50_000)
    let excerpt = excerpt(text, SourceRange(40_000, 40_002))
    #expect(excerpt.isCutBefore && excerpt.isCutAfter)
    #expect(excerpt.text.utf8.count < 500)
    #expect(excerpt.text.allSatisfy { $0 == "é" })
    #expect(excerpt.offset <= 40_000 && excerpt.offset + excerpt.text.utf8.count >= 40_002)
  }

  @Test func anEmptyPageHasAnExcerptToo() {
    #expect(excerpt("", SourceRange(at: 0)) == Excerpt(text: "", offset: 0))
  }
}
