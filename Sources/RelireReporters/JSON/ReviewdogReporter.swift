import RelireModel

/// Reviewdog's `rdjson` (DiagnosticResult): comments and suggestions on a merge request.
///
/// Its columns count UTF-8 bytes from 1, its ends are exclusive.
public struct ReviewdogReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(512 * result.diagnostics.count)
    writer.object { writer in
      writer.object("source") { $0.field("name", Tool.name) }
      writer.array("diagnostics", result.diagnostics) { writer, diagnostic in
        writer.object { write(diagnostic, to: &$0) }
      }
    }
    output.append(writer.output.bytes)
    output.newline()
  }

  private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.field("message", diagnostic.message[language])
    writer.object("location") { writer in
      writer.field("path", diagnostic.path)
      write(diagnostic.range.start, diagnostic.range.end, to: &writer)
    }
    writer.field("severity", diagnostic.severity.rawValue.uppercased())
    writer.object("code") { $0.field("value", diagnostic.rule.description) }
    if let suggestion = diagnostic.fix.flatMap({ MergedEdit($0, in: diagnostic.excerpt) }) {
      writer.array("suggestions", [suggestion]) { writer, suggestion in
        writer.object { writer in
          write(suggestion.start, suggestion.end, to: &writer)
          writer.field("text", suggestion.text)
        }
      }
    }
  }

  private func write(_ start: Position, _ end: Position, to writer: inout JSONWriter) {
    writer.object("range") { writer in
      for (name, position) in [("start", start), ("end", end)] {
        writer.object(name) {
          $0.field("line", position.line)
          $0.field("column", position.byteColumn)
        }
      }
    }
  }
}
