import RelireModel
import RelireRules
import Testing

/// RGAA is cited as it is: 13 themes, 106 criteria, 258 tests.
@Suite struct RGAAReferenceTests {
  @Test func theTableIsComplete() {
    #expect(RGAA.themes.map(\.number) == Array(1...13))
    #expect(RGAA.themes.map(\.criteria.count) == [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12])
    #expect(RGAA.tests.count == 258)
    #expect(Set(RGAA.tests.map(\.number)).count == 258)
  }

  static let citations = RuleRegistry.metadata.flatMap { rule in
    rule.references.compactMap { reference -> String? in
      if case .rgaa(let number, _) = reference { "\(rule.id) \(number)" } else { nil }
    }
  }

  @Test(arguments: citations)
  func citedTestsExist(_ citation: String) {
    let number = String(citation.split(separator: " ").last ?? "")
    let criteria = RGAA.themes.flatMap(\.criteria).map(\.number)
    #expect(RGAA.tests.contains { $0.number == number } || criteria.contains(number))
  }

  /// What no test asks for any more, or asks otherwise, must not be cited as if it did.
  @Test(arguments: [
    "headings/skipped-level", "headings/no-h1", "links/new-window", "links/download-details", "links/title-attribute",
  ])
  func goodPracticesCiteNoTest(_ id: String) {
    let rule = RuleRegistry.metadata.first { $0.id.description == id }
    #expect(rule != nil)
    for case .rgaa(let number, _) in rule?.references ?? [] { Issue.record("\(id) cites \(number)") }
  }

  @Test func whatIsLeftIsSaidOfEveryTestCheckedInPart() {
    let decided = RuleRegistry.metadata.flatMap(\.references)
    for test in RGAA.tests {
      let isCited = decided.contains { if case .rgaa(test.number, _) = $0 { true } else { false } }
      let isWhole = decided.contains { if case .rgaa(test.number, isWhole: true) = $0 { true } else { false } }
      if isCited, !isWhole { #expect(RGAA.leftToHuman(test.number) != nil, "\(test.number)") }
    }
  }
}
