import RelireDocuments
import RelireModel
import RelireRules
import TestSupport
import Testing

@testable import RelireEngine

@Suite struct FixerTests {
  private func fix(
    _ text: String, _ rules: [any Rule.Type], as format: Document.Format = .text,
    _ change: (inout Fixer.Options) -> Void = { _ in }
  ) -> FixedPage {
    var options = Fixer.Options()
    change(&options)
    let linter = Linter(configuration: Configuration(), threads: 1, rules: rules)
    return Fixer(linter, options).fix(PageInput(path: "page", format: format), Array(text.utf8))
  }

  private func text(_ page: FixedPage) -> String { String(decoding: page.bytes, as: UTF8.self) }

  @Test func appliesAllThatIsSafe() {
    let page = fix("Voici : a... b... c : d", [ToySpace.self, ToyEllipsis.self, ToyLetter.self])
    #expect(text(page) == "Voici\u{A0}: a… b… c\u{A0}: d")
    #expect(page.applied.count == 4)
    #expect(page.refusals.isEmpty)
  }

  @Test func appliesTheRestOnlyWhenAsked() {
    #expect(!fix("l’Etat", [ToyLetter.self]).isChanged)
    #expect(text(fix("l’Etat", [ToyLetter.self]) { $0.isUnsafe = true }) == "l’État")
  }

  @Test(arguments: ["file/broken-markup", "file"])
  func appliesOnlyTheChosenRules(_ name: String) {
    let page = fix("a : l’Etat", [ToySpace.self, ToyLetter.self]) { options in
      options.isUnsafe = true
      options.rules = [name]
    }
    #expect(text(page) == "a\u{A0}: l’Etat")
  }

  @Test func textsOfShortcodesAreCorrectedAndNothingElseOfThem() {
    let page = fix("{{< carte titre=\"Oui : non\" >}} a : b\n", [ToySpace.self], as: .markdown)
    #expect(text(page) == "{{< carte titre=\"Oui\u{A0}: non\" >}} a\u{A0}: b\n")
    #expect(page.refusals.isEmpty)
  }

  @Test func aFixThatChangesAWordIsRefusedAlone() {
    let page = fix("Le loup : oui... non : si", [ToyLiar.self, ToySpace.self, ToyEllipsis.self])
    #expect(text(page) == "Le loup\u{A0}: oui… non\u{A0}: si")
    #expect(page.refusals.map(\.rule) == ["toy/liar"])
    #expect(page.refusals.map(\.reason) == [.changesStructure])
  }

  @Test func aFixThatChangesTheMarkupIsRefused() {
    let page = fix("<p>Un <em>mot</em> : oui</p>", [ToyBreaker.self, ToySpace.self], as: .html)
    #expect(text(page) == "<p>Un <em>mot</em>\u{A0}: oui</p>")
    #expect(page.refusals.map(\.rule) == ["toy/breaker"])
  }

  /// Without its space the parenthesis would join the asterisks in one emphasis, while those before it close none.
  @Test(arguments: [("**Mot ** ( * il", "**Mot** (* il"), ("**Mot ** mot... ( * il", "**Mot** mot… (* il")])
  func aRefusedFixIsTriedAgainOnceThePageHasChanged(_ text: String, _ expected: String) {
    let page = fix(text, [EdgeSpace.self, BracketSpacing.self, Ellipsis.self], as: .markdown) { $0.isUnsafe = true }
    #expect(self.text(page) == expected)
    #expect(page.refusals.isEmpty)
  }

  @Test func manyCulpritsAmongManyFixes() {
    let page = fix(String(repeating: "loup : ...\n", count: 8), [ToyLiar.self, ToySpace.self, ToyEllipsis.self])
    #expect(text(page) == String(repeating: "loup\u{A0}: …\n", count: 8))
    #expect(Set(page.refusals.map(\.rule)) == ["toy/liar"])
  }

  @Test func quarrellingRulesAreLeftOut() {
    let page = fix("a \u{2013} b : c", [ToyLeft.self, ToyRight.self, ToySpace.self])
    #expect(text(page) == "a \u{2013} b\u{A0}: c")
    #expect(Set(page.refusals.map(\.rule)) == ["toy/left", "toy/right"])
    #expect(page.refusals.allSatisfy { $0.reason == .endless })
  }

  @Test func aRuleWithoutEndIsLeftOut() {
    let page = fix("a ! b : c", [ToyGrower.self, ToySpace.self])
    #expect(text(page) == "a ! b\u{A0}: c")
    #expect(page.refusals.map(\.rule) == ["toy/grower"])
  }

  @Test func fixingTwiceChangesNothingMore() {
    let once = fix("a : b... l’Etat", [ToySpace.self, ToyEllipsis.self, ToyLetter.self]) { $0.isUnsafe = true }
    let twice = fix(text(once), [ToySpace.self, ToyEllipsis.self, ToyLetter.self]) { $0.isUnsafe = true }
    #expect(!twice.isChanged)
  }

  @Test func aByteOrderMarkAndLineEndsStay() {
    #expect(text(fix("\u{FEFF}a :\r\nb :\rc", [ToySpace.self])) == "\u{FEFF}a\u{A0}:\r\nb\u{A0}:\rc")
  }

  @Test func invalidBytesStay() {
    let linter = Linter(configuration: Configuration(), threads: 1, rules: [ToySpace.self])
    let page = Fixer(linter).fix(
      PageInput(path: "page", format: .text), Array("été à l’été : \u{0}".utf8) + [0xFF] + Array("é :".utf8))
    #expect(page.bytes == Array("été à l’été\u{A0}: \u{0}".utf8) + [0xFF] + Array("é\u{A0}:".utf8))
  }

  @Test func whatIsNotUTF8IsLeftAlone() {
    let linter = Linter(configuration: Configuration(), threads: 1, rules: [ToySpace.self])
    let latin: [UInt8] = [0xE9, 0x74, 0xE9, 0x20, 0x3A]
    #expect(!Fixer(linter).fix(PageInput(path: "page", format: .text), latin).isChanged)
  }

  // MARK: Sets of edits

  private func judged(_ edits: [(Int, Int, String)]) -> JudgedFix {
    JudgedFix(
      rule: "toy/x",
      fix: Fix(Message(fr: "", en: ""), .safe, TextEdits(edits.map { TextEdit(SourceRange($0.0, $0.1), $0.2) })))
  }

  @Test func fixesThatMeetWait() {
    let set = EditSet(choosing: [
      judged([(0, 1, "A"), (4, 5, "E")]), judged([(4, 6, "X")]), judged([(1, 2, "B")]), judged([(2, 2, "-")]),
      judged([(6, 6, "!")]), judged([(6, 6, "?")]), judged([(5, 6, "F"), (0, 0, "0")]),
    ])
    #expect(set.fixes.count == 3)
    #expect(String(decoding: set.applied(to: Array("abcdef".utf8)), as: UTF8.self) == "ABcdEf!")
  }

  @Test func noByteOutsideTheEditsChanges() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0x61...0x7A, using: &random)
      }
      var set = EditSet()
      for _ in 0..<6 {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = Int.random(in: start...bytes.count, using: &random)
        set.add(judged([(start, min(end, start + 3), "[]")]))
      }
      let result = set.applied(to: bytes)
      // What is between the replacements is what was left of the text, in order.
      let removed = set.fixes.reduce(0) { $0 + $1.fix.edits.reduce(0) { $0 + $1.range.count } }
      let kept = result.filter { $0 >= 0x61 && $0 <= 0x7A }
      #expect(kept.count == bytes.count - removed)
      var expected = bytes.map(Optional.some)
      for edit in set.fixes.flatMap(\.fix.edits) { for index in edit.range.bounds { expected[index] = nil } }
      #expect(kept == expected.compactMap { $0 })
    }
  }

  // MARK: Words

  @Test(arguments: [
    ("a :", "a\u{A0}:"), ("l'eau", "l’eau"), ("\"mot\"", "«\u{A0}mot\u{A0}»"), ("a...", "a…"), ("etc...", "etc."),
    ("a - b", "a – b"), ("e\u{301}", "é"), ("a\u{200B}b", "ab"), ("km2", "km²"), ("n\u{BA} 3", "n° 3"),
    ("3500", "3\u{202F}500"), ("01.23.45.67.89", "01 23\u{A0}45 67 89"), ("le 25-60-00,", "le 25\u{A0}60\u{A0}00,"),
    ("rouge\u{1B}[0m", "rouge[0m"), ("a\u{85}b", "ab"),
  ])
  func glyphsAndSpacesAreNoWords(_ a: String, _ b: String) {
    #expect(NormalisedText.same(a, b))
  }

  @Test(arguments: [
    ("Etat", "État"), ("2ème", "2e"), ("a,b", "ab"), ("a", "b"), ("a.b", "a"), ("oeuvre", "œuvre"),
    ("12.50", "12 50"), ("01.02.2024", "01 02 2024"), ("1.23.45.67", "1 23 45 67"), ("25.60.00.7", "25 60 00 7"),
  ])
  func lettersAre(_ a: String, _ b: String) {
    #expect(!NormalisedText.same(a, b))
  }
}
