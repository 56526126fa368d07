/// All that one run found: what every reporter is a function of.
public struct RunResult: Sendable {
  /// Sorted by path, range, rule.
  public let diagnostics: [Diagnostic]
  /// The paths of the files that were read, sorted.
  public let files: [String]
  /// Number of files with at least one diagnostic.
  public let faultyFileCount: Int
  /// The lowest severity that fails the run; nil when nothing does.
  public let failingSeverity: Severity?
  /// Whether something that the user asked for could not be read: the run fails whatever it found elsewhere.
  public let isIncomplete: Bool
  /// Metadata of the rules that were on, by id.
  public let rules: [RuleID: RuleMetadata]

  public init(
    diagnostics: [Diagnostic], files: [String], failingSeverity: Severity? = .warning,
    isIncomplete: Bool = false, rules: [RuleID: RuleMetadata] = [:]
  ) {
    self.diagnostics = diagnostics
    self.files = files
    self.faultyFileCount = Self.pathCount(diagnostics)
    self.failingSeverity = failingSeverity
    self.isIncomplete = isIncomplete
    self.rules = rules
  }

  /// Diagnostics of one file stand together.
  private static func pathCount(_ diagnostics: [Diagnostic]) -> Int {
    var count = 0
    var path: String?
    for diagnostic in diagnostics where diagnostic.path != path {
      path = diagnostic.path
      count += 1
    }
    return count
  }

  /// The same run, telling only some of what it found.
  public func filter(_ isTold: (Diagnostic) -> Bool) -> RunResult {
    RunResult(
      diagnostics: diagnostics.filter(isTold), files: files, failingSeverity: failingSeverity,
      isIncomplete: isIncomplete, rules: rules)
  }

  public var fileCount: Int { files.count }

  public func count(of severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// Number of diagnostics that a fix of the given safety corrects.
  public func count(fixable safety: FixSafety) -> Int {
    diagnostics.reduce(0) { $0 + ($1.fixSafety == safety ? 1 : 0) }
  }

  /// Whether a diagnostic stands at or above the failing severity.
  public var fails: Bool {
    guard let failingSeverity else { return false }
    return diagnostics.contains { $0.severity >= failingSeverity }
  }
}
