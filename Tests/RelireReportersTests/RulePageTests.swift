import RelireModel
import Testing

@testable import RelireReporters

@Suite struct RulePageTests {
  private let rules = Fixture.rules.values.sorted { $0.id < $1.id }

  @Test func pagesMatchGolden() throws {
    for language in MessageLanguage.allCases {
      var output = ByteBuffer()
      for rule in rules {
        output.append(RulePageMarkdown(language: language).page(rule))
        RulePageTerminal(language: language, style: TerminalStyle(isColored: false), width: 80)
          .write(rule, to: &output)
      }
      output.append(RuleIndexMarkdown(language: language).page(rules))
      RuleTable(language: language, style: TerminalStyle(isColored: false), width: 80).write(rules, to: &output)
      try Golden.expect(output.text, toMatch: "rules.\(language.rawValue).txt")
    }
  }

  @Test func criteriaAreSortedByNumber() {
    #expect(
      ["10.1.1", "6.1", "6.1.2", "6.1.1"].sorted(by: RuleIndexMarkdown.precedes) == ["6.1", "6.1.1", "6.1.2", "10.1.1"])
  }

  @Test(arguments: [
    ("Un `*.md` *ici*", "Un `*.md` \\*ici\\*"), ("Un ` seul", "Un \\` seul"), ("a<b", "a\\<b"),
  ])
  func codeInOurOwnTextStays(_ text: String, _ expected: String) {
    #expect(MarkdownText.prose(text) == expected)
  }

  @Test(arguments: [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("\u{1B}", "`<U+001B>`")])
  func codeSpansHoldAnything(_ text: String, _ expected: String) {
    #expect(MarkdownText.code(text) == expected)
  }
}
