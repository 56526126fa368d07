import RelireModel

/// A report in Markdown (GFM): a comment on a merge request, the summary of a job.
public struct MarkdownReporter: Reporter {
  private let wording: Wording
  private let limit: Int

  /// - Parameter limit: bytes after which pages are counted, no longer shown. GitHub takes 1 MiB for the
  ///   summary of a step, 65,536 characters for a comment.
  public init(language: MessageLanguage = .french, limit: Int = 1_000_000) {
    wording = Wording(language)
    self.limit = limit
  }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    let start = output.bytes.count
    output.line("## " + wording(fr: "Relecture par relire", en: "Proofread by relire"))
    output.newline()
    guard !result.diagnostics.isEmpty else {
      output.line(wording.nothingFound(in: result.fileCount))
      return
    }
    output.line(wording.summary(result))
    output.newline()
    writeFixes(result, to: &output)
    writeRules(result, to: &output)
    let pages = result.pages
    for (index, page) in pages.enumerated() {
      guard output.bytes.count - start < limit - 4096 else {
        output.line(
          wording(fr: "Et ", en: "And ")
            + wording.count(
              pages.count - index, fr: ("autre page.", "autres pages."), en: ("other page.", "other pages.")))
        return
      }
      write(page, until: start + limit - 4096, to: &output)
    }
  }

  private func writeFixes(_ result: RunResult, to output: inout ByteBuffer) {
    let safe = result.count(fixable: .safe)
    let unsafe = result.count(fixable: .unsafe)
    if safe > 0 { output.line("- `relire fix` \(wording.applies(safe))") }
    if unsafe > 0 { output.line("- `relire fix --unsafe` \(wording.appliesUnsafe(unsafe, besidesSafe: safe > 0))") }
    if safe + unsafe > 0 { output.newline() }
  }

  private func writeRules(_ result: RunResult, to output: inout ByteBuffer) {
    output.line(wording(fr: "| Règle | Gravité | Nombre |", en: "| Rule | Severity | Count |"))
    output.line("|---|---|---:|")
    for entry in result.countsByRule {
      output.append(
        "| \(MarkdownText.code(entry.rule.description, inTable: true)) | \(wording.word(entry.severity)) | ")
      output.line("\(wording.number(entry.count)) |")
    }
    output.newline()
  }

  /// - Parameter end: the size of the output after which diagnostics are counted only.
  private func write(_ page: RunResult.PageDiagnostics, until end: Int, to output: inout ByteBuffer) {
    output.line("### \(MarkdownText.code(page.path))")
    output.newline()
    for (index, diagnostic) in page.diagnostics.enumerated() {
      guard output.bytes.count < end else {
        output.line("- … \(wording.diagnostics(page.diagnostics.count - index))")
        break
      }
      let start = diagnostic.range.start
      output.append("- **\(start.line):\(start.column)** \(wording.word(diagnostic.severity)) – ")
      output.append("\(MarkdownText.escaped(diagnostic.message[wording.language])) ")
      output.line("(\(MarkdownText.code(diagnostic.rule.description)))")
    }
    output.newline()
  }
}
