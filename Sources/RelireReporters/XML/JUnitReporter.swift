import RelireModel

/// JUnit's XML: a suite for each faulty page, a case for each diagnostic, failed when it fails the run.
public struct JUnitReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    let fails = { (diagnostic: Diagnostic) in result.failingSeverity.map { diagnostic.severity >= $0 } ?? false }
    let failures = result.diagnostics.count(where: fails)
    let clean = max(result.fileCount - result.faultyFileCount, 0)
    output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    output.line(
      "<testsuites name=\"\(Tool.name)\" tests=\"\(result.diagnostics.count + 1)\" failures=\"\(failures)\" errors=\"0\">"
    )
    for page in result.pages {
      let path = XMLText.escaped(page.path)
      output.append("  <testsuite name=\"\(path)\" tests=\"\(page.diagnostics.count)\"")
      output.line(" failures=\"\(page.diagnostics.count(where: fails))\" errors=\"0\">")
      for diagnostic in page.diagnostics { write(diagnostic, path: path, fails: fails(diagnostic), to: &output) }
      output.line("  </testsuite>")
    }
    // A file without any case would be refused by some servers.
    output.line("  <testsuite name=\"\(Tool.name)\" tests=\"1\" failures=\"0\" errors=\"0\">")
    let name = Wording(language)(fr: "pages sans signalement", en: "pages without diagnostics")
    output.line(
      "    <testcase classname=\"\(Tool.name)\" name=\"\(name)\"><system-out>\(clean)</system-out></testcase>")
    output.line("  </testsuite>")
    output.line("</testsuites>")
  }

  private func write(_ diagnostic: Diagnostic, path: String, fails: Bool, to output: inout ByteBuffer) {
    let start = diagnostic.range.start
    let rule = XMLText.escaped(diagnostic.rule.description)
    let message = XMLText.escaped(diagnostic.message[language])
    output.line("    <testcase classname=\"\(path)\" name=\"\(rule) \(start.line):\(start.column)\">")
    if fails {
      output.append("      <failure type=\"\(diagnostic.severity.rawValue)\" message=\"\(message)\">")
      output.line("\(path):\(start.line):\(start.column) \(XMLText.escaped(diagnostic.excerpt.text))</failure>")
    } else {
      output.line("      <system-out>\(diagnostic.severity.rawValue): \(message)</system-out>")
    }
    output.line("    </testcase>")
  }
}
