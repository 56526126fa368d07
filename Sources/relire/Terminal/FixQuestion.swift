import Glibc
import RelireModel
import RelireReporters
import Synchronization

/// Asks somebody at a terminal whether to apply a fix.
final class FixQuestion: Sendable {
  private struct State {
    var wholeRules: Set<RuleID> = []
    var isOver = false
  }

  private let state = Mutex(State())

  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && StandardError.isTerminal }

  func accepts(_ diagnostic: Diagnostic) -> Bool {
    state.withLock { state in
      if state.isOver { return false }
      if state.wholeRules.contains(diagnostic.rule) { return true }
      show(diagnostic)
      while true {
        StandardError.write(
          text(
            fr: "Corriger\u{202F}? [o]ui, [n]on, [t]oute la règle, [q]uitter\u{A0}: ",
            en: "Correct it? [y]es, [n]o, [a]ll of this rule, [q]uit: "))
        guard let answer = readLine()?.lowercased() else {
          state.isOver = true
          return false
        }
        switch answer {
        case "o", "oui", "y", "yes": return true
        case "n", "non", "no": return false
        case "t", "toute", "a", "all":
          state.wholeRules.insert(diagnostic.rule)
          return true
        case "q", "quit", "quitter":
          state.isOver = true
          return false
        default: continue
        }
      }
    }
  }

  private func show(_ diagnostic: Diagnostic) {
    let settings = TerminalSettings.standardOutput()
    let report = TerminalReporter(
      language: InterfaceLanguage.current, style: settings.style, width: settings.width, showsSummary: false
    ).report(RunResult(diagnostics: [diagnostic], files: [diagnostic.path]))
    StandardError.write("\n" + String(decoding: report.bytes, as: UTF8.self))
  }
}
