import RelireModel

/// The list of rules as `relire rules` shows it: a family, its rules, what each is about.
public struct RuleTable: Sendable {
  private let wording: Wording
  private let style: TerminalStyle
  private let width: Int

  public init(language: MessageLanguage, style: TerminalStyle, width: Int) {
    wording = Wording(language)
    self.style = style
    self.width = width
  }

  /// - Parameter rules: sorted by id.
  public func write(_ rules: [RuleMetadata], to output: inout ByteBuffer) {
    let nameWidth = rules.map { $0.id.name.utf8.count }.max() ?? 0
    let severityWidth = Severity.allCases.map { DisplayWidth.of(wording.word($0)) }.max() ?? 0
    let indent = 2 + nameWidth + 2 + severityWidth + 2 + 3
    var family = ""
    for rule in rules {
      if rule.id.family != family {
        if !family.isEmpty { output.newline() }
        family = rule.id.family
        style.write("\(family)/", .strong, to: &output)
        output.newline()
      }
      let severity = wording.word(rule.severity)
      output.append("  \(rule.id.name)")
      output.append(" ", times: nameWidth - rule.id.name.utf8.count + 2)
      style.write(severity, .init(rule.severity), to: &output)
      output.append(" ", times: severityWidth - DisplayWidth.of(severity) + 2)
      output.append("\(sign(rule.fix))  ")
      for (index, line) in TextWrapping.lines(wording.summary(rule), width: max(width - indent, 30)).enumerated() {
        if index > 0 { output.append(" ", times: indent) }
        output.line(line)
      }
    }
    guard !rules.isEmpty else { return }
    output.newline()
    output.append(wording.count(rules.count, fr: ("règle", "règles"), en: ("rule", "rules")) + ". ")
    output.line(
      wording(
        fr: "S\u{A0}correction sûre, R\u{A0}correction à relire, ?\u{A0}suggestion, –\u{A0}à corriger à la main.",
        en: "S\u{A0}safe fix, R\u{A0}fix to proofread, ?\u{A0}suggestion, –\u{A0}to be corrected by hand."))
  }

  private func sign(_ fix: FixSafety?) -> String {
    switch fix {
    case .safe: "S"
    case .unsafe: "R"
    case .suggestion: "?"
    case nil: "–"
    }
  }
}
