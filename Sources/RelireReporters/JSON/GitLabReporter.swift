import RelireModel

/// GitLab's Code Quality report (a subset of Code Climate's): the widget of a merge request.
public struct GitLabReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(400 * result.diagnostics.count)
    let prints = Fingerprint.of(result.diagnostics)
    writer.array(zip(result.diagnostics, prints)) { writer, entry in
      let (diagnostic, fingerprint) = entry
      writer.object { writer in
        writer.field("type", "issue")
        writer.field("check_name", diagnostic.rule.description)
        writer.field("description", diagnostic.message[language])
        writer.field("severity", severity(diagnostic.severity))
        writer.field("categories", ["Style"])
        writer.field("fingerprint", fingerprint.description)
        writer.object("location") { writer in
          writer.field("path", diagnostic.path)
          writer.object("lines") { writer in
            writer.field("begin", diagnostic.range.start.line)
            writer.field("end", diagnostic.range.end.line)
          }
        }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }

  /// GitLab's scale goes from info to blocker; nothing that relire finds blocks a service.
  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
