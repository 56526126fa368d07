import RelireModel

/// The manual page of one rule, for a terminal.
public struct RulePageTerminal: Sendable {
  private let wording: Wording
  private let style: TerminalStyle
  private let width: Int

  public init(language: MessageLanguage, style: TerminalStyle, width: Int) {
    wording = Wording(language)
    self.style = style
    // Longer lines are hard to read.
    self.width = min(max(width, 40), 90)
  }

  public func write(_ rule: RuleMetadata, to output: inout ByteBuffer) {
    style.write(rule.id.description, .strong, to: &output)
    output.append("  ")
    style.write(wording.word(rule.severity), .init(rule.severity), to: &output)
    output.newline()
    output.newline()
    write(wording.summary(rule), to: &output)
    section(wording(fr: "Pourquoi", en: "Why"), rule.rationale[wording.language], to: &output)
    if let exceptions = rule.exceptions {
      section(wording(fr: "Ce qui est accepté", en: "What is accepted"), exceptions[wording.language], to: &output)
    }
    writeReferences(rule, to: &output)
    writeExamples(rule, to: &output)
    section(wording(fr: "Correction", en: "Fix"), wording.explanation(rule.fix), to: &output)
    writeConfiguration(rule, to: &output)
  }

  private func write(_ text: String, indent: Int = 2, to output: inout ByteBuffer) {
    for line in TextWrapping.lines(text, width: width - indent) {
      output.append(" ", times: indent)
      output.line(line)
    }
  }

  private func heading(_ title: String, to output: inout ByteBuffer) {
    output.newline()
    style.write(title, .strong, to: &output)
    output.newline()
  }

  private func section(_ title: String, _ text: String, to output: inout ByteBuffer) {
    heading(title, to: &output)
    write(text, to: &output)
  }

  private func writeReferences(_ rule: RuleMetadata, to output: inout ByteBuffer) {
    guard !rule.references.isEmpty else { return }
    heading(wording(fr: "Sur quoi la règle s’appuie", en: "What the rule stands on"), to: &output)
    for reference in rule.references {
      for (index, line) in TextWrapping.lines(wording.citation(reference), width: width - 4).enumerated() {
        output.append(index == 0 ? "  – " : "    ")
        output.line(line)
      }
    }
  }

  // MARK: Examples

  private func writeExamples(_ rule: RuleMetadata, to output: inout ByteBuffer) {
    var hidden: Set<HiddenCharacter> = []
    for isGood in [false, true] {
      let examples = rule.examples.filter { $0.isGood == isGood }
      guard !examples.isEmpty else { continue }
      heading(
        isGood ? wording(fr: "Ce qui est juste", en: "Right") : wording(fr: "Ce qui est signalé", en: "Reported"),
        to: &output)
      for (index, example) in examples.enumerated() {
        if index > 0 { output.newline() }
        write(example, hidden: &hidden, to: &output)
      }
    }
    guard !hidden.isEmpty else { return }
    output.newline()
    output.line("  " + wording.legend(hidden))
  }

  private func write(_ example: Example, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer) {
    let (text, faults) = example.unmarked
    if example.locale != "fr-FR" { style.write("  (\(example.locale))\n", .faint, to: &output) }
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      let marked = faults.filter { $0.start <= end && $0.end >= start }
        .map { (max($0.start, start) - start)..<(min($0.end, end) - start) }
      write(DisplayLine(String(Substring(line)), marked: marked), prefix: "  ", hidden: &hidden, to: &output)
      start = end + 1
    }
    guard let fixed = example.fixed else { return }
    for line in fixed.split(separator: "\n", omittingEmptySubsequences: false) {
      write(DisplayLine(String(line), marked: []), prefix: "+ ", hidden: &hidden, to: &output)
    }
  }

  private func write(
    _ line: DisplayLine, prefix: String, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer
  ) {
    hidden.formUnion(line.hidden)
    output.append("  ")
    style.write(prefix, .added, to: &output)
    var carets = ""
    var hasMarks = false
    for (index, cell) in line.cells.enumerated() {
      let marks = cell.isMarked || (index == line.markStart && line.markStart == line.markEnd)
      hasMarks = hasMarks || marks
      carets += String(repeating: marks ? "^" : " ", count: marks ? max(cell.width, 1) : cell.width)
      output.append(line.text(of: index..<(index + 1)))
    }
    output.newline()
    guard hasMarks else { return }
    while carets.hasSuffix(" ") { carets.removeLast() }
    output.append("    ")
    style.write(carets, .warning, to: &output)
    output.newline()
  }

  // MARK: Configuration

  private func writeConfiguration(_ rule: RuleMetadata, to output: inout ByteBuffer) {
    let turning = wording.turning(rule)
    heading(turning.title, to: &output)
    write(wording(fr: "Dans .relire.yml\u{A0}:", en: "In .relire.yml:"), to: &output)
    output.line("    rules:")
    output.line("      \(rule.id): \(turning.level)")
  }
}

extension Wording {
  /// What a rule is about, and that it must be asked for where it must.
  func summary(_ rule: RuleMetadata) -> String {
    let optional = rule.isOptIn ? self(fr: " Règle facultative, à activer.", en: " Optional: to be turned on.") : ""
    return rule.summary[language] + optional
  }

  /// How a configuration changes whether a rule speaks.
  func turning(_ rule: RuleMetadata) -> (title: String, level: String) {
    rule.isOptIn
      ? (self(fr: "L’activer", en: "How to turn it on"), "on")
      : (self(fr: "La désactiver", en: "How to turn it off"), "off")
  }

  func explanation(_ fix: FixSafety?) -> String {
    switch fix {
    case .safe:
      self(
        fr: "Sûre\u{A0}: «\u{A0}relire fix\u{A0}» l’applique. Elle ne touche ni aux mots ni au balisage.",
        en: "Safe: “relire fix” applies it. It touches neither words nor markup.")
    case .unsafe:
      self(
        fr:
          "À relire\u{A0}: «\u{A0}relire fix --unsafe\u{A0}» l’applique. Elle change des lettres, des mots ou le balisage.",
        en: "To be proofread: “relire fix --unsafe” applies it. It changes letters, words or markup.")
    case .suggestion:
      self(
        fr: "Une suggestion est montrée, jamais appliquée seule.",
        en: "A suggestion is shown, never applied by itself.")
    case nil:
      self(fr: "À la main\u{A0}: il y faut un auteur.", en: "By hand: it takes an author.")
    }
  }

  /// What the signs of the given characters stand for.
  func legend(_ hidden: Set<HiddenCharacter>) -> String {
    let entries = hidden.sorted { $0.scalar.value < $1.scalar.value }.map { "\($0.sign)\u{A0}\($0.name[language])" }
    return self(fr: "Signes", en: "Signs") + colon + entries.joined(separator: ", ") + "."
  }
}
