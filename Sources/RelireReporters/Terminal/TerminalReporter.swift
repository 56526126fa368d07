import RelireModel

/// The report for people at a terminal: each fault in its line, the correction below it, and a summary
/// that says what to type next.
public struct TerminalReporter: Reporter {
  private let style: TerminalStyle
  private let wording: Wording
  private let width: Int
  private let paths: String
  private let showsSummary: Bool

  /// - Parameters:
  ///   - width: the terminal's columns.
  ///   - paths: the checked paths as they were typed, for the commands that the summary proposes.
  ///   - showsSummary: false to leave out the legend and the summary.
  public init(
    language: MessageLanguage = .french, style: TerminalStyle = TerminalStyle(isColored: false), width: Int = 100,
    paths: String = "", showsSummary: Bool = true
  ) {
    wording = Wording(language)
    self.style = style
    self.width = max(width, 40)
    self.paths = paths
    self.showsSummary = showsSummary
  }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var hidden: Set<HiddenCharacter> = []
    output.reserve(400 * result.diagnostics.count)
    for diagnostic in result.diagnostics { write(diagnostic, hidden: &hidden, to: &output) }
    guard showsSummary else { return }
    writeLegend(hidden, to: &output)
    TerminalSummary(style: style, wording: wording, paths: paths).write(result, to: &output)
  }

  // MARK: One diagnostic

  private func write(_ diagnostic: Diagnostic, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer) {
    let start = diagnostic.range.start
    style.write(.path, to: &output) {
      $0.append(SafeText.neutralised(diagnostic.path))
      $0.append(":\(start.line):\(start.column)")
    }
    output.append("  ")
    style.write(wording.word(diagnostic.severity), .init(diagnostic.severity), to: &output)
    output.append("  ")
    style.write(SafeText.neutralised(diagnostic.rule.description), .faint, to: &output)
    output.append("\n  ")
    output.line(SafeText.neutralised(diagnostic.message[wording.language]))
    writeExcerpt(diagnostic, hidden: &hidden, to: &output)
    output.newline()
  }

  private func writeExcerpt(_ diagnostic: Diagnostic, hidden: inout Set<HiddenCharacter>, to output: inout ByteBuffer) {
    let excerpt = diagnostic.excerpt
    let number = String(diagnostic.range.start.line)
    let blank = String(repeating: " ", count: number.count)
    let length = excerpt.text.utf8.count
    let fault = diagnostic.range.source
    let low = min(max(fault.start - excerpt.offset, 0), length)
    let high = min(max(fault.end - excerpt.offset, low), length)
    let preview = diagnostic.fix.flatMap { FixPreview($0, in: excerpt) }
    guard length > 0 || preview != nil else { return writeFixTitle(diagnostic, blank: blank, to: &output) }

    let columns = width - number.utf8.count - 7
    let line = DisplayLine(excerpt.text, marked: [low..<high])
    let window = line.window(columns)
    hidden.formUnion(line.hidden)
    writeGutter("  \(blank) |", to: &output)
    output.newline()
    writeGutter("  \(number) | ", to: &output)
    write(line, window, cutBefore: excerpt.isCutBefore, cutAfter: excerpt.isCutAfter, role: .strong, to: &output)
    writeGutter("  \(blank) | ", to: &output)
    writeCarets(
      line, window, cutBefore: excerpt.isCutBefore, goesOn: diagnostic.range.end.line > diagnostic.range.start.line,
      role: .init(diagnostic.severity), to: &output)
    writeFixTitle(diagnostic, blank: blank, to: &output)
    if let preview {
      let line = DisplayLine(preview.text, marked: preview.written)
      hidden.formUnion(line.hidden)
      writeGutter("  \(number) ", to: &output)
      style.write("+ ", .added, to: &output)
      write(
        line, line.window(columns), cutBefore: excerpt.isCutBefore, cutAfter: excerpt.isCutAfter, role: .added,
        to: &output)
    }
  }

  private func writeGutter(_ text: String, to output: inout ByteBuffer) { style.write(text, .gutter, to: &output) }

  /// - Parameter role: of the marked cells.
  private func write(
    _ line: DisplayLine, _ window: Range<Int>, cutBefore: Bool, cutAfter: Bool, role: TerminalStyle.Role,
    to output: inout ByteBuffer
  ) {
    if cutBefore || window.lowerBound > 0 { style.write("\u{2026}", .faint, to: &output) }
    var index = window.lowerBound
    while index < window.upperBound {
      let isMarked = line.cells[index].isMarked
      var end = index
      while end < window.upperBound, line.cells[end].isMarked == isMarked { end += 1 }
      if isMarked {
        style.write(role, to: &output) { $0.append(line.text(of: index..<end)) }
      } else {
        output.append(line.text(of: index..<end))
      }
      index = end
    }
    if cutAfter || window.upperBound < line.cells.count { style.write("\u{2026}", .faint, to: &output) }
    output.newline()
  }

  private func writeCarets(
    _ line: DisplayLine, _ window: Range<Int>, cutBefore: Bool, goesOn: Bool, role: TerminalStyle.Role,
    to output: inout ByteBuffer
  ) {
    let start = min(max(line.markStart, window.lowerBound), window.upperBound)
    let end = min(max(line.markEnd, start), window.upperBound)
    var indent = cutBefore || window.lowerBound > 0 ? 1 : 0
    for cell in line.cells[window.lowerBound..<start] { indent += cell.width }
    var count = 0
    for cell in line.cells[start..<end] { count += cell.width }
    // A fault that is a combining mark stands under the letter that bears it.
    if count == 0, start < end, indent > 0 { indent -= 1 }
    output.append(" ", times: indent)
    style.write(role, to: &output) { $0.append("^", times: max(count, 1)) }
    if goesOn { style.write("\u{2026}", role, to: &output) }
    output.newline()
  }

  private func writeFixTitle(_ diagnostic: Diagnostic, blank: String, to output: inout ByteBuffer) {
    guard let fix = diagnostic.fix else { return }
    writeGutter("  \(blank) = ", to: &output)
    output.append(wording.label(fix.safety) + wording.colon)
    output.line(SafeText.neutralised(fix.title[wording.language]))
  }

  // MARK: Legend

  private func writeLegend(_ hidden: Set<HiddenCharacter>, to output: inout ByteBuffer) {
    guard !hidden.isEmpty else { return }
    output.line(wording.legend(hidden))
    output.newline()
  }
}
