import Glibc
import RelireModel
import RelireReporters
import Synchronization

/// Tells on standard error how far a long run is: one line that is written over on a terminal; where
/// asked for, plain lines every few seconds in a log.
final class ProgressLine: Sendable {
  private struct State {
    /// When the line was last written; nil before.
    var last: Double?
    var isShown = false
  }

  private enum Manner { case none, terminal, log }

  private let manner: Manner
  private let start = ProgressLine.seconds
  private let state = Mutex(State())
  private let wording = Wording(InterfaceLanguage.current)

  /// - Parameter isAskedFor: whether to write even where nobody watches.
  init(isQuiet: Bool, isAskedFor: Bool) {
    if StandardError.isTerminal, !isQuiet || isAskedFor {
      manner = .terminal
    } else {
      manner = isAskedFor ? .log : .none
    }
  }

  /// Nil when nothing would be written, so that a run is not slowed down for nothing.
  var callback: (@Sendable (Int, Int) -> Void)? {
    guard manner != .none else { return nil }
    return { [self] done, total in update(done, total) }
  }

  private func update(_ done: Int, _ total: Int) {
    let now = Self.seconds
    let interval = manner == .terminal ? 0.1 : 5
    state.withLock { state in
      // A run that ends before anybody wonders shows nothing.
      guard now - (state.last ?? start) >= (state.last == nil ? max(interval, 0.4) : interval) else { return }
      state.last = now
      state.isShown = true
      let line = self.line(done, total, elapsed: now - start)
      StandardError.write(manner == .terminal ? "\r\u{1B}[K\(line)" : line + "\n")
    }
  }

  /// Wipes the line from a terminal.
  func clear() {
    state.withLock { state in
      if manner == .terminal, state.isShown { StandardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func line(_ done: Int, _ total: Int, elapsed: Double) -> String {
    let rate = Int(Double(done) / max(elapsed, 0.001))
    let remaining = Int((Double(total - done) / Double(max(rate, 1))).rounded(.up))
    let files = "\(wording.number(done)) / \(wording.files(total)) (\(wording.percentage(done, of: total)))"
    let text =
      files
      + wording(fr: ", \(wording.number(rate)) par seconde, reste ", en: ", \(wording.number(rate)) a second, left ")
      + "\(wording.number(remaining))\u{A0}s"
    guard manner == .terminal else { return wording(fr: "Relecture\u{A0}: ", en: "Proofreading: ") + text }
    return bar(done, total, beside: text.unicodeScalars.count) + text
  }

  /// What of a terminal's line the text leaves; a line that wraps could not be written over.
  private func bar(_ done: Int, _ total: Int, beside text: Int) -> String {
    let room = min((TerminalSettings.width(of: STDERR_FILENO) ?? 80) - text - 2, 30)
    guard room >= 5 else { return "" }
    let full = done * room / max(total, 1)
    return String(repeating: "█", count: full) + String(repeating: "░", count: room - full) + " "
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
