import RelireModel
import RelireRules
import Testing

/// The examples of every rule are its manual; here they are its tests.
@Suite struct RuleExamplesTests {
  struct Case: CustomTestStringConvertible {
    let rule: any Rule.Type
    let example: Example

    var testDescription: String { "\(rule.id): \(Visible.text(example.text))" }
  }

  static let cases = RuleRegistry.rules.flatMap { rule in
    rule.metadata.examples.map { Case(rule: rule, example: $0) }
  }

  @Test("The marked ranges, and no others, are reported", arguments: cases)
  func ranges(of test: Case) {
    let (text, faults) = test.example.unmarked
    let findings = Checking.findings(test.rule, in: test.example, text: text)
    #expect(Visible.marked(text, findings.map(\.range)) == Visible.marked(text, faults))
  }

  @Test("The rule's own fixes give the corrected text, which is clean of what they can correct", arguments: cases)
  func fixes(of test: Case) {
    let (text, _) = test.example.unmarked
    let fixed = Edits.converge(text) { text in
      Checking.findings(test.rule, in: test.example, text: text).compactMap(\.appliedFix)
    }
    guard let fixed else {
      Issue.record("fixing does not come to an end")
      return
    }
    #expect(Visible.text(fixed) == Visible.text(test.example.fixed ?? text))
    if test.example.fixed != nil {
      let left = Checking.findings(test.rule, in: test.example, text: fixed)
      #expect(Visible.marked(fixed, left.map(\.range)) == Visible.text(fixed))
    }
  }

  @Test("A fix says truly how safe it is, and edits only inside the page", arguments: cases)
  func safety(of test: Case) {
    let (text, _) = test.example.unmarked
    for finding in Checking.findings(test.rule, in: test.example, text: text) {
      guard let fix = finding.fix else { continue }
      #expect(!fix.edits.isEmpty)
      #expect(fix.edits.allSatisfy { $0.range.end <= text.utf8.count })
      #expect(zip(fix.edits, fix.edits.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
      #expect(test.rule.metadata.fix != nil, "the metadata promises no fix")
    }
  }

  @Test("Messages are written as we ask pages to be", arguments: cases)
  func messages(of test: Case) {
    let (text, _) = test.example.unmarked
    for finding in Checking.findings(test.rule, in: test.example, text: text) {
      #expect(FrenchTypography.faults(in: finding.message.french) == [])
      #expect(!finding.message.english.isEmpty)
      if let fix = finding.fix {
        #expect(FrenchTypography.faults(in: fix.title.french) == [])
        #expect(!fix.title.english.isEmpty)
      }
    }
  }

  /// What is wrong with a file or a suppression is found by the readers and the engine, and tested with them; so are
  /// what concerns archetypes, unused files and what a change took away.
  static let rulesOnText: [RuleID] = RuleRegistry.metadata.map(\.id).filter {
    !["file", "suppressions", "i18n"].contains($0.family) && $0 != "hugo/broken-configuration"
      && ![ArchetypeWithoutSection.id, UnusedAsset.id, RemovedAnchor.id].contains($0)
  }

  @Test("Every rule shows a bad and a good example", arguments: rulesOnText)
  func bothKinds(of id: RuleID) throws {
    let examples = try #require(RuleRegistry.rule(id)).metadata.examples
    #expect(examples.contains { $0.isGood })
    #expect(examples.contains { !$0.isGood })
  }
}
