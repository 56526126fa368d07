import RelireModel

/// GitHub Actions: annotations on the lines of a pull request, and the rest in the log, folded by page.
///
/// GitHub shows ten annotations of a kind for a step and drops the others without a word; the most
/// serious ones come first here, and what cannot be annotated stands in the log.
public struct GitHubReporter: Reporter {
  private static let annotationsOfAKind = 10
  private let wording: Wording
  private let showsSummary: Bool

  public init(language: MessageLanguage = .french, showsSummary: Bool = true) {
    wording = Wording(language)
    self.showsSummary = showsSummary
  }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var left = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, Self.annotationsOfAKind) })
    for page in result.pages {
      output.line("::group::\(data(SafeText.neutralised(page.path)))")
      for diagnostic in page.diagnostics {
        if left[diagnostic.severity, default: 0] > 0 {
          left[diagnostic.severity, default: 0] -= 1
          annotate(diagnostic, to: &output)
        } else {
          write(diagnostic, to: &output)
        }
      }
      output.line("::endgroup::")
    }
    guard showsSummary else { return }
    guard !result.diagnostics.isEmpty else { return output.line(wording.nothingFound(in: result.fileCount)) }
    output.line(wording.summary(result))
    let safe = result.count(fixable: .safe)
    if safe > 0 { output.line("relire fix\(wording.colon)\(wording.applies(safe)).") }
  }

  private func annotate(_ diagnostic: Diagnostic, to output: inout ByteBuffer) {
    let range = diagnostic.range
    output.append("::\(command(diagnostic.severity)) file=\(property(diagnostic.path)),line=\(range.start.line)")
    // GitHub ignores columns of an annotation over several lines.
    if range.end.line > range.start.line {
      output.append(",endLine=\(range.end.line)")
    } else {
      output.append(",col=\(range.start.column),endColumn=\(range.end.column)")
    }
    output.append(",title=\(property(SafeText.neutralised(diagnostic.rule.description)))::")
    output.line(data(SafeText.neutralised(diagnostic.message[wording.language])))
  }

  /// A line of the log. It begins with a word of ours, so that no page can begin a command.
  private func write(_ diagnostic: Diagnostic, to output: inout ByteBuffer) {
    let start = diagnostic.range.start
    output.append("\(wording.word(diagnostic.severity)) ")
    output.append("\(SafeText.neutralised(diagnostic.path)):\(start.line):\(start.column) ")
    output.append("\(SafeText.neutralised(diagnostic.message[wording.language])) ")
    output.line("[\(SafeText.neutralised(diagnostic.rule.description))]")
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  // MARK: Escaping, as GitHub's toolkit does it

  private func data(_ text: String) -> String { escaped(text, alsoProperty: false) }

  private func property(_ text: String) -> String { escaped(text, alsoProperty: true) }

  private func escaped(_ text: String, alsoProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where alsoProperty: result += "%3A"
      case "," where alsoProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
