import RelireModel

/// One JSON value a line: the diagnostics, then the summary.
public struct JSONLinesReporter: Reporter {
  private let language: MessageLanguage

  public init(language: MessageLanguage = .french) { self.language = language }

  public func write(_ result: RunResult, to output: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.output.reserve(512 * result.diagnostics.count)
    for (diagnostic, fingerprint) in zip(result.diagnostics, Fingerprint.of(result.diagnostics)) {
      writer.value(diagnostic, fingerprint, in: language)
      writer.newline()
    }
    writer.object { $0.summary(result) }
    writer.newline()
    output.append(writer.output.bytes)
  }
}
