import RelireModel

/// The report for programs: one JSON document, version 1.
public struct JSONReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(512 * result.diagnostics.count)
    writer.object { writer in
      writer.field("version", 1)
      writer.array("diagnostics", result.diagnostics) { $0.value($1, in: language) }
      writer.summary(result)
    }
    output.append(writer.output.bytes)
    output.newline()
  }
}
