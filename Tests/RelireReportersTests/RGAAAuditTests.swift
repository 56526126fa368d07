import RelireModel
import Testing

@testable import RelireReporters

@Suite struct RGAAAuditTests {
  private static let rules = [
    rule("page/missing-title", [.rgaa("8.5.1", isWhole: true)]), rule("images/missing-alternative", [.rgaa("1.1.1")]),
    rule("links/generic-text", [.rgaa("6.1.1")]),
  ]

  private static func rule(_ id: RuleID, _ references: [Reference]) -> RuleMetadata {
    let text = Message(fr: "a", en: "a")
    return RuleMetadata(id: id, severity: .error, summary: text, rationale: text, references: references, examples: [])
  }

  private func diagnostic(_ rule: RuleID, _ severity: Severity) -> Diagnostic {
    let start = Position(line: 1, column: 1, offset: 0)
    return Diagnostic(
      rule: rule, severity: severity, message: Message(fr: "a", en: "a"), path: "a.html",
      range: PositionRange(start: start, end: start), fix: nil, excerpt: Excerpt(text: "", offset: 0))
  }

  private func states(_ subjects: Set<RGAA.Subject>, _ diagnostics: [Diagnostic]) -> [String: RGAAAudit.State] {
    let audit = RGAAAudit(
      Self.rules, pages: [RGAAAudit.Page(path: "a.html", subjects: subjects, diagnostics: diagnostics)])
    return Dictionary(uniqueKeysWithValues: audit.coverage.rows.map { ($0.test.number, audit.state(of: $0)) })
  }

  @Test func statesOfAPage() {
    let clean = states([.page, .img], [])
    #expect(clean["8.5.1"] == .conforming)
    #expect(clean["1.1.1"] == .untested)
    #expect(clean["6.1.1"] == .notApplicable)
    #expect(clean["3.1.1"] == .untested)
    let faulty = states(
      [.page, .img, .link],
      [
        diagnostic("images/missing-alternative", .error), diagnostic("links/generic-text", .warning),
        diagnostic("page/missing-title", .warning),
      ])
    #expect(faulty["1.1.1"] == .failing)
    // A broken convention proves nothing of a test that is checked in part.
    #expect(faulty["6.1.1"] == .untested)
    #expect(faulty["8.5.1"] == .failing)
  }

  @Test func aReloadIsNoRedirection() {
    let rules = [Self.rule("page/refresh-delay", [.rgaa("13.1.1"), .rgaa("13.1.2", isWhole: true)])]
    func states(_ subjects: Set<RGAA.Subject>, isFaulty: Bool) -> [RGAAAudit.State] {
      let found = isFaulty ? [diagnostic("page/refresh-delay", .error)] : []
      let audit = RGAAAudit(rules, pages: [RGAAAudit.Page(path: "a.html", subjects: subjects, diagnostics: found)])
      return audit.coverage.rows.filter { ["13.1.1", "13.1.2"].contains($0.test.number) }.map { audit.state(of: $0) }
    }
    #expect(states([.page], isFaulty: false) == [.untested, .notApplicable])
    #expect(states([.page, .refresh], isFaulty: true) == [.failing, .notApplicable])
    #expect(states([.page, .redirection], isFaulty: true) == [.untested, .failing])
    #expect(states([.page, .redirection], isFaulty: false) == [.untested, .conforming])
  }

  @Test func whatNobodyReadIsNotSound() {
    let rules = [Self.rule("links/label-in-name", [.rgaa("6.1.5", isWhole: true)])]
    func state(_ subjects: Set<RGAA.Subject>, _ test: String) -> RGAAAudit.State? {
      let audit = RGAAAudit(rules, pages: [RGAAAudit.Page(path: "a.html", subjects: subjects, diagnostics: [])])
      return audit.coverage.rows.first { $0.test.number == test }.map { audit.state(of: $0) }
    }
    #expect(state([.page, .link], "6.1.5") == .conforming)
    #expect(state([.page, .link, .imageOfControl], "6.1.5") == .untested)
    #expect(state([.page, .link, .anything], "6.1.5") == .untested)
    #expect(state([.page], "1.1.1") == .notApplicable)
    #expect(state([.page, .anything], "1.1.1") == .untested)
  }

  @Test func aSheetHoldsEveryTestAndNoFormula() {
    let page = RGAAAudit.Page(path: "=1+1.html", subjects: [.page], diagnostics: [])
    var output = ByteBuffer()
    RGAAReporter(language: .french, style: TerminalStyle(isColored: false))
      .write(RGAAAudit(Self.rules, pages: [page]), as: .csv, to: &output)
    let lines = output.text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(lines.count == 259)
    #expect(lines.first?.contains("\"'=1+1.html\"") == true)
    let columns = Set(lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).count })
    #expect(columns == [9])
  }
}
