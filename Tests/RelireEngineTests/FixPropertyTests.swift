import RelireDocuments
import RelireModel
import TestSupport
import Testing

@testable import RelireEngine

/// What holds of any fixes of the real rules, on any page.
@Suite struct FixPropertyTests {
  private static let pageCount = 60
  private let linter = Linter(configuration: Configuration(), threads: 1)

  private func input(_ name: String = "page.md") -> PageInput { PageInput(path: name, format: .markdown) }

  /// Elements with their depth and attributes, and what the front matter holds: what a safe fix must not touch.
  private func structure(_ document: Document) -> [String] {
    var depths = [Int](repeating: 0, count: document.nodes.count)
    var result: [String] = []
    for (index, node) in document.nodes.enumerated() where index > 0 {
      if node.parent != .none { depths[index] = depths[Int(node.parent.index)] + 1 }
      guard node.kind == .element else { continue }
      let attributes = node.attributes.map { document.spelling(document.attributes[Int($0)].name) }
      result.append("\(depths[index]) \(document.spelling(node.name)) \(attributes)")
    }
    return result + document.masks.map { "\($0.kind)" } + (document.frontMatter?.root?.entries.map(\.key) ?? [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomFixesChangeNothingElse(_ seed: UInt64) {
    var maker = PageMaker(seed: seed)
    var random = SplitMix64(seed: seed &* 31)
    var fixCount = 0
    for number in 0..<Self.pageCount {
      let bytes = maker.page()
      let document = linter.read(input(), bytes)
      let isSafe = Bool.random(using: &random)
      let candidates = linter.check(input(), document).findings.compactMap { item -> JudgedFix? in
        guard let fix = item.finding.fix, fix.safety == (isSafe ? .safe : .unsafe) else { return nil }
        return JudgedFix(rule: item.rule, fix: fix)
      }
      let chosen = candidates.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
      guard document.source.isEditable else { continue }
      var round = FixRound(document, strictness: isSafe ? .sameWords : .stillSound) { linter.read(input(), $0) }
      round.admit(EditSet(choosing: chosen))
      fixCount += round.accepted.fixes.count
      let result = round.result.page.source.fileBytes
      #expect(result == replayed(round.accepted, on: bytes), "page \(number) of seed \(seed)")
      if isSafe { #expect(structure(round.result.page) == structure(document), "page \(number) of seed \(seed)") }
    }
    #expect(fixCount > Self.pageCount)
  }

  /// The edits by hand: piece by piece, from the end so that no offset moves.
  private func replayed(_ set: EditSet, on bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for edit in set.fixes.flatMap(\.fix.edits).sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(edit.range.bounds, with: Array(edit.text.utf8))
    }
    return bytes
  }

  @Test(arguments: [false, true])
  func fixingAgainChangesNothing(_ isUnsafe: Bool) {
    var maker = PageMaker(seed: isUnsafe ? 11 : 12)
    var options = Fixer.Options()
    options.isUnsafe = isUnsafe
    let fixer = Fixer(linter, options)
    for number in 0..<Self.pageCount {
      let page = fixer.fix(input(), maker.page())
      let again = fixer.fix(input(), page.bytes)
      #expect(!again.isChanged, "page \(number): \(again.applied)")
    }
  }

  private static let programs = ["git", "patch"]
  private static let hasPrograms = programs.allSatisfy { run("/bin/sh", ["-c", "command -v \($0) >/dev/null"]) == 0 }

  /// The same random subset of fixes, once as a diff that Git and `patch` apply, once in place. `make test` installs
  /// both.
  @Test(.enabled(if: hasPrograms), arguments: programs)
  func theDiffIsWhatFixingDoes(_ program: String) throws {
    let names = ["été", "a b", "a\"b", "l’eau", "-x", "dossier à nous/page", "e\u{301}te\u{301}"]
    var maker = PageMaker(seed: 21)
    let inPlace = TemporaryFolder()
    let patched = TemporaryFolder()
    var pages: [String] = []
    for number in 0..<Self.pageCount {
      let name = "\(names[number % names.count]) \(number).md"
      let bytes = maker.page()
      pages.append(name)
      inPlace.write(name, bytes)
      patched.write(name, bytes)
    }
    let linter = Linter(configuration: Configuration(), paths: [inPlace.path], threads: 1)
    var options = Fixer.Options()
    options.isUnsafe = true
    options.accepts = { diagnostic in
      (diagnostic.range.start.offset &* 31 &+ diagnostic.rule.description.utf8.count) % 3 > 0
    }
    let outcome = Fixer(linter, options).run(mode: .diff)
    #expect(outcome.changedPageCount > Self.pageCount / 2)
    patched.write("x.diff", outcome.pages.flatMap(\.diff))
    // The paths of the diff are those of the other folder, from the root of the disk.
    let strip = "-p\(inPlace.path.split(separator: "/").count + 1)"
    let commands =
      program == "git"
      ? "git apply --whitespace=nowarn \(strip) x.diff" : "patch --binary --silent \(strip) --input=x.diff"
    #expect(run("/bin/sh", ["-c", "cd '\(patched.path)' && \(commands)"]) == 0)
    _ = Fixer(linter, options).run(mode: .write)
    for page in pages { #expect(patched.bytes(page) == inPlace.bytes(page), "\(page)") }
  }
}
