import RelireModel

/// The last lines of the report: how much there is, and what to type next.
struct TerminalSummary {
  let style: TerminalStyle
  let wording: Wording
  let paths: String

  func write(_ result: RunResult, to output: inout ByteBuffer) {
    guard !result.diagnostics.isEmpty else {
      output.line(wording.nothingFound(in: result.fileCount))
      return
    }
    style.write(.strong, to: &output) { $0.append(wording.summary(result)) }
    output.newline()
    let commands = nextCommands(result)
    let width = commands.map(\.command.unicodeScalars.count).max() ?? 0
    for (command, effect) in commands {
      output.append("  ")
      style.write(command, .strong, to: &output)
      output.append(" ", times: width - command.unicodeScalars.count + 3)
      output.line(effect)
    }
  }

  private func nextCommands(_ result: RunResult) -> [(command: String, effect: String)] {
    let safe = result.count(fixable: .safe)
    let unsafe = result.count(fixable: .unsafe)
    let arguments = paths.isEmpty ? "" : " " + paths
    var commands: [(String, String)] = []
    if safe > 0 {
      commands.append(("relire fix" + arguments, wording.applies(safe)))
    }
    if unsafe > 0 {
      commands.append(("relire fix --unsafe" + arguments, wording.appliesUnsafe(unsafe, besidesSafe: safe > 0)))
    }
    if safe + unsafe > 0 {
      let option = safe > 0 ? "" : " --unsafe"
      let isOne = (safe > 0 ? safe : unsafe) == 1
      commands.append(
        (
          "relire fix\(option) --diff" + arguments,
          wording(fr: "\(isOne ? "la" : "les") montre sans rien écrire", en: "shows \(isOne ? "it" : "them") only")
        ))
    }
    if let rule = result.diagnostics.first?.rule {
      commands.append(
        (
          "relire explain " + SafeText.neutralised(rule.description),
          wording(fr: "explique une règle et comment la désactiver", en: "explains a rule and how to turn it off")
        ))
    }
    return commands
  }
}

extension Wording {
  func label(_ safety: FixSafety) -> String {
    switch safety {
    case .safe: self(fr: "correction", en: "fix")
    case .unsafe: self(fr: "correction à relire", en: "unsafe fix")
    case .suggestion: self(fr: "suggestion", en: "suggestion")
    }
  }

  func nothingFound(in files: Int) -> String {
    switch (files, language) {
    case (0, .french): "Aucun fichier lu."
    case (0, .english): "No file read."
    case (_, .french): "Rien à signaler (\(count(files, fr: ("fichier lu", "fichiers lus"), en: ("", ""))))."
    case (_, .english): "Nothing to report (\(self.files(files)) read)."
    }
  }

  /// As `33 signalements dans 3 fichiers sur 12 : 2 erreurs, 31 avertissements.`
  func summary(_ result: RunResult) -> String {
    let counts = Severity.allCases.reversed().map { ($0, result.count(of: $0)) }.filter { $0.1 > 0 }
      .map { count($0.1, of: $0.0) }
    var share = self(fr: " dans ", en: " in ") + files(result.faultyFileCount)
    // Files that could not be read are faulty without having been read.
    if result.fileCount >= result.faultyFileCount { share += self(fr: " sur ", en: " of ") + number(result.fileCount) }
    return diagnostics(result.diagnostics.count) + share + colon + counts.joined(separator: ", ") + "."
  }

  func applies(_ safe: Int) -> String {
    let applies = self(fr: "applique ", en: "applies ")
    return applies
      + count(safe, fr: ("correction sûre", "corrections sûres"), en: ("safe fix", "safe fixes"))
  }

  func appliesUnsafe(_ unsafe: Int, besidesSafe: Bool) -> String {
    let applies = besidesSafe ? self(fr: "applique aussi ", en: "applies also ") : self(fr: "applique ", en: "applies ")
    return applies
      + count(
        unsafe, fr: ("correction à relire", "corrections à relire"), en: ("fix to proofread", "fixes to proofread"))
  }
}
