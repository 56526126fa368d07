import RelireModel

/// One line a diagnostic, `path:line:column: severity: message [rule]`, as compilers write it and editors read it.
public struct ShortReporter: Reporter {
  private let style: TerminalStyle
  private let wording: Wording

  public init(language: MessageLanguage = .french, style: TerminalStyle = TerminalStyle(isColored: false)) {
    wording = Wording(language)
    self.style = style
  }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    for diagnostic in result.diagnostics {
      let start = diagnostic.range.start
      style.write(.path, to: &output) {
        $0.append("\(SafeText.neutralised(diagnostic.path)):\(start.line):\(start.column):")
      }
      output.append(" ")
      style.write(diagnostic.severity.rawValue, .init(diagnostic.severity), to: &output)
      output.append(": \(SafeText.neutralised(diagnostic.message[wording.language])) ")
      style.write("[\(SafeText.neutralised(diagnostic.rule.description))]", .faint, to: &output)
      output.newline()
    }
  }
}
