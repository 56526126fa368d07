import RelireModel

/// Checkstyle's XML, which most CI servers read.
public struct CheckstyleReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    output.line("<checkstyle version=\"\(Tool.name) \(Tool.version)\">")
    for page in result.pages {
      output.line("  <file name=\"\(XMLText.escaped(page.path))\">")
      for diagnostic in page.diagnostics {
        let start = diagnostic.range.start
        output.append("    <error line=\"\(start.line)\" column=\"\(start.column)\"")
        output.append(" severity=\"\(diagnostic.severity.rawValue)\"")
        output.append(" message=\"\(XMLText.escaped(diagnostic.message[language]))\"")
        output.line(" source=\"\(Tool.name).\(XMLText.escaped(diagnostic.rule.description))\"/>")
      }
      output.line("  </file>")
    }
    output.line("</checkstyle>")
  }
}
