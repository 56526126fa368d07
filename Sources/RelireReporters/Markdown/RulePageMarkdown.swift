import RelireModel

/// The manual page of one rule in Markdown: docs/rules, and the help in SARIF.
public struct RulePageMarkdown: Sendable {
  private let wording: Wording

  public init(language: MessageLanguage) { wording = Wording(language) }

  public func page(_ rule: RuleMetadata) -> String {
    var output = ByteBuffer()
    let language = wording.language
    output.line("# \(rule.id)\n")
    output.line("\(MarkdownText.prose(wording.summary(rule)))\n")
    let fix = rule.fix.map { wording.word($0) } ?? wording(fr: "à la main", en: "by hand")
    output.append("\(wording(fr: "Gravité", en: "Severity"))\(wording.colon)\(wording.word(rule.severity)). ")
    output.append("\(wording(fr: "Correction", en: "Fix"))\(wording.colon)\(fix). ")
    output.line("\(wording(fr: "Depuis la version", en: "Since version")) \(rule.since).")
    section(wording(fr: "Pourquoi", en: "Why"), rule.rationale[language], to: &output)
    if let exceptions = rule.exceptions {
      section(wording(fr: "Ce qui est accepté", en: "What is accepted"), exceptions[language], to: &output)
    }
    if !rule.references.isEmpty {
      heading(wording(fr: "Sur quoi la règle s’appuie", en: "What the rule stands on"), to: &output)
      for reference in rule.references { output.line("- \(MarkdownText.prose(wording.citation(reference)))") }
    }
    examples(rule, to: &output)
    let turning = wording.turning(rule)
    heading(turning.title, to: &output)
    output.line("```yaml\nrules:\n  \(rule.id): \(turning.level)\n```")
    return output.text
  }

  private func heading(_ title: String, to output: inout ByteBuffer) { output.line("\n## \(title)\n") }

  private func section(_ title: String, _ text: String, to output: inout ByteBuffer) {
    heading(title, to: &output)
    output.line(MarkdownText.prose(text))
  }

  // MARK: Examples

  private func examples(_ rule: RuleMetadata, to output: inout ByteBuffer) {
    for isGood in [false, true] {
      let examples = rule.examples.filter { $0.isGood == isGood }
      guard !examples.isEmpty else { continue }
      heading(
        isGood ? wording(fr: "Ce qui est juste", en: "Right") : wording(fr: "Ce qui est signalé", en: "Reported"),
        to: &output)
      for (index, example) in examples.enumerated() {
        if index > 0 { output.newline() }
        write(example, to: &output)
      }
    }
  }

  private func write(_ example: Example, to output: inout ByteBuffer) {
    if example.locale != "fr-FR" { output.line("\(example.locale)\(wording(fr: "\u{A0}:", en: ":"))\n") }
    // Marks stay: in plain text nothing else can show a range, an empty one above all.
    block(example.text, format: example.format, to: &output)
    guard let fixed = example.fixed else { return }
    output.line("\n\(wording(fr: "Corrigé\u{A0}:", en: "Fixed:"))\n")
    block(fixed, format: example.format, to: &output)
  }

  private func block(_ text: String, format: Example.Format, to output: inout ByteBuffer) {
    let fence = MarkdownText.fence(for: text)
    output.line(fence + format.rawValue)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { output.line(shown(String(line))) }
    output.line(fence)
  }

  /// The line with its hidden characters by their signs, tabs and ordinary spaces apart.
  private func shown(_ line: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if scalar != "\t", let hidden = HiddenCharacter(scalar, after: previous) {
        result += hidden.sign
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

extension MarkdownText {
  /// A code fence longer than any run of backquotes in the text.
  static func fence(for text: String) -> String {
    var longest = 2
    var current = 0
    for byte in text.utf8 {
      current = byte == 0x60 ? current + 1 : 0
      longest = max(longest, current)
    }
    return String(repeating: "`", count: longest + 1)
  }
}
