import RelireModel

/// A run against a former one.
public struct RunComparison: Sendable {
  /// A diagnostic of the former run, as its JSON report tells it.
  public struct Former: Sendable {
    public let fingerprint: Fingerprint
    public let rule: String
    public let path: String
    public let line: Int
    public let message: String

    public init(fingerprint: Fingerprint, rule: String, path: String, line: Int, message: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
      self.line = line
      self.message = message
    }
  }

  /// Those of the former run that are not there any more.
  let gone: [Former]
  private let known: Set<Fingerprint>

  public init(_ result: RunResult, former: [Former]) {
    let current = Set(Fingerprint.of(result.diagnostics))
    known = Set(former.map(\.fingerprint))
    gone = former.filter { !current.contains($0.fingerprint) }
  }

  func isNew(_ fingerprint: Fingerprint) -> Bool { !known.contains(fingerprint) }
}
