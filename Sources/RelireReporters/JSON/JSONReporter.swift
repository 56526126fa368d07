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
      let prints = Fingerprint.of(result.diagnostics)
      writer.array("diagnostics", zip(result.diagnostics, prints)) { $0.value($1.0, $1.1, in: language) }
      writer.summary(result)
    }
    output.append(writer.output.bytes)
    output.newline()
  }
}
