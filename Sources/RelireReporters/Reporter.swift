import RelireModel

/// Writes one run in one format: a pure function of the run's result.
///
/// What it writes depends on no clock, no terminal and no environment: what a reporter must know of
/// those is handed to its initialiser.
public protocol Reporter: Sendable {
  func write(_ result: RunResult, to output: inout ByteBuffer)
}

extension Reporter {
  public func report(_ result: RunResult) -> ByteBuffer {
    var output = ByteBuffer()
    write(result, to: &output)
    return output
  }
}
