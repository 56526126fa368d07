import Glibc
import RelireReporters

/// What the environment says of the terminal at which the report is read.
struct TerminalSettings {
  let style: TerminalStyle
  let width: Int

  /// Colours only on a terminal, unless CLICOLOR_FORCE asks for them; never with NO_COLOR (no-color.org)
  /// or on a dumb terminal.
  static func standardOutput() -> TerminalSettings {
    let isForced = environment("CLICOLOR_FORCE").map { !$0.isEmpty && $0 != "0" } ?? false
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let isDumb = environment("TERM") == "dumb"
    let isColored = !isRefused && (isForced || (StandardOutput.isTerminal && !isDumb))
    return TerminalSettings(style: TerminalStyle(isColored: isColored), width: width(of: STDOUT_FILENO) ?? 100)
  }

  static func width(of file: Int32) -> Int? {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
