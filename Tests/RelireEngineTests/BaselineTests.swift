import RelireModel
import Testing

@testable import RelireEngine

@Suite struct BaselineTests {
  private let folder = TemporaryFolder()

  private func result() -> RunResult {
    Linter(
      configuration: Configuration(), paths: [folder.path], threads: 1, rules: [ToySpace.self, ToyEllipsis.self]
    ).run()
  }

  private func baseline() -> Baseline { Baseline(result(), root: folder.path) }

  @Test func onlyNewFaultsAreTold() throws {
    folder.write("a.md", "un deux :\n\ntrois quatre...\n")
    let known = baseline()
    #expect(known.count == 2)
    #expect(known.filter(result()).diagnostics.isEmpty)
    folder.write("a.md", "Un titre\n\nun deux :\n\nencore une phrase :\n\ntrois quatre...\n")
    let new = known.filter(result()).diagnostics
    #expect(new.map(\.range.start.line) == [5])
  }

  @Test func correctingItsNeighbourMakesNoFaultNew() throws {
    folder.write("a.md", "un deux : trois... quatre\n")
    let known = baseline()
    folder.write("a.md", "un deux\u{A0}: trois... quatre\n")
    #expect(known.filter(result()).diagnostics.isEmpty)
  }

  @Test func alikeFaultsAreCounted() {
    folder.write("a.md", "un :\n\nun :\n")
    let known = baseline()
    #expect(known.count == 2)
    folder.write("a.md", "un :\n\nun :\n\nun :\n")
    #expect(known.filter(result()).diagnostics.count == 1)
  }

  @Test func itShrinksAsFaultsAreCorrected() {
    folder.write("a.md", "un :\n\ndeux...\n")
    folder.write("b.md", "un :\n")
    let known = baseline()
    folder.write("a.md", "un :\n\ndeux…\n")
    #expect(known.without(correctedIn: result()).count == 2)
    run("/bin/rm", [folder("b.md")])
    #expect(known.without(correctedIn: result()).count == 1)
  }

  @Test func whatWasNotLookedAtStays() {
    folder.write("a.md", "un :\n")
    folder.write("b.md", "un :\n")
    let known = baseline()
    let partial = Linter(configuration: Configuration(), paths: [folder("a.md")], threads: 1, rules: [ToySpace.self])
      .run()
    #expect(known.without(correctedIn: partial).count == 2)
  }

  @Test func writtenAndReadAgainItIsTheSame() throws {
    folder.write("a.md", "un :\n\nun :\n")
    folder.write("#é\t%\n.md", "un :\n")
    let known = baseline()
    try known.write()
    let read = try #require(try Baseline(in: folder.path))
    #expect(read.entries == known.entries)
    #expect(read.text == known.text)
    let lines = known.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 3 && lines == lines.sorted())
  }

  @Test func withoutAFileThereIsNone() throws {
    #expect(try Baseline(in: folder.path) == nil)
  }

  @Test func aRuleIsKnownByItsFormerName() throws {
    let entry = try #require(BaselineEntry(line: "a.md\tlinks/same-text\t00000000000000ff-2"))
    #expect(entry.line == "a.md\tlinks/same-text-different-target\t00000000000000ff-2")
  }
}
