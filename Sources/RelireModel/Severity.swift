/// How much a diagnostic matters.
public enum Severity: String, Hashable, Codable, Sendable, CaseIterable {
  /// Worth a look; never fails a run. Every verdict that needs a human is one.
  case info
  /// A convention is broken.
  case warning
  /// The published page is wrong or inaccessible.
  case error
}

extension Severity: Comparable {
  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
